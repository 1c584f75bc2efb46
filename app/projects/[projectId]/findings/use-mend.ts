"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api } from "#app/_ui/api.ts";
import { useProblemSentence } from "#app/_ui/problem-note.tsx";
import { toast } from "#app/_ui/toast.tsx";
import { newId } from "#app/_workbench/sync/new-id.ts";
import type { Fixed } from "#lib/core/qa/wire.ts";
import { useRefreshFindings } from "./findings-query.ts";
import type { chosenOf } from "./mend-plan.ts";

interface Mending {
	readonly check: string;
	readonly documentId: string | null;
	readonly chosen: ReturnType<typeof chosenOf>;
}

/** Says how many texts were mended, and offers to take that back, document by document. */
export function useMend(projectId: string, onClose: () => void) {
	const t = useTranslations("projectFindings.mend");
	const common = useTranslations("common");
	const sentence = useProblemSentence();
	const refresh = useRefreshFindings(projectId);

	async function takeBack({ documents }: Fixed): Promise<void> {
		try {
			for (const { id, number } of documents.toReversed())
				await api(`/documents/${id}/revisions/${number}/revert`, { method: "POST", body: { key: newId() } });
			toast.success(t("takenBack"));
		} catch (error) {
			toast.error(sentence(error));
		}
		await refresh();
	}

	const send = useMutation({
		mutationFn: (mending: Mending) =>
			api<Fixed>(`/projects/${projectId}/fixes`, { method: "POST", body: { key: newId(), ...mending } }),
		onSuccess: async (fixed) => {
			const { changed, skipped, documents } = fixed;
			await refresh();
			toast.success(t("done", { changed, skipped, documents: new Set(documents.map(({ id }) => id)).size }), {
				action: { label: common("undo"), onClick: () => void takeBack(fixed) },
			});
			onClose();
		},
	});
	return { send, mended: send.isSuccess };
}
