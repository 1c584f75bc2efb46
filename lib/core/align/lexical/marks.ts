/** Marks of punctuation that both languages use alike: what a sentence begins and ends with, and how often it has each. */

export const ends = ["none", "stop", "question", "exclamation", "ellipsis", "comma", "colon"] as const;

export interface SideMarks {
	/** Per sentence: 1 where it begins with an opening quotation mark. */
	readonly opens: Uint8Array;
	/** Per sentence: 1 where it ends with a closing quotation mark. */
	readonly closes: Uint8Array;
	/** Per sentence: place in `ends` of the mark before closing quotation marks and brackets. */
	readonly endings: Uint8Array;
	/** Per sentence: 1 where it begins in the midst, with a small letter or a mark that continues. */
	readonly continues: Uint8Array;
	/** Per sentence: 1 where a quotation is open after it. */
	readonly inside: Uint8Array;
	/** Running totals over the sentences, from 0: question marks, exclamation marks, opening and closing quotation marks. */
	readonly totals: readonly Float64Array[];
}

/** Marks whose numbers in the two sides of a bead should agree. */
export const counted = [/[?？]/gu, /[!！]/gu, /“/gu, /”/gu, /[…⋯]+|\.{3,}|\. \. \.|——|—/gu, /\d+/gu] as const;

const opening = /^[(（—-]*“/u;
const closing = /”[)）\]]*$/u;
const afterEnd = /[”)）\]\s]+$/u;

export function readMarks(sentences: readonly string[]): SideMarks {
	const length = sentences.length;
	const marks = {
		opens: new Uint8Array(length),
		closes: new Uint8Array(length),
		endings: new Uint8Array(length),
		continues: new Uint8Array(length),
		inside: new Uint8Array(length),
		totals: counted.map(() => new Float64Array(length + 1)),
	};
	let inside = 0;
	for (const [i, raw] of sentences.entries()) {
		const sentence = directQuotes(raw.trim());
		inside = quotationAfter(sentence, inside);
		marks.inside[i] = inside;
		marks.opens[i] = opening.test(sentence) ? 1 : 0;
		marks.closes[i] = closing.test(sentence) ? 1 : 0;
		marks.endings[i] = endingOf(sentence.replace(afterEnd, ""));
		marks.continues[i] = /^[\p{Ll}，,、；;：:)）]/u.test(sentence) ? 1 : 0;
		for (const [k, mark] of counted.entries()) {
			const total = marks.totals[k];
			if (total) total[i + 1] = (total[i] ?? 0) + (sentence.match(mark)?.length ?? 0);
		}
	}
	return marks;
}

/** 1 where a quotation is still open after the sentence, the last quotation mark being an opening one. */
function quotationAfter(sentence: string, before: number): number {
	const [opened, closed] = [sentence.lastIndexOf("“"), sentence.lastIndexOf("”")];
	return opened === closed ? before : Number(opened > closed);
}

const anyQuote = /["'‘’‚‛“”„‟「」『』«»‹›]/gu;
const surelyOpening = /[„‟‚‛「『]/u;
const surelyClosing = /[」』]/u;
const mostlyOpening = /[‘“«‹]/u;
const mostlyClosing = /[”»›]/u;

/**
 * Every quotation mark as “ or ”, whatever the language and style. Straight ones and ’ go by their place: opening before
 * a letter after a space, closing after a mark or at the end; an apostrophe stays. Those that some languages turn
 * around („so“, »so«, ”so”) go by their place where it is plain.
 */
function directQuotes(sentence: string): string {
	return sentence.replaceAll(anyQuote, (mark, at: number) => {
		if (surelyOpening.test(mark)) return "“";
		if (surelyClosing.test(mark)) return "”";
		const before = sentence.charAt(at - 1);
		const after = sentence.charAt(at + 1);
		const starts = /^$|[\s(（—–-]/u.test(before);
		const stops = /^$|[\s.,!?…—–;:)\]]/u.test(after);
		if (mostlyOpening.test(mark)) return !starts && stops ? "”" : "“";
		if (mostlyClosing.test(mark))
			return starts && !stops && !mostlyOpening.test(sentence.slice(0, at)) ? "“" : "”";
		if (starts) return /^$|\s/u.test(after) ? "”" : "“";
		return mark === '"' || /[.,!?…—–;:)\]]/u.test(before) || after === "" ? "”" : mark;
	});
}

function endingOf(sentence: string): number {
	if (/[?？][!！]?$/u.test(sentence)) return 2;
	if (/[!！]$/u.test(sentence)) return 3;
	if (/(?:…|⋯|\.{3}|—)$/u.test(sentence)) return 4;
	if (/[.。．｡]$/u.test(sentence)) return 1;
	if (/[,，、;；]$/u.test(sentence)) return 5;
	return /[:：]$/u.test(sentence) ? 6 : 0;
}
