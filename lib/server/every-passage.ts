/** All passages of a document in order with their texts, a part at a time. */
import type { ClientBase } from "pg";
import type { PassageState, Side } from "#lib/core/document/model.ts";

export interface PassageTexts {
	readonly id: string;
	/** Place in the document, from 0. */
	readonly index: number;
	readonly state: PassageState;
	readonly source: readonly SegmentText[];
	readonly target: readonly SegmentText[];
}

export interface SegmentText {
	readonly id: string;
	readonly text: string;
	readonly version: number;
}

/** Passages read at once: a process that looks at 50,000 stays able to answer others in between. */
const partSize = 500;
/** Those of which few texts are wanted. */
const thinPartSize = 5_000;

interface Line {
	id: string;
	rank: string;
	state: PassageState;
	/** Null for a passage without a segment that is wanted. */
	segment: string | null;
	side: Side;
	text: string;
	version: number;
}

/**
 * `pattern`: only segments are wanted whose text matches this regular expression of the database. `from`: begins with
 * the passage at this place, from 0.
 */
export async function* everyPassage(
	client: Pick<ClientBase, "query">,
	documentId: string,
	pattern: string | null = null,
	from = 0,
): AsyncGenerator<PassageTexts> {
	let [after, index] = [await rankBefore(client, documentId, from), from];
	for (;;) {
		const found = await client.query<Line>({
			name: pattern === null ? "part-of-passages" : "matching-passages",
			text: `SELECT p."id", p."rank", p."state", s."id" AS "segment", s."side", s."text", s."version" FROM (
					SELECT "id", "rank", "state" FROM "Passage" WHERE "documentId" = $1 AND "rank" > $2 ORDER BY "rank" LIMIT $3
				) AS p ${pattern === null ? "" : "LEFT "}JOIN "Segment" s ON s."documentId" = $1 AND s."passageId" = p."id"
					${pattern === null ? "" : `AND s."text" ~ $4`}
				ORDER BY p."rank", s."side", s."rank"`,
			values: pattern === null ? [documentId, after, partSize] : [documentId, after, thinPartSize, pattern],
		});
		const last = found.rows.at(-1);
		if (!last) return;
		for (const passage of collect(found.rows, index)) {
			yield passage;
			index = passage.index + 1;
		}
		after = last.rank;
	}
}

async function rankBefore(
	client: Pick<ClientBase, "query">,
	documentId: string,
	from: number,
): Promise<string> {
	if (from === 0) return "";
	const found = await client.query<{ rank: string }>(
		`SELECT "rank" FROM "Passage" WHERE "documentId" = $1 ORDER BY "rank" OFFSET $2 LIMIT 1`,
		[documentId, from - 1],
	);
	return found.rows[0]?.rank ?? "\uffff";
}

function collect(lines: readonly Line[], first: number): PassageTexts[] {
	const passages: (PassageTexts & Record<Side, SegmentText[]>)[] = [];
	for (const { id, state, segment, side, text, version } of lines) {
		let last = passages.at(-1);
		if (last?.id !== id) {
			last = { id, index: first + passages.length, state, source: [], target: [] };
			passages.push(last);
		}
		if (segment !== null) last[side].push({ id: segment, text, version });
	}
	return passages;
}
