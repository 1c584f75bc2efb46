import type { WireElsewhere } from "#lib/core/document/wire.ts";
import { marksOf } from "#lib/core/search/marks.ts";
import type { WireRow } from "../sync/wire.ts";
import type { PlannedPassage } from "./replace-plan.ts";

/** The other passages with the source of a row, each as it would be in the row's wording. */
export function planSameWording({ same }: WireElsewhere, row: WireRow): PlannedPassage[] {
	return same.flatMap(({ id, index, state, target }) => {
		const changes = target.flatMap((text, i) => {
			const after = row.target[i]?.text ?? "";
			if (after === text.text) return [];
			return [
				{
					key: `${text.id}@${text.version}:0`,
					segment: { ...text, side: "target" as const },
					place: { start: 0, end: text.text.length },
					after,
					held: marksOf(after) === marksOf(text.text) ? null : ("codes" as const),
				},
			];
		});
		return changes.length > 0 ? [{ id, index, state, changes }] : [];
	});
}
