/** From a version that is to come back to the operation that brings it. */

import { groupsOf } from "../../diff/groups.ts";
import { mapOffset } from "../../diff/offsets.ts";
import type { DocumentDescription, Row, Segment } from "../model.ts";
import type { LineageEntry } from "../operations/contract.ts";
import { type Restore, restoredState } from "../operations/restore.ts";
import { seenRow, type UpdatedRows } from "../operations/update-rows.ts";
import { newRow, type SetAside } from "../operations/update-side.ts";
import { Former, type Moment, segmentsOf, sides } from "./moment.ts";
import { type Selected, selectedRows } from "./selected.ts";
import { type Stretch, stretchesOf } from "./stretches.ts";

export interface Restoring {
	readonly now: Moment;
	readonly was: Moment;
	/** Of every revision in between. */
	readonly lineage: readonly LineageEntry[];
	/** Those meant, of the passages that there are now; null: the whole document. */
	readonly passages: ReadonlySet<string> | null;
	/** What is set aside, where that was another: the whole document takes it along. */
	readonly furniture?: Restore["furniture"];
	newId(): string;
}

export interface RestorePlan extends Selected {
	/** Null where all is as it was. */
	readonly operation: Restore | null;
	/** The passages that change, as they are and as they will be. */
	readonly stretches: readonly Stretch[];
}

export function planRestore(restoring: Restoring): RestorePlan {
	const { now, was, passages, newId } = restoring;
	const former = new Former(now, was);
	const { rows, textsOnly } =
		passages === null
			? { rows: withOwnIds(was.rows, now.rows, newId).map((row) => former.row(row)), textsOnly: [] }
			: selectedRows({ ...restoring, passages }, former);
	const stretches = stretchesOf(now.rows, rows);
	const aside = passages === null ? asideTo(restoring.furniture, former) : undefined;
	const languages = passages === null ? languagesOf(now.description, was.description) : undefined;
	const operation: Restore = {
		type: "restore",
		v: 1,
		from: now.number,
		to: was.number,
		stretches: stretches.map(
			({ before, after }): UpdatedRows => ({ before: before.map(seenRow), after: after.map(newRow) }),
		),
		written: writtenIn(stretches),
		moved: movedBetween(stretches, restoring),
		...(aside && { furniture: aside }),
		...(former.origins.length > 0 && {
			origins: { at: now.description.origins.length, before: [], after: former.origins },
		}),
		...(languages && { languages }),
		order: null,
	};
	return {
		rows,
		textsOnly,
		stretches,
		operation: stretches.length > 0 || aside || languages ? operation : null,
	};
}

/** What is set aside, with its origins named as the document names them now. */
function asideTo(furniture: Restore["furniture"], former: Former): Restore["furniture"] {
	return (
		furniture && {
			...furniture,
			sides: furniture.sides.map(({ after, ...side }) => ({
				...side,
				after: after.map(([anchor, { origin, ...state }]): SetAside[number] => [
					anchor,
					{ ...state, origin: origin === null ? null : former.origin(origin) },
				]),
			})),
		}
	);
}

/** Passages that stay keep their places among each other; one that would not is another passage from then on. */
function withOwnIds(was: readonly Row[], now: readonly Row[], newId: () => string): Row[] {
	const places = new Map(now.map(({ id }, i) => [id, i]));
	let last = -1;
	return was.map((row) => {
		const place = places.get(row.id);
		if (place === undefined) return row;
		if (place < last) return { ...row, id: newId() };
		last = place;
		return row;
	});
}

function languagesOf(now: DocumentDescription, was: DocumentDescription): Restore["languages"] {
	const of = ({ sourceLanguage, targetLanguage }: DocumentDescription) => ({
		sourceLanguage,
		targetLanguage,
	});
	const same = now.sourceLanguage === was.sourceLanguage && now.targetLanguage === was.targetLanguage;
	return same ? undefined : { before: of(now), after: of(was) };
}

function writtenIn(stretches: readonly Stretch[]): Restore["written"] {
	const present = new Map(
		stretches.flatMap(({ before }) => segmentsOf(before).map((segment) => [segment.id, segment] as const)),
	);
	return stretches
		.flatMap(({ after }) => segmentsOf(after))
		.filter((segment) => present.get(segment.id) !== segment)
		.map(restoredState);
}

/** Where the text of what leaves lives on, and where that of what comes has been. */
function movedBetween(stretches: readonly Stretch[], { lineage, now }: Restoring): Restore["moved"] {
	const [before, after] = [stretches.flatMap((s) => s.before), stretches.flatMap((s) => s.after)];
	const ids = (rows: readonly Row[]) => segmentsOf(rows).map(({ id }) => id);
	const known = new Set(ids(before));
	const stays = ids(after).filter((id) => known.has(id)).length;
	if (stays === known.size && stays === ids(after).length) return []; // where all only moved, no text did
	return groupsOf(before, after, lineage, sides).flatMap(({ units }) =>
		units.flatMap((unit) => {
			if (unit.before.length === 0 || unit.after.length === 0) return [];
			return movedIn(unit.before, unit.after, now.description[`${unit.side}Language`]);
		}),
	);
}

function movedIn(before: readonly Segment[], after: readonly Segment[], language: string): Restore["moved"] {
	const [old, next] = [new Line(before), new Line(after)];
	const leaving = before.filter(({ id }) => !next.starts.has(id));
	const coming = after.filter(({ id }) => !old.starts.has(id));
	return [
		...leaving.map(({ id }): Restore["moved"][number] => {
			const at = mapOffset(old.text, next.text, old.starts.get(id) ?? 0, language);
			return [id, 0, ...next.at(at)];
		}),
		...coming.map(({ id }): Restore["moved"][number] => {
			const at = mapOffset(next.text, old.text, next.starts.get(id) ?? 0, language);
			return [...old.at(at), id, 0];
		}),
	];
}

/** The texts of segments one behind the other. */
class Line {
	readonly text: string;
	readonly starts = new Map<string, number>();

	constructor(segments: readonly Segment[]) {
		let text = "";
		for (const segment of segments) {
			this.starts.set(segment.id, text.length);
			text += segment.text;
		}
		this.text = text;
	}

	/** The segment in which an offset lies, and where in it. */
	at(offset: number): [string, number] {
		const [id, start] = [...this.starts].findLast(([, start]) => start <= offset) ?? ["", 0];
		return [id, offset - start];
	}
}
