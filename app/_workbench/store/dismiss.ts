import { api } from "#app/_ui/api.ts";
import type { Finding } from "#lib/core/qa/contract.ts";
import { contentOf, fingerprintOf } from "#lib/core/qa/fingerprint.ts";
import type { CheckSettings, SwitchedOff } from "#lib/core/qa/settings.ts";
import type { DismissalReason } from "#lib/core/qa/wire.ts";
import { newId } from "../sync/new-id.ts";
import type { WireRow } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";

/**
 * How far a dismissal reaches: one finding, all that say the same, or all of its check in the document; `never`: the
 * project does without what was said from now on.
 */
export const dismissalReaches = ["this", "document", "project", "check", "never"] as const;
export type DismissalReach = (typeof dismissalReaches)[number];

export interface Dismissing {
	readonly reach: DismissalReach;
	readonly reason: DismissalReason;
	readonly note: string;
}

/** Holds for exactly the texts as they are; answers whether it was done, and offers to take it back. */
export async function dismiss(
	desk: Desk,
	row: WireRow,
	finding: Finding,
	{ reach, reason, note }: Dismissing,
): Promise<boolean> {
	const { id: documentId, projectId } = desk.options.head;
	desk.typing.save();
	await desk.data.queue.whenIdle();
	if (reach === "never") return await switchOff(desk, finding);
	const named = { segment: finding.segment, fingerprint: fingerprintOf(finding, contentOf(row)) };
	const which =
		reach === "this"
			? { kind: "these", documentId, findings: [named] }
			: reach === "check"
				? { kind: "check", documentId, check: finding.check }
				: { kind: "alike", documentId, finding: named, within: reach };
	try {
		const { batch, dismissed } = await api<{ batch: string; dismissed: number }>(
			`/projects/${projectId}/dismissals`,
			{ method: "POST", body: { key: newId(), which, reason, note } },
		);
		desk.offerUndo("dismissed", { count: dismissed }, () => void takeBack(desk, { batch }));
	} catch {
		desk.say("notDismissed", {}, { tone: "error" });
		return false;
	} finally {
		await desk.findings.again();
	}
	return true;
}

export async function takeBack(
	desk: Desk,
	which: { readonly batch: string } | { readonly ids: readonly string[] },
): Promise<void> {
	try {
		await api(`/projects/${desk.options.head.projectId}/dismissals/taken-back`, {
			method: "POST",
			body: which,
		});
	} catch {
		desk.say("notTakenBack", {}, { tone: "error" });
	}
	await desk.findings.again();
}

/** Switches off what the finding says, for everybody; that can be undone at once, and in the project's settings. */
async function switchOff(desk: Desk, { check, key }: Finding): Promise<boolean> {
	const path = `/projects/${desk.options.head.projectId}/checking`;
	const save = async (off: readonly SwitchedOff[]) => {
		await api(path, { method: "PUT", body: { off } });
		await desk.findings.again();
	};
	try {
		const { off } = await api<CheckSettings>(path);
		await save([...off, { check, key }]);
		desk.offerUndo("switchedOff", {}, () => {
			save(off).catch(() => desk.say("notTakenBack", {}, { tone: "error" }));
		});
		return true;
	} catch {
		desk.say("notDismissed", {}, { tone: "error" });
		return false;
	}
}
