/** What a file brings beside its texts: inline codes, notes, and statements about its pairs. */
import { z } from "zod";
import { codeKinds, type InlineCode, maxCodes } from "../../formats/marked-text.ts";
import { contentKey } from "../facts.ts";
import type { Fact, Row } from "../model.ts";
import { Id, maxSegments, SegmentText } from "./contract.ts";

const Part = z.enum(["start", "end", "alone"]);
const CodeNumber = z
	.int()
	.min(0)
	.max(maxCodes - 1);

/*
 * The fields are absent where a file brought nothing of the kind: so logs read the same as before there were any.
 */

/** [number, kind, part, number of the start that an end belongs to, value, as the file wrote it] */
export const WrittenCode = z.tuple([
	CodeNumber,
	z.enum(codeKinds),
	Part,
	CodeNumber.nullable(),
	SegmentText.nullable(),
	SegmentText.nullable(),
]);
export type WrittenCode = z.infer<typeof WrittenCode>;
export const WrittenCodes = z.array(WrittenCode).max(maxCodes).optional();

/** [segment id, text]: what the file says about a segment, in order. */
export const WrittenNote = z.tuple([Id, SegmentText.min(1)]);
export type WrittenNote = z.infer<typeof WrittenNote>;
export const WrittenNotes = z.array(WrittenNote).max(maxSegments).optional();

/** [passage id, what is known of it]: pairs that the file's makers made, and how far their wording had come. */
export const Stated = z.tuple([
	Id,
	z
		.array(z.enum(["link", "review", "approval"]))
		.min(1)
		.max(3),
]);
export type Stated = z.infer<typeof Stated>;
export const StatedRows = z
	.array(Stated)
	.max(2 * maxSegments)
	.optional();

/** Facts for the rows named; undefined where one of them is not there. */
export function statedFacts(rows: readonly Row[], stated: readonly Stated[] = []): Fact[] | undefined {
	const byId = new Map(rows.map((row) => [row.id, row]));
	const facts: Fact[] = [];
	for (const [id, kinds] of stated) {
		const row = byId.get(id);
		if (!row) return undefined;
		for (const kind of kinds)
			facts.push({ kind, ...contentKey(kind, row), standing: true, confidence: null });
	}
	return facts;
}

/** The code as a document knows it. */
export function codeOf([, kind, part, pair, value, original]: WrittenCode): InlineCode {
	return {
		kind,
		part,
		...(pair === null ? {} : { pair: String(pair) }),
		...(value === null ? {} : { value }),
		...(original === null ? {} : { original }),
	};
}
