import type { Format } from "#lib/core/formats/contract.ts";

/** File systems end names at 255 bytes; this leaves room for the suffix, the extension and a browser's " (1)". */
const longestName = 180;

const fallbackName = "article";

/** What Windows, macOS or Linux refuse in a name, or a shell or header would stumble over. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*\u{fffd}\u{feff}]/gu;
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu;

/** The title as a file name on every system, with the format's suffix and extension. */
export function fileName(title: string, format: Pick<Format, "suffix" | "extension">): string {
	return `${baseName(title)}${format.suffix}.${format.extension}`;
}

/** The name of somebody's file, safe on every system; an ordinary extension stays. */
export function safeName(name: string): string {
	const [, base, extension] = /^(.+)\.([A-Za-z0-9]{1,16})$/u.exec(name) ?? [];
	return base && extension ? fileName(base, { suffix: "", extension }) : baseName(name);
}

function baseName(title: string): string {
	const base = shorten(title.toWellFormed().normalize("NFC").replace(unsafe, " ").replace(/\s+/gu, " "));
	const safe = base.replace(/^[\s.]+|[\s.]+$/gu, "").replace(reserved, (name) => `${name}_`);
	return safe === "" ? fallbackName : safe;
}

/** Cut at whole characters; a name's length is counted in UTF-8 bytes. */
function shorten(name: string): string {
	let bytes = 0;
	let kept = "";
	for (const character of name) {
		const code = character.codePointAt(0) ?? 0;
		bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
		if (bytes > longestName) break;
		kept += character;
	}
	return kept;
}

/** RFC 6266: an ASCII name for old clients, the true one as RFC 8187 UTF-8. */
export function contentDisposition(name: string): string {
	const ascii = name
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.replace(/[^\x20-\x7e]+/g, "_")
		.replace(/["\\%]/g, "_");
	const encoded = encodeURIComponent(name.toWellFormed()).replace(
		/['()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
