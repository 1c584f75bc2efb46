/** Faults that a machine or a tired hand leaves, put into clean renderings: what each kind does to a text. */
import type { Random } from "./random.ts";

export interface Pair {
	readonly source: string;
	readonly target: string;
}

/** What was planted: the text, and where it differs; offsets are UTF-16 code units, end exclusive. */
export interface Planted {
	readonly target: string;
	readonly start: number;
	readonly end: number;
	/** Of what may be planted once only at a time, since the other uses of it show what is right. */
	readonly about?: string;
}

export interface Planter {
	readonly kind: string;
	/** It is known by what other passages say: only few are planted at a time, so that most stay right. */
	readonly few?: true;
	/** It is planted in paragraphs of three lines instead of in lines. */
	readonly inParagraphs?: true;
	/** Null where this pair offers nothing to plant, or what is planted would be no fault. */
	plant(pair: Pair, random: Random): Planted | null;
}

/** A part of a text. */
export interface Part {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Puts `text` in place of a part. */
export function put(target: string, { start, end }: Pick<Part, "start" | "end">, text: string): Planted {
	return { target: target.slice(0, start) + text + target.slice(end), start, end: start + text.length };
}

/** All parts that match, or none. */
export const matchesOf = (text: string, pattern: RegExp): Part[] =>
	[...text.matchAll(pattern)].map(({ index = 0, 0: found }) => ({
		start: index,
		end: index + found.length,
		text: found,
	}));
