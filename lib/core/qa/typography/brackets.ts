/** Reads brackets as pairs. Full-width ones count as the same kind: that they are full-width is another matter. */

export interface Bracket {
	readonly index: number;
	readonly mark: string;
}

export interface Unpaired extends Bracket {
	readonly is: "unclosed" | "unopened" | "mixed";
	/** Of mixed ones: the mark that stands where this one closes, or opens, in the same kind. */
	readonly partner?: Bracket;
	/** Of an unopened one that may end the number of a list: a) 1) iv). */
	readonly label?: string;
}

/** Brackets of Chinese type, and those that English has for them. */
export const plainBrackets: Readonly<Record<string, string>> = {
	"（": "(",
	"）": ")",
	"［": "[",
	"］": "]",
	"｛": "{",
	"｝": "}",
	"【": "[",
	"】": "]",
	"〔": "[",
	"〕": "]",
	"〖": "[",
	"〗": "]",
};
const closerOf: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const any = /[()[\]{}（）［］｛｝【】〔〕〖〗]/g;

const smile = /[:;=][-^']?$/;
/** At the beginning, after a mark or a joining word; a number after another word is a part of what it says. */
const label =
	/(?:(?:^|[;:,.，；：。、\n]\s?|\b(?:and|or|are|is) )(\p{L}|\d{1,3}|[ivx]{2,4}|[IVX]{2,4})|\s([b-zB-HJ-Z]|[ivx]{2,4}))\.?$/u;
/** [0, 1) */
const interval = /^[\s\d.+−∞-]+,[\s\d.+−∞-]+$/;

/** What has no partner, in the order of the text. */
export function unpairedBrackets(text: string, isTaken: (start: number, end: number) => boolean): Unpaired[] {
	const unpaired: Unpaired[] = [];
	const open: Bracket[] = [];
	for (const { 0: mark, index } of text.matchAll(any)) {
		if (isTaken(index, index + 1)) continue;
		const kind = plainBrackets[mark] ?? mark;
		const near = text.slice(Math.max(0, index - 12), index);
		if (smile.test(near) && (open.length === 0 || /\s\S{1,2}$/.test(near))) continue;
		if (closerOf[kind] !== undefined) {
			open.push({ index, mark });
			continue;
		}
		const top = open.at(-1);
		if (top === undefined) {
			const named = kind === ")" ? label.exec(near) : null;
			unpaired.push({ index, mark, is: "unopened", ...(named && { label: named[1] ?? named[2] ?? "" }) });
		} else if (isPair(top.mark, kind)) open.pop();
		else closeOther(text, { index, mark }, kind, open, unpaired);
	}
	for (const bracket of open) unpaired.push({ ...bracket, is: "unclosed" });
	return unpaired.sort((a, b) => a.index - b.index);
}

const isPair = (opener: string, closer: string): boolean =>
	closerOf[plainBrackets[opener] ?? opener] === closer;

/** A closing mark whose own kind was opened further out leaves what is inside unclosed; else the kinds are mixed. */
function closeOther(
	text: string,
	bracket: Bracket,
	kind: string,
	open: Bracket[],
	unpaired: Unpaired[],
): void {
	const top = open.at(-1);
	if (top === undefined) return;
	const own = open.findLastIndex(({ mark }) => isPair(mark, kind));
	if (own >= 0) {
		for (const left of open.splice(own).slice(1)) unpaired.push({ ...left, is: "unclosed" });
		return;
	}
	open.pop();
	if (interval.test(text.slice(top.index + 1, bracket.index))) return;
	unpaired.push({ ...bracket, is: "mixed", partner: top });
}
