import { inflateRawSync } from "node:zlib";

/** One file out of a ZIP archive, found through its central directory. */
export function unzipped(archive: Uint8Array, name: string): string {
	const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
	let end = archive.length - 22;
	while (view.getUint32(end, true) !== 0x06054b50) end--;
	let at = view.getUint32(end + 16, true);
	for (let entries = view.getUint16(end + 10, true); entries > 0; entries--) {
		const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
			view.getUint16(at + offset, true),
		);
		const size = view.getUint32(at + 20, true);
		const entry = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + (nameLength ?? 0)));
		if (entry === name) {
			const local = view.getUint32(at + 42, true);
			const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
			const data = archive.subarray(start, start + size);
			return new TextDecoder().decode(view.getUint16(at + 10, true) === 8 ? inflateRawSync(data) : data);
		}
		at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
	}
	throw new Error(`${name} is not in the archive`);
}
