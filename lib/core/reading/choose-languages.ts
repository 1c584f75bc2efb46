import type { ReadAbout } from "../formats/reader.ts";
import type { ChosenLanguages } from "./cut-units.ts";
import type { LanguageCount } from "./reading.ts";

/** Which of a file's languages is which side, as far as it shows: what the file says, else Chinese is the source. */
export function chooseLanguages(languages: readonly LanguageCount[], about: ReadAbout): ChosenLanguages {
	const named = languages.map(({ language }) => language);
	const source =
		named.find((language) => language === "source" || language === about.sourceLanguage) ??
		named.find((language) => /^(zh|cmn|chi)/i.test(language)) ??
		named[0] ??
		null;
	const others = named.filter((language) => language !== source);
	const target =
		others.find((language) => language === "target" || language === about.targetLanguage) ??
		others.find((language) => /^en/i.test(language)) ??
		others[0] ??
		null;
	return { source, target };
}
