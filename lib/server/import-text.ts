/** From pasted text to the sides and rows of an import: cutting, aligning, ids. */
import { z } from "zod";
import type { Bead, Example } from "#lib/core/align/contract.ts";
import { type AlignerId, findAligner } from "#lib/core/align/registry.ts";
import { type DocumentDescription, type Side, segmentKinds } from "#lib/core/document/model.ts";
import { maxSegmentLength, maxSegments } from "#lib/core/document/operations/contract.ts";
import type { Import } from "#lib/core/document/operations/import.ts";
import { OriginSchema, type WrittenRow, type WrittenSegment } from "#lib/core/document/operations/side.ts";
import { detectLanguage } from "#lib/core/text/language.ts";
import { paragraphModes } from "#lib/core/text/paragraphs.ts";
import { type CutParagraph, type CutSegment, segmentText } from "#lib/core/text/passages.ts";
import { checkText } from "#lib/core/text/wellformed.ts";
import { alignTexts, type SideTexts } from "./align-texts.ts";
import { AppError } from "./errors.ts";
import { newId } from "./new-id.ts";
import { PlainLine } from "./plain-text.ts";
import type { Watch } from "./threads/in-thread.ts";

/** Bytes of an import's body: two sides of a long book. */
export const importLimit = 64 * 1024 * 1024;

const Kinds = z.record(z.string().regex(/^\d{1,6}$/), z.enum(segmentKinds));
const Language = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const Text = z.strictObject({ text: z.string().min(1), kinds: Kinds.optional() });

const Shared = {
	paragraphs: z.enum(paragraphModes),
	aligner: z.string().refine((id): id is AlignerId => findAligner(id) !== undefined),
};

export const NewDocument = z.strictObject({
	title: PlainLine(1_000).optional(),
	publishedOn: PlainLine(100).nullish(),
	publisher: PlainLine(1_000).nullish(),
	byline: PlainLine(1_000).nullish(),
	sourceLanguage: Language.optional(),
	targetLanguage: Language.optional(),
	source: Text.optional(),
	target: Text.optional(),
	origin: OriginSchema,
	...Shared,
});
export type NewDocument = z.infer<typeof NewDocument>;

export interface CutSide {
	readonly language: string;
	readonly segments: readonly CutSegment[];
	readonly paragraphs: readonly CutParagraph[];
}

/** One passage: how many segments of each side it takes, and the aligner's confidence. */
export type CutRow = readonly [source: number, target: number, confidence: number | null];

/** Throws `invalid` with line and column where a text holds what the database cannot. */
export function checkStorable(side: Side, text: string): void {
	const check = checkText(text);
	if (!check.ok) throw new AppError("invalid", check.key, { side, line: check.line, column: check.column });
}

/** Cuts one side's text into segments. Throws `invalid` with line and column where the text cannot be stored. */
export function cutSide(
	side: Side,
	input: z.infer<typeof Text>,
	paragraphs: NewDocument["paragraphs"],
	language?: string,
): CutSide {
	checkStorable(side, input.text);
	const known = languageOf(side, input.text, language);
	const cut = segmentText(input.text, {
		paragraphs,
		language: known,
		...(input.kinds ? { kinds: input.kinds } : {}),
	});
	if (cut.segments.length === 0) throw new AppError("invalid", "textEmpty", { side });
	if (cut.segments.length > maxSegments)
		throw new AppError("too-large", "tooManySegments", { side, limit: maxSegments });
	const long = cut.segments.findIndex((segment) => segment.text.length > maxSegmentLength);
	if (long >= 0)
		throw new AppError("too-large", "segmentTooLong", {
			side,
			line: lineOf(cut.paragraphs, long),
			limit: maxSegmentLength,
		});
	return { language: known, ...cut };
}

/** The language that was named, else the one detected, else the usual one of that side. */
export function languageOf(side: Side, text: string | undefined, named?: string): string {
	return (
		named ?? (text === undefined ? null : detectLanguage(text)) ?? (side === "source" ? "zh-Hans" : "en")
	);
}

