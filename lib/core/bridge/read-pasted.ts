/** What came back from a translation engine or a chat: which line belongs to which passage. */
import { maxSegmentLength } from "../document/operations/contract.ts";
import { isWellFormedText } from "../document/text.ts";
import { hasMarks } from "../formats/marked-text.ts";
import { heaviestAscending } from "./ascending.ts";
import { isClosing, isFence, isOpening, isRule, isTableHead } from "./chatter.ts";
import { type LineLabel, labelOf } from "./line-label.ts";
import { readParallel } from "./read-parallel.ts";
import { unpackJson } from "./unpack-json.ts";
import { lineBreaks } from "./write-numbered.ts";

export interface PastedLine {
	readonly number: number;
	readonly text: string;
	readonly how: "numbered" | "parallel";
}

/** A piece that belongs to no passage that is asked for. */
export interface ExtraLine {
	/** Line of what was pasted, from 1. */
	readonly line: number;
	readonly text: string;
	/** The number that stands before it; null where none does. */
	readonly number: number | null;
}

/** `counts`: no numbers, and not as many lines as passages; the others name the passage whose text cannot be taken. */
export type PasteProblem =
	| { readonly key: "counts"; readonly values: { readonly lines: number; readonly passages: number } }
	| { readonly key: "tooLong"; readonly values: { readonly number: number; readonly max: number } }
	| { readonly key: "notText"; readonly values: { readonly number: number } };

export interface Pasted {
	/** In the order of the passages. */
	readonly lines: readonly PastedLine[];
	/** Passages that were asked for and did not come. */
	readonly missing: readonly number[];
	readonly extra: readonly ExtraLine[];
	/** Taken, although they stand elsewhere than their numbers say. */
	readonly outOfOrder: readonly number[];
	/** The first of them was taken; the others are extra. */
	readonly repeated: readonly number[];
	readonly problems: readonly PasteProblem[];
}

/** A line with something in it. */
export interface ReadableLine {
	/** From 1. */
	readonly line: number;
	readonly text: string;
	/** Nothing, a rule or a fence stands before it. */
	readonly apart: boolean;
}

/**
 * @param expected numbers of the passages that may be filled, ascending
 * @param asked those of them that were copied: lines without numbers are for these, and these can be missing
 */
export function readPasted(
	pasted: string,
	expected: readonly number[],
	asked: readonly number[] = expected,
): Pasted {
	const text = unpackJson(pasted) ?? pasted;
	const lines = readableLines(text);
	const labels = labelsOf(lines, expected);
	const numbered = labels.filter((label) => label?.expected).length;
	const mostlyBare = numbered * 2 < lines.length && lines.length === asked.length && asked.length > 1;
	if (numbered === 0 || mostlyBare || isRenumbered(lines, expected, asked))
		return checked(readParallel(lines, text, asked), asked);
	return checked(readNumbered(lines, labels, expected), asked);
}

/**
 * An engine that makes a list of its own counts from 1, or begins every line with 1 as Markdown may. Where all its
 * numbers are those of passages that may be filled, they may be meant, and the others are told as missing.
 */
function isRenumbered(
	lines: readonly ReadableLine[],
	expected: readonly number[],
	asked: readonly number[],
): boolean {
	const known = new Set(expected);
	if (asked.length < 2 || asked.every((_, i) => known.has(i + 1))) return isAllOnes(lines, asked);
	const labels = lines.flatMap(({ text }) => labelOf(text) ?? []).filter(({ weak }) => !weak);
	return labels.length === asked.length && labels.every(({ number }, i) => number === i + 1);
}

const isAllOnes = (lines: readonly ReadableLine[], asked: readonly number[]) =>
	asked.length > 1 && lines.length === asked.length && lines.every(({ text }) => labelOf(text)?.number === 1);

function readableLines(text: string): ReadableLine[] {
	let apart = true;
	return text.split(lineBreaks).flatMap((line, i) => {
		if (line.trim() === "" || isFence(line) || isRule(line) || isTableHead(line)) {
			apart = true;
			return [];
		}
		const readable = { line: i + 1, text: line.trim(), apart };
		apart = false;
		return [readable];
	});
}

interface Label extends LineLabel {
	readonly expected: boolean;
	/** Its place is where its number says. */
	readonly inOrder: boolean;
}

/** For each line its label, if what looks like one is one: numbers ascend, and they are those that were copied. */
function labelsOf(lines: readonly ReadableLine[], expected: readonly number[]): (Label | null)[] {
	const places = new Map(expected.map((number, i) => [number, i]));
	const found = lines.map(({ text }) => labelOf(text));
	const candidates = found.flatMap((label, at) => (label ? [{ ...label, at }] : []));
	const sure = candidates.filter(
		({ weak, number }, i) => !weak || fitsExactly(number, candidates[i - 1], candidates[i + 1], places),
	);
	const run = heaviestAscending(
		sure.map(({ number }) => number),
		(i) => (places.has(sure[i]?.number ?? 0) ? 2 : 1),
	);
	const labels = lines.map((): Label | null => null);
	for (const [i, { at, ...label }] of sure.entries()) {
		const known = places.has(label.number);
		if (run.has(i) || known) labels[at] = { ...label, expected: known, inOrder: run.has(i) };
	}
	return labels;
}

