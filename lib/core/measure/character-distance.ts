/**
 * The least number of characters to insert, delete or replace between two texts (Levenshtein). Bit-parallel: 32 cells of
 * a column at once, after Myers (1999) as Hyyrö (2003) states it for distances. A character is a code point.
 */
export function characterDistance(before: string, after: string): number {
	const [old, now] = [Array.from(before), Array.from(after)];
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
	let oldEnd = old.length;
	let nowEnd = now.length;
	while (oldEnd > start && nowEnd > start && old[oldEnd - 1] === now[nowEnd - 1]) {
		oldEnd -= 1;
		nowEnd -= 1;
	}
	const [left, right] = [old.slice(start, oldEnd), now.slice(start, nowEnd)];
	if (left.length === 0 || right.length === 0) return left.length + right.length;
	return left.length < right.length ? distance(left, right) : distance(right, left);
}

const wordSize = 32;

/** Column by column of `text`; the rows of `pattern` stand in words of 32 bits. Neither is empty. */
function distance(pattern: readonly string[], text: readonly string[]): number {
	const words = Math.ceil(pattern.length / wordSize);
	const places = placesOf(pattern, words);
	const nowhere = new Int32Array(words);
	/** Rows whose cell is one more, or one less, than the cell above. */
	const more = new Int32Array(words).fill(-1);
	const less = new Int32Array(words);
	const lastBit = 1 << ((pattern.length - 1) % wordSize);
	let found = pattern.length;
	for (const character of text) {
		const equal = places.get(character) ?? nowhere;
		// The first row grows by one with every column.
		let carriedMore = 1;
		let carriedLess = 0;
		for (let word = 0; word < words; word += 1) {
			const up = more[word] ?? 0;
			const down = less[word] ?? 0;
			const same = (equal[word] ?? 0) | carriedLess;
			const level = (((same & up) + up) ^ up) | same | down;
			let grown = down | ~(level | up);
			let shrunk = up & level;
			if (word === words - 1) found += (grown & lastBit ? 1 : 0) - (shrunk & lastBit ? 1 : 0);
			const [nextMore, nextLess] = [grown >>> 31, shrunk >>> 31];
			grown = (grown << 1) | carriedMore;
			shrunk = (shrunk << 1) | carriedLess;
			const crossed = (equal[word] ?? 0) | down;
			more[word] = shrunk | ~(crossed | grown);
			less[word] = grown & crossed;
			carriedMore = nextMore;
			carriedLess = nextLess;
		}
	}
	return found;
}

/** For each character the rows in which the pattern has it. */
function placesOf(pattern: readonly string[], words: number): Map<string, Int32Array> {
	const places = new Map<string, Int32Array>();
	for (const [i, character] of pattern.entries()) {
		const bits = places.get(character) ?? new Int32Array(words);
		const word = Math.floor(i / wordSize);
		bits[word] = (bits[word] ?? 0) | (1 << (i % wordSize));
		places.set(character, bits);
	}
	return places;
}
