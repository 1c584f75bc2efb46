/** How characters are read, in pinyin without tones as names are written in English. */
import { readingTable } from "./reading-table.ts";

const readings = new Map<string, string[]>();
for (const entry of readingTable.split(" ")) {
	const [syllable = ""] = /^[a-z]+/.exec(entry) ?? [];
	for (const character of entry.slice(syllable.length)) {
		const found = readings.get(character) ?? [];
		for (const spelling of withoutDots(syllable)) if (!found.includes(spelling)) found.push(spelling);
		readings.set(character, found);
	}
}

/** 吕 is Lü, and in passports Lyu; most write Lu, some Lv. */
function withoutDots(syllable: string): string[] {
	if (!syllable.includes("v")) return [syllable];
	return ["u", "yu", "v", "ue"].map((written) => syllable.replace("v", written).replace("uee", "ue"));
}

const none: readonly string[] = [];

/** Of a simplified character; none where it is not known. */
export const readingsOf = (character: string): readonly string[] => readings.get(character) ?? none;

export const syllables: ReadonlySet<string> = new Set([...readings.values()].flat());
