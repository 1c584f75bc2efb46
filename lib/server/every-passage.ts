/** All passages of a document in order with their texts, a part at a time. */
import type { ClientBase } from "pg";
import type { Side } from "#lib/core/document/model.ts";

export interface PassageTexts {
	readonly id: string;
	/** Place in the document, from 0. */
	readonly index: number;
	readonly source: readonly SegmentText[];
	readonly target: readonly SegmentText[];
}

export interface SegmentText {
	readonly id: string;
	readonly text: string;
}

/** Passages read at once: a process that looks at 50,000 stays able to answer others in between. */
const partSize = 500;

interface Line {
	id: string;
	rank: string;
	segment: string;
	side: Side;
	text: string;
}

export async function* everyPassage(
	client: Pick<ClientBase, "query">,
	documentId: string,
): AsyncGenerator<PassageTexts> {
	let [after, index] = ["", 0];
	for (;;) {
		const found = await client.query<Line>({
			name: "part-of-passages",
			text: `SELECT p."id", p."rank", s."id" AS "segment", s."side", s."text" FROM (
					SELECT "id", "rank" FROM "Passage" WHERE "documentId" = $1 AND "rank" > $2 ORDER BY "rank" LIMIT $3
				) AS p JOIN "Segment" s ON s."documentId" = $1 AND s."passageId" = p."id"
				ORDER BY p."rank", s."side", s."rank"`,
			values: [documentId, after, partSize],
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

function collect(lines: readonly Line[], first: number): PassageTexts[] {
	const passages: (PassageTexts & Record<Side, SegmentText[]>)[] = [];
	for (const { id, segment, side, text } of lines) {
		let last = passages.at(-1);
		if (last?.id !== id) {
			last = { id, index: first + passages.length, source: [], target: [] };
			passages.push(last);
		}
		last[side].push({ id: segment, text });
	}
	return passages;
}
