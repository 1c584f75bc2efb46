/** Sentences of one side placed in order on pieces of the other, each on none, one or several pieces in a row. */
import type { Ratios } from "../../align/lexical/pairs.ts";
import type { SideWords } from "../../align/lexical/words.ts";

/** What speaks for a sentence and pieces together, in logarithms of how much likelier it is than by chance. */
export interface Worth {
	/** The pieces' words given the sentence's, and the sentence's given the pieces'. */
	readonly given: number;
	readonly giving: number;
	readonly lengths: number;
}

export interface Placing {
	readonly sentences: SideWords;
	readonly pieces: SideWords;
	/** By word of the sentences and by word of the pieces; the share that the mixture with chance leaves to each. */
	readonly calls: Ratios;
	readonly answers: Ratios;
	readonly callShare: number;
	readonly answerShare: number;
	readonly pieceLengths: readonly number[];
	/** Of a sentence, by its number, and of letters of pieces together. */
	lengthWorth(sentence: number, letters: number): number;
}

/** The best that can be said for a sentence where all others are placed as well as they can. */
export interface Place extends Worth {
	/** How much the whole loses if the sentence stands on no piece. */
	readonly loss: number;
	/** What speaks for it on its best pieces, wherever they are and whatever else stands on them, beside none. */
	readonly anywhere: number;
}

export function placeSentences(placing: Placing): Place[] {
	const rows = placing.sentences.starts.length - 1;
	const columns = placing.pieces.starts.length - 1;
	const width = columns + 1;
	const cells = Array.from({ length: rows }, (_, row) => spansOf(placing, row));
	const none = Float64Array.from(cells, (_, row) => placing.lengthWorth(row, 0));
	const total = (row: number, from: number, to: number): number =>
		from === to ? (none[row] ?? 0) : (cells[row]?.total[from * width + to] ?? 0);
	const before = bestSums(rows, width);
	const after = bestSums(rows, width);
	before[0] = 0;
	after[rows * width + columns] = 0;
	for (let row = 0; row < rows; row += 1)
		for (let from = 0; from <= columns; from += 1)
			for (let to = from; to <= columns; to += 1) {
				const sum = (before[row * width + from] ?? 0) + total(row, from, to);
				const next = (row + 1) * width + to;
				if (sum > (before[next] ?? 0)) before[next] = sum;
			}
	for (let row = rows - 1; row >= 0; row -= 1)
		for (let from = 0; from <= columns; from += 1)
			for (let to = from; to <= columns; to += 1) {
				const sum = (after[(row + 1) * width + to] ?? 0) + total(row, from, to);
				if (sum > (after[row * width + from] ?? 0)) after[row * width + from] = sum;
			}
	return cells.map((spans, row) => {
		let [onSome, onNone, best] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
		let anywhere = Number.NEGATIVE_INFINITY;
		for (let from = 0; from <= columns; from += 1)
			for (let to = from; to <= columns; to += 1) {
				const all =
					(before[row * width + from] ?? 0) + total(row, from, to) + (after[(row + 1) * width + to] ?? 0);
				if (from < to) anywhere = Math.max(anywhere, total(row, from, to));
				if (from === to) onNone = Math.max(onNone, all);
				else if (all > onSome) [onSome, best] = [all, from * width + to];
			}
		return {
			given: spans.given[best] ?? 0,
			giving: spans.giving[best] ?? 0,
			lengths: (spans.lengths[best] ?? 0) - (none[row] ?? 0),
			loss: onSome - onNone,
			anywhere: anywhere - (none[row] ?? 0),
		};
	});
}

const bestSums = (rows: number, width: number): Float64Array =>
	new Float64Array((rows + 1) * width).fill(Number.NEGATIVE_INFINITY);

/** By `from * (pieces + 1) + to`: one sentence on the pieces `from` up to but not including `to`. */
interface Spans {
	readonly given: Float64Array;
	readonly giving: Float64Array;
	readonly lengths: Float64Array;
	readonly total: Float64Array;
}

function spansOf(placing: Placing, sentence: number): Spans {
	const { sentences, pieces, answers, answerShare, pieceLengths } = placing;
	const columns = pieces.starts.length - 1;
	const [given, giving, lengths, total] = Array.from(
		{ length: 4 },
		() => new Float64Array((columns + 1) * (columns + 1)),
	) as [Float64Array, Float64Array, Float64Array, Float64Array];
	const own = sentences.words.subarray(sentences.starts[sentence], sentences.starts[sentence + 1]);
	const worths = wordWorths(placing, own);
	const answered = new Float64Array(sentences.texts.length);
	for (let from = 0; from < columns; from += 1) {
		answered.fill(0);
		let [sum, letters] = [0, 0];
		for (let to = from + 1; to <= columns; to += 1) {
			for (let at = pieces.starts[to - 1] ?? 0; at < (pieces.starts[to] ?? 0); at += 1) {
				sum += worths[at] ?? 0;
				addRow(answers, pieces.words[at] ?? 0, answered);
			}
			letters += pieceLengths[to - 1] ?? 0;
			const count = Math.max(1, (pieces.starts[to] ?? 0) - (pieces.starts[from] ?? 0));
			const cell = from * (columns + 1) + to;
			const back = logOfMixed(own, answered, answerShare, count);
			given[cell] = sum;
			giving[cell] = back;
			lengths[cell] = placing.lengthWorth(sentence, letters);
			total[cell] = sum + back + (lengths[cell] ?? 0);
		}
	}
	return { given, giving, lengths, total };
}

/** Per running word of the pieces how much likelier it is beside the sentence than by chance. */
function wordWorths({ pieces, calls, callShare }: Placing, own: Int32Array): Float64Array {
	const called = new Float64Array(pieces.texts.length);
	for (const word of own) addRow(calls, word, called);
	return Float64Array.from(pieces.words, (word) =>
		mixed(callShare, (called[word] ?? 0) / Math.max(1, own.length)),
	);
}

function addRow({ starts, others, values }: Ratios, word: number, sums: Float64Array): void {
	for (let k = starts[word] ?? 0; k < (starts[word + 1] ?? 0); k += 1) {
		const other = others[k] ?? 0;
		sums[other] = (sums[other] ?? 0) + (values[k] ?? 0);
	}
}

/** A product of more factors could leave the range of numbers, so its logarithm is taken in between. */
const factorsAtOnce = 64;

function logOfMixed(own: Int32Array, answered: Float64Array, share: number, count: number): number {
	let [sum, product] = [0, 1];
	for (let k = 0; k < own.length; k += 1) {
		product *= 1 - share + (share * (answered[own[k] ?? 0] ?? 0)) / count;
		if (k % factorsAtOnce === factorsAtOnce - 1) {
			sum += Math.log(product);
			product = 1;
		}
	}
	return sum + Math.log(product);
}

const mixed = (share: number, ratio: number): number => Math.log(1 - share + share * ratio);
