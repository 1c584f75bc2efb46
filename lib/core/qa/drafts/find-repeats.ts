/** Where a stretch of words stands twice in a row, with or without "and" between. */
import { numbered, type RunningWord } from "./running-words.ts";

/** Words `from` up to but not including `from + size` stand again from `again` on. */
export interface Repeat {
	readonly from: number;
	readonly size: number;
	readonly again: number;
	/** How often the stretch stands there in a row. */
	readonly times: number;
	/** By so many words the stretch may be taken to begin later: in "a b a b a" it is "a b" or "b a". */
	readonly slack: number;
	/** The word between the two; none where they touch. */
	readonly joiner: "" | "and" | "or";
}

/** Longer stretches are not compared: no clause is that long, and the work grows with it. */
const longest = 40;

/** In the order of the text, no two over the same words, the longest stretch where several begin together; linear. */
export function findRepeats(words: readonly RunningWord[]): Repeat[] {
	const numbers = numbered(words);
	const found = [...touching(words, numbers), ...joined(words, numbers)];
	found.sort((a, b) => a.from - b.from || b.size * b.times - a.size * a.times);
	const kept: Repeat[] = [];
	let free = 0;
	for (const repeat of found) {
		if (repeat.from < free) continue;
		kept.push(repeat);
		free = repeat.again + repeat.size * (repeat.times - 1);
	}
	return kept;
}

function* touching(words: readonly RunningWord[], numbers: Int32Array): Generator<Repeat> {
	for (let size = 1; size <= longest; size += 1) {
		for (let at = 0; at + size < numbers.length; at += 1) {
			const from = at;
			while (at + size < numbers.length && numbers[at] === numbers[at + size]) at += 1;
			const times = 1 + Math.floor((at - from) / size);
			const isJoined = size > 1 && [from, from + size - 1].some((end) => joiners.has(words[end]?.word ?? ""));
			if (times > 1 && !isJoined && !isOneOver(numbers, from, size))
				yield { from, size, again: from + size, times, slack: (at - from) % size, joiner: "" };
		}
	}
}

const joiners: ReadonlySet<string> = new Set(["and", "or"]);

/** "no no no no" is "no" four times and not "no no" twice. */
function isOneOver(numbers: Int32Array, from: number, size: number): boolean {
	for (let part = 1; part * 2 <= size; part += 1) {
		if (size % part !== 0) continue;
		let at = from + part;
		while (at < from + size && numbers[at] === numbers[at - part]) at += 1;
		if (at === from + size) return true;
	}
	return false;
}

function* joined(words: readonly RunningWord[], numbers: Int32Array): Generator<Repeat> {
	for (const [at, { word }] of words.entries()) {
		if (word !== "and" && word !== "or") continue;
		const most = Math.min(longest, at, words.length - at - 1);
		for (let size = most; size > 0; size -= 1) {
			if (!isSame(numbers, at - size, at + 1, size)) continue;
			yield { from: at - size, size, again: at + 1, times: 2, slack: 0, joiner: word };
			break;
		}
	}
}

function isSame(numbers: Int32Array, one: number, other: number, size: number): boolean {
	for (let n = 0; n < size; n += 1) if (numbers[one + n] !== numbers[other + n]) return false;
	return true;
}
