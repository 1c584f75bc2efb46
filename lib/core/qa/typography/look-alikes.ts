/** Letters of Cyrillic and Greek that look like Latin ones. */

const pairs =
	"АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT ХX УY аa еe оo рp сc уy хx іi јj ѕs ԁd ԛq ԝw һh ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo";
const latin: ReadonlyMap<string, string> = new Map(
	pairs.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** Offsets are UTF-16 code units, end exclusive. */
export interface LookAlike {
	readonly start: number;
	readonly end: number;
	readonly found: string;
	readonly fix: string;
}

const disguised = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Words of Latin letters in which some are not; words of science keep their Greek letters, which look like none. */
export function lookAlikes(text: string): LookAlike[] {
	if (!disguised.test(text)) return [];
	const found: LookAlike[] = [];
	const pattern = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]+/gu;
	for (const { 0: word, index } of text.matchAll(pattern)) {
		const strange = [...word].filter((letter) => disguised.test(letter));
		if (strange.length === 0 || strange.some((letter) => !latin.has(letter))) continue;
		if (!/[A-Za-z]/.test(word)) continue;
		const fix = [...word].map((letter) => latin.get(letter) ?? letter).join("");
		found.push({ start: index, end: index + word.length, found: word, fix });
	}
	return found;
}
