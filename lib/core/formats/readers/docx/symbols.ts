/**
 * Characters of the fonts Symbol and Wingdings as Unicode, after the tables at unicode.org (Public/MAPPINGS/VENDORS/
 * ADOBE/symbol.txt) and of Wingdings what texts use: marks of lists, arrows, ticks.
 */
const symbolRows: readonly (readonly [number, string])[] = [
	[0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"],
	[0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"],
	[0xa1, "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"],
	[0xc0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"],
];
const wingdings: Readonly<Record<number, string>> = {
	32: " ",
	74: "☺",
	108: "●",
	109: "❍",
	110: "■",
	111: "□",
	113: "❑",
	117: "◆",
	118: "❖",
	119: "◆",
	159: "•",
	167: "▪",
	168: "□",
	216: "➢",
	223: "←",
	224: "→",
	225: "↑",
	226: "↓",
	232: "➔",
	240: "⇨",
	251: "✗",
	252: "✓",
	253: "☒",
	254: "☑",
};

/** A `w:sym` as a character; null where nobody knows what the font draws. `code` is hexadecimal. */
export function symbolCharacter(font: string, code: string): string | null {
	const point = Number.parseInt(code, 16);
	if (!Number.isInteger(point) || point <= 0x1f || point > 0xffff) return null;
	const inFont = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point;
	if (/^symbol$/iu.test(font)) return inFont === 0x20 ? " " : fromRows(inFont);
	if (/^wingdings$/iu.test(font)) return wingdings[inFont] ?? null;
	const isPrivate = point >= 0xe000 && point <= 0xf8ff;
	const isSurrogate = point >= 0xd800 && point <= 0xdfff;
	return isPrivate || isSurrogate ? null : String.fromCharCode(point);
}

function fromRows(point: number): string | null {
	for (const [from, characters] of symbolRows) {
		const found = characters[point - from];
		if (found !== undefined) return found;
	}
	return null;
}
