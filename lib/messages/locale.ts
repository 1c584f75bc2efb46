/** The languages of the interface, the usual one first. What documents are written in has nothing to do with it. */
export const locales = ["en", "zh-Hans"] as const;
export type Locale = (typeof locales)[number];

/** Each in its own words, so that a reader finds it whatever is shown. */
export const localeNames: Readonly<Record<Locale, string>> = { en: "English", "zh-Hans": "简体中文" };

/** What the reader chose; without it the browser's languages decide. */
export const localeCookie = "duizhao.locale";

/** `accepted` is an Accept-Language header. Every kind of Chinese is nearer to ours than English is. */
export function chooseLocale(chosen: string | undefined, accepted: string | null): Locale {
	const kept = locales.find((locale) => locale === chosen);
	if (kept !== undefined) return kept;
	for (const language of byPreference(accepted ?? "")) {
		if (language === "zh") return "zh-Hans";
		if (language === "en") return "en";
	}
	return locales[0];
}

/** The languages of an Accept-Language header without their regions, the dearest first. */
function byPreference(accepted: string): string[] {
	const ranges = accepted.split(",").map((range) => {
		const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
		const weight = parameters.find((parameter) => parameter.startsWith("q="));
		return {
			language: tag.split("-")[0] ?? "",
			weight: weight === undefined ? 1 : Number(weight.slice(2)),
		};
	});
	return ranges
		.filter(({ weight }) => weight > 0)
		.toSorted((one, other) => other.weight - one.weight)
		.map(({ language }) => language);
}
