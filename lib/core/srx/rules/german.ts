import type { LanguageRule } from "../document.ts";
import { anyCase, keep, wordStart } from "./rule-writing.ts";

const abbreviations =
	"bzw ca dipl dr hr fr frl ggf hg hrsg inkl ing jh nr prof s sog st str tel vgl vs zzgl z.b d.h u.a i.d.r o.ä";

const months =
	"Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Apr|Aug|Sept?|Okt|Nov|Dez";

export const german: LanguageRule = {
	name: "German",
	rules: [
		keep(`${wordStart}(?:${anyCase(abbreviations)})\\.`, "\\s"),
		// z. B., d. h., i. d. R.
		keep(`${wordStart}\\p{Ll}\\.`, "\\s+\\p{L}\\."),
		keep(`${wordStart}\\p{Ll}\\. \\p{L}\\.`, "\\s"),
		keep(
			`${wordStart}[0-9]{1,2}\\.`,
			`\\s+(?:${months}|Jahrhunderts?|Jahrestag\\p{Ll}{0,2}|Mal|Platz|Klasse|Etage|Stock|Tag|Auflage|Kapitel)(?!\\p{L})`,
		),
	],
};
