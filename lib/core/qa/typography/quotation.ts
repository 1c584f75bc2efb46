/** Reads the quotation marks of a text as pairs, by what stands beside each. */
import { isGap, isWord } from "./in-english.ts";

export type QuoteReading =
	/** An opening mark where a closing one or an apostrophe belongs. */
	| "opening-for-closing"
	| "closing-for-opening"
	/** China‘s. */
	| "apostrophe"
	/** ‘90s. */
	| "shortened"
	/** A straight mark closes what a curly one opened, or the other way round. */
	| "mixed-pair"
	| "unclosed"
	| "unopened";

/** Offsets are UTF-16 code units, end exclusive. */
export interface QuoteSlip {
	readonly is: QuoteReading;
	readonly start: number;
	readonly end: number;
	/** Null where it cannot be said what belongs there. */
	readonly fix: string | null;
}

interface Open {
	readonly index: number;
	readonly mark: string;
}

const closing = /[.,;:!?…)\]}%”’]/;
const opening = /[([{“‘—–/-]/;

/** Ends a word, so that what follows without a space is no opening mark. */
const endsWord = (character: string | undefined): boolean =>
	isWord(character) || (character !== undefined && closing.test(character));
const startsWord = (character: string | undefined): boolean =>
	isWord(character) || (character !== undefined && /[([{“‘$#@£€¥]/.test(character));

/** Double marks. `"` opens or closes by what stands beside it, where that does not tell by what is open. */
export function readDoubleQuotes(text: string): QuoteSlip[] {
	const slips: QuoteSlip[] = [];
	const open: Open[] = [];
	for (const { 0: mark, index } of text.matchAll(/["“”„]/g)) {
		const before = text[index - 1];
		const after = text[index + 1];
		const at = { start: index, end: index + 1 };
		if (mark === "„") open.push({ index, mark: "“" });
		if (mark === "„" || (mark === '"' && isInches(text, index, open))) continue;
		const top = open.at(-1);
		const is = mark === '"' ? straightReading(before, after, top) : curlyReading(mark, text, index, top);
		if (is === "open") {
			if (mark === "”") slips.push({ ...at, is: "closing-for-opening", fix: "“" });
			open.push({ index, mark: mark === '"' ? '"' : "“" });
			continue;
		}
		if (mark === "“") slips.push({ ...at, is: "opening-for-closing", fix: top?.mark === '"' ? '"' : "”" });
		else if (top === undefined) slips.push({ ...at, is: "unopened", fix: null });
		else if ((top.mark === '"') !== (mark === '"'))
			slips.push({ ...at, is: "mixed-pair", fix: mark === '"' ? "”" : '"' });
		open.pop();
	}
	for (const { index } of open) slips.push({ is: "unclosed", start: index, end: index + 1, fix: null });
	return slips;
}

/** 5'10", a 32" screen. */
const isInches = (text: string, index: number, open: readonly Open[]): boolean =>
	/\d/.test(text[index - 1] ?? "") && open.length === 0;

function straightReading(before: string | undefined, after: string | undefined, top: Open | undefined) {
	const mayOpen = isGap(before) || (before !== undefined && opening.test(before));
	const mayClose = isGap(after) || (after !== undefined && /[.,;:!?…)\]}—–/-]/.test(after));
	if (mayClose && !mayOpen) return "close";
	if (mayOpen && !mayClose && top?.mark !== '"') return "open";
	return top === undefined ? "open" : "close";
}

function curlyReading(mark: string, text: string, index: number, top: Open | undefined) {
	const before = text[index - 1];
	const after = text[index + 1];
	if (mark === "“") {
		if (!endsWord(before) && !(isGap(before) && !startsWord(after) && top)) return "open";
		if (top) return "close";
		return startsWord(after) || opensLater(text, index) ? "open" : "close";
	}
	if (top) return "close";
	const isBeforeWord = startsWord(after) && (isGap(before) || (before !== undefined && opening.test(before)));
	return isBeforeWord ? "open" : "close";
}

/** Whether the next double mark closes what this one would open: then only a space stands on its wrong side. */
function opensLater(text: string, index: number): boolean {
	const next = /["“”]/.exec(text.slice(index + 1, index + 300));
	return next?.[0] === "”" && isGap(text[index + 1]);
}

/** What an apostrophe stands before, inside a word. */
const tail = /^(?:s|t|re|ve|ll|d|m|clock|em)(?![\p{L}\p{N}])/iu;
/** Words that begin with an apostrophe. */
const shortened = /^(?:\d0s\b|\d\ds?\b|tis\b|twas\b|em\b|til\b|till\b|cause\b|round\b|bout\b|n\b)/i;

/** Single marks and apostrophes. */
export function readSingleQuotes(text: string): QuoteSlip[] {
	const slips: QuoteSlip[] = [];
	let open = false;
	for (const { 0: mark, index } of text.matchAll(/[‘’`´]/g)) {
		const before = text[index - 1];
		const rest = text.slice(index + 1, index + 8);
		const at = { start: index, end: index + 1 };
		if (isWord(before) && tail.test(rest)) {
			if (mark !== "’") slips.push({ ...at, is: "apostrophe", fix: apostropheOf(text) });
		} else if (mark === "‘") {
			const is = readOpening(text, index, open);
			open = is === null;
			if (is) slips.push({ ...at, is, fix: "’" });
		} else if (mark === "’") {
			const opens = !open && isGap(before) && isWord(rest[0]) && !shortened.test(rest);
			if (opens && closesLater(text, index)) {
				slips.push({ ...at, is: "closing-for-opening", fix: "‘" });
				open = true;
			} else if (!isWord(rest[0])) open = false;
		}
	}
	return slips;
}

/** As the text has its other marks. */
const apostropheOf = (text: string): string => (/['"]/.test(text) && !/[’“”]/.test(text) ? "'" : "’");

/** Null where an opening mark is right. */
function readOpening(text: string, index: number, open: boolean): "opening-for-closing" | "shortened" | null {
	const before = text[index - 1];
	const rest = text.slice(index + 1, index + 8);
	if (endsWord(before)) {
		if (isWord(rest[0])) return null; // Hawai‘i, T‘ai-p‘ing
		if (isGap(rest[0]) && !open && closesLater(text, index)) return null; // only a space on the wrong side
		return "opening-for-closing";
	}
	if (/^(?:n[‘’]|tis\b|twas\b|em\b)/i.test(rest)) return "shortened";
	return /^\d0s/.test(rest) && !closesLater(text, index) ? "shortened" : null;
}

/** Whether a closing mark that is no apostrophe follows. */
const closesLater = (text: string, index: number): boolean =>
	/^[^‘]{0,200}[\p{L}\p{N}.,!?…]’(?![\p{L}\p{N}])/u.test(text.slice(index + 1, index + 260));
