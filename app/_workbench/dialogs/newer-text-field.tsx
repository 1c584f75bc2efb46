"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { classNames } from "#app/_ui/class-names.ts";
import { Choice, Field, TextArea } from "#app/_ui/field.tsx";
import { type Stored, sendFile } from "#app/projects/[projectId]/import/give-file.ts";
import { GivingNote } from "#app/projects/[projectId]/import/giving-note.tsx";
import { useSending } from "#app/projects/[projectId]/import/use-giving.ts";
import type { ParagraphMode } from "#lib/core/text/paragraphs.ts";

export interface NewerText {
	readonly text: string;
	/** A file that the server has, instead of the text. */
	readonly file: Stored | null;
}

interface NewerTextFieldProps {
	readonly projectId: string;
	readonly lang: string;
	readonly label: string;
	readonly value: NewerText;
	readonly onChange: (value: NewerText) => void;
	readonly paragraphs: ParagraphMode;
	readonly onParagraphs: (mode: ParagraphMode) => void;
}

/** Where a version is pasted, or dropped as a file; what a file's paragraphs are, it says itself. */
export function NewerTextField(props: NewerTextFieldProps) {
	const { projectId, lang, label, value, onChange, paragraphs, onParagraphs } = props;
	const t = useTranslations("workbench.dialog.reimport");
	const giving = useSending(
		(file, onStep, signal) => sendFile(projectId, file, onStep, signal),
		(file) => onChange({ text: "", file }),
	);
	const [over, setOver] = useState(false);
	const area = useRef<HTMLTextAreaElement>(null);
	useEffect(() => area.current?.focus(), []); // to paste at once
	const choose = (
		<label className="cursor-pointer text-sm text-accent-text underline underline-offset-3 focus-within:outline-2">
			{t("choose")}
			<input
				type="file"
				className="sr-only"
				onChange={(event) => {
					const file = event.target.files?.[0];
					if (file) giving.give(file);
					event.target.value = "";
				}}
			/>
		</label>
	);
	if (value.file)
		return (
			<p className="flex items-center gap-3 border-y border-rule py-2">
				<span className="min-w-0 flex-1 truncate">{value.file.name}</span>
				<Button size="sm" onClick={() => onChange({ text: "", file: null })}>
					{t("otherFile")}
				</Button>
			</p>
		);
	return (
		<>
			<Field label={label} hint={t("drop")} aside={choose}>
				{(control) => (
					<TextArea
						{...control}
						ref={area}
						rows={8}
						lang={lang}
						className={classNames("reading", over && "outline-2 outline-accent")}
						value={value.text}
						onChange={(event) => onChange({ text: event.target.value, file: null })}
						onDragOver={(event) => {
							if (!event.dataTransfer.types.includes("Files")) return;
							event.preventDefault();
							setOver(true);
						}}
						onDragLeave={() => setOver(false)}
						onDrop={(event) => {
							setOver(false);
							const [file] = event.dataTransfer.files;
							if (!file) return;
							event.preventDefault();
							giving.give(file);
						}}
					/>
				)}
			</Field>
			<GivingNote giving={giving} />
			<Choice
				label={t("paragraphs")}
				inline
				value={paragraphs}
				onChange={onParagraphs}
				options={[
					{ value: "blank-line", label: t("blankLine") },
					{ value: "line", label: t("line") },
				]}
			/>
		</>
	);
}
