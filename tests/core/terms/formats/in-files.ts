import { readGlossary } from "#lib/core/terms/formats/read-glossary.ts";
import en from "#lib/messages/en/reading.json" with { type: "json" };
import { readerCapabilities } from "#lib/server/files/capabilities.ts";

/** Reads a glossary from a text or from bytes. Throws where something is told for which there is no sentence. */
export async function glossaryIn(file: string | Uint8Array, name: string) {
	const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
	const read = await readGlossary(
		bytes,
		name,
		readerCapabilities(() => undefined),
	);
	for (const { key } of [...read.problems, ...read.remarks])
		if (!(key in en.problems)) throw new Error(`no sentence for ${key}`);
	return read;
}
