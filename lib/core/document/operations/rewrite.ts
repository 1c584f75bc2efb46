import { z } from "zod";
import type { Row, Segment } from "../model.ts";
import {
	type AnyOperation,
	type Applied,
	Id,
	maxSegments,
	type OperationKind,
	type Refusal,
	SegmentText,
	Version,
	withSide,
} from "./contract.ts";
import { describedFields } from "./describe.ts";

const schema = z.strictObject({
	type: z.literal("rewrite"),
	v: z.literal(1).default(1),
	side: z.enum(["source", "target"]),
	/** [segment, the version that was read, the text that takes its place] */
	edits: z.array(z.tuple([Id, Version, SegmentText])).max(maxSegments),
	/** Where the side is in another language or script from then on. */
	language: z
		.strictObject({ before: describedFields.sourceLanguage, after: describedFields.sourceLanguage })
		.nullable()
		.default(null),
	/** For each edit the version that the text had when it was written; only an inverse knows them. */
	as: z.array(Version).max(maxSegments).nullable().default(null),
});
export type Rewrite = z.output<typeof schema>;

/** Edits up to which only their own passages are read: beyond, reading the whole document is no slower. */
const mostApart = 10_000;

/** Replaces the texts of many segments of one side at once; drafts stay as they are. */
export const rewrite = {
	type: "rewrite",
	schema,
	inverseOnly: ["as"],
	permission: ({ side, language }) =>
		language ? "document.describe" : side === "source" ? "source.edit" : "rendering.edit",
	scope: ({ edits, language }) =>
		language === null && edits.length <= mostApart
			? { kind: "each", ids: edits.map(([id]) => id) }
			: { kind: "all" },
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const { side, edits, language, as } = operation;
		const field = side === "source" ? "sourceLanguage" : "targetLanguage";
		if (language && context.description[field] !== language.before) return { refused: "description-changed" };
		const before = new Map(rows.flatMap((row) => row[side].map((segment) => [segment.id, segment] as const)));
		const after = new Map<string, Segment>();
		const versions: number[] = [];
		for (const [i, [id, version, text]] of edits.entries()) {
			const segment = before.get(id);
			if (!segment) return { refused: "segment-gone" };
			if (segment.version !== version || after.has(id))
				return { refused: "segment-changed", values: { current: segment.text, version: segment.version } };
			if (segment.text === text) return { refused: "nothing-changed" };
			after.set(id, { ...segment, text, version: as?.[i] ?? context.number });
			versions.push(segment.version);
		}
		if (after.size === 0 && (language === null || language.before === language.after))
			return { refused: "nothing-changed" };
		const inverse: Rewrite = {
			type: "rewrite",
			v: 1,
			side,
			edits: edits.map(([id]) => [id, after.get(id)?.version ?? 0, before.get(id)?.text ?? ""]),
			language: language && { before: language.after, after: language.before },
			as: versions,
		};
		const changed = rows.map((row) => withTexts(row, side, after));
		return { rows: changed, inverse, ...(language && { description: { [field]: language.after } }) };
	},
} satisfies OperationKind<typeof schema>;

function withTexts(row: Row, side: Rewrite["side"], after: ReadonlyMap<string, Segment>): Row {
	if (!row[side].some(({ id }) => after.has(id))) return row;
	return withSide(
		row,
		side,
		row[side].map((segment) => after.get(segment.id) ?? segment),
	);
}
