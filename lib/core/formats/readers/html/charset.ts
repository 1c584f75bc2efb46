/** The declaration stands near the top; some old pages have long comments and scripts before it. */
const searched = 16 * 1024;
const declarations = [
	/<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/iu,
	/^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.-]+)/iu,
];

/** The encoding that a page declares in its markup; null where it says nothing. */
export function declaredCharset(head: Uint8Array): string | null {
	let text = "";
	for (const byte of head.subarray(0, searched)) text += byte < 0x80 ? String.fromCharCode(byte) : "?";
	const visible = text.replaceAll(/<!--[\s\S]*?-->/gu, "");
	for (const pattern of declarations) {
		const label = pattern.exec(visible)?.[1];
		if (label !== undefined) return label;
	}
	return null;
}
