/** Phrases that recur in the passages of a document, with the passages that have them. */

/** Passages by their place, each once, in order. */
export type Postings = Map<string, number[]>;

export interface PhraseLengths {
	readonly shortest: number;
	readonly longest: number;
}

/**
 * Sequences of units that occur in at least `least` passages, grown unit by unit: what does not recur is not grown, so
 * that memory stays with what recurs. `text` is a passage's units, null where phrases are parted.
 */
export function recurringPhrases(
	passages: readonly (readonly (string | null)[])[],
	{ shortest, longest }: PhraseLengths,
	least: number,
	joint: string,
): Postings {
	const found: Postings = new Map();
	let shorter: Postings | null = null;
	for (let length = 1; length <= longest; length += 1) {
		const grown = phrasesOf(passages, length, shorter, joint);
		for (const [phrase, places] of grown) {
			if (places.length < least) grown.delete(phrase);
			else if (length >= shortest) found.set(phrase, places);
		}
		if (grown.size === 0) break;
		shorter = grown;
	}
	return found;
}

function phrasesOf(
	passages: readonly (readonly (string | null)[])[],
	length: number,
	shorter: Postings | null,
	joint: string,
): Postings {
	const found: Postings = new Map();
	for (const [at, units] of passages.entries()) {
		for (let start = 0; start + length <= units.length; start += 1) {
			const phrase = phraseAt(units, start, length, joint);
			if (phrase === null) continue;
			if (shorter && !shorter.has(phraseAt(units, start, length - 1, joint) ?? "")) continue;
			if (shorter && !shorter.has(phraseAt(units, start + 1, length - 1, joint) ?? "")) continue;
			const places = found.get(phrase);
			if (!places) found.set(phrase, [at]);
			else if (places.at(-1) !== at) places.push(at);
		}
	}
	return found;
}

function phraseAt(
	units: readonly (string | null)[],
	start: number,
	length: number,
	joint: string,
): string | null {
	let phrase = "";
	for (let i = start; i < start + length; i += 1) {
		const unit = units[i];
		if (unit === null || unit === undefined) return null;
		phrase += i === start ? unit : joint + unit;
	}
	return phrase;
}
