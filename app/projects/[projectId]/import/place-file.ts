/** Where a file goes on the form once it is known what it holds. */
import type { Side } from "#lib/core/document/model.ts";
import type { ReadingReport } from "#lib/core/reading/reading-report.ts";
import { emptySide, type GivenFile, type ImportForm, type PairsForm } from "./import-form.ts";

/** A text stands on its side; a file that holds both sides stands instead of both. */
export function placeFile(form: ImportForm, side: Side, file: GivenFile): ImportForm {
	if (file.report.shape === "text")
		return { ...form, pairs: null, [side]: { ...emptySide, file, language: form[side].language } };
	return { ...form, pairs: { file, ...sidesOf(file.report) } };
}

/** Which of its languages or columns is which, as far as it shows: Chinese is the source. */
function sidesOf({ languages, columns, about }: ReadingReport): Omit<PairsForm, "file"> {
	if (columns) return { source: null, target: null, columns };
	const named = languages.map(({ language }) => language);
	const chinese = named.find((language) => /^(zh|cmn|chi)/i.test(language));
	const source =
		named.find((language) => language === "source" || language === about.sourceLanguage) ??
		chinese ??
		named[0] ??
		null;
	const others = named.filter((language) => language !== source);
	const target =
		others.find((language) => language === "target" || language === about.targetLanguage) ??
		others.find((language) => /^en/i.test(language)) ??
		others[0] ??
		null;
	return { source, target, columns: null };
}
