"use client";

import { useTranslations } from "next-intl";
import { api } from "#app/_ui/api.ts";
import { useProblemSentence } from "#app/_ui/problem-note.tsx";
import { toast } from "#app/_ui/toast.tsx";
import type { StoredTerm } from "#lib/core/terms/wire.ts";
import { useRefreshGlossary } from "./glossary-query.ts";

/** Deletes at once and offers to take it back: the same term is made again under its id. */
export function useDeleteTerm(projectId: string): (term: StoredTerm) => Promise<void> {
	const t = useTranslations("glossary");
	const common = useTranslations("common");
	const sentence = useProblemSentence();
	const refresh = useRefreshGlossary(projectId);

	async function takeBack(term: StoredTerm): Promise<void> {
		const { version: _, updatedAt: __, updatedBy: ___, ...body } = term;
		try {
			await api(`/projects/${projectId}/terms`, { method: "POST", body });
			toast.success(t("broughtBack", { source: term.simplified }));
		} catch (error) {
			toast.error(sentence(error));
		}
		await refresh();
	}

	return async (term) => {
		try {
			const { id, version, simplified: source } = term;
			await api(`/projects/${projectId}/terms/${id}`, { method: "DELETE", body: { version } });
			toast(t("deleted", { source }), {
				action: { label: common("undo"), onClick: () => void takeBack(term) },
			});
		} catch (error) {
			toast.error(sentence(error));
		}
		await refresh();
	};
}
