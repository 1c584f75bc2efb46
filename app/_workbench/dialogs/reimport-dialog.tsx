"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Choice } from "#app/_ui/field.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { useLongWork } from "#app/_ui/use-long-work.ts";
import type { Origin, Side } from "#lib/core/document/model.ts";
import type { UpdateCounts, UpdatePreview } from "#lib/core/document/wire.ts";
import { guessParagraphs, type ParagraphMode } from "#lib/core/text/paragraphs.ts";
import { useDesk } from "../desk-context.tsx";
import { undo } from "../store/align-actions.ts";
import { newId } from "../sync/new-id.ts";
import type { Answer } from "../sync/wire.ts";
import { type NewerText, NewerTextField } from "./newer-text-field.tsx";
import { OriginFields } from "./origin-fields.tsx";
import { ReimportChanges, ReimportSummary } from "./reimport-changes.tsx";
import { WorkProgress } from "./work-progress.tsx";
import type { DialogProps } from "./workbench-dialogs.tsx";

interface Reimported extends Answer {
	readonly counts: UpdateCounts;
}

/** Brings a newer version of a side: what it changes is shown first, then done as one revision. */
export default function ReimportDialog({ onClose, onCloseAutoFocus }: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.dialog.reimport");
	const { head } = desk.state.get();
	const sides = (["source", "target"] as const).filter((one) => head.sides[one]);
	const [side, setSide] = useState<Side>(sides.at(-1) ?? "target");
	const [newer, setNewer] = useState<NewerText>({ text: "", file: null });
	const [mode, setMode] = useState<ParagraphMode | null>(null);
	const [origin, setOrigin] = useState<Origin>(head.description.origins.at(-1) ?? { kind: "unknown" });
	const [preview, setPreview] = useState<UpdatePreview | null>(null);
	const work = useLongWork();
	const busy = work.state.is === "sending" || work.state.is === "running";
	const paragraphs = mode ?? guessParagraphs(newer.text);
	const isGiven = newer.file !== null || newer.text.trim() !== "";

	async function post<Made>(more: object): Promise<Made | null> {
		return await work.post<Made>(`/documents/${head.id}/update`, {
			key: newId(),
			side,
			given: newer.file ? { upload: newer.file.id } : { text: newer.text },
			paragraphs,
			aligner: desk.options.aligners[0],
			...(side === "target" && { origin }),
			...more,
		});
	}

	async function look(): Promise<void> {
		desk.withdraw();
		desk.typing.save();
		await desk.data.queue.whenIdle();
		setPreview(await post<UpdatePreview>({ preview: true }));
	}

	async function apply(order: number): Promise<void> {
		const made = await post<Reimported>({ order });
		if (!made) return;
		desk.changedBeside(made);
		onClose();
		const { taken, held, added, marked } = made.counts;
		desk.offerUndo("reimported", { changed: taken + added, held: held + marked }, () => undo(desk));
	}

	const news = preview !== null && countOf(preview) > 0;
	return (
		<Dialog
			open
			onOpenChange={onClose}
			onCloseAutoFocus={onCloseAutoFocus}
			title={t("title")}
			description={t("explain")}
			size="lg"
			footer={
				preview ? (
					<>
						<Button onClick={() => setPreview(null)}>{t("back")}</Button>
						<Button
							variant="primary"
							busy={busy}
							disabled={!news}
							onClick={() => void apply(preview.orderNumber)}
						>
							{t("apply")}
						</Button>
					</>
				) : (
					<Button variant="primary" busy={busy} disabled={!isGiven} onClick={() => void look()}>
						{t("preview")}
					</Button>
				)
			}
		>
			{work.state.is === "failed" && <ProblemNote error={work.state.error} />}
			<WorkProgress work={work} />
			{preview ? (
				<>
					<ReimportSummary preview={preview} />
					<ReimportChanges preview={preview} lang={desk.language(side)} />
				</>
			) : (
				<>
					{sides.length > 1 && (
						<Choice
							label={t("side")}
							inline
							value={side}
							onChange={setSide}
							options={sides.map((value) => ({ value, label: t(value) }))}
						/>
					)}
					<NewerTextField
						projectId={head.projectId}
						lang={desk.language(side)}
						value={newer}
						onChange={setNewer}
						paragraphs={paragraphs}
						onParagraphs={setMode}
						label={t("text")}
					/>
					{side === "target" && <OriginFields origin={origin} onChange={setOrigin} />}
				</>
			)}
		</Dialog>
	);
}

const countOf = ({ taken, held, marked, dropped, added, moved }: UpdateCounts) =>
	taken + held + marked + dropped + added + moved;
