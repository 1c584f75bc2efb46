"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api } from "#app/_ui/api.ts";
import { useProblemSentence } from "#app/_ui/problem-note.tsx";
import { toast } from "#app/_ui/toast.tsx";
import type { DocumentListItem } from "./document-row.tsx";

export function documentsKey(projectId: string) {
	return ["projects", projectId, "documents"] as const;
}

/** Deletes at once and offers to take it back; deleting only hides. */
export function useDeleteDocument(): (document: DocumentListItem) => Promise<void> {
	const t = useTranslations("projects");
	const common = useTranslations("common");
	const sentence = useProblemSentence();
	const queries = useQueryClient();
	const refresh = () => queries.invalidateQueries({ queryKey: ["projects"] });

	async function takeBack(id: string): Promise<void> {
		try {
			await api(`/documents/${id}/undelete`, { method: "POST" });
			toast.success(t("undeleted"));
		} catch (error) {
			toast.error(sentence(error));
		}
		await refresh();
	}

	async function remove({ id, title }: DocumentListItem): Promise<void> {
		try {
			await api(`/documents/${id}`, { method: "DELETE" });
			toast(t("deleted", { title }), {
				action: { label: common("undo"), onClick: () => void takeBack(id) },
			});
		} catch (error) {
			toast.error(sentence(error));
		}
		await refresh();
	}

	return remove;
}
