import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onnxFile } from "./onnx-file.ts";

/** A Chinese character and the English word it stands for: both have the same vector. */
const words = [
	["灯", "lamp"],
	["海", "sea"],
	["鸟", "bird"],
	["船", "boat"],
	["风", "wind"],
	["山", "mountain"],
	["雨", "rain"],
	["信", "letter"],
	["茶", "tea"],
	["门", "door"],
	["雪", "snow"],
	["狗", "dog"],
	["书", "book"],
	["月", "moon"],
	["米", "rice"],
	["桥", "bridge"],
	["花", "flower"],
	["火", "fire"],
	["歌", "song"],
	["盐", "salt"],
	["树", "tree"],
	["马", "horse"],
	["石", "stones"],
	["井", "well"],
	["梦", "dream"],
	["鱼", "fish"],
] as const;

const special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"];
const dimension = 48;

/** Writes a model as one downloads it: configuration, tokenizer, and the model in onnx/. */
export function writeTinyModel(folder: string, { finished = false, place = "onnx/model.onnx" } = {}): string {
	const vocabulary = [...special, ...words.flat()];
	// Padding shouts, so that it is noticed where it is not masked; unknown tokens and the ends say nothing much
	const rows = vocabulary.map((_, token) =>
		token === 0
			? vector(1, 50)
			: vector(token < special.length ? 2 : 3 + Math.floor(token / 2), token === 1 ? 0 : 1),
	);
	for (const token of [2, 3]) rows[token] = (rows[token] ?? vector(1, 1)).map((value) => value / 4);
	mkdirSync(join(folder, "onnx"), { recursive: true });
	writeFileSync(join(folder, place), onnxFile({ rows, finished }));
	const files = {
		"config.json": { model_type: "bert", architectures: ["BertModel"], hidden_size: dimension },
		"tokenizer_config.json": {
			tokenizer_class: "BertTokenizer",
			model_max_length: 64,
			pad_token: "[PAD]",
			unk_token: "[UNK]",
			cls_token: "[CLS]",
			sep_token: "[SEP]",
		},
		"tokenizer.json": tokenizer(vocabulary),
	};
	for (const [name, content] of Object.entries(files))
		writeFileSync(join(folder, name), JSON.stringify(content));
	return folder;
}

/** Whole words and single Chinese characters, with [CLS] and [SEP] around them. */
function tokenizer(vocabulary: readonly string[]) {
	const mark = (token: string) => ({ SpecialToken: { id: token, type_id: 0 } });
	const id = (token: string) => vocabulary.indexOf(token);
	return {
		version: "1.0",
		truncation: null,
		padding: null,
		added_tokens: special.map((content) => ({
			id: id(content),
			content,
			single_word: false,
			lstrip: false,
			rstrip: false,
			normalized: false,
			special: true,
		})),
		normalizer: {
			type: "BertNormalizer",
			clean_text: true,
			handle_chinese_chars: true,
			strip_accents: null,
			lowercase: true,
		},
		pre_tokenizer: { type: "BertPreTokenizer" },
		post_processor: {
			type: "TemplateProcessing",
			single: [mark("[CLS]"), { Sequence: { id: "A", type_id: 0 } }, mark("[SEP]")],
			pair: [
				mark("[CLS]"),
				{ Sequence: { id: "A", type_id: 0 } },
				mark("[SEP]"),
				{ Sequence: { id: "B", type_id: 1 } },
				mark("[SEP]"),
			],
			special_tokens: Object.fromEntries(
				["[CLS]", "[SEP]"].map((token) => [token, { id: token, ids: [id(token)], tokens: [token] }]),
			),
		},
		decoder: null,
		model: {
			type: "WordLevel",
			vocab: Object.fromEntries(vocabulary.map((token, number) => [token, number])),
			unk_token: "[UNK]",
		},
	};
}

/** A direction of its own for each seed. */
function vector(seed: number, size: number): Float32Array {
	let state = Math.imul(seed, 2_654_435_761) >>> 0;
	return Float32Array.from({ length: dimension }, () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return (state / 2 ** 32 - 0.5) * Math.sqrt(12 / dimension) * size;
	});
}
