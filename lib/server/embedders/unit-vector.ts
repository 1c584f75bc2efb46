import { EmbedderError } from "./embedder-error.ts";

/** Scaled to length 1. Throws an EmbedderError where a value is no number or all of them are 0. */
export function unitVector(values: ArrayLike<number>, name: string): Float32Array {
	let squares = 0;
	for (let k = 0; k < values.length; k += 1) squares += (values[k] ?? 0) ** 2;
	if (!Number.isFinite(squares) || squares === 0)
		throw new EmbedderError(`${name} gave a vector that has no direction`);
	const scale = 1 / Math.sqrt(squares);
	return Float32Array.from(values, (value) => value * scale);
}
