import type { Finding } from "#lib/core/qa/contract.ts";
import type { WireFindings } from "#lib/core/qa/wire.ts";
import type { Desk } from "./desk.ts";
import { currentIndex, goToIndex } from "./travel.ts";

/** Which findings are gone through; null: all. */
export interface FindingQueue {
	readonly check: string | null;
	readonly severity: Finding["severity"] | null;
}

export const wholeQueue: FindingQueue = { check: null, severity: null };

export function isInQueue({ check, severity }: FindingQueue, finding: Finding): boolean {
	return (check === null || finding.check === check) && (severity === null || finding.severity === severity);
}

/** The next or previous passage with a finding of the queue; behind the last one the first. */
export async function goToFinding(desk: Desk, direction: 1 | -1): Promise<void> {
	desk.typing.save();
	const { findings, findingQueue } = desk.state.get();
	const fits = (finding: Finding) => isInQueue(findingQueue, finding);
	const here = currentIndex(desk);
	const { rows } = desk.data;
	const known = [
		...(findings?.passages ?? []).map(({ index }) => index),
		...[...rows.rows()].map(({ id }) => rows.indexOf(id)),
	];
	const listed = [...new Set(known)]
		.filter((index) => index < rows.total && desk.findings.isAt(index, fits))
		.toSorted((a, b) => a - b);
	const ordered = direction > 0 ? listed : listed.toReversed();
	const further = ordered.find((index) => (direction > 0 ? index > here : index < here));
	const found = further ?? (await askFurther(desk, here, direction)) ?? ordered[0];
	if (found === undefined) desk.say("noFindings", {}, { tone: "success" });
	else await goToIndex(desk, found);
}

/** Of a document with more findings than are told at once. */
async function askFurther(desk: Desk, here: number, direction: 1 | -1): Promise<number | undefined> {
	const { findings, findingQueue, head } = desk.state.get();
	if (!findings || findings.more === 0 || direction < 0) return undefined;
	const { check, severity } = findingQueue;
	const query = new URLSearchParams({
		state: "open",
		from: String(here + 1),
		...(check && { check }),
		...(severity && { severity }),
	});
	const further = await desk.options
		.read<WireFindings>(`/documents/${head.id}/findings?${query}`)
		.catch(() => null);
	return further?.passages[0]?.index;
}

/** Where a finding is, as far as it tells it from the others of its passage. */
export function placeOf({ check, segment, start }: Pick<Finding, "check" | "segment" | "start">): string {
	return `${check} ${segment} ${start}`;
}

/** Shows the panel with the finding at this place of the open text, else the first of the passage, where why it is none can be said. */
export function askToDismiss(desk: Desk, caret = desk.editor?.caret ?? 0): void {
	const row = desk.row();
	const { findingQueue, dismissing } = desk.state.get();
	const found = row ? desk.findings.of(row).filter((finding) => isInQueue(findingQueue, finding)) : [];
	if (found.length === 0) {
		desk.say("noFindings");
		return;
	}
	const open = desk.typing.open?.segment;
	const here = found.find(({ segment, start, end }) => segment === open && start <= caret && caret <= end);
	desk.showPanel();
	desk.state.set({ dismissing: dismissing + 1, dismissAt: here ? placeOf(here) : null });
}
