/**
 * Documents of 40 to 80 shuffled lines, out of lines that correspond (WMT 2022). What stands in two lines that
 * correspond is the only truth there is, so every bead is made of whole lines:
 * - one sentence on both sides is 1-1; one on one side and two to four on the other, as the translator had it, is
 *   1-n or n-1; of more than one on both sides nobody knows the beads inside, so each side stays one piece;
 * - a 1-1 may lose a side, or be cut in two at a comma on one side, or be joined with its neighbours on one side;
 * - for a 2-2 the first clause of a sentence joins the sentence before it, on one side only.
 * The shares are like those of real text: 60 to 70 % 1-1, 20 to 28 % 1-2 and 2-1, 4 to 8 % 1-3, 3-1 and 1-4,
 * 2 to 5 % 2-2, 2 % alone.
 */
import { join } from "node:path";
import type { IndexBead } from "#lib/core/align/evaluate.ts";
import { sentenceJoiner } from "#lib/core/text/sentence-joiner.ts";
import { splitSentences } from "#lib/core/text/sentences.ts";
import { between, type Random, seeded, shuffled } from "./random.ts";
import { type GoldDocument, readLines, type Side, sides } from "./sets.ts";

/** Sentences of both sides that translate each other. */
type Unit = Readonly<Record<Side, readonly string[]>>;

export interface WmtOptions {
	/** A paragraph has so many beads at most; without it no paragraphs are told. 1 makes each bead a paragraph. */
	readonly paragraphs?: number;
}

const languages = { source: "zh", target: "en" } as const satisfies Record<Side, string>;
const leastLines = 40;
const mostLines = 80;
/** More sentences than this for a single one are left together. */
const mostSplit = 4;
/** How many of the paragraph boundaries one of the sides does not have. */
const mergedParagraphs = 0.1;

/** Every line of the folder is in one of the documents, against the human reference or the machine's output. */
export function wmtDocuments(
	folder: string,
	translation: "reference" | "machine",
	seed: number,
	{ paragraphs }: WmtOptions = {},
): GoldDocument[] {
	const random = seeded(seed);
	const target = readLines(join(folder, `${translation}.en`));
	const units = readLines(join(folder, "source.zh")).map((line, i) => unitOf(line, target[i] ?? ""));
	const left = shuffled(units, random);
	const documents: GoldDocument[] = [];
	while (left.length > 0) {
		const size = left.length < leastLines + mostLines ? left.length : between(random, leastLines, mostLines);
		const pieces = halve(left.splice(0, size)).map((lines) => reshape(lines, random));
		for (const beads of pieces) {
			const name = `${translation} ${documents.length + 1}`;
			documents.push(documentOf(name, beads, paragraphs, random));
		}
	}
	return documents;
}

/** What is left at the end may be too much for one document. */
function halve(lines: readonly Unit[]): (readonly Unit[])[] {
	const middle = Math.ceil(lines.length / 2);
	return lines.length > mostLines ? [lines.slice(0, middle), lines.slice(middle)] : [lines];
}

function unitOf(sourceLine: string, targetLine: string): Unit {
	const source = splitSentences(sourceLine, languages.source);
	const target = splitSentences(targetLine, languages.target);
	const known =
		Math.min(source.length, target.length) === 1 && Math.max(source.length, target.length) <= mostSplit;
	return known ? { source, target } : { source: [sourceLine], target: [targetLine] };
}

interface Shape {
	/** How often a 1-1 becomes this. */
	readonly chance: number;
	/** Of how many lines it is made. */
	readonly lines: number;
	/** Null where the sentences do not allow it. */
	make(units: readonly Unit[], side: Side): Unit | null;
}

const shapes: readonly Shape[] = [
	{ chance: 0.02, lines: 1, make: (units, side) => ({ ...together(units), [side]: [] }) },
	{ chance: 0.1, lines: 1, make: cutInTwo },
	{ chance: 0.13, lines: 2, make: (units, side) => ({ ...together(units), [side]: [joined(units, side)] }) },
	{ chance: 0.05, lines: 3, make: (units, side) => ({ ...together(units), [side]: [joined(units, side)] }) },
	{ chance: 0.07, lines: 2, make: overlapping },
];

