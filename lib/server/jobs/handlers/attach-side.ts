import { z } from "zod";
import { AttachSide, attachSide, previewAttach } from "#lib/server/attach-side.ts";
import type { PairedSides } from "#lib/server/import-cut.ts";
import type { CutSide } from "#lib/server/import-text.ts";
import type { JobKind } from "../contract.ts";
import { watchOf } from "../watch.ts";

const Input = z.strictObject({ documentId: z.string(), input: AttachSide });

/** Passages of a preview whose texts are sent: more than anybody reads through. */
const mostShown = 400;

/** Lays a long side beside the other, or shows how it would lie. */
export const attachSideJob = {
	id: "attach-side",
	input: Input,
	async run({ documentId, input }, running) {
		return await watchOf(running, async (watch) =>
			input.preview
				? beginningOf(await previewAttach(running.actor, documentId, input, watch))
				: await attachSide(running.actor, documentId, input, watch),
		);
	},
} as const satisfies JobKind<typeof Input>;

/** All rows, with the texts of the first of them. */
function beginningOf({ source, target, rows }: PairedSides): PairedSides {
	const shown = rows.slice(0, mostShown);
	const cut = (side: CutSide | null, segments: number): CutSide | null =>
		side && {
			...side,
			segments: side.segments.filter(({ kind }) => kind !== "furniture").slice(0, segments),
			paragraphs: [],
		};
	return {
		source: cut(
			source,
			shown.reduce((sum, [count]) => sum + count, 0),
		),
		target: cut(
			target,
			shown.reduce((sum, [, count]) => sum + count, 0),
		),
		rows,
	};
}
