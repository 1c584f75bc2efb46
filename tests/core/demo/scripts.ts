/** Which script a Chinese text is in, by the two national character sets. */

/** GB 2312 holds the simplified characters; its hanzi are 0xB0–0xF7 × 0xA1–0xFE. */
const simplified = characters("gbk", [0xb0, 0xf7], [[0xa1, 0xfe]]);
/** Big5 holds the traditional ones, without the extension of Hong Kong, which has simplified forms too. */
const traditional = characters(
	"big5",
	[0xa4, 0xf9],
	[
		[0x40, 0x7e],
		[0xa1, 0xfe],
	],
);

function characters(encoding: string, leads: [number, number], trails: [number, number][]): Set<string> {
	const decoder = new TextDecoder(encoding);
	const found = new Set<string>();
	for (let lead = leads[0]; lead <= leads[1]; lead++) {
		for (const [from, to] of trails) {
			for (let trail = from; trail <= to; trail++) {
				const character = decoder.decode(Uint8Array.of(lead, trail));
				if (/^\p{Script=Han}$/u.test(character)) found.add(character);
			}
		}
	}
	return found;
}

/** Characters that are only written in the other script. */
export function charactersOfOtherScript(text: string, language: string): string[] {
	const [own, other] = language === "zh-Hant" ? [traditional, simplified] : [simplified, traditional];
	return [...text].filter((character) => other.has(character) && !own.has(character));
}
