import { type Environment, env } from "#lib/server/env.ts";
import { onnxEmbedder } from "./onnx.ts";
import { openAiEmbedder } from "./openai.ts";
import type { StoppableEmbedder } from "./stoppable.ts";

let made: StoppableEmbedder | null | undefined;

/**
 * The embedder that the environment names (`DUIZHAO_EMBEDDINGS_…`), made once a process, or null where none is set.
 * A local model is loaded at the first call of `embed`, so asking whether there is one costs nothing.
 */
export function configuredEmbedder(): StoppableEmbedder | null {
	made ??= embedderOf(env());
	return made;
}

export function embedderOf(environment: Environment): StoppableEmbedder | null {
	const prefix = environment.DUIZHAO_EMBEDDINGS_PREFIX;
	const { DUIZHAO_EMBEDDINGS_FOLDER: folder, DUIZHAO_EMBEDDINGS_POOLING: pooling } = environment;
	if (folder !== undefined) return onnxEmbedder({ folder, pooling, prefix });
	const { DUIZHAO_EMBEDDINGS_URL: url, DUIZHAO_EMBEDDINGS_MODEL: model } = environment;
	if (url === undefined || model === undefined) return null;
	return openAiEmbedder({ url, model, key: environment.DUIZHAO_EMBEDDINGS_KEY, prefix });
}
