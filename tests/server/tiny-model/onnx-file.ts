/**
 * The bytes of an ONNX model with one table: each token's vector is a row of it. Written by hand, field by field, after
 * onnx.proto; nothing is taken from a real model.
 */
export interface Table {
	/** One row a token. */
	readonly rows: readonly Float32Array[];
	/** Whether the model also gives `sentence_embedding` and `pooler_output`: the greatest and the least token values. */
	readonly finished: boolean;
}

const int64 = 7;
const float = 1;

export function onnxFile({ rows, finished }: Table): Uint8Array {
	const dimension = rows[0]?.length ?? 0;
	const weights = bytes(
		...[rows.length, dimension].map((size) => number(1, size)), // dims
		number(2, float), // data_type
		text(8, "table"),
		field(9, new Uint8Array(Float32Array.from(rows.flatMap((row) => [...row])).buffer)), // raw_data
	);
	const graph = bytes(
		field(1, node("Gather", ["table", "input_ids"], "last_hidden_state")),
		...(finished
			? [
					field(1, node("ReduceMax", ["last_hidden_state"], "sentence_embedding", overTokens)),
					field(1, node("ReduceMin", ["last_hidden_state"], "pooler_output", overTokens)),
				]
			: []),
		text(2, "tiny"),
		field(5, weights), // initializer
		...["input_ids", "attention_mask", "token_type_ids"].map((name) =>
			field(11, value(name, int64, ["batch", "tokens"])),
		),
		field(12, value("last_hidden_state", float, ["batch", "tokens", dimension])),
		...(finished
			? ["sentence_embedding", "pooler_output"].map((name) =>
					field(12, value(name, float, ["batch", dimension])),
				)
			: []),
	);
	const operators = bytes(text(1, ""), number(2, 13)); // opset_import: the default domain, version 13
	return bytes(number(1, 8), field(7, graph), field(8, operators)); // ir_version 8
}

/** Attributes of a reduction over the second dimension: axes = [1], keepdims = 0. */
const overTokens = [
	bytes(text(1, "axes"), number(8, 1), number(20, 7)),
	bytes(text(1, "keepdims"), number(3, 0), number(20, 2)),
];

function node(operator: string, inputs: readonly string[], output: string, attributes: Uint8Array[] = []) {
	return bytes(
		...inputs.map((input) => text(1, input)),
		text(2, output),
		text(4, operator),
		...attributes.map((attribute) => field(5, attribute)),
	);
}

function value(name: string, type: number, shape: readonly (string | number)[]) {
	const sizes = shape.map((size) => field(1, typeof size === "number" ? number(1, size) : text(2, size)));
	const tensor = bytes(number(1, type), field(2, bytes(...sizes)));
	return bytes(text(1, name), field(2, field(1, tensor)));
}

/** Protocol Buffers: a field with a length, and what it holds. */
function field(tag: number, content: Uint8Array): Uint8Array {
	return bytes(variable((tag << 3) | 2), variable(content.length), content);
}

function text(tag: number, content: string): Uint8Array {
	return field(tag, new TextEncoder().encode(content));
}

function number(tag: number, content: number): Uint8Array {
	return bytes(variable(tag << 3), variable(content));
}

/** Seven bits a byte, the low ones first. */
function variable(content: number): Uint8Array {
	const groups: number[] = [];
	let rest = content;
	for (; rest >= 128; rest = Math.floor(rest / 128)) groups.push((rest % 128) + 128);
	return Uint8Array.of(...groups, rest);
}

function bytes(...parts: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
