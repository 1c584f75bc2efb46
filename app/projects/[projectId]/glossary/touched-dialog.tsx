"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ProblemNote, useProblemSentence } from "#app/_ui/problem-note.tsx";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import { toast } from "#app/_ui/toast.tsx";
import { newId } from "#app/_workbench/sync/new-id.ts";
import type { RewordedDocument, StoredTerm, TouchedText, WireTouched } from "#lib/core/terms/wire.ts";
import { may, type ProjectOnScreen } from "../project.ts";
import { useRefreshGlossary, useTouched } from "./glossary-query.ts";
import { TouchedList } from "./touched-list.tsx";

export interface Touching {
	readonly term: StoredTerm;
	/** The rendering that was preferred until now; null: only what is forbidden. */
	readonly old: string | null;
}

interface TouchedDialogProps extends Touching {
	readonly project: ProjectOnScreen;
	readonly onClose: () => void;
}

/** Every passage that calls a term what it must not be called, each with what it would read, to be ticked. */
export function TouchedDialog({ project, term, old, onClose }: TouchedDialogProps) {
	const t = useTranslations("glossary.touched");
	const common = useTranslations("common");
	const { data, error } = useTouched(project.id, term.id, old);
	const [off, setOff] = useState<ReadonlySet<string>>(new Set());
	const reword = useReword(project.id, onClose);
	const chosen = data ? chosenOf(data, off) : [];
	const count = chosen.reduce((sum, { texts }) => sum + texts.length, 0);
	const edits = may(project, "rendering.edit");
	const passages = data?.documents.reduce((sum, document) => sum + document.passages.length, 0) ?? 0;
	const send = (suggest: boolean) => {
		if (!reword.isPending) reword.mutate({ key: newId(), suggest, documents: chosen });
	};
	return (
		<Dialog
			open
			size="lg"
			onOpenChange={onClose}
			title={t("title", { source: term.simplified })}
			description={
				data && (passages === 0 ? t("nothing") : t("count", { passages, documents: data.documents.length }))
			}
			footer={
				passages > 0 && (
					<>
						<Button onClick={onClose}>{common("cancel")}</Button>
						<Button
							variant={edits ? "secondary" : "primary"}
							disabled={count === 0}
							busy={reword.isPending && reword.variables.suggest}
							onClick={() => send(true)}
						>
							{t("suggest", { count })}
						</Button>
						{edits && (
							<Button
								variant="primary"
								disabled={count === 0}
								busy={reword.isPending && !reword.variables.suggest}
								onClick={() => send(false)}
							>
								{t("change", { count })}
							</Button>
						)}
					</>
				)
			}
		>
			<ProblemNote error={error ?? reword.error} />
			{!data && !error && <SkeletonRows label={common("loading")} />}
			{data && (
				<TouchedList
					projectId={project.id}
					documents={data.documents}
					isChosen={({ id }) => !off.has(id)}
					onChoose={(texts, on) => setOff((before) => without(before, texts, on))}
				/>
			)}
			{data?.more && <p className="text-sm text-ink-soft">{t("more")}</p>}
		</Dialog>
	);
}

function without(off: ReadonlySet<string>, texts: readonly TouchedText[], on: boolean): ReadonlySet<string> {
	const next = new Set(off);
	for (const { id } of texts) {
		if (on) next.delete(id);
		else next.add(id);
	}
	return next;
}

function chosenOf({ documents }: WireTouched, off: ReadonlySet<string>) {
	return documents.flatMap(({ id, passages }) => {
		const texts = passages.flatMap((passage) =>
			passage.texts.flatMap(({ id: segment, version, before, text }) =>
				text === null || off.has(segment)
					? []
					: [{ passage: passage.id, segment, version, before, after: text }],
			),
		);
		return texts.length > 0 ? [{ id, texts }] : [];
	});
}

interface Rewording {
	readonly key: string;
	readonly suggest: boolean;
	readonly documents: ReturnType<typeof chosenOf>;
}

/** Says what was done; what was changed can be taken back, document by document. */
function useReword(projectId: string, onClose: () => void) {
	const t = useTranslations("glossary.touched");
	const common = useTranslations("common");
	const sentence = useProblemSentence();
	const refresh = useRefreshGlossary(projectId);

	async function takeBack(documents: readonly RewordedDocument[]): Promise<void> {
		try {
			for (const { id, number } of documents)
				if (number !== null)
					await api(`/documents/${id}/revisions/${number}/revert`, {
						method: "POST",
						body: { key: newId() },
					});
			toast.success(t("takenBack"));
		} catch (error) {
			toast.error(sentence(error));
		}
		await refresh();
	}

	return useMutation({
		mutationFn: (body: Rewording) =>
			api<{ documents: RewordedDocument[] }>(`/projects/${projectId}/reword`, { method: "POST", body }),
		onSuccess: async ({ documents }, { suggest }) => {
			const sum = (of: (one: RewordedDocument) => number) =>
				documents.reduce((total, one) => total + of(one), 0);
			const edited = documents.some(({ number }) => number !== null);
			const counts = { texts: sum(({ changed }) => changed), skipped: sum(({ skipped }) => skipped) };
			const undo = { label: common("undo"), onClick: () => void takeBack(documents) };
			toast.success(t(suggest || !edited ? "suggested" : "changed", counts), edited ? { action: undo } : {});
			onClose();
			await refresh();
		},
	});
}
