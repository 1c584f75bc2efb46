import type { Tensor } from "@huggingface/transformers";
import { EmbedderError } from "./embedder-error.ts";

/** How the vectors of a text's tokens become one: their mean, the first one, or what the model makes of the first. */
export const poolings = ["mean", "cls", "pooler"] as const;
export type Pooling = (typeof poolings)[number];

/** What a model gives, by the names of its outputs. */
export type Outputs = Readonly<Record<string, Tensor | undefined>>;

/**
 * One vector a text, not yet of length 1.
 * @param mask 1 for the tokens of a text, 0 for what fills up its row
 */
export function pool(
	outputs: Outputs,
	mask: Tensor,
	pooling: Pooling | undefined,
	name: string,
): Float32Array[] {
	const whole = pooling === "pooler" ? "pooler_output" : "sentence_embedding";
	const finished = pooling === undefined || pooling === "pooler" ? outputs[whole] : undefined;
	if (finished) return rows(finished, name);
	const tokens = outputs["last_hidden_state"] ?? outputs["token_embeddings"];
	if (tokens === undefined || pooling === "pooler")
		throw new EmbedderError(
			`${name} has no output ${pooling === "pooler" ? whole : `${whole} or last_hidden_state`}`,
		);
	const [, length = 0] = tokens.dims;
	const every = rows(tokens, name);
	if (pooling === "cls") return every.filter((_, row) => row % length === 0);
	return means(every, length, mask);
}

/** The vectors along the last dimension. */
function rows({ data, dims }: Tensor, name: string): Float32Array[] {
	const dimension = dims.at(-1) ?? 0;
	if (!(data instanceof Float32Array) || dimension === 0)
		throw new EmbedderError(`${name} gives other numbers than 32-bit floating-point ones`);
	return Array.from({ length: data.length / dimension }, (_, row) =>
		data.subarray(row * dimension, (row + 1) * dimension),
	);
}

function means(tokens: readonly Float32Array[], length: number, { data: mask }: Tensor): Float32Array[] {
	return Array.from({ length: tokens.length / length }, (_, text) => {
		const own = tokens
			.slice(text * length, (text + 1) * length)
			.filter((_, at) => Number(mask[text * length + at]) === 1);
		const sum = new Float32Array(own[0]?.length ?? 0);
		for (const vector of own) for (const [k, value] of vector.entries()) sum[k] = (sum[k] ?? 0) + value;
		return sum; // the length is of no account, so the sum does
	});
}
