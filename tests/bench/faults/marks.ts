/** Wrong quotation marks, full-width marks and brackets without their partner. */
import { matchesOf, type Part, type Planter, put } from "./plant.ts";

export const wrongQuotes: Planter = {
	kind: "wrong quotes",
	plant({ target }, random) {
		const apostrophes = matchesOf(target, /(?<=[A-Za-z])[’'](?=(?:s|t|re|ve|ll|m|d)\b)/gu).map(
			(part) => [part, "‘"] as const,
		);
		const closing = matchesOf(target, /(?<=[\w.,!?])”(?=[\s,.;]|$)/gu).map((part) => [part, "“"] as const);
		const [place] = random.shuffled([...apostrophes, ...closing]);
		return place ? put(target, place[0], place[1]) : null;
	},
};

const wide: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "!": "！", "?": "？" };

export const fullWidthMark: Planter = {
	kind: "full-width mark",
	plant({ target }, random) {
		if (/[\u3000-\u303f\uff00-\uffef]/u.test(target)) return null;
		const places = matchesOf(target, /(?<=[\p{L}\p{N}”)])[,;:!?](?=\s|$)|(?<=\p{L})\.$/gu);
		const [place] = random.shuffled(places);
		return place ? put(target, place, wide[place.text] ?? "。") : null;
	},
};

const brackets = /[()[\]]/gu;

export const unbalancedBracket: Planter = {
	kind: "unbalanced bracket",
	plant({ target, source }, random) {
		const places = matchesOf(target, brackets);
		const [place] = random.shuffled(places);
		if (place && places.length % 2 === 0) {
			const gone = put(target, place, "");
			// What is left of the pair is what one sees: the fault reaches from where it stands to where the other stood.
			const left = partnerOf(places, place)?.start ?? place.start;
			return {
				...gone,
				start: Math.max(0, Math.min(left, place.start) - 1),
				end: Math.max(left, place.start + 1),
			};
		}
		if (places.length > 0 || /[()[\]（）【】]/u.test(source)) return null;
		const [word] = random.shuffled(matchesOf(target, /(?<= )[A-Za-z]{4,}(?= )/gu));
		if (!word) return null;
		const opened = random.next() < 0.5;
		const text = opened ? `(${word.text}` : `${word.text})`;
		return put(target, word, text);
	},
};

function partnerOf(places: readonly Part[], one: Part): Part | undefined {
	const open: Part[] = [];
	for (const place of places) {
		if (/[([]/u.test(place.text)) {
			open.push(place);
			continue;
		}
		const opener = open.pop();
		if (place === one) return opener;
		if (opener === one) return place;
	}
	return undefined;
}
