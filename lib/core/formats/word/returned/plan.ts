import { type Change, diffWords } from "#lib/core/diff/words.ts";
import type { FileParagraph, FileTrace } from "./body.ts";
import { commentsOf } from "./comments.ts";
import type { Expected, ExpectedSentence } from "./expected.ts";
import type { ReturnedFile } from "./file.ts";
import { type Found, type Matching, matchSentences, type Place } from "./match.ts";

/** What somebody made of a rendering outside. */
export interface ReturnedText {
	/** Of the segment; of the passage where it had no rendering. */
	readonly kind: "segment" | "passage";
	readonly id: string;
	/** As the file had it, and as it has it now: without codes. */
	readonly before: string;
	readonly after: string;
	/** Who the file says changed it; none where it was changed without a trace. */
	readonly authors: readonly string[];
	/** The last of their changes, ISO 8601. */
	readonly at: string | null;
}

export interface ReturnedComment {
	readonly kind: "segment" | "passage";
	readonly side: "source" | "target";
	readonly id: string;
	/** Null: all of it. */
	readonly quote: { readonly text: string; readonly at: number } | null;
	readonly said: readonly Said[];
}

export interface Said {
	readonly author: string;
	readonly at: string | null;
	readonly text: string;
}

/** An answer to something that was said here, and went along. */
export interface ReturnedAnswer {
	readonly to: Pick<Said, "author" | "text">;
	readonly said: Said;
}

export const unplacedKinds = [
	"added",
	"removed",
	"broken",
	"joined",
	"head",
	"source",
	"comment",
	"beside",
	"drawing",
] as const;
/** What is told and not taken over. `near`: the segment before it, or that it is about. */
export interface Unplaced {
	readonly kind: (typeof unplacedKinds)[number];
	readonly text: string;
	readonly near: string | null;
}

export interface ReturnedPlan {
	readonly texts: readonly ReturnedText[];
	readonly comments: readonly ReturnedComment[];
	readonly answers: readonly ReturnedAnswer[];
	readonly unplaced: readonly Unplaced[];
	/** Changes of looks alone. */
	readonly relooked: number;
}

export interface Returning {
	/** As the version that the file names is handed out in its layout. */
	readonly expected: Expected;
	readonly sourceLanguage: string;
	readonly targetLanguage: string;
	/** What had been said when it was handed out, or since. */
	readonly said: readonly Pick<Said, "author" | "text">[];
	/** Whether a change went out with the file: somebody made it here at just that second. */
	readonly isOurs: (trace: FileTrace) => boolean;
}

/** What a file that came back says that the version it came from did not. */
export function planReturned(file: ReturnedFile, returning: Returning): ReturnedPlan {
	const inTable = file.identity?.layout === "columns";
	const { expected } = returning;
	const isSource = ({ cell }: { readonly cell: { readonly column: number } | null }) =>
		inTable && cell?.column === 0;

	const named = ({ cell, tags }: FileParagraph) => inTable && cell?.row === 0 && tags.length === 0;
	const paragraphs = file.paragraphs.filter((paragraph) => !named(paragraph));
	const source = matchSentences(expected.source, paragraphs.filter(isSource), returning.sourceLanguage);
	const rendering = matchSentences(
		expected.rendering,
		paragraphs.filter((paragraph) => !isSource(paragraph)),
		returning.targetLanguage,
	);
	const changed = rendering.found.filter(({ sentence, place }) => textAt(place) !== sentence.text);
	const dropped = new Set(rendering.removed.flat());
	const texts = changed.filter(({ sentence }) => sentence.kind !== "head" && !dropped.has(sentence));
	const { comments, answers, loose } = commentsOf(file.comments, [rendering, source], returning.said);
	return {
		texts: texts.map((found) => returnedText(found, returning)),
		comments,
		answers,
		unplaced: [
			...unplacedOf(rendering, changed),
			...source.found.flatMap(({ sentence, place }): Unplaced[] =>
				textAt(place) === sentence.text ? [] : [{ kind: "source", text: textAt(place), near: sentence.id }],
			),
			...source.added.map(
				({ paragraph, after }): Unplaced => ({
					kind: "source",
					text: paragraph.text,
					near: after?.id ?? null,
				}),
			),
			...loose.map(({ text }): Unplaced => ({ kind: "comment", text, near: null })),
			...file.beside.map((text): Unplaced => ({ kind: "beside", text, near: null })),
			...(file.drawings > 0 ? [{ kind: "drawing" as const, text: String(file.drawings), near: null }] : []),
		],
		relooked: file.relooked.filter((trace) => !returning.isOurs(trace)).length,
	};
}

