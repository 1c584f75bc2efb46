/** Finding a text in a document: literal in either script, or as a regular expression. */
import { z } from "zod";
import { isWellFormedText } from "#lib/core/document/text.ts";
import type { FoundPassage, HitSegment, WireHits, WireSearch } from "#lib/core/document/wire.ts";
import { foldText } from "#lib/core/scripts/fold.ts";
import { foldPattern } from "#lib/core/scripts/fold-pattern.ts";
import { compilePattern, isProblem, longestQuery, type Pattern } from "#lib/core/search/pattern.ts";
import { type Actor, requireDocument } from "./access.ts";
import { pool } from "./db.ts";
import { AppError } from "./errors.ts";
import { everyPassage, type PassageTexts } from "./every-passage.ts";

/** Passages named in one answer; matches beyond are only counted. */
const mostPassages = 2_000;
/** Characters of texts in one answer, from which on the next has to be asked for. */
const mostText = 1_000_000;
/** Milliseconds that one request may look: an expression may be slow in every one of 100,000 texts. */
const longestLook = 10_000;
/** Inline codes stand within words: what they part is found all the same. */
export const anyMark = "[\\U000F0000-\\U000FFFFD\\U00100000-\\U0010FFFD]";

const Flag = z.literal("1").optional();
export const SearchQuery = z.strictObject({
	text: z.string().min(1).max(longestQuery).refine(isWellFormedText, { error: "text-not-wellformed" }),
	regex: Flag,
	case: Flag,
	word: Flag,
	side: z.enum(["source", "target"]).optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export const HitsQuery = z.strictObject({
	...SearchQuery.shape,
	from: z
		.string()
		.regex(/^\d{1,9}$/)
		.transform(Number)
		.optional(),
});
export type HitsQuery = z.infer<typeof HitsQuery>;

/** No ranking; every match in the order of the document. */
export async function searchDocument(
	actor: Actor,
	documentId: string,
	query: SearchQuery,
): Promise<WireSearch> {
	await requireDocument(actor, documentId, "document.read");
	const passages: FoundPassage[] = [];
	let [total, found] = [0, 0];
	for await (const { id, index, segments } of look(documentId, query)) {
		const matches = segments.map(({ id: segment, places }) => ({ segment, places }));
		const count = matches.reduce((sum, { places }) => sum + places.length, 0);
		total += count;
		found += 1;
		if (passages.length < mostPassages) passages.push({ id, index, count, matches });
	}
	return { total, passages, more: found - passages.length };
}

/** The same with the texts, a part of the document at a time, so that each can be looked at before it is replaced. */
export async function readHits(actor: Actor, documentId: string, query: HitsQuery): Promise<WireHits> {
	await requireDocument(actor, documentId, "document.read");
	const passages: WireHits["passages"][number][] = [];
	let characters = 0;
	for await (const { id, index, state, segments } of look(documentId, query, query.from)) {
		if (passages.length >= mostPassages || characters > mostText) return { passages, next: index };
		passages.push({ id, index, state, segments });
		characters += segments.reduce((sum, { text }) => sum + text.length, 0);
	}
	return { passages, next: null };
}

interface Looked extends Pick<PassageTexts, "id" | "index" | "state"> {
	readonly segments: readonly HitSegment[];
}

/** Passages in which it is found. Throws `refused` where that takes too long. */
export async function* look(documentId: string, query: SearchQuery, from = 0): AsyncGenerator<Looked> {
	const pattern = patternOf(query);
	const begun = performance.now();
	const folded = query.regex ? null : `${foldPattern(foldText(query.text))}|${anyMark}`;
	const sides = query.side ? [query.side] : (["source", "target"] as const);
	for await (const passage of everyPassage(pool(), documentId, folded, from)) {
		if (performance.now() - begun > longestLook) throw new AppError("refused", "searchTooSlow");
		const segments = sides.flatMap((side) =>
			passage[side].flatMap((segment) => {
				const places = pattern.find(segment.text);
				return places.length > 0 ? [{ ...segment, side, places }] : [];
			}),
		);
		const { id, index, state } = passage;
		if (segments.length > 0) yield { id, index, state, segments };
	}
}

/** Throws `invalid` with what is wrong and where. */
export function patternOf(query: Omit<SearchQuery, "side">): Pattern {
	const pattern = compilePattern({
		text: query.text,
		regex: query.regex === "1",
		matchCase: query.case === "1",
		wholeWord: query.word === "1",
	});
	if (isProblem(pattern))
		throw new AppError("invalid", "patternNotValid", { reason: pattern.problem, ...pattern.values });
	return pattern;
}
