import type { Bead } from "#lib/core/align/contract.ts";
import type { Side } from "#lib/core/document/model.ts";
import { maxSegmentLength, maxSegments } from "#lib/core/document/operations/contract.ts";
import { plainText } from "#lib/core/formats/marked-text.ts";
import type { ReadProblem } from "#lib/core/formats/reader.ts";
import type { Metadata } from "#lib/core/furniture/block.ts";
import type { CutTexts } from "#lib/core/reading/cut-page.ts";
import type { CutRow } from "#lib/core/reading/cut-units.ts";
import { detectLanguage } from "#lib/core/text/detect-language.ts";
import { checkText } from "#lib/core/text/wellformed.ts";
import type { SideTexts } from "./align-texts.ts";
import { AppError } from "./errors.ts";

export interface CutSide extends CutTexts {
	readonly language: string;
	readonly metadata?: Metadata;
	readonly problems?: readonly ReadProblem[];
	/** Paragraphs whose kind a rule of the project decided, by their place. */
	readonly learned?: readonly number[];
}

/** Throws `invalid` with line and column where a text holds what the database cannot. */
export function checkStorable(side: Side, text: string): void {
	const check = checkText(text);
	if (!check.ok) throw new AppError("invalid", check.key, { side, line: check.line, column: check.column });
}

/** Throws `too-large` with the line where a side is more than a document can hold. */
export function checkLimits(side: Side, cut: CutSide): CutSide {
	if (cut.segments.length === 0) throw new AppError("invalid", "textEmpty", { side });
	if (cut.segments.length > maxSegments)
		throw new AppError("too-large", "tooManySegments", { side, limit: maxSegments });
	const long = cut.segments.findIndex((segment) => segment.text.length > maxSegmentLength);
	if (long >= 0)
		throw new AppError("too-large", "segmentTooLong", {
			side,
			line: lineOf(cut, long),
			limit: maxSegmentLength,
		});
	return cut;
}

/** The language that was named, else the one detected, else the usual one of that side. */
export function languageOf(side: Side, text: string | undefined, named?: string): string {
	return (
		named ?? (text === undefined ? null : detectLanguage(text)) ?? (side === "source" ? "zh-Hans" : "en")
	);
}

function lineOf({ paragraphs }: CutTexts, segment: number): number {
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

/** As they read, without inline codes. Furniture is in no row. */
export function textsOf(side: CutSide): SideTexts {
	const segments = side.segments.filter((segment) => segment.kind !== "furniture");
	return {
		texts: segments.map(({ text }) => plainText({ text, codes: side.codes })),
		starts: segments.flatMap((segment, i) => (segment.paragraphStart ? [i] : [])),
		kinds: segments.map((segment) => segment.kind),
		language: side.language,
	};
}

/** What the pages say of themselves, the target's word above the source's. */
export interface About {
	readonly title: string | null;
	readonly publishedOn: string | null;
	readonly publisher: string | null;
	readonly byline: string | null;
}

/** The first page's word above the second's. */
export function aboutOf(first: Metadata | undefined, second: Metadata | undefined): About {
	return {
		title: first?.title ?? second?.title ?? null,
		publishedOn: first?.publishedAt ?? second?.publishedAt ?? null,
		publisher: first?.publisher ?? second?.publisher ?? null,
		byline: first?.byline ?? second?.byline ?? null,
	};
}
