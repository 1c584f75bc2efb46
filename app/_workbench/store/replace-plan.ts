/** What replacing would change, place by place, for somebody to choose from. */
import type { PassageState, Side } from "#lib/core/document/model.ts";
import { maxSegmentLength } from "#lib/core/document/operations/contract.ts";
import type { HitSegment, WireHits } from "#lib/core/document/wire.ts";
import type { Match } from "#lib/core/scripts/fold.ts";
import { holdsMarks, marksOf } from "#lib/core/search/marks.ts";
import type { Pattern } from "#lib/core/search/pattern.ts";
import type { Edits } from "./replacer.ts";

export interface PlannedChange {
	/** The same for the same place of the same text. */
	readonly key: string;
	readonly segment: Pick<HitSegment, "id" | "side" | "version" | "text">;
	readonly place: Match;
	/** What comes in its place. */
	readonly after: string;
	/** Why it cannot be: inline codes would go, or the text would be too long. */
	readonly held: "codes" | "long" | null;
}

export interface PlannedPassage {
	readonly id: string;
	readonly index: number;
	readonly state: PassageState;
	readonly changes: readonly PlannedChange[];
}

export interface Plan {
	readonly passages: readonly PlannedPassage[];
	/** Places in passages that are left out for their state. */
	readonly leftOut: number;
	/** Places that read so already. */
	readonly same: number;
}

export function planReplacement(
	hits: WireHits["passages"],
	pattern: Pattern,
	replacement: string,
	leave: ReadonlySet<PassageState>,
): Plan {
	let [leftOut, same] = [0, 0];
	const passages = hits.flatMap(({ id, index, state, segments }): PlannedPassage[] => {
		const all = segments.flatMap((segment) => changesIn(segment, pattern, replacement));
		const changes = all.filter(
			({ segment, place, after }) => after !== segment.text.slice(place.start, place.end),
		);
		if (leave.has(state)) {
			leftOut += changes.length;
			return [];
		}
		same += all.length - changes.length;
		return changes.length > 0 ? [{ id, index, state, changes }] : [];
	});
	return { passages, leftOut, same };
}

function changesIn(segment: HitSegment, pattern: Pattern, replacement: string): PlannedChange[] {
	const { id, version, text, places } = segment;
	let length = text.length;
	return places.map((place) => {
		const after = pattern.replace(text, place, replacement);
		length += after.length - (place.end - place.start);
		const codes = holdsMarks(text, place) || marksOf(after) !== "";
		const held = codes ? "codes" : length > maxSegmentLength ? "long" : null;
		return { key: `${id}@${version}:${place.start}`, segment, place, after, held };
	});
}

export const mayBeChosen = ({ held }: PlannedChange): boolean => held === null;

/** The texts as they will be, and how many places of each are replaced. */
export function editsOf(
	passages: readonly PlannedPassage[],
	isChosen: (change: PlannedChange) => boolean,
): { readonly edits: Edits; readonly hits: ReadonlyMap<string, number>; readonly side: Side } {
	const bySegment = new Map<string, PlannedChange[]>();
	for (const { changes } of passages)
		for (const change of changes) {
			if (!mayBeChosen(change) || !isChosen(change)) continue;
			const { id } = change.segment;
			bySegment.set(id, [...(bySegment.get(id) ?? []), change]);
		}
	const edits = [...bySegment.values()].flatMap((changes) => {
		const segment = changes[0]?.segment;
		return segment ? [[segment.id, segment.version, rewritten(segment.text, changes)] as const] : [];
	});
	const hits = new Map([...bySegment].map(([id, changes]) => [id, changes.length]));
	return { edits, hits, side: passages[0]?.changes[0]?.segment.side ?? "target" };
}

function rewritten(text: string, changes: readonly PlannedChange[]): string {
	let [result, at] = ["", 0];
	for (const { place, after } of changes) {
		result += text.slice(at, place.start) + after;
		at = place.end;
	}
	return result + text.slice(at);
}
