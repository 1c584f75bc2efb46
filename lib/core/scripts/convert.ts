/** Converting a text to the other script by OpenCC's words, which are loaded where somebody asks for it. */
import type { ChineseScript } from "./detect.ts";

/** Whose forms traditional text takes: Taiwan's (裡, 著) or Hong Kong's (裏, 着). */
export type Region = "tw" | "hk";

export type ConvertScript = (text: string) => string;

/** The region that a language tag names, Taiwan's forms where it names none. */
export function regionOf(language: string): Region {
	return /-(hk|mo)\b/iu.test(language) ? "hk" : "tw";
}

/** Words are chosen, never characters one by one; idioms of a region stay as they are written. */
export async function loadConverter(to: ChineseScript, region: Region = "tw"): Promise<ConvertScript> {
	const { ConverterBuilder } = await import("opencc-js/core");
	if (to === "zh-Hant") {
		const preset = await import("opencc-js/preset/cn2t");
		return unmixed(ConverterBuilder(preset)({ from: "cn", to: region }));
	}
	const preset = await import("opencc-js/preset/t2cn");
	return unmixed(ConverterBuilder(preset)({ from: region, to: "cn" }));
}

/** Only stretches of Chinese are converted: private characters that stand for inline codes come through untouched. */
function unmixed(convert: ConvertScript): ConvertScript {
	return (text) => text.replace(/\p{Script=Han}+/gu, (stretch) => convert(stretch));
}
