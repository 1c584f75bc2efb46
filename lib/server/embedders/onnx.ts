import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { PreTrainedModel, PreTrainedTokenizer } from "@huggingface/transformers";
import { EmbedderError } from "./embedder-error.ts";
import { type Pooling, pool } from "./pooling.ts";
import type { StoppableEmbedder } from "./stoppable.ts";
import { unitVector } from "./unit-vector.ts";

export interface ModelFolder {
	/** Holds config.json, tokenizer.json, tokenizer_config.json, and the model in onnx/ or beside them. */
	readonly folder: string;
	/** Without it, the model's own `sentence_embedding` where it has that output, else the mean of all tokens. */
	readonly pooling?: Pooling | undefined;
	/** Stands before every text; e5 wants "query: ". */
	readonly prefix?: string | undefined;
}

/** Texts of like length that go through the model together. */
const batch = 32;
/** Tokens of a text that are read: what the common multilingual models can take. */
const mostTokens = 512;
const installation = "npm ci --include=optional";
/** Not written into the import, so that a build without the package succeeds. */
const library: string = "@huggingface/transformers";

/** A model in a local folder, run by ONNX Runtime in this process. It is loaded once, at the first text; no network. */
export function onnxEmbedder({ folder, pooling, prefix = "" }: ModelFolder): StoppableEmbedder {
	const name = `${basename(resolve(/* turbopackIgnore: true */ folder))} (ONNX)`;
	let loading: Promise<Loaded> | undefined;
	return {
		name,
		async embed(texts, signal) {
			loading ??= load(resolve(/* turbopackIgnore: true */ folder)).catch((error: unknown) => {
				loading = undefined; // somebody may mend the folder while the server runs
				throw error;
			});
			const { tokenizer, model } = await loading;
			const vectors: Float32Array[] = [];
			// Texts of one length together: the model computes the padding too
			const order = texts.map((_, i) => i).sort((a, b) => (texts[a]?.length ?? 0) - (texts[b]?.length ?? 0));
			for (let start = 0; start < order.length; start += batch) {
				signal?.throwIfAborted();
				const numbers = order.slice(start, start + batch);
				const inputs = tokenizer(
					numbers.map((i) => prefix + (texts[i] ?? "")),
					{ padding: true, truncation: true, max_length: Math.min(tokenizer.model_max_length, mostTokens) },
				);
				const pooled = pool(await model(inputs), inputs.attention_mask, pooling, name);
				for (const [row, i] of numbers.entries()) vectors[i] = unitVector(pooled[row] ?? [], name);
			}
			return vectors;
		},
	};
}

interface Loaded {
	readonly tokenizer: PreTrainedTokenizer;
	readonly model: PreTrainedModel;
}

/** Whole numbers first: a folder may hold several versions of a model. */
const files = [
	{ file: "model.onnx", dtype: "fp32" },
	{ file: "model_fp16.onnx", dtype: "fp16" },
	{ file: "model_quantized.onnx", dtype: "q8" },
] as const;

async function load(folder: string): Promise<Loaded> {
	for (const file of ["config.json", "tokenizer.json", "tokenizer_config.json"])
		if (!existsSync(join(/* turbopackIgnore: true */ folder, file)))
			throw new EmbedderError(`The model folder ${folder} has no ${file}`);
	const places = ["onnx", ""].flatMap((subfolder) => files.map((found) => ({ subfolder, ...found })));
	const place = places.find(({ subfolder, file }) =>
		existsSync(join(/* turbopackIgnore: true */ folder, subfolder, file)),
	);
	if (place === undefined)
		throw new EmbedderError(
			`The model folder ${folder} has no ${files.map(({ file }) => file).join(" or ")}`,
		);
	const { AutoModel, AutoTokenizer, LogLevel, env } = await importLibrary();
	env.allowRemoteModels = false;
	env.useFSCache = false;
	env.logLevel = LogLevel.ERROR;
	const local = { local_files_only: true };
	try {
		return {
			tokenizer: await AutoTokenizer.from_pretrained(folder, local),
			model: await AutoModel.from_pretrained(folder, {
				...local,
				subfolder: place.subfolder,
				dtype: place.dtype,
				device: "cpu",
			}),
		};
	} catch (error) {
		throw new EmbedderError(`The model in ${folder} cannot be loaded: ${messageOf(error)}`, { cause: error });
	}
}

async function importLibrary(): Promise<typeof import("@huggingface/transformers")> {
	try {
		return await import(/* turbopackIgnore: true */ library);
	} catch (error) {
		throw new EmbedderError(
			`A local model needs the package ${library}, which is not installed or does not run here (${messageOf(error)}). Install it with: ${installation}`,
			{ cause: error },
		);
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
