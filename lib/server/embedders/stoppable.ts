import type { Embedder } from "#lib/core/align/embedder.ts";

/** An embedder of the server, which can be stopped: it then throws `signal.reason`. */
export interface StoppableEmbedder extends Embedder {
	embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
}
