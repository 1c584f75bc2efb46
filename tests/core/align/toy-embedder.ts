import type { Embedder } from "#lib/core/align/embedder.ts";

const dimension = 64;

/**
 * Words are the same in both languages except for capital letters, and a text's vector is the sum of its words', each
 * of which has a direction of its own; something is in common to all texts, as with real models.
 */
export function toyEmbedder(): Embedder & { readonly batches: (readonly string[])[] } {
	const batches: (readonly string[])[] = [];
	return {
		name: "toy",
		batches,
		async embed(texts) {
			batches.push(texts);
			return texts.map(embed);
		},
	};
}

function embed(text: string): Float32Array {
	const sum = direction("common to all").map((value) => 0.5 * value);
	for (const word of text.toLowerCase().match(/\S+/gu) ?? []) {
		for (const [k, value] of direction(word).entries()) sum[k] = (sum[k] ?? 0) + value;
	}
	const length = Math.hypot(...sum);
	return sum.map((value) => value / length);
}

const directions = new Map<string, Float32Array>();

/** Of about length 1, the same for the same word on every machine. */
function direction(word: string): Float32Array {
	const known = directions.get(word);
	if (known) return known;
	let state = 7;
	for (const character of word) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
	const next = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32 - 0.5;
	};
	for (let warm = 0; warm < 5; warm += 1) next();
	const made = Float32Array.from({ length: dimension }, () => next() * Math.sqrt(12 / dimension));
	directions.set(word, made);
	return made;
}

/** Three words that are this clause's own. */
export function clause(number: number): string {
	return [0, 1, 2].map((place) => word(3 * number + place)).join(" ");
}

function word(number: number): string {
	let rest = Math.imul(number + 1, 2_654_435_761) >>> 0; // Knuth's multiplicative hash: a permutation
	let made = "";
	for (; rest > 0; rest = Math.floor(rest / 26)) made += String.fromCharCode(97 + (rest % 26));
	return made;
}

/** The same text in the other language. */
export const translate = (text: string) => text.toUpperCase();
