import { type FileSource, ReadRefusal } from "../../formats/reader.ts";

const headSize = 64 * 1024;

/** A small file, for the readers of documents. */
export function inMemory(name: string, bytes: Uint8Array): FileSource {
	return {
		name,
		size: bytes.length,
		head: bytes.subarray(0, headSize),
		async *chunks() {
			yield bytes;
		},
		async bytes(limit) {
			if (bytes.length > limit) throw new ReadRefusal("tooLarge", { limit });
			return bytes;
		},
	};
}
