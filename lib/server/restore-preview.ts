/** What bringing an earlier version back would change, as people look at it before. */
import type { ClientBase } from "pg";
import { compareVersions } from "#lib/core/diff/compare.ts";
import { standingOf } from "#lib/core/document/facts.ts";
import type { PassageState, Row } from "#lib/core/document/model.ts";
import type { RestorePreview, RestoreSample } from "#lib/core/document/wire.ts";
import type { Planned } from "./restore-plan.ts";
import { loadFacts } from "./revision-log/fact-store.ts";

/** Changes of which the texts are sent: more than anybody reads through. */
const mostShown = 100;

export async function showRestore(
	client: ClientBase,
	documentId: string,
	{ plan, loaded, present, was }: Planned,
): Promise<RestorePreview> {
	const { stretches, operation, rows, textsOnly } = plan;
	const before = stretches.flatMap((stretch) => stretch.before);
	const after = stretches.flatMap((stretch) => stretch.after);
	const compared = compareVersions({
		before: { rows: before },
		after: { rows: after },
		lineage: (operation?.moved ?? []).map(([fromId, fromAt, toId, toAt]) => ({ fromId, fromAt, toId, toAt })),
		sourceLanguage: present.description.sourceLanguage,
		targetLanguage: present.description.targetLanguage,
	});
	const places = new Map(rows.map(({ id }, i) => [id, i]));
	const samples = compared.rows.map(
		({ passageIds, source, beforeSource, changes, kind }): RestoreSample => ({
			index: places.get(passageIds[0] ?? "") ?? 0,
			source,
			sourceNow: beforeSource,
			changes: changes.map(({ kind: what, text }) => ({ kind: what, text })),
			regrouped: kind !== "wording" && kind !== "source",
		}),
	);
	return {
		to: was.number,
		headNumber: present.number,
		passages: passagesThatDiffer(before, after),
		words: compared.words,
		...(await reviews(client, documentId, loaded, before, after)),
		textsOnly: textsOnly.length,
		samples: samples.slice(0, mostShown),
		more: Math.max(0, samples.length - mostShown),
	};
}

/** Passages that are in one of the lists alone, or not the same in both. */
export function passagesThatDiffer(before: readonly Row[], after: readonly Row[]): number {
	const spelled = (rows: readonly Row[]) => new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
	const [old, now] = [spelled(before), spelled(after)];
	return [...new Set([...old.keys(), ...now.keys()])].filter((id) => old.get(id) !== now.get(id)).length;
}

async function reviews(
	client: ClientBase,
	documentId: string,
	loaded: Planned["loaded"],
	before: readonly Row[],
	after: readonly Row[],
): Promise<Pick<RestorePreview, "reviewed" | "reviewedAgain">> {
	const isReviewed = (state: PassageState | undefined) => state === "reviewed" || state === "approved";
	const states = new Map(loaded.rows.map(({ row, standing }) => [row.id, standing.state]));
	const book = await loadFacts(client, documentId, after);
	const now = new Set(before.flatMap(({ id }) => (isReviewed(states.get(id)) ? [id] : [])));
	const then = new Set(after.flatMap((row) => (isReviewed(standingOf(row, book).state) ? [row.id] : [])));
	return {
		reviewed: [...now].filter((id) => !then.has(id)).length,
		reviewedAgain: [...then].filter((id) => !now.has(id)).length,
	};
}