/** A number that may be a sentence's own is a label only right between those before and after it. */
function fitsExactly(
	number: number,
	before: LineLabel | undefined,
	after: LineLabel | undefined,
	places: ReadonlyMap<number, number>,
): boolean {
	const place = places.get(number);
	if (place === undefined) return false;
	const follows = before ? places.get(before.number) === place - 1 : true;
	const leads = after ? places.get(after.number) === place + 1 : true;
	return follows && leads && (before !== undefined || after !== undefined || places.size === 1);
}

interface Piece extends Label {
	readonly line: number;
	readonly parts: string[];
}

function readNumbered(
	lines: readonly ReadableLine[],
	labels: readonly (Label | null)[],
	expected: readonly number[],
): Omit<Pasted, "missing"> {
	const last = labels.findLastIndex((label) => label !== null);
	const pieces: Piece[] = [];
	const extra: ExtraLine[] = [];
	let closed = false;
	for (const [i, { line, text, apart }] of lines.entries()) {
		const label = labels[i];
		const piece = pieces.at(-1);
		if (label) {
			pieces.push({ ...label, line, parts: label.text === "" ? [] : [label.text] });
			closed = false;
			continue;
		}
		const begun = (piece?.parts.length ?? 0) > 0;
		closed ||= isClosing(text) || (begun && apart && (i > last || isOpening(text)));
		if (!piece || closed) extra.push({ line, text, number: null });
		else piece.parts.push(text);
	}
	const labelled = new Set(pieces.map(({ number }) => number));
	const next = new Map(expected.map((number, i) => [number, expected[i + 1]]));
	const follower = (number: number) => {
		const following = next.get(number);
		return following === undefined || labelled.has(following) ? undefined : following;
	};
	return gather(
		pieces.flatMap((piece) => unjoined(piece, follower)),
		extra,
	);
}

/** Lines that were joined to one, "12. One. 13. Two."; `follower` names the next passage if it has no line of its own. */
function unjoined(piece: Piece, follower: (number: number) => number | undefined): Piece[] {
	const pieces: Piece[] = [];
	let text = piece.parts.join(" ");
	let { number } = piece;
	for (let next = follower(number); next !== undefined; next = follower(number)) {
		const at = placeOf(next, text);
		if (!at) break;
		pieces.push({ ...piece, number, parts: [text.slice(0, at.start).trim()] });
		text = text.slice(at.end).trim();
		number = next;
	}
	return [...pieces, { ...piece, number, parts: [text] }];
}

function placeOf(number: number, text: string): { start: number; end: number } | null {
	const match = new RegExp(
		`(?<=[.!?。！？…”"’')）])\\s+[[(（【]?${number}[\\]】.、:：)）]{1,2}\\s+`,
		"u",
	).exec(text);
	return match && { start: match.index, end: match.index + match[0].length };
}

function gather(pieces: readonly Piece[], others: readonly ExtraLine[]): Omit<Pasted, "missing"> {
	const taken = new Map<number, Piece>();
	for (const piece of pieces.filter(({ inOrder, expected }) => inOrder && expected))
		if (!taken.has(piece.number)) taken.set(piece.number, piece);
	const outOfOrder: number[] = [];
	for (const piece of pieces) {
		if (!piece.expected || taken.has(piece.number)) continue;
		taken.set(piece.number, piece);
		outOfOrder.push(piece.number);
	}
	const left = pieces.filter((piece) => taken.get(piece.number) !== piece);
	const extra = left.map(({ line, number, parts }) => ({
		line,
		text: parts.join(" "),
		number,
	}));
	return {
		lines: [...taken.values()]
			.toSorted((a, b) => a.number - b.number)
			.map(({ number, parts }) => ({ number, text: parts.join(" "), how: "numbered" })),
		extra: [...others, ...extra].toSorted((a, b) => a.line - b.line),
		outOfOrder: outOfOrder.toSorted((a, b) => a - b),
		repeated: [...new Set(left.flatMap(({ number, expected }) => (expected ? [number] : [])))].toSorted(
			(a, b) => a - b,
		),
		problems: [],
	};
}

/** Leaves out what cannot be a rendering and says what did not come. */
function checked(read: Omit<Pasted, "missing">, asked: readonly number[]): Pasted {
	const problems: PasteProblem[] = [...read.problems];
	const lines = read.lines.filter(({ number, text }) => {
		if (text.length > maxSegmentLength)
			problems.push({ key: "tooLong", values: { number, max: maxSegmentLength } });
		else if (!isWellFormedText(text) || hasMarks(text)) problems.push({ key: "notText", values: { number } });
		else return text !== "";
		return false;
	});
	const came = new Set(read.lines.filter(({ text }) => text !== "").map(({ number }) => number));
	return { ...read, lines, problems, missing: asked.filter((number) => !came.has(number)) };
}
