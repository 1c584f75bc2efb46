"use client";

import { ArrowLeftRight, FileText, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type DragEvent, useId, useMemo, useRef, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { classNames } from "#app/_ui/class-names.ts";
import { FieldError, Select, TextArea } from "#app/_ui/field.tsx";
import type { Side } from "#lib/core/document/model.ts";
import { detectLanguage, textLanguages } from "#lib/core/text/language.ts";
import { readParagraphs } from "#lib/core/text/paragraphs.ts";
import { checkText } from "#lib/core/text/wellformed.ts";
import { useLanguageName } from "../language-name.ts";
import { hasText, type ImportForm, languageOf, looksMisplaced, paragraphsOf } from "./import-form.ts";
import type { ChangeForm } from "./import-screen.tsx";
import { readTextFile, type TextFile } from "./read-text-file.ts";

interface SidePaneProps {
	readonly side: Side;
	readonly form: ImportForm;
	readonly change: ChangeForm;
}

/** Longer texts are shown as their beginning: a browser's text area crawls with a book in it. In UTF-16 units. */
const longestInArea = 200_000;

/** Where one side's text comes in: typed, pasted, dropped, or chosen as a file. */
export function SidePane({ side, form, change }: SidePaneProps) {
	const t = useTranslations("import");
	const id = useId();
	const [failed, setFailed] = useState<Exclude<TextFile, { ok: true }> | null>(null);
	const [over, setOver] = useState(false);
	const { text, fileName } = form[side];

	function put(next: string, name: string | null): void {
		setFailed(null);
		change((before) => ({ ...before, [side]: { ...before[side], text: next, fileName: name } }));
	}
	async function read(file: File | undefined): Promise<void> {
		if (!file) return;
		const result = await readTextFile(file);
		if (result.ok) put(result.text, file.name);
		else setFailed(result);
	}
	function drop(event: DragEvent): void {
		setOver(false);
		if (event.dataTransfer.files.length === 0) return;
		event.preventDefault();
		void read(event.dataTransfer.files[0]);
	}

	const language = languageOf(form, side);
	const long = text.length > longestInArea;
	return (
		<section
			aria-label={t(`side.${side}`)}
			className="flex min-w-0 flex-col gap-2"
			onDragOver={(event) => {
				if (!event.dataTransfer.types.includes("Files")) return;
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={drop}
		>
			<div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1">
				<label htmlFor={`${id}-text`} className="flex-1 text-md font-semibold">
					{t(`side.${side}`)}
				</label>
				<LanguageSelect side={side} form={form} change={change} />
				<FileButton side={side} onFile={(file) => void read(file)} />
			</div>
			<TextArea
				id={`${id}-text`}
				lang={language}
				spellCheck={false}
				readOnly={long}
				placeholder={t(`placeholder.${side}`)}
				aria-describedby={`${id}-notes`}
				className={classNames(
					"reading h-72 resize-y placeholder:font-sans placeholder:text-base",
					over && "border-accent bg-accent-wash",
				)}
				value={long ? text.slice(0, longestInArea) : text}
				onChange={(event) => put(event.target.value, null)}
			/>
			<div id={`${id}-notes`} className="flex flex-col gap-1.5" aria-live="polite">
				{failed && <FileTrouble failed={failed} />}
				<TextTrouble side={side} text={text} areaId={`${id}-text`} />
				{long && <p className="text-sm text-ink-soft">{t("longText", { shown: longestInArea })}</p>}
				<Misplaced side={side} form={form} change={change} />
				<Counts side={side} form={form} fileName={fileName} onClear={() => put("", null)} />
			</div>
		</section>
	);
}

function LanguageSelect({ side, form, change }: SidePaneProps) {
	const t = useTranslations("import");
	const name = useLanguageName();
	const detected = detectLanguage(form[side].text);
	return (
		<Select
			aria-label={t(`language.${side}`)}
			className="h-8 w-auto text-sm"
			value={form[side].language ?? ""}
			onChange={(event) => {
				const language = event.target.value || null;
				change((before) => ({ ...before, [side]: { ...before[side], language } }));
			}}
		>
			<option value="">
				{detected && hasText(form[side])
					? t("detected", { language: name(detected) })
					: t("notDetected", {
							language: name(languageOf({ ...form, [side]: { ...form[side], language: null } }, side)),
						})}
			</option>
			{textLanguages.map((language) => (
				<option key={language} value={language}>
					{name(language)}
				</option>
			))}
		</Select>
	);
}

function FileButton({
	side,
	onFile,
}: {
	readonly side: Side;
	readonly onFile: (file: File | undefined) => void;
}) {
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
				accept=".txt,.text,.md,text/plain"
				onChange={(event) => {
					onFile(event.target.files?.[0]);
					event.target.value = "";
				}}
			/>
		</>
	);
}

function FileTrouble({ failed }: { readonly failed: Exclude<TextFile, { ok: true }> }) {
	const t = useTranslations("import");
	return (
		<FieldError>
			{failed.key === "notUtf8"
				? t("fileTrouble.notUtf8", { line: failed.line, column: failed.column })
				: t(`fileTrouble.${failed.key}`)}
		</FieldError>
	);
}

/** What cannot be stored, with its place, and a way there. */
function TextTrouble(props: { readonly side: Side; readonly text: string; readonly areaId: string }) {
	const { text, areaId } = props;
	const t = useTranslations("import");
	const problems = useTranslations("problems");
	const check = useMemo(() => checkText(text), [text]);
	if (check.ok) return null;
	return (
		<FieldError>
			{problems(check.key, { line: check.line, column: check.column })}{" "}
			<button
				type="button"
				className="underline underline-offset-3"
				onClick={() => {
					const area = document.getElementById(areaId);
					if (!(area instanceof HTMLTextAreaElement)) return;
					area.focus();
					area.setSelectionRange(check.index, check.index + 1);
				}}
			>
				{t("goThere")}
			</button>
		</FieldError>
	);
}

function Misplaced({ side, form, change }: SidePaneProps) {
	const t = useTranslations("import");
	if (!looksMisplaced(form, side)) return null;
	return (
		<p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-caution">
			{t(`misplaced.${side}`)}
			<Button
				size="sm"
				icon={<ArrowLeftRight aria-hidden className="size-4" />}
				onClick={() => change((before) => ({ ...before, source: before.target, target: before.source }))}
			>
				{t("swap")}
			</Button>
		</p>
	);
}

interface CountsProps {
	readonly side: Side;
	readonly form: ImportForm;
	readonly fileName: string | null;
	readonly onClear: () => void;
}

function Counts({ side, form, fileName, onClear }: CountsProps) {
	const t = useTranslations("import");
	const format = useFormatter();
	const { text } = form[side];
	const mode = paragraphsOf(form);
	const paragraphs = useMemo(() => readParagraphs(text, mode).length, [text, mode]);
	const characters = useMemo(() => countCharacters(text), [text]);
	if (paragraphs === 0) return <p className="text-sm text-ink-faint">{t(`emptySide.${side}`)}</p>;
	return (
		<p className="flex items-center gap-2 text-sm text-ink-faint">
			<span className="min-w-0 flex-1 truncate">
				{fileName && `${fileName} · `}
				{t("counts", { characters: format.number(characters), paragraphs })}
			</span>
			<Button size="sm" variant="plain" icon={<X aria-hidden className="size-3.5" />} onClick={onClear}>
				{t("clear")}
			</Button>
		</p>
	);
}

function countCharacters(text: string): number {
	let count = 0;
	for (const _ of text) count += 1;
	return count;
}
