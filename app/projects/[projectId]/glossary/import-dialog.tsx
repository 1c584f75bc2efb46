"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { FileDrop } from "#app/_ui/file-drop.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { toast } from "#app/_ui/toast.tsx";
import { useRefreshGlossary } from "./glossary-query.ts";
import { ImportPreview } from "./import-preview.tsx";
import { sendGlossary } from "./send-glossary.ts";

interface ImportDialogProps {
	readonly projectId: string;
	readonly onClose: () => void;
}

interface Sending {
	readonly file: File;
	/** The version that was shown; null only shows it. */
	readonly onto: number | null;
}

/** Terms from a file: what they would make of the glossary is shown first, then done as one. */
export function ImportDialog({ projectId, onClose }: ImportDialogProps) {
	const t = useTranslations("glossary.import");
	const common = useTranslations("common");
	const refresh = useRefreshGlossary(projectId);
	const send = useMutation({
		mutationFn: ({ file, onto }: Sending) => sendGlossary(projectId, file, onto),
		onSuccess: async ({ applied, totals }) => {
			if (!applied) return;
			toast.success(t("done", totals));
			onClose();
			await refresh();
		},
	});
	const shown = send.data && !send.data.applied ? send.data : null;
	const file = send.variables?.file;
	const count = shown && shown.problems.length === 0 ? shown.totals.added + shown.totals.changed : 0;
	return (
		<Dialog
			open
			size="lg"
			onOpenChange={onClose}
			title={t("title")}
			description={t("explain")}
			footer={
				<>
					{file && !send.isPending && <Button onClick={() => send.reset()}>{t("otherFile")}</Button>}
					<Button onClick={onClose}>{common("cancel")}</Button>
					{file && count > 0 && (
						<Button
							variant="primary"
							busy={send.isPending}
							onClick={() => send.mutate({ file, onto: shown?.version ?? 0 })}
						>
							{t("apply", { count })}
						</Button>
					)}
				</>
			}
		>
			<ProblemNote error={send.error} />
			{(!file || send.isError) && (
				<FileDrop
					accept=".tbx,.xml,.csv,.tsv,.xlsx"
					onFile={(given) => send.mutate({ file: given, onto: null })}
				>
					<span className="font-medium">{t("drop")}</span>
					<span className="text-sm text-ink-soft">{t("kinds")}</span>
				</FileDrop>
			)}
			{send.isPending && (
				<p role="status" className="text-ink-soft">
					{t("reading")}
				</p>
			)}
			{shown && <ImportPreview name={file?.name ?? ""} made={shown} />}
		</Dialog>
	);
}
