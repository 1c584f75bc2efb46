"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { classNames } from "#app/_ui/class-names.ts";
import { Choice, Field, FieldError, Select, TextField } from "#app/_ui/field.tsx";
import type { AlignerId } from "#lib/core/align/registry.ts";
import { paragraphModes } from "#lib/core/text/paragraphs.ts";
import {
	asksForParagraphs,
	hasSide,
	hasText,
	type ImportForm,
	type MetadataField,
	metadataFields,
	paragraphsOf,
	sides,
} from "./import-form.ts";
import { PairingSelect } from "./pairing-select.tsx";
import type { ChangeForm } from "./use-kept-form.ts";

interface ImportOptionsProps {
	readonly form: ImportForm;
	readonly change: ChangeForm;
	/** The import button was pressed: what is missing says so. */
	readonly pressed: boolean;
	readonly aligners: readonly AlignerId[];
	/** What was found in the texts: it stands unless somebody types something else. */
	readonly found: Readonly<Record<MetadataField, string>>;
	/** The texts are being looked at: what was found is of those before. */
	readonly looking: boolean;
}

/** What the article is and how the text is to be read. Only questions that this text raises are asked. */
export function ImportOptions({ form, change, pressed, aligners, found, looking }: ImportOptionsProps) {
	const t = useTranslations("import");
	const both = !form.pairs && !form.links && sides.every((side) => hasText(form[side]));
	return (
		<section className="mt-5 flex flex-col gap-4">
			<fieldset className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-[3fr_1fr_1.5fr_1.5fr]">
				<legend className="sr-only">{t("metadata.label")}</legend>
				{metadataFields.map((field) => (
					<TextField
						key={field}
						label={t(`metadata.${field}`)}
						autoComplete="off"
						maxLength={field === "publishedOn" ? 100 : 1_000}
						className={classNames(looking && form.metadata[field] === null && "text-ink-faint")}
						value={form.metadata[field] ?? found[field]}
						onChange={(event) => {
							const { value } = event.target;
							change((before) => ({ ...before, metadata: { ...before.metadata, [field]: value } }));
						}}
					/>
				))}
			</fieldset>
			<div className="flex flex-wrap items-start gap-x-10 gap-y-3">
				{hasSide(form, "target") && <OriginChoice form={form} change={change} pressed={pressed} />}
				{asksForParagraphs(form) && (
					<Field label={t("paragraphs.label")}>
						{(control) => (
							<Select
								{...control}
								className="h-8 w-auto text-sm"
								value={paragraphsOf(form)}
								onChange={(event) => {
									const paragraphs = paragraphModes.find((mode) => mode === event.target.value) ?? null;
									change((before) => ({ ...before, paragraphs }));
								}}
							>
								{paragraphModes.map((mode) => (
									<option key={mode} value={mode} title={t(`paragraphs.${mode}-hint`)}>
										{t(`paragraphs.${mode}`)}
									</option>
								))}
							</Select>
						)}
					</Field>
				)}
				{both && (
					<PairingSelect
						aligners={aligners}
						value={form.aligner}
						onChange={(aligner) => change((before) => ({ ...before, aligner }))}
					/>
				)}
			</div>
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

export interface OriginProps {
	readonly form: Pick<ImportForm, "origin" | "engine">;
	readonly change: (change: (form: ImportForm) => ImportForm) => void;
	readonly pressed: boolean;
}

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
				fieldClassName="w-56"
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

export function OriginChoice({ form, change, pressed }: OriginProps) {
	const t = useTranslations("import");
	return (
		<div className="flex flex-col gap-2" id="import-origin">
			<div className="flex flex-wrap items-start gap-x-6 gap-y-2">
				<Choice
					inline
					label={t("origin.label")}
					value={form.origin ?? ""}
					onChange={(origin) => change((before) => ({ ...before, origin: origin === "" ? null : origin }))}
					options={(["machine", "human", "unknown"] as const).map((kind) => ({
						value: kind,
						label: t(`origin.${kind}`),
					}))}
				/>
				{form.origin === "machine" && <EngineField form={form} change={change} pressed={pressed} />}
			</div>
			{pressed && form.origin === null && <FieldError>{t("origin.missing")}</FieldError>}
		</div>
	);
}
