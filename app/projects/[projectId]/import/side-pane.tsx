"use client";

import { FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, type ReactNode, useId, useRef, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { classNames } from "#app/_ui/class-names.ts";
import { TextArea } from "#app/_ui/field.tsx";
import type { Side } from "#lib/core/document/model.ts";
import { droppedFiles } from "./dropped-files.ts";
import { GivenCard } from "./given-card.tsx";
import { GivingNote } from "./giving-note.tsx";
import { emptySide, hasText, type ImportForm, isEmpty, languageOf } from "./import-form.ts";
import { LanguageSelect } from "./language-select.tsx";
import { Misplaced, TextTrouble } from "./side-notes.tsx";
import type { Giving } from "./use-giving.ts";
import type { ChangeForm } from "./use-kept-form.ts";

interface SidePaneProps {
	readonly side: Side;
	readonly form: ImportForm;
	readonly change: ChangeForm;
	readonly giving: Giving;
	/** Extensions of what can be read, for the browser's file dialog. */
	readonly accepted: string;
	/** Several files at once are sorted by the screen. */
	readonly onFiles: (files: readonly File[]) => void;
}

/** Longer texts are shown as their beginning: a browser's text area crawls with a book in it. In UTF-16 units. */
const longestInArea = 200_000;

/** Where one side comes in: typed, pasted, dropped, or chosen as a file. Once it is there it takes one line. */
export function SidePane({ side, form, change, giving, accepted, onFiles }: SidePaneProps) {
	const t = useTranslations("import");
	const id = useId();
	const [editing, setEditing] = useState(!hasText(form[side]));
	const [over, setOver] = useState(false);
	const { text, file } = form[side];

	function put(next: string): void {
		change((before) => ({ ...before, [side]: { ...before[side], text: next, file: null } }));
	}
	function clear(): void {
		giving.cancel();
		setEditing(true);
		change((before) => ({ ...before, [side]: { ...emptySide, language: before[side].language } }));
	}
	function drop(event: DragEvent): void {
		setOver(false);
		if (event.dataTransfer.files.length === 0) return;
		event.preventDefault();
		void droppedFiles(event.dataTransfer).then((files) => {
			const [first] = files;
			if (first && files.length === 1) giving.give(first);
			else onFiles(files);
		});
	}

	const busy = giving.state.is === "sending" || giving.state.is === "reading";
	const area = file === null && !busy && (editing || !hasText(form[side]));
	return (
		<section
			aria-label={t(`side.${side}`)}
			className={classNames(
				"flex min-w-0 flex-col gap-2 rounded-md",
				over && "bg-accent-wash outline-2 outline-accent",
			)}
			onDragOver={(event) => {
				if (!event.dataTransfer.types.includes("Files")) return;
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={drop}
		>
			<div className="flex min-h-9 items-center gap-x-3">
				<label htmlFor={`${id}-text`} className="flex-1 text-md font-semibold">
					{t(`side.${side}`)}
				</label>
				<LanguageSelect side={side} form={form} change={change} />
				<FileButton side={side} accepted={accepted} onFile={giving.give} />
			</div>
			{area && (
				<Area
					id={`${id}-text`}
					side={side}
					text={text}
					language={languageOf(form, side)}
					small={text === "" && !isEmpty(form)}
					onText={put}
					onPaste={() => text === "" && setEditing(false)}
				/>
			)}
			<div id={`${id}-notes`} className="flex flex-col gap-1.5" aria-live="polite">
				<GivingNote giving={giving} />
				{!busy && hasText(form[side]) && (
					<GivenCard
						side={side}
						form={form}
						onClear={clear}
						onEdit={area ? () => setEditing(false) : () => setEditing(true)}
						open={area}
					/>
				)}
				{file === null && (
					<TextTrouble side={side} text={text} areaId={`${id}-text`} onShow={() => setEditing(true)} />
				)}
				<Misplaced side={side} form={form} change={change} />
				{!hasText(form[side]) && !busy && <p className="text-sm text-ink-faint">{t(`emptySide.${side}`)}</p>}
			</div>
		</section>
	);
}

interface AreaProps {
	readonly id: string;
	readonly side: Side;
	readonly text: string;
	readonly language: string;
	/** The other side is there already: what it becomes matters more now. */
	readonly small: boolean;
	readonly onText: (text: string) => void;
	readonly onPaste: () => void;
}

function Area({ id, side, text, language, small, onText, onPaste }: AreaProps): ReactNode {
	const t = useTranslations("import");
	const long = text.length > longestInArea;
	return (
		<>
			<TextArea
				id={id}
				lang={language}
				spellCheck={false}
				readOnly={long}
				placeholder={t(`placeholder.${side}`)}
				className={classNames(
					"reading resize-y placeholder:font-sans placeholder:text-base",
					small ? "h-20" : "h-56",
				)}
				value={long ? text.slice(0, longestInArea) : text}
				onChange={(event) => onText(event.target.value)}
				onPaste={onPaste}
			/>
			{long && <p className="text-sm text-ink-soft">{t("longText", { shown: longestInArea })}</p>}
		</>
	);
}

interface FileButtonProps {
	readonly side: Side;
	readonly accepted: string;
	readonly onFile: (file: File) => void;
}

function FileButton({ side, accepted, onFile }: FileButtonProps) {
	const t = useTranslations("import");
	const input = useRef<HTMLInputElement>(null);
	return (
		<>
			<Button
				size="sm"
				className="h-8"
				icon={<FileText aria-hidden className="size-4" />}
				aria-label={t(`chooseFile.${side}`)}
				onClick={() => input.current?.click()}
			>
				{t("file")}
			</Button>
			<input
				ref={input}
				type="file"
				hidden
				accept={accepted}
				onChange={(event) => {
					const [file] = event.target.files ?? [];
					if (file) onFile(file);
					event.target.value = "";
				}}
			/>
		</>
	);
}
