/** Finding a text in a document, in either script and on both sides. */
import { z } from "zod";
import { isWellFormedText } from "#lib/core/document/text.ts";
import type { FoundPassage, WireSearch } from "#lib/core/document/wire.ts";
import { findFolded, foldText } from "#lib/core/scripts/fold.ts";
import { foldPattern } from "#lib/core/scripts/fold-pattern.ts";
import { type Actor, requireDocument } from "./access.ts";
import { pool } from "./db.ts";
import { everyPassage } from "./every-passage.ts";

/** Longest text that is looked for, in UTF-16 code units. */
const longestQuery = 500;
/** Passages named in one answer; matches beyond are only counted. */
const mostPassages = 2_000;

export const SearchQuery = z.strictObject({
	text: z.string().min(1).max(longestQuery).refine(isWellFormedText, { error: "text-not-wellformed" }),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** Literal: no pattern, no ranking; every match in the order of the document. */
export async function searchDocument(
	actor: Actor,
	documentId: string,
	{ text }: SearchQuery,
): Promise<WireSearch> {
	await requireDocument(actor, documentId, "document.read");
	const query = foldText(text);
	const passages: FoundPassage[] = [];
	let [total, found] = [0, 0];
	for await (const { id, index, source, target } of everyPassage(pool(), documentId, foldPattern(query))) {
		const matches = [...source, ...target].flatMap((segment) => {
			const places = findFolded(segment.text, query);
			return places.length > 0 ? [{ segment: segment.id, places }] : [];
		});
		if (matches.length === 0) continue;
		const count = matches.reduce((sum, { places }) => sum + places.length, 0);
		total += count;
		found += 1;
		if (passages.length < mostPassages) passages.push({ id, index, count, matches });
	}
	return { total, passages, more: found - passages.length };
}
