"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { FileDrop } from "#app/_ui/file-drop.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { Progress } from "#app/_ui/progress.tsx";
import { useLongWork } from "#app/_ui/use-long-work.ts";
import { newId } from "#app/_workbench/sync/new-id.ts";
import { type Stored, sendTo } from "#app/projects/[projectId]/import/give-file.ts";
import { GivingNote } from "#app/projects/[projectId]/import/giving-note.tsx";
import { type Giving, useSending } from "#app/projects/[projectId]/import/use-giving.ts";
import type { BroughtBack, ReturnedPreview } from "#lib/core/comments/returned.ts";
import { ReturnPreview } from "./return-preview.tsx";

export interface ReturnDialogProps {
	readonly documentId: string;
	/** Of the renderings. */
	readonly language: string;
	/** Before anything is compared: what is being typed here is to be there. */
	readonly prepare?: () => Promise<void>;
	readonly onDone: (made: BroughtBack) => void;
	readonly onClose: () => void;
	readonly onCloseAutoFocus?: (event: Event) => void;
}

/** A file that was edited outside comes back: what it would do is shown first. */
export function ReturnDialog(props: ReturnDialogProps) {
	const { documentId, language, prepare, onDone, onClose, onCloseAutoFocus } = props;
	const t = useTranslations("word.back");
	const [given, setGiven] = useState<{ file: Stored; key: string } | null>(null);
	const [preview, setPreview] = useState<ReturnedPreview | null>(null);
	const work = useLongWork();
	const busy = work.state.is === "sending" || work.state.is === "running";
	const path = `/documents/${documentId}`;

	async function post<Made>(upload: string, key: string, show: boolean): Promise<Made | null> {
		return await work.post<Made>(`${path}/bring-back`, { key, upload, preview: show });
	}
	async function look(file: Stored): Promise<void> {
		const key = newId();
		setGiven({ file, key });
		await prepare?.();
		setPreview(await post<ReturnedPreview>(file.id, key, true));
	}
	async function apply(): Promise<void> {
		const made = given && (await post<BroughtBack>(given.file.id, given.key, false));
		if (!made) return;
		onClose();
		onDone(made);
	}
	const giving = useSending(
		(file, onStep, signal) => sendTo(`${path}/returned`, file, onStep, signal),
		(file) => void look(file),
	);
	const again = () => {
		work.cancel();
		setGiven(null);
		setPreview(null);
	};
	const fresh = (preview?.suggestions ?? 0) + (preview?.comments ?? 0);
	return (
		<Dialog
			open
			onOpenChange={onClose}
			{...(onCloseAutoFocus && { onCloseAutoFocus })}
			title={t("title")}
			description={t("explain")}
			size="lg"
			footer={
				<>
					{given && <Button onClick={again}>{t("otherFile")}</Button>}
					{preview && fresh > 0 && (
						<Button variant="primary" busy={busy} onClick={() => void apply()}>
							{t("apply")}
						</Button>
					)}
					{(!preview || fresh === 0) && <Button onClick={onClose}>{t(preview ? "close" : "cancel")}</Button>}
				</>
			}
		>
			{work.state.is === "failed" && <ProblemNote error={work.state.error} />}
			{!given && <DropPlace giving={giving} />}
			{busy && !preview && (
				<div role="status" className="flex flex-col gap-1.5 text-ink-soft">
					<p>{t("looking")}</p>
					{work.state.is === "running" && (
						<Progress label={t("looking")} done={work.state.done} total={work.state.total} />
					)}
				</div>
			)}
			{preview && <ReturnPreview preview={preview} lang={language} />}
		</Dialog>
	);
}

function DropPlace({ giving }: { readonly giving: Giving }) {
	const t = useTranslations("word.back");
	return (
		<>
			<FileDrop accept=".docx" onFile={(file) => giving.give(file)}>
				<span className="text-accent-text underline underline-offset-3">{t("choose")}</span>
				<span className="text-sm text-ink-soft">{t("drop")}</span>
			</FileDrop>
			<GivingNote giving={giving} />
		</>
	);
}
