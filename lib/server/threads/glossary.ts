/** A thread that reads a glossary from a file, in as little memory as it is given. */
import { readGlossary } from "#lib/core/terms/formats/read-glossary.ts";
import { readerCapabilities } from "#lib/server/files/capabilities.ts";
import { answer } from "./answer.ts";

export interface GlossaryTask {
	readonly glossary: Uint8Array;
	readonly name: string;
}

await answer(async (task, watch) => {
	const { glossary, name } = task as GlossaryTask;
	const capabilities = readerCapabilities((done, total) => {
		watch.signal?.throwIfAborted();
		watch.progress?.(done, total);
	});
	return await readGlossary(glossary, name, capabilities);
});