function lineOf(paragraphs: readonly CutParagraph[], segment: number): number {
	let last = -1;
	for (const paragraph of paragraphs) {
		last += paragraph.segments;
		if (segment <= last) return paragraph.line;
	}
	return 1;
}

/** The pairs of an aligner as numbers of sentences. */
export function rowsOf(beads: readonly Bead[]): CutRow[] {
	return beads.map(({ source, target, confidence }) => [
		source[1] - source[0],
		target[1] - target[0],
		confidence,
	]);
}

/** Furniture is in no row. */
export function textsOf(side: CutSide): SideTexts {
	const segments = side.segments.filter((segment) => segment.kind !== "furniture");
	return {
		texts: segments.map((segment) => segment.text),
		starts: segments.flatMap((segment, i) => (segment.paragraphStart ? [i] : [])),
		kinds: segments.map((segment) => segment.kind),
		language: side.language,
	};
}

export interface Preview {
	readonly source: CutSide | null;
	readonly target: CutSide | null;
	readonly rows: readonly CutRow[];
}

/** What an import would make, without making it: aligned where there are two sides, else one segment a row. */
export async function cutDocument(
	input: NewDocument,
	examples: readonly Example[] = [],
	watch: Watch = {},
): Promise<Preview> {
	const source = input.source
		? cutSide("source", input.source, input.paragraphs, input.sourceLanguage)
		: null;
	const target = input.target
		? cutSide("target", input.target, input.paragraphs, input.targetLanguage)
		: null;
	if (!source && !target) throw new AppError("invalid", "textEmpty");
	if (source && target) {
		const sides = { source: textsOf(source), target: textsOf(target) };
		const beads = await alignTexts({ aligner: input.aligner, ...sides, examples }, watch);
		return { source, target, rows: rowsOf(beads) };
	}
	const alone = source ?? target;
	const rows = (alone ? textsOf(alone).texts : []).map((): CutRow => (source ? [1, 0, null] : [0, 1, null]));
	return { source, target, rows };
}

/** The first revision of a new document, with ids for everything. */
export function importOperation(input: NewDocument, { source, target, rows }: Preview): Import {
	return {
		type: "import",
		v: 1,
		description: describe(input, source, target),
		source: writeSide(source),
		target: writeSide(target),
		origin: target ? input.origin : null,
		rows: rows.map(([sources, targets, confidence]): WrittenRow => [newId(), sources, targets, confidence]),
	};
}

export function writeSide(side: CutSide | null): WrittenSegment[] {
	return (side?.segments ?? []).map(({ kind, paragraphStart, text }) => [
		newId(),
		kind,
		paragraphStart,
		text,
	]);
}

/** Longest title taken from a first line that is really a paragraph, in characters. */
const longestTitle = 120;

function describe(
	input: NewDocument,
	source: CutSide | null,
	target: CutSide | null,
): Omit<DocumentDescription, "origins" | "labels"> {
	return {
		title: input.title ?? titleOf(target) ?? titleOf(source) ?? "",
		publishedOn: input.publishedOn ?? null,
		publisher: input.publisher ?? null,
		byline: input.byline ?? null,
		sourceLanguage: source?.language ?? input.sourceLanguage ?? "zh-Hans",
		targetLanguage: target?.language ?? input.targetLanguage ?? "en",
	};
}

function titleOf(side: CutSide | null): string | undefined {
	const texts = side?.segments.filter((segment) => segment.kind !== "furniture") ?? [];
	const text = (texts.find((segment) => segment.kind === "title") ?? texts[0])?.text;
	if (text === undefined) return undefined;
	const characters = [...text.replaceAll(/\s+/g, " ")];
	return characters.length > longestTitle
		? `${characters.slice(0, longestTitle - 1).join("")}…`
		: characters.join("");
}
