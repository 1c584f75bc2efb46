/** Any earlier version, of the whole document or of some of its passages. */
import type { Segment } from "#lib/core/document/model.ts";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import type { Restore } from "#lib/core/document/operations/restore.ts";
import { type SetAside, stateOf } from "#lib/core/document/operations/update-side.ts";
import type { Replica } from "#lib/core/document/replica.ts";
import { planRestore, type RestorePlan } from "#lib/core/document/restoring/plan.ts";
import type { Scene } from "./choose.ts";
import type { Snapshot } from "./session.ts";

export function randomRestore({ replica, rows, attempt: { picks }, newId, past }: Scene): Operation | null {
	const number = 1 + (picks[0] % replica.number);
	const was = past.get(number);
	if (!was) return null;
	const [first, count] = [picks[1] % rows.length, 1 + (picks[2] % 5)];
	const run = rows.slice(first, first + count).filter((_, i) => picks[3] % 3 > 0 || i % 2 === 0);
	const passages = picks[3] % 4 === 0 ? null : run.map(({ id }) => id);
	return planTo(replica, number, was, passages, newId).operation;
}

/** What the service makes of a document as it is. */
export function planTo(
	replica: Replica,
	number: number,
	was: Snapshot,
	passages: readonly string[] | null,
	newId: () => string,
): RestorePlan {
	const furniture = furnitureTo(replica, was);
	return planRestore({
		now: { number: replica.number, rows: replica.rows(), description: replica.description },
		was: { number, rows: was.rows, description: was.description },
		lineage: replica.lineage.filter((entry) => entry.number > number),
		passages: passages && new Set(passages),
		...(furniture && { furniture }),
		newId,
	});
}

function furnitureTo(replica: Replica, was: Snapshot): Restore["furniture"] {
	const written = (segments: readonly Segment[]) => segments.map((s): SetAside[number] => [null, stateOf(s)]);
	const ids = (segments: readonly Segment[]) => segments.map(({ id }) => id).join(" ");
	const sides = (["source", "target"] as const).flatMap((side) => {
		const [now, former] = [replica.furniture(side), was.furniture.filter((s) => s.side === side)];
		return ids(now) === ids(former) ? [] : [{ side, before: written(now), after: written(former) }];
	});
	return sides.length > 0 ? { order: replica.order, sides } : undefined;
}
