import { diffArrays } from "diff";
import type { Match } from "#lib/core/diff/matches.ts";
import { isWord, signsOf } from "#lib/core/diff/tokens.ts";

/** Two texts cut so that what they share below the word is tokens of its own, and what they share. */
export interface Cut {
	readonly before: readonly string[];
	readonly after: readonly string[];
	readonly matches: readonly Match[];
}

/** A replaced passage of more signs than this was rewritten, and is read as a whole. */
const longest = 600;
/** Words of scripts that are written without spaces; a number or a Latin word is never cut. */
const cuttable = /^(?:(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}])+$/u;

/**
 * Texts without spaces, below the word. A dictionary cuts 研究生命 and 研究生命令 in different places: what such
 * neighbours share up to where one of them has a word's end is shared (研究生命 + 令). And of one word for one other
 * the signs that stayed at its ends are shared, where they are at least half of it: 批示 → 指示 is 批 → 指.
 */
export function refine(before: readonly string[], after: readonly string[], matches: readonly Match[]): Cut {
	const cut = new Cutting();
	let [at, afterAt] = [0, 0];
	for (const match of [...matches, { before: before.length, after: after.length, length: 0 }]) {
		cut.replaced(before.slice(at, match.before), after.slice(afterAt, match.after));
		[at, afterAt] = [match.before + match.length, match.after + match.length];
		cut.same(before.slice(match.before, at));
	}
	return cut;
}

class Cutting implements Cut {
	readonly before: string[] = [];
	readonly after: string[] = [];
	readonly matches: Match[] = [];

	same(tokens: readonly string[]): void {
		if (tokens.length === 0) return;
		const last = this.matches.at(-1);
		const [before, after] = [this.before.length, this.after.length];
		if (last && last.before + last.length === before && last.after + last.length === after)
			this.matches[this.matches.length - 1] = { ...last, length: last.length + tokens.length };
		else this.matches.push({ before, after, length: tokens.length });
		for (const token of tokens) {
			this.before.push(token);
			this.after.push(token);
		}
	}

	replaced(before: readonly string[], after: readonly string[]): void {
		const [old, now] = [new Signs(before), new Signs(after)];
		let [at, afterAt] = [0, 0];
		for (const run of sharedRuns(old, now)) {
			this.before.push(...old.tokens(at, run.before));
			this.after.push(...now.tokens(afterAt, run.after));
			[at, afterAt] = [run.before + run.length, run.after + run.length];
			this.same(old.tokens(run.before, at, (place) => now.isEdge(run.after + place - run.before)));
		}
		this.before.push(...old.tokens(at, old.length));
		this.after.push(...now.tokens(afterAt, now.length));
	}
}

/** Tokens as signs that remember where the tokens ended, and where none may be cut. */
class Signs {
	readonly all: readonly string[];
	readonly #edges = new Set<number>([0]);
	readonly #fixed = new Set<number>();

	constructor(tokens: readonly string[]) {
		const all: string[] = [];
		for (const token of tokens) {
			const own = signsOf(token);
			if (!cuttable.test(token)) for (const index of own.keys()) this.#fixed.add(all.length + index);
			for (const sign of own) all.push(sign);
			this.#edges.add(all.length);
		}
		this.all = all;
	}

	get length(): number {
		return this.all.length;
	}

	isEdge(place: number): boolean {
		return this.#edges.has(place);
	}

	mayCut(place: number): boolean {
		return this.#edges.has(place) || !this.#fixed.has(place);
	}

	/** Between two places, cut where the tokens were and where `also` says. */
	tokens(from: number, to: number, also: (place: number) => boolean = () => false): string[] {
		const found: string[] = [];
		let start = from;
		for (let place = from + 1; place <= to; place++) {
			if (place < to && !this.isEdge(place) && !also(place)) continue;
			found.push(this.all.slice(start, place).join(""));
			start = place;
		}
		return found;
	}

	/** One word that may be cut, and nothing else. */
	isWord(from: number, to: number): boolean {
		for (let place = from + 1; place < to; place++)
			if (this.isEdge(place) || !this.mayCut(place)) return false;
		return to > from && this.isEdge(from) && this.isEdge(to) && isWord(this.all[from] ?? "");
	}
}

function sharedRuns(old: Signs, now: Signs): Match[] {
	if (old.length === 0 || now.length === 0 || old.length + now.length > longest) return [];
	const runs: Match[] = [];
	let [at, afterAt] = [0, 0];
	const stopAt = (run: Match) => {
		runs.push(...sharedEnds(old, now, { at, to: run.before, afterAt, afterTo: run.after }));
		if (run.length > 0) runs.push(run);
		[at, afterAt] = [run.before + run.length, run.after + run.length];
	};
	let [place, afterPlace] = [0, 0];
	for (const { added, removed, count } of diffArrays([...old.all], [...now.all])) {
		const run = { before: place, after: afterPlace, length: count };
		const snapped = added || removed ? null : snap(run, old, now);
		if (snapped !== null) stopAt(snapped);
		if (!added) place += count;
		if (!removed) afterPlace += count;
	}
	stopAt({ before: old.length, after: now.length, length: 0 });
	return runs;
}

/** The part of a run from a word's end to a word's end, in either of the texts; null where that is next to nothing. */
function snap({ before, after, length }: Match, old: Signs, now: Signs): Match | null {
	const isCut = (step: number) =>
		(old.isEdge(before + step) || now.isEdge(after + step)) &&
		old.mayCut(before + step) &&
		now.mayCut(after + step);
	let [from, to] = [0, length];
	while (from < to && !isCut(from)) from++;
	while (to > from && !isCut(to)) to--;
	const isBeginning = before + from === 0 && after + from === 0;
	const isEnd = before + to === old.length && after + to === now.length;
	if (to - from < (isBeginning || isEnd ? 1 : 2)) return null;
	return { before: before + from, after: after + from, length: to - from };
}

interface Between {
	readonly at: number;
	readonly to: number;
	readonly afterAt: number;
	readonly afterTo: number;
}

/** Of one word replaced by another: the same signs at both beginnings and at both ends. */
function sharedEnds(old: Signs, now: Signs, { at, to, afterAt, afterTo }: Between): Match[] {
	if (!old.isWord(at, to) || !now.isWord(afterAt, afterTo)) return [];
	const [length, afterLength] = [to - at, afterTo - afterAt];
	const shorter = Math.min(length, afterLength);
	let head = 0;
	while (head < shorter && old.all[at + head] === now.all[afterAt + head]) head++;
	let tail = 0;
	while (tail < shorter - head && old.all[to - 1 - tail] === now.all[afterTo - 1 - tail]) tail++;
	if ((head + tail) * 2 < Math.max(length, afterLength)) return [];
	return [
		{ before: at, after: afterAt, length: head },
		{ before: to - tail, after: afterTo - tail, length: tail },
	].filter((run) => run.length > 0);
}
