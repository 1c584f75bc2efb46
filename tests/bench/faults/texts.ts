/** Repeats, words left in Chinese, and sentences that are missing. */
import { splitSentences } from "#lib/core/text/sentences.ts";
import { matchesOf, type Planter, put } from "./plant.ts";

/** Words that carry meaning: said twice with “and” between, nobody means it. */
const phrase = /(?<=^|[ ])[a-z]{4,}(?: [a-z]{4,}){0,2}(?=[ ,.;])/gu;
const idle =
	/\b(?:more|less|very|over|again|years?|days?|hours?|months?|miles?|thousands?|millions?|hundreds?|round|around|long|away|far|deep|wide|slowly|really|through|step|better|time|times|this|that|with|from|into|they|them|have|been|were|will|would|could|should|which|there|their|what|when|than|then|such|much|many|some|also|just|only|even|does|about|after|before|because|while|until|still|both|each|other|others|your|yours|most|made|make|between|against|under|never|ever|where|whether|through)\b/u;

export const repeatedPhrase: Planter = {
	kind: "repeated phrase",
	plant({ target }, random) {
		const places = matchesOf(target, phrase).filter(({ text }) => !idle.test(text));
		const [place] = random.shuffled(places);
		if (!place) return null;
		const { text } = place;
		const said = random.pick([`${text} and ${text}`, `${text} and ${text}`, `${text} ${text}`]) ?? "";
		return put(target, place, said);
	},
};

export const leftOverHan: Planter = {
	kind: "left-over Han",
	plant({ source, target }, random) {
		const words = [...new Intl.Segmenter("zh", { granularity: "word" }).segment(source)]
			.map(({ segment }) => segment)
			.filter((word) => /^\p{Script=Han}{2,4}$/u.test(word));
		const [word] = random.shuffled(words);
		const [place] = random.shuffled(matchesOf(target, /(?<=^| )[A-Za-z]{3,}(?= |,|\.)/gu));
		if (!word || !place || /\p{Script=Han}/u.test(target)) return null;
		return put(target, place, word);
	},
};

/** Fewer words say nothing of their own that would be missed for certain. */
const leastWords = 5;

export const droppedSentence: Planter = {
	kind: "dropped sentence",
	inParagraphs: true,
	plant({ source, target }, random) {
		const sentences = splitSentences(target, "en");
		if (sentences.length < 2 || splitSentences(source, "zh-Hans").length < sentences.length) return null;
		const at = random.below(sentences.length);
		const gone = sentences[at] ?? "";
		const rest = sentences.filter((_, i) => i !== at);
		if (wordsOf(gone).length < leastWords || isSaidIn(gone, rest.join(" "))) return null;
		const text = rest.map((sentence) => sentence.trim()).join(" ");
		return { target: text, start: 0, end: text.length };
	},
};

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A sentence most of whose words stand in the others too. */
function isSaidIn(sentence: string, others: string): boolean {
	const known = new Set(wordsOf(others));
	const words = wordsOf(sentence).filter((word) => word.length > 3);
	return words.length === 0 || words.filter((word) => known.has(word)).length / words.length > 0.6;
}
