/** Pinyin with its tones as marks, from the notation of CC-CEDICT: “Zhong1 guo2”, “lu:4”, “r5”. */

const tones: Readonly<Record<string, string>> = {
	a: "āáǎàa",
	e: "ēéěèe",
	i: "īíǐìi",
	o: "ōóǒòo",
	u: "ūúǔùu",
	ü: "ǖǘǚǜü",
};

/** Syllables stay apart as they are given; what is none stays as it is. */
export function toneMarks(numbered: string): string {
	return numbered.replace(/([A-Za-z:üÜ]+)([1-5])/g, (_, letters: string, tone: string) =>
		marked(letters.replace(/u:/g, "ü").replace(/U:/g, "Ü"), Number(tone)),
	);
}

/** The mark goes on a or e, on the o of ou, and else on the last vowel. */
function marked(syllable: string, tone: number): string {
	const lower = syllable.toLowerCase();
	const [first] = [/[ae]/, /o(?=u)/].map((rule) => lower.search(rule)).filter((at) => at >= 0);
	const at = first ?? lower.search(/[aeiouü](?=[^aeiouü]*$)/);
	const vowel = lower[at];
	const mark = vowel && tones[vowel]?.[tone - 1];
	if (!mark) return syllable;
	const shown = syllable[at] === vowel ? mark : mark.toUpperCase();
	return syllable.slice(0, at) + shown + syllable.slice(at + 1);
}
