/**
 * chrF2 (Popović 2015): how far the runs of one to six characters of a text are those of its reference, white space
 * aside, where having the reference's weighs twice as much as having no others. Equal to sacreBLEU 2.6.0's defaults
 * (char_order 6, word_order 0, beta 2, no smoothing): metrics/chrf.py, Apache License 2.0.
 */
import { splitAtWhiteSpace } from "./white-space.ts";

const longestRun = 6;
const beta = 2;

/** Runs of 1, 2, … 6 characters; of one text or summed over many. */
export interface CharacterRuns {
	readonly inText: readonly number[];
	readonly inReference: readonly number[];
	readonly inBoth: readonly number[];
}

export const noRuns: CharacterRuns = {
	inText: new Array(longestRun).fill(0),
	inReference: new Array(longestRun).fill(0),
	inBoth: new Array(longestRun).fill(0),
};

export function characterRuns(text: string, reference: string): CharacterRuns {
	const [from, to] = [new Characters(text), new Characters(reference)];
	const found = { inText: [] as number[], inReference: [] as number[], inBoth: [] as number[] };
	for (let length = 1; length <= longestRun; length += 1) {
		const runs = to.runs(length);
		// Runs longer than the reference cannot be found there and do not count against the text.
		found.inText.push(to.count(length) === 0 ? 0 : from.count(length));
		found.inReference.push(to.count(length));
		found.inBoth.push(from.commonWith(runs, length));
	}
	return found;
}

export function addRuns(some: CharacterRuns, others: CharacterRuns): CharacterRuns {
	const add = (one: readonly number[], other: readonly number[]) =>
		one.map((count, i) => count + (other[i] ?? 0));
	return {
		inText: add(some.inText, others.inText),
		inReference: add(some.inReference, others.inReference),
		inBoth: add(some.inBoth, others.inBoth),
	};
}

/** 0–100: the mean precision and recall of the lengths that both texts have, put together. */
export function chrF({ inText, inReference, inBoth }: CharacterRuns): number {
	let precision = 0;
	let recall = 0;
	let lengths = 0;
	for (let i = 0; i < longestRun; i += 1) {
		const [all, wanted, both] = [inText[i] ?? 0, inReference[i] ?? 0, inBoth[i] ?? 0];
		if (all === 0 || wanted === 0) continue;
		precision += both / all;
		recall += both / wanted;
		lengths += 1;
	}
	if (lengths === 0 || precision + recall === 0) return 0;
	precision /= lengths;
	recall /= lengths;
	const factor = beta ** 2;
	return (100 * ((1 + factor) * precision * recall)) / (factor * precision + recall);
}

/** A text without its white space; a character is a code point. */
class Characters {
	readonly #text: string;
	/** Where each character begins, and the end; null where every character is one code unit. */
	readonly #starts: readonly number[] | null;
	readonly #length: number;

	constructor(text: string) {
		this.#text = splitAtWhiteSpace(text).join("");
		this.#starts = /[\ud800-\udbff]/.test(this.#text) ? startsOf(this.#text) : null;
		this.#length = this.#starts === null ? this.#text.length : this.#starts.length - 1;
	}

	count(length: number): number {
		return Math.max(0, this.#length - length + 1);
	}

	runs(length: number): Map<string, number> {
		const found = new Map<string, number>();
		for (let i = 0; i < this.count(length); i += 1) {
			const run = this.#run(i, length);
			found.set(run, (found.get(run) ?? 0) + 1);
		}
		return found;
	}

	/** How many of the runs are here too, each as often as both have it. */
	commonWith(runs: Map<string, number>, length: number): number {
		let common = 0;
		for (let i = 0; i < this.count(length); i += 1) {
			const run = this.#run(i, length);
			const left = runs.get(run) ?? 0;
			if (left === 0) continue;
			common += 1;
			runs.set(run, left - 1);
		}
		return common;
	}

	#run(at: number, length: number): string {
		if (this.#starts === null) return this.#text.slice(at, at + length);
		return this.#text.slice(this.#starts[at], this.#starts[at + length]);
	}
}

function startsOf(text: string): number[] {
	const starts = [0];
	for (const character of text) starts.push((starts.at(-1) ?? 0) + character.length);
	return starts;
}
