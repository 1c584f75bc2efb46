"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button, IconButton } from "#app/_ui/button.tsx";
import { FieldError, Select, TextInput } from "#app/_ui/field.tsx";
import { renderingStatuses } from "#lib/core/terms/term.ts";
import {
	changeRendering,
	repeatedLines,
	type TermForm,
	type WrittenRendering,
	withoutRendering,
	withRendering,
} from "./term-form.ts";

interface RenderingFieldsProps {
	readonly form: TermForm;
	readonly onChange: (change: (form: TermForm) => TermForm) => void;
}

/** What the term is called, line by line. */
export function RenderingFields({ form, onChange }: RenderingFieldsProps) {
	const t = useTranslations("glossary.form");
	const repeated = repeatedLines(form);
	const list = useRef<HTMLFieldSetElement>(null);
	const add = () => {
		onChange((now) => withRendering(now));
		requestAnimationFrame(() => {
			const last = [...(list.current?.querySelectorAll<HTMLElement>("input[lang]") ?? [])].at(-1);
			last?.focus();
		});
	};
	return (
		<fieldset ref={list} className="flex flex-col gap-3">
			<legend className="mb-1.5 text-sm font-medium text-ink-soft">{t("renderings")}</legend>
			{form.renderings.map((rendering, place) => (
				<RenderingLine
					key={rendering.line}
					number={place + 1}
					rendering={rendering}
					repeated={repeated.has(rendering.line)}
					onChange={onChange}
				/>
			))}
			<Button size="sm" className="self-start" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
				{t("add")}
			</Button>
		</fieldset>
	);
}

interface RenderingLineProps {
	readonly number: number;
	readonly rendering: WrittenRendering;
	readonly repeated: boolean;
	readonly onChange: RenderingFieldsProps["onChange"];
}

function RenderingLine({ number, rendering, repeated, onChange }: RenderingLineProps) {
	const t = useTranslations("glossary.form");
	const names = useTranslations("glossary.statusName");
	const { line, text, status, note, authority, alwaysWrong } = rendering;
	const change = (words: Partial<WrittenRendering>) => onChange((now) => changeRendering(now, line, words));
	return (
		<div className="flex flex-col gap-1.5 border-l-2 border-rule pl-3">
			<div className="flex items-center gap-2">
				<TextInput
					lang="en"
					className="reading h-9 min-w-0 flex-1 text-md!"
					aria-label={t("rendering", { number })}
					aria-invalid={repeated || undefined}
					value={text}
					maxLength={300}
					autoComplete="off"
					onChange={({ target }) => change({ text: target.value })}
				/>
				<IconButton
					size="sm"
					label={t("remove", { number })}
					icon={<X aria-hidden className="size-4" />}
					onClick={() => onChange((now) => withoutRendering(now, line))}
				/>
			</div>
			{repeated && <FieldError>{t("twice")}</FieldError>}
			<div className="grid gap-2 pr-9 sm:grid-cols-[7rem_minmax(0,1fr)_minmax(0,1fr)]">
				<Select
					className="h-8 text-sm"
					aria-label={t("statusOf", { number })}
					value={status}
					onChange={({ target }) =>
						change({ status: renderingStatuses.find((one) => one === target.value) ?? status })
					}
				>
					{renderingStatuses.map((one) => (
						<option key={one} value={one}>
							{names(one)}
						</option>
					))}
				</Select>
				<TextInput
					className="h-8 text-sm"
					aria-label={t("noteOf", { number })}
					placeholder={t("notePlaceholder")}
					value={note}
					maxLength={1_000}
					onChange={({ target }) => change({ note: target.value })}
				/>
				<TextInput
					className="h-8 text-sm"
					aria-label={t("authorityOf", { number })}
					placeholder={t("authorityPlaceholder")}
					value={authority}
					maxLength={300}
					onChange={({ target }) => change({ authority: target.value })}
				/>
			</div>
			{status === "forbidden" && (
				<label className="flex items-start gap-2 text-sm">
					<input
						type="checkbox"
						className="mt-0.5 size-4 shrink-0 accent-accent"
						checked={alwaysWrong}
						onChange={({ target }) => change({ alwaysWrong: target.checked })}
					/>
					{t("alwaysWrong")}
				</label>
			)}
		</div>
	);
}
