/** A gold alignment as a path through the lattice of the model, and the band around it that training looks at. */
import type { Band } from "#lib/core/align/band.ts";
import type { IndexBead } from "#lib/core/align/evaluate.ts";
import type { Shape } from "#lib/core/align/lattice.ts";

/** A bead: its first sentences, and how many it has of each side. */
export interface Place {
	readonly source: number;
	readonly sources: number;
	readonly target: number;
	readonly targets: number;
}

export interface GoldPath {
	/** In order, all of shapes that the model has. */
	readonly places: readonly Place[];
	/** Per number of source sentences used, the target sentences used. */
	readonly path: Int32Array;
}

/**
 * The path of a gold alignment. Runs of sentences without a counterpart become as few beads as the shapes allow, and
 * a bead too large for every shape is cut into such as there are.
 */
export function goldPath(gold: readonly IndexBead[], sources: number, shapes: readonly Shape[]): GoldPath {
	const places: Place[] = [];
	const path = new Int32Array(sources + 1);
	let [source, target] = [0, 0];
	for (const wanted of joinNulls(gold)) {
		for (const { source: s, target: t } of cut(wanted, shapes)) {
			places.push({ source, sources: s, target, targets: t });
			source += s;
			target += t;
			path.fill(target, Math.max(0, source - s + 1), source + 1);
			if (s === 0) path[source] = target;
		}
	}
	return { places, path };
}

function joinNulls(gold: readonly IndexBead[]): Shape[] {
	const sizes: Shape[] = [];
	for (const bead of gold) {
		const [source, target] = [bead.source.length, bead.target.length];
		const before = sizes.at(-1);
		const joins = before && ((source === 0 && before.source === 0) || (target === 0 && before.target === 0));
		if (joins) sizes.pop();
		sizes.push(
			joins ? { source: before.source + source, target: before.target + target } : { source, target },
		);
	}
	return sizes;
}

function cut({ source, target }: Shape, shapes: readonly Shape[]): Shape[] {
	if (source === 0 && target === 0) return [];
	if (shapes.some((shape) => shape.source === source && shape.target === target)) return [{ source, target }];
	const half = { source: Math.ceil(source / 2), target: Math.ceil(target / 2) };
	const first = source > 1 && target > 1 ? half : largest({ source, target }, shapes);
	const rest = { source: source - first.source, target: target - first.target };
	return [...cut(first, shapes), ...cut(rest, shapes)];
}

/** The largest shape that has the side with one sentence or none in full. */
function largest({ source, target }: Shape, shapes: readonly Shape[]): Shape {
	const fitting = shapes.filter((shape) =>
		source <= target
			? shape.source === source && shape.target <= target
			: shape.target === target && shape.source <= source,
	);
	const [found] = fitting.sort((a, b) => b.source + b.target - a.source - a.target);
	if (found === undefined) throw new Error(`No shape for a part of ${source}-${target}`);
	return found;
}

/** `half` columns on each side of the gold path; a row is never to the left of the one before. */
export function goldBand({ places, path }: GoldPath, columns: number, half: number): Band {
	const rows = path.length;
	const first = new Int32Array(rows).fill(columns);
	const last = new Int32Array(rows);
	const visit = (row: number, column: number) => {
		first[row] = Math.min(first[row] ?? 0, column);
		last[row] = Math.max(last[row] ?? 0, column);
	};
	visit(0, 0);
	for (const { source, sources, target, targets } of places) {
		visit(source, target);
		for (let row = source + Math.min(1, sources); row <= source + sources; row += 1)
			visit(row, target + targets);
	}
	for (let row = 0, right = 0; row < rows; row += 1) {
		right = Math.max(right, Math.min(columns, (last[row] ?? 0) + half));
		last[row] = right;
	}
	for (let row = rows - 1, left = columns; row >= 0; row -= 1) {
		left = Math.min(left, Math.max(0, (first[row] ?? 0) - half));
		first[row] = left;
	}
	const offset = new Float64Array(rows + 1);
	for (let row = 0; row < rows; row += 1)
		offset[row + 1] = (offset[row] ?? 0) + (last[row] ?? 0) - (first[row] ?? 0) + 1;
	return { first, last, offset };
}
