"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { useLongWork } from "#app/_ui/use-long-work.ts";
import type { Origin, Side } from "#lib/core/document/model.ts";
import { guessParagraphs, type ParagraphMode } from "#lib/core/text/paragraphs.ts";
import { useDesk } from "../desk-context.tsx";
import { newId } from "../sync/new-id.ts";
import { type NewerText, NewerTextField } from "./newer-text-field.tsx";
import { OriginFields } from "./origin-fields.tsx";
import { type AttachPreview, PairingPreview } from "./pairing-preview.tsx";
import { WorkProgress } from "./work-progress.tsx";
import type { DialogProps } from "./workbench-dialogs.tsx";

/** Lays the missing side beside the passages that are there: first shown, then done in one revision. */
export default function AttachDialog({ onClose, onCloseAutoFocus }: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.dialog.attach");
	const { head } = desk.state.get();
	const side: Side = head.sides.source ? "target" : "source";
	const [given, setGiven] = useState<NewerText>({ text: "", file: null });
	const [mode, setMode] = useState<ParagraphMode | null>(null);
	const [origin, setOrigin] = useState<Origin>({ kind: "unknown" });
	const [preview, setPreview] = useState<AttachPreview | null>(null);
	const work = useLongWork();
	const busy = work.state.is === "sending" || work.state.is === "running";
	const [key] = useState(newId);
	const paragraphs = mode ?? guessParagraphs(given.text);

	async function post<Answer>(asPreview: boolean): Promise<Answer | null> {
		return await work.post<Answer>(`/documents/${head.id}/attach`, {
			key,
			side,
			given: given.file ? { upload: given.file.id } : { text: given.text },
			paragraphs,
			aligner: desk.options.aligners[0],
			...(side === "target" && { origin }),
			...(asPreview && { preview: true }),
		});
	}

	async function apply(): Promise<void> {
		desk.typing.save();
		await desk.data.queue.whenIdle();
		if (await post(false)) window.location.reload();
	}

	return (
		<Dialog
			open
			onOpenChange={onClose}
			onCloseAutoFocus={onCloseAutoFocus}
			title={t(side === "source" ? "titleSource" : "titleTarget")}
			description={t("explain")}
			size="lg"
			footer={
				preview ? (
					<>
						<Button onClick={() => setPreview(null)}>{t("back")}</Button>
						<Button variant="primary" busy={busy} onClick={() => void apply()}>
							{t("apply")}
						</Button>
					</>
				) : (
					<Button
						variant="primary"
						busy={busy}
						disabled={given.file === null && given.text.trim() === ""}
						onClick={() => void post<AttachPreview>(true).then((made) => made && setPreview(made))}
					>
						{t("preview")}
					</Button>
				)
			}
		>
			{work.state.is === "failed" && <ProblemNote error={work.state.error} />}
			<WorkProgress work={work} />
			{preview ? (
				<PairingPreview preview={preview} />
			) : (
				<>
					<NewerTextField
						projectId={head.projectId}
						lang={desk.language(side)}
						label={t("text")}
						value={given}
						onChange={setGiven}
						paragraphs={paragraphs}
						onParagraphs={setMode}
					/>
					{side === "target" && <OriginFields origin={origin} onChange={setOrigin} />}
				</>
			)}
		</Dialog>
	);
}
