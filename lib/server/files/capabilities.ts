import type { ReaderCapabilities } from "#lib/core/formats/reader.ts";
import { openArchive } from "./archive.ts";

/** What Node lends the readers. `progress` may throw, to end the reading. */
export function readerCapabilities(progress: ReaderCapabilities["progress"]): ReaderCapabilities {
	return {
		decoder: (encoding) => new TextDecoder(encoding, { fatal: true }),
		openArchive,
		readPdf: () => {
			throw new TypeError("no PDF yet");
		},
		progress,
	};
}
