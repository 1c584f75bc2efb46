/** Finds the least value of a smooth function of many numbers. */

export interface Valued {
	readonly value: number;
	readonly gradient: Float64Array;
}

export interface Stopping {
	readonly iterations: number;
	/** Stops when a step gains less than this share of the value. */
	readonly tolerance: number;
}

/** How many steps the curvature is read from. */
const memory = 8;
/** A step must gain this share of what the slope promises (Armijo 1966), or is halved, so many times at most. */
const leastGain = 1e-4;
const mostHalvings = 12;
/** Steps along which the slope hardly grows say nothing of the curvature. */
const leastCurvature = 1e-10;

interface Step {
	readonly moved: Float64Array;
	readonly turned: Float64Array;
	readonly curvature: number;
}

/** L-BFGS (Liu & Nocedal 1989, algorithm 2.1), with steps halved until they gain enough. */
export function minimise(
	objective: (point: Float64Array) => Valued,
	start: Float64Array,
	{ iterations, tolerance }: Stopping,
): Float64Array {
	const steps: Step[] = [];
	let point = start;
	let here = objective(point);
	for (let iteration = 0; iteration < iterations; iteration += 1) {
		const next = search(objective, point, here, direction(here.gradient, steps));
		if (next === null) break;
		const moved = subtract(next.point, point);
		const turned = subtract(next.valued.gradient, here.gradient);
		const curvature = dot(moved, turned);
		if (curvature > leastCurvature) steps.push({ moved, turned, curvature });
		if (steps.length > memory) steps.shift();
		const gain = here.value - next.valued.value;
		point = next.point;
		here = next.valued;
		if (gain <= tolerance * Math.abs(here.value)) break;
	}
	return point;
}

function search(
	objective: (point: Float64Array) => Valued,
	point: Float64Array,
	{ value, gradient }: Valued,
	along: Float64Array,
): { point: Float64Array; valued: Valued } | null {
	const slope = dot(gradient, along);
	if (!(slope < 0)) return null;
	for (let halvings = 0, size = 1; halvings < mostHalvings; halvings += 1, size /= 2) {
		const tried = point.map((coordinate, k) => coordinate + size * (along[k] ?? 0));
		const valued = objective(tried);
		if (valued.value <= value + leastGain * size * slope) return { point: tried, valued };
	}
	return null;
}

/** Down the gradient, as the curvature of the last steps bends it; a step of length 1 at first. */
function direction(gradient: Float64Array, steps: readonly Step[]): Float64Array {
	const down = gradient.map((slope) => -slope);
	const last = steps.at(-1);
	if (last === undefined) return scale(down, 1 / (Math.sqrt(dot(gradient, gradient)) || 1));
	const shares = steps.map(() => 0);
	for (const [k, { moved, turned, curvature }] of [...steps.entries()].reverse()) {
		const share = dot(moved, down) / curvature;
		shares[k] = share;
		addScaled(down, turned, -share);
	}
	scale(down, last.curvature / dot(last.turned, last.turned));
	for (const [k, { moved, turned, curvature }] of steps.entries())
		addScaled(down, moved, (shares[k] ?? 0) - dot(turned, down) / curvature);
	return down;
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let k = 0; k < a.length; k += 1) sum += (a[k] ?? 0) * (b[k] ?? 0);
	return sum;
}

function subtract(a: Float64Array, b: Float64Array): Float64Array {
	return a.map((value, k) => value - (b[k] ?? 0));
}

function scale(vector: Float64Array, by: number): Float64Array {
	for (let k = 0; k < vector.length; k += 1) vector[k] = (vector[k] ?? 0) * by;
	return vector;
}

function addScaled(vector: Float64Array, other: Float64Array, by: number): void {
	for (let k = 0; k < vector.length; k += 1) vector[k] = (vector[k] ?? 0) + by * (other[k] ?? 0);
}
