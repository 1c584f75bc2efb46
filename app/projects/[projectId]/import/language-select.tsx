"use client";

import { useTranslations } from "next-intl";
import { Select } from "#app/_ui/field.tsx";
import type { Side } from "#lib/core/document/model.ts";
import { useLanguageName } from "../language-name.ts";
import { detectedLanguage, hasSide, type ImportForm, languageOf } from "./import-form.ts";
import type { ChangeForm } from "./use-kept-form.ts";

/** Languages that people translate from Chinese into, and from; any other is kept where a file names it. */
const offered = [
	"zh-Hans",
	"zh-Hant",
	"en",
	"fr",
	"de",
	"es",
	"pt",
	"it",
	"ru",
	"ja",
	"ko",
	"ar",
	"vi",
	"id",
];

interface LanguageSelectProps {
	readonly side: Side;
	readonly form: ImportForm;
	readonly change: ChangeForm;
}

/** What a side's language is: as detected, unless somebody says otherwise. */
export function LanguageSelect({ side, form, change }: LanguageSelectProps) {
	const t = useTranslations("import");
	const name = useLanguageName();
	const detected = detectedLanguage(form[side]);
	const unchosen = { ...form, [side]: { ...form[side], language: null } };
	const known = hasSide(form, side) && detected !== null && !form.pairs;
	const { language } = form[side];
	const choices = language === null || offered.includes(language) ? offered : [language, ...offered];
	return (
		<Select
			aria-label={t(`language.${side}`)}
			className="h-8 w-auto min-w-0 text-sm"
			value={language ?? ""}
			onChange={(event) => {
				const chosen = event.target.value || null;
				change((before) => ({ ...before, [side]: { ...before[side], language: chosen } }));
			}}
		>
			<option value="">
				{form.pairs
					? t("asInFile")
					: known
						? t("detected", { language: name(detected) })
						: t("notDetected", { language: name(languageOf(unchosen, side)) })}
			</option>
			{choices.map((tag) => (
				<option key={tag} value={tag}>
					{name(tag)}
				</option>
			))}
		</Select>
	);
}
