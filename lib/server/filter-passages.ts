/** Which passages of a document hold a text or a finding of a check, or were changed since a revision. */
import { z } from "zod";
import type { WirePlaces } from "#lib/core/document/wire.ts";
import type { Actor } from "./access.ts";
import { checkIds } from "./checking/check-names.ts";
import { placesWithFindings } from "./findings.ts";
import { documentHead } from "./passages.ts";
import { look, SearchQuery } from "./search.ts";
import { changedSince } from "./visits.ts";

export const FilterQuery = z.strictObject({
	...SearchQuery.shape,
	text: SearchQuery.shape.text.optional(),
	/** Of any check, or of one. */
	finding: z.enum(["any", ...checkIds]).optional(),
	/** Changed after this revision, by anybody or by others. */
	since: z
		.string()
		.regex(/^\d{1,9}$/)
		.transform(Number)
		.optional(),
	by: z.literal("others").optional(),
});
export type FilterQuery = z.infer<typeof FilterQuery>;

/** The places come as runs: most filters leave a few passages, or nearly all of them. */
export async function filterPassages(
	actor: Actor,
	documentId: string,
	query: FilterQuery,
): Promise<WirePlaces> {
	const head = await documentHead(actor, documentId);
	const { headNumber, orderNumber, passages } = head;
	const { text, finding, since, by, ...how } = query;
	const each = [
		...(text === undefined ? [] : [await gathered(look(documentId, { ...how, text }))]),
		...(finding === undefined ? [] : [await placesWithFindings(actor, documentId, finding)]),
		...(since === undefined ? [] : [await changedSince(documentId, since, by ? actor.userId : null)]),
	].map((found) => new Set(found));
	const places = Array.from({ length: passages }, (_, index) => index).filter((index) =>
		each.every((found) => found.has(index)),
	);
	return { headNumber, orderNumber, count: places.length, runs: runsOf(places) };
}

async function gathered(found: AsyncIterable<{ readonly index: number }>): Promise<number[]> {
	const places: number[] = [];
	for await (const { index } of found) places.push(index);
	return places;
}

function runsOf(places: readonly number[]): number[] {
	const runs: number[] = [];
	let [first, length] = [-1, 0];
	for (const place of places) {
		if (place === first + length) length += 1;
		else {
			if (length > 0) runs.push(first, length);
			[first, length] = [place, 1];
		}
	}
	if (length > 0) runs.push(first, length);
	return runs;
}
