import { zipSync } from "fflate";

/** A ZIP of these files; texts as UTF-8. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
	const encoder = new TextEncoder();
	return zipSync(
		Object.fromEntries(
			Object.entries(files).map(([name, content]) => [
				name,
				typeof content === "string" ? encoder.encode(content) : content,
			]),
		),
		{ level: 9 },
	);
}

const directorySignature = 0x02014b50;

/** Writes over fields of the directory record of one entry, by their offsets in the record. */
export function patchRecord(
	archive: Uint8Array,
	index: number,
	fields: Readonly<Record<number, { readonly bytes: 2 | 4; readonly value: number }>>,
): Uint8Array {
	const patched = archive.slice();
	const view = new DataView(patched.buffer);
	const record = recordsOf(view)[index] ?? 0;
	for (const [offset, { bytes, value }] of Object.entries(fields)) {
		if (bytes === 2) view.setUint16(record + Number(offset), value, true);
		else view.setUint32(record + Number(offset), value, true);
	}
	return patched;
}

/** The archive with one name written over another of the same length, wherever it stands. */
export function renamed(archive: Uint8Array, from: string, to: string): Uint8Array {
	const patched = Buffer.from(archive);
	const bytes = Buffer.from(to, "latin1");
	for (let at = patched.indexOf(from); at !== -1; at = patched.indexOf(from, at + bytes.length)) {
		bytes.copy(patched, at);
	}
	return new Uint8Array(patched);
}

function recordsOf(view: DataView): number[] {
	const found: number[] = [];
	for (let at = 0; at + 46 <= view.byteLength; at++) {
		if (view.getUint32(at, true) === directorySignature) found.push(at);
	}
	return found;
}
