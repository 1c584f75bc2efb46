"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Choice, FieldError, TextField } from "#app/_ui/field.tsx";
import type { AlignerId } from "#lib/core/align/registry.ts";
import { paragraphModes } from "#lib/core/text/paragraphs.ts";
import { hasText, type ImportForm, metadataFields, paragraphsOf } from "./import-form.ts";
import type { ChangeForm } from "./import-screen.tsx";

interface ImportOptionsProps {
	readonly form: ImportForm;
	readonly change: ChangeForm;
	/** The import button was pressed: what is missing says so. */
	readonly pressed: boolean;
	readonly aligners: readonly AlignerId[];
	readonly suggestedTitle: string;
}

/** How the text is to be read. Only questions that this text raises are asked. */
export function ImportOptions({ form, change, pressed, aligners, suggestedTitle }: ImportOptionsProps) {
	const t = useTranslations("import");
	const both = hasText(form.source) && hasText(form.target);
	return (
		<section className="mt-8 flex flex-col gap-8 border-t border-rule pt-7">
			<div className="grid gap-x-10 gap-y-7 sm:grid-cols-2 lg:grid-cols-3">
				<Choice
					label={t("paragraphs.label")}
					value={paragraphsOf(form)}
					onChange={(paragraphs) => change((before) => ({ ...before, paragraphs }))}
					options={paragraphModes.map((mode) => ({
						value: mode,
						label: t(`paragraphs.${mode}`),
						hint: t(`paragraphs.${mode}-hint`),
					}))}
				/>
				{hasText(form.target) && <OriginChoice form={form} change={change} pressed={pressed} />}
				{both && (
					<Choice
						label={t("aligner.label")}
						value={form.aligner}
						onChange={(aligner) => change((before) => ({ ...before, aligner }))}
						options={aligners.map((id) => ({
							value: id,
							label: t(`aligner.${id}`),
							hint: t(`aligner.${id}-hint`),
						}))}
					/>
				)}
			</div>
			<fieldset className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr]">
				<legend className="sr-only">{t("metadata.label")}</legend>
				{metadataFields.map((field) => (
					<TextField
						key={field}
						label={t(`metadata.${field}`)}
						placeholder={field === "title" ? suggestedTitle : undefined}
						autoComplete="off"
						maxLength={field === "publishedOn" ? 100 : 1_000}
						value={form.metadata[field]}
						onChange={(event) => {
							const { value } = event.target;
							change((before) => ({ ...before, metadata: { ...before.metadata, [field]: value } }));
						}}
					/>
				))}
			</fieldset>
		</section>
	);
}

/** Names people give, as data: whatever they type is kept. */
const knownEngines = [
	"Google Translate",
	"DeepL",
	"Baidu Translate",
	"Youdao",
	"Tencent TranSmart",
	"Microsoft Translator",
];

type OriginProps = Omit<ImportOptionsProps, "suggestedTitle" | "aligners">;

function EngineField({ form, change, pressed }: OriginProps) {
	const t = useTranslations("import");
	const list = useId();
	return (
		<>
			<TextField
				label={t("origin.engine")}
				list={list}
				autoComplete="off"
				maxLength={100}
				fieldClassName="mb-1 ml-6"
				error={pressed && form.engine.trim() === "" ? t("origin.engineMissing") : undefined}
				value={form.engine}
				onChange={(event) => {
					const engine = event.target.value;
					change((before) => ({ ...before, engine }));
				}}
			/>
			<datalist id={list}>
				{knownEngines.map((engine) => (
					<option key={engine} value={engine} />
				))}
			</datalist>
		</>
	);
}

function OriginChoice({ form, change, pressed }: OriginProps) {
	const t = useTranslations("import");
	return (
		<div className="flex flex-col gap-2" id="import-origin">
			<Choice
				label={t("origin.label")}
				value={form.origin ?? ""}
				onChange={(origin) => change((before) => ({ ...before, origin: origin === "" ? null : origin }))}
				options={(["machine", "human", "unknown"] as const).map((kind) => ({
					value: kind,
					label: t(`origin.${kind}`),
					further: kind === "machine" && <EngineField form={form} change={change} pressed={pressed} />,
				}))}
			/>
			{pressed && form.origin === null && <FieldError>{t("origin.missing")}</FieldError>}
		</div>
	);
}