function reshape(lines: readonly Unit[], random: Random): Unit[] {
	const beads: Unit[] = [];
	for (let at = 0; at < lines.length; ) {
		const side = sides[between(random, 0, 1)] ?? "source";
		const { lines: count, made } = draw(lines, at, side, random());
		beads.push(...made);
		at += count;
	}
	return beads;
}

/** What becomes of the lines from `at` on; `lot`, 0 to 1, says which shape is tried. */
function draw(
	lines: readonly Unit[],
	at: number,
	side: Side,
	lot: number,
): { lines: number; made: readonly Unit[] } {
	const shape = shapeFor(lot);
	const units = lines.slice(at, at + (shape?.lines ?? 1));
	const single = units.every((unit) => unit.source.length === 1 && unit.target.length === 1);
	const made = shape && single && units.length === shape.lines ? shape.make(units, side) : null;
	return made ? { lines: units.length, made: [made] } : { lines: 1, made: lines.slice(at, at + 1) };
}

function shapeFor(lot: number): Shape | undefined {
	let left = lot;
	for (const shape of shapes) {
		if (left < shape.chance) return shape;
		left -= shape.chance;
	}
	return undefined;
}

function together(units: readonly Unit[]): Unit {
	return { source: units.flatMap((unit) => unit.source), target: units.flatMap((unit) => unit.target) };
}

function joined(units: readonly Unit[], side: Side): string {
	return units.flatMap((unit) => unit[side]).join(sentenceJoiner(languages[side]));
}

function cutInTwo(units: readonly Unit[], side: Side): Unit | null {
	const halves = cut(joined(units, side), side);
	return halves && { ...together(units), [side]: halves };
}

function overlapping(units: readonly Unit[], side: Side): Unit | null {
	const [first, second] = together(units)[side];
	const halves = cut(second ?? "", side);
	if (first === undefined || halves === null) return null;
	const start = [first, halves[0]].join(sentenceJoiner(languages[side]));
	return { ...together(units), [side]: [start, halves[1]] };
}

/** Both parts of a sentence have at least this share of its characters. */
const leastPart = 0.25;

/** Cuts a sentence after the comma, colon or semicolon that is nearest to its middle, if one is near. */
function cut(sentence: string, side: Side): readonly [string, string] | null {
	const marks = [...sentence.matchAll(side === "source" ? /[，；：]/gu : /[,;:](?= )/gu)];
	const off = (place: number) => Math.abs(place - sentence.length / 2);
	const [place] = marks.map(({ index }) => index + 1).sort((a, b) => off(a) - off(b));
	if (place === undefined || off(place) > (0.5 - leastPart) * sentence.length) return null;
	return [sentence.slice(0, place), sentence.slice(place).trimStart()];
}

function documentOf(
	name: string,
	beads: readonly Unit[],
	most: number | undefined,
	random: Random,
): GoldDocument {
	const { source, target } = together(beads);
	const gold: IndexBead[] = [];
	const starts: Record<Side, number[]> = { source: [], target: [] };
	let [sources, targets, until] = [0, 0, 0];
	for (const [at, bead] of beads.entries()) {
		if (most !== undefined && at === until) {
			until += between(random, 1, most);
			const lot = at === 0 ? 1 : random() / mergedParagraphs;
			if (lot >= 0.5) starts.source.push(sources);
			if (lot < 0.5 || lot >= 1) starts.target.push(targets);
		}
		gold.push({ source: count(sources, bead.source), target: count(targets, bead.target) });
		sources += bead.source.length;
		targets += bead.target.length;
	}
	const document = { name, source, target, gold };
	if (most === undefined) return document;
	return {
		...document,
		sourceParagraphs: tidy(starts.source, sources),
		targetParagraphs: tidy(starts.target, targets),
	};
}

function count(from: number, sentences: readonly string[]): number[] {
	return sentences.map((_, i) => from + i);
}

/** A bead with an empty side begins no sentence there: its start is the next one's, and the text's end is none. */
function tidy(starts: readonly number[], end: number): number[] {
	return [...new Set(starts)].filter((start) => start < end);
}
