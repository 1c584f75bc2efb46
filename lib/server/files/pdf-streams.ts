import { inflateSync } from "node:zlib";
import { ReadRefusal } from "#lib/core/formats/reader.ts";

/** Unpacked bytes of one stream that is no picture: a page of pure drawing has a few megabytes, a CJK font some twenty. */
const maxStreamSize = 64 * 1024 * 1024;
/** Of all such streams. */
const maxTotalSize = 512 * 1024 * 1024;
/** A stream cannot unpack to more than 1,032 times its bytes: smaller ones are safe without a look. */
const safeSize = Math.floor(maxStreamSize / 1_032);
/** A stream's dictionary stands right before it and is hardly ever longer. */
const dictionarySize = 2_048;

/**
 * Refuses a PDF with a stream that unpacks to far more than text needs: the PDF engine unpacks streams whole and
 * without a limit. Pictures are left out, since reading text never unpacks them.
 */
export function refuseBombs(bytes: Uint8Array): void {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let total = 0;
	for (let at = file.indexOf("stream"); at !== -1; at = file.indexOf("stream", at + 6)) {
		if (file.toString("latin1", at - 3, at) === "end") continue;
		const before = file.toString("latin1", Math.max(0, at - dictionarySize), at);
		const dictionary = before.slice(before.lastIndexOf(" obj") + 1);
		const layers = dictionary.match(/\/(?:FlateDecode|Fl)\b/gu)?.length ?? 0;
		if (layers === 0 || /\/Subtype\s*\/Image\b/u.test(dictionary)) continue;
		const start = at + (file[at + 6] === 0x0d ? 8 : 7);
		const end = file.indexOf("endstream", start);
		const packed = file.subarray(start, end === -1 ? file.length : end);
		if (packed.length < safeSize && layers === 1) continue;
		total += unpackedSize(packed, layers);
		if (total > maxTotalSize) throw new ReadRefusal("pdfBomb", { limit: maxTotalSize });
	}
}

function unpackedSize(packed: Uint8Array, layers: number): number {
	let data = packed;
	try {
		for (let layer = 0; layer < Math.min(layers, 4); layer += 1)
			data = inflateSync(data, { maxOutputLength: maxStreamSize });
	} catch (error) {
		const tooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
		if (tooLarge) throw new ReadRefusal("pdfBomb", { limit: maxStreamSize });
		// What does not unpack (damaged, or encrypted) is for the engine to judge.
	}
	return data.length;
}
