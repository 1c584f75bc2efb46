/** Where a file goes on the form once it is known what it holds. */
import type { Side } from "#lib/core/document/model.ts";
import { chooseLanguages } from "#lib/core/reading/choose-languages.ts";
import type { ReadingReport } from "#lib/core/reading/reading-report.ts";
import { emptySide, type GivenFile, type ImportForm, type PairsForm } from "./import-form.ts";

/** A text stands on its side; a file that holds both sides stands instead of both. */
export function placeFile(form: ImportForm, side: Side, file: GivenFile): ImportForm {
	if (file.report.shape === "text")
		return { ...form, pairs: null, [side]: { ...emptySide, file, language: form[side].language } };
	if (file.report.shape === "links") return { ...form, pairs: null, links: file };
	return { ...form, links: null, pairs: { file, ...sidesOf(file.report) } };
}

/** Which of its languages or columns is which, as far as it shows. */
function sidesOf({ languages, columns, about }: ReadingReport): Omit<PairsForm, "file"> {
	if (columns) return { source: null, target: null, columns };
	return { ...chooseLanguages(languages, about), columns: null };
}
