/** Words in Latin letters that are syllables of pinyin. */

const syllable =
	"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:i?ang|i?ong|u?ang|eng|ing|iao|ian|uai|uan|van|ai|ei|ui|ao|ou|iu|ie|ue|ve|ia|ua|uo|er|an|en|in|un|a|o|e|i|u|v)";
const whole = new RegExp(`^${syllable}$`, "u");

/** Without tone marks, ü as v, in small letters. */
export const plainPinyin = (word: string): string =>
	word
		.toLowerCase()
		.replaceAll(/[ǖǘǚǜü]/gu, "v")
		.normalize("NFD")
		.replaceAll(/\p{M}|['’‘-]/gu, "");

export const isSyllable = (word: string): boolean => whole.test(word);

/** Longest syllable: zhuang. */
const longest = 6;

/** In how many syllables a word of small letters can be read; empty where it cannot. */
export function syllableCounts(word: string): ReadonlySet<number> {
	if (word.length > 24) return new Set();
	const counts = Array.from({ length: word.length + 1 }, () => new Set<number>());
	counts[0]?.add(0);
	for (let from = 0; from < word.length; from += 1) {
		const before = counts[from];
		if (before === undefined || before.size === 0) continue;
		for (let to = from + 1; to <= Math.min(word.length, from + longest); to += 1)
			if (isSyllable(word.slice(from, to))) for (const count of before) counts[to]?.add(count + 1);
	}
	return counts[word.length] ?? new Set();
}