function textAt(place: Place | null): string {
	return place === null ? "" : place.paragraph.text.slice(place.start, place.end);
}

const nearOf = (sentence: ExpectedSentence | null | undefined) =>
	sentence && sentence.kind !== "head" ? sentence.id : null;

function unplacedOf({ added, removed, broken, joined }: Matching, changed: readonly Found[]): Unplaced[] {
	const head = changed.filter(({ sentence }) => sentence.kind === "head");
	const body = removed.filter((paragraph) => paragraph.some(({ kind }) => kind !== "head"));
	return [
		...added.map(
			({ paragraph, after }): Unplaced => ({ kind: "added", text: paragraph.text, near: nearOf(after) }),
		),
		...body.map(
			(paragraph): Unplaced => ({
				kind: "removed",
				text: paragraph.map(({ text, gap }) => text + gap).join(""),
				near: nearOf(paragraph[0]),
			}),
		),
		...broken.map((sentence): Unplaced => ({ kind: "broken", text: sentence.text, near: nearOf(sentence) })),
		...joined.map((sentence): Unplaced => ({ kind: "joined", text: sentence.text, near: nearOf(sentence) })),
		...head.map(({ place }): Unplaced => ({ kind: "head", text: textAt(place), near: null })),
	];
}

function returnedText({ sentence, place }: Found, { targetLanguage, isOurs }: Returning): ReturnedText {
	const after = textAt(place);
	const changes = diffWords(sentence.text, after, targetLanguage);
	const traces = place === null ? [] : tracesOf(place, changes).filter((trace) => !isOurs(trace));
	const dates = traces.flatMap(({ at }) => at ?? []).toSorted();
	return {
		kind: sentence.kind === "passage" ? "passage" : "segment",
		id: sentence.id,
		before: sentence.text,
		after,
		authors: [...new Set(traces.map(({ author }) => author).filter((author) => author !== ""))],
		at: dates.at(-1) ?? null,
	};
}

/** Whose tracked changes made a difference; those that went out with the file are none. */
function tracesOf({ paragraph, start, end }: Place, changes: readonly Change[]): FileTrace[] {
	const traces: FileTrace[] = [];
	const inserted = paragraph.inserted.filter((one) => one.start < end && one.end > start);
	const deleted = paragraph.deleted.filter(({ at }) => at >= start && at <= end);
	let at = start;
	for (const [index, { kind, text }] of changes.entries()) {
		if (kind === "deleted") {
			const next = changes[index + 1];
			const reach = at + (next?.kind === "inserted" ? next.text.length : 0);
			const here = deleted.filter((one) => one.at >= at - 1 && one.at <= reach + 1 && shares(one.text, text));
			traces.push(...here.map(({ by }) => by));
			continue;
		}
		const until = at + text.length;
		if (kind === "inserted")
			traces.push(...inserted.filter((one) => one.start < until && one.end > at).map(({ by }) => by));
		at = until;
	}
	return traces;
}

function shares(one: string, other: string): boolean {
	const [a, b] = [one.trim(), other.trim()];
	return a !== "" && b !== "" && (a.includes(b) || b.includes(a));
}
