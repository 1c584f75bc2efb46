"use client";

import { useTranslations } from "next-intl";
import { api, Problem } from "#app/_ui/api.ts";
import { useProblemSentence } from "#app/_ui/problem-note.tsx";
import { toast } from "#app/_ui/toast.tsx";
import { newId } from "#app/_workbench/sync/new-id.ts";
import type { DismissalReason, ListedFinding } from "#lib/core/qa/wire.ts";
import { useRefreshFindings } from "./findings-query.ts";

export const reaches = ["this", "document", "project"] as const;

export interface Dismissing {
	/** `this`: exactly those that were asked for; else all that say the same as the first. */
	readonly reach: (typeof reaches)[number];
	readonly reason: DismissalReason;
	readonly note: string;
}

interface Dismissed {
	readonly batch: string;
	readonly dismissed: number;
}

/** Says how many were dismissed and offers to take that back; throws where none could be. */
export function useDismiss(projectId: string) {
	const t = useTranslations("projectFindings");
	const common = useTranslations("common");
	const refresh = useRefreshFindings(projectId);
	const send = useSendTakenBack(projectId);
	return async (findings: readonly ListedFinding[], { reach, reason, note }: Dismissing): Promise<void> => {
		const done: Dismissed[] = [];
		let refused: Problem | null = null;
		for (const which of whichOf(findings, reach))
			try {
				const body = { key: newId(), which, reason, note };
				done.push(await api<Dismissed>(`/projects/${projectId}/dismissals`, { method: "POST", body }));
			} catch (error) {
				// Those of this document are gone meanwhile; the others are dismissed.
				if (!(error instanceof Problem) || error.key !== "findingsGone") throw error;
				refused = error;
			}
		await refresh();
		if (done.length === 0 && refused) throw refused;
		const count = done.reduce((sum, { dismissed }) => sum + dismissed, 0);
		const undo = () => void send(done.map(({ batch }) => ({ batch })));
		toast.success(t("dismissed", { count }), { action: { label: common("undo"), onClick: undo } });
	};
}

function whichOf(findings: readonly ListedFinding[], reach: Dismissing["reach"]): object[] {
	const named = ({ finding: { segment, fingerprint } }: ListedFinding) => ({ segment, fingerprint });
	const [first] = findings;
	if (reach !== "this" && first)
		return [{ kind: "alike", documentId: first.documentId, finding: named(first), within: reach }];
	return [...Map.groupBy(findings, ({ documentId }) => documentId)].map(([documentId, these]) => ({
		kind: "these",
		documentId,
		findings: these.map(named),
	}));
}

/** Dismissed ones are open again; answers whether they are. */
export function useTakeBack(projectId: string) {
	const send = useSendTakenBack(projectId);
	return async (findings: readonly ListedFinding[]): Promise<boolean> =>
		await send([
			{ ids: findings.flatMap(({ finding: { dismissal } }) => (dismissal ? [dismissal.id] : [])) },
		]);
}

function useSendTakenBack(projectId: string) {
	const t = useTranslations("projectFindings");
	const sentence = useProblemSentence();
	const refresh = useRefreshFindings(projectId);
	return async (all: readonly object[]): Promise<boolean> => {
		let count = 0;
		try {
			for (const body of all) {
				const path = `/projects/${projectId}/dismissals/taken-back`;
				count += (await api<{ takenBack: number }>(path, { method: "POST", body })).takenBack;
			}
			toast.success(t("takenBack", { count }));
			return true;
		} catch (error) {
			toast.error(sentence(error));
			return false;
		} finally {
			await refresh();
		}
	};
}
