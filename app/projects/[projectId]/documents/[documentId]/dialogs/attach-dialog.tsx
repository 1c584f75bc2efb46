"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Choice, Field, FieldError, TextArea } from "#app/_ui/field.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { useLongWork } from "#app/_ui/use-long-work.ts";
import { readTextFile, type TextFile } from "#app/projects/[projectId]/import/read-text-file.ts";
import type { Origin, Side } from "#lib/core/document/model.ts";
import { guessParagraphs, type ParagraphMode } from "#lib/core/text/paragraphs.ts";
import { useDesk } from "../desk-context.tsx";
import { newId } from "../store/new-id.ts";
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
	const [text, setText] = useState("");
	const [mode, setMode] = useState<ParagraphMode | null>(null);
	const [origin, setOrigin] = useState<Origin>({ kind: "unknown" });
	const [preview, setPreview] = useState<AttachPreview | null>(null);
	const work = useLongWork();
	const busy = work.state.is === "sending" || work.state.is === "running";
	const [file, setFile] = useState<Exclude<TextFile, { ok: true }> | null>(null);
	const [key] = useState(newId);
	const paragraphs = mode ?? guessParagraphs(text);

	async function post<Answer>(asPreview: boolean): Promise<Answer | null> {
		return await work.post<Answer>(`/documents/${head.id}/attach`, {
			key,
			side,
			text,
			paragraphs,
			aligner: desk.options.aligners[0],
			...(side === "target" && { origin }),
			...(asPreview && { preview: true }),
		});
	}

	function take(read: TextFile): void {
		setFile(read.ok ? null : read);
		if (read.ok) setText(read.text);
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
						disabled={text.trim() === ""}
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
					<Field label={t("text")} hint={t("drop")} aside={<FileButton onFile={take} />}>
						{(control) => (
							<TextArea
								{...control}
								rows={10}
								lang={desk.language(side)}
								className="reading"
								value={text}
								onChange={(event) => setText(event.target.value)}
								onDragOver={(event) => {
									if (event.dataTransfer.types.includes("Files")) event.preventDefault();
								}}
								onDrop={(event) => {
									const [dropped] = event.dataTransfer.files;
									if (!dropped) return;
									event.preventDefault();
									void readTextFile(dropped).then(take);
								}}
							/>
						)}
					</Field>
					{file && <FileTrouble file={file} />}
					<Choice
						label={t("paragraphs")}
						inline
						value={paragraphs}
						onChange={setMode}
						options={[
							{ value: "blank-line", label: t("blankLine") },
							{ value: "line", label: t("line") },
						]}
					/>
					{side === "target" && <OriginFields origin={origin} onChange={setOrigin} />}
				</>
			)}
		</Dialog>
	);
}

function FileButton({ onFile }: { readonly onFile: (file: TextFile) => void }) {
	const t = useTranslations("workbench.dialog.attach");
	return (
		<label className="cursor-pointer text-sm text-accent-text underline underline-offset-3 focus-within:outline-2">
			{t("upload")}
			<input
				type="file"
				accept=".txt,.md,text/plain"
				className="sr-only"
				onChange={(event) => {
					const file = event.target.files?.[0];
					if (file) void readTextFile(file).then(onFile);
				}}
			/>
		</label>
	);
}

function FileTrouble({ file }: { readonly file: Exclude<TextFile, { ok: true }> }) {
	const t = useTranslations("import.fileTrouble");
	return (
		<FieldError>
			{file.key === "notUtf8" ? t("notUtf8", { line: file.line, column: file.column }) : t(file.key)}
		</FieldError>
	);
}
