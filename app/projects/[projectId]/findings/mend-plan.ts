/** What mending all of a kind would change, document by document, for somebody to choose from. */
import { planFixes } from "#app/_workbench/store/fix-plan.ts";
import { mayBeChosen, type PlannedChange, type PlannedPassage } from "#app/_workbench/store/replace-plan.ts";
import type { ListedFinding } from "#lib/core/qa/wire.ts";

export interface MendedDocument {
	readonly id: string;
	readonly title: string;
	readonly passages: readonly MendedPassage[];
}

export interface MendedPassage extends PlannedPassage {
	/** Of the texts that change. */
	readonly language: string;
}

/** As a request names one: document, segment, the version that was seen, fingerprint. */
type Chosen = readonly [document: string, segment: string, version: number, fingerprint: string];

export function planMending(fixes: readonly ListedFinding[]): MendedDocument[] {
	return [...Map.groupBy(fixes, ({ documentId }) => documentId)].map(([id, these]) => ({
		id,
		title: these[0]?.title ?? "",
		passages: [...Map.groupBy(these, ({ finding }) => finding.side).values()].flatMap((ofSide) =>
			planFixes(ofSide).map((passage) => ({ ...passage, language: ofSide[0]?.language ?? "en" })),
		),
	}));
}

/** Changes of a document that may be made. */
export const freeIn = ({ passages }: MendedDocument): PlannedChange[] =>
	passages.flatMap(({ changes }) => changes.filter(mayBeChosen));

/** What is ticked, in the order of the preview. */
export function chosenOf(
	fixes: readonly ListedFinding[],
	documents: readonly MendedDocument[],
	isChosen: (change: PlannedChange) => boolean,
): Chosen[] {
	const named = new Map(
		fixes.map(({ documentId, version, finding: { segment, start, fingerprint } }) => [
			`${segment}@${version}:${start}`,
			[documentId, segment, version, fingerprint] as const,
		]),
	);
	return documents.flatMap((document) =>
		freeIn(document).flatMap((change) => {
			const chosen = isChosen(change) ? named.get(change.key) : undefined;
			return chosen ? [chosen] : [];
		}),
	);
}
