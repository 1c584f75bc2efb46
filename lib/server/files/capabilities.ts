import type { PdfPage, ReaderCapabilities } from "#lib/core/formats/reader.ts";
import { openArchive } from "./archive.ts";

/** What Node lends the readers. `progress` may throw, to end the reading. */
export function readerCapabilities(progress: ReaderCapabilities["progress"]): ReaderCapabilities {
	return {
		decoder: (encoding) => new TextDecoder(encoding, { fatal: true }),
		openArchive,
		readPdf,
		progress,
	};
}

/** The library for PDF is large, and is loaded only where there is one. */
async function* readPdf(bytes: Uint8Array): AsyncGenerator<PdfPage> {
	const pages = await import("./pdf-pages.ts");
	yield* pages.readPdf(bytes);
}
