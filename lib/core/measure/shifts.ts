/**
 * Which words of a text to shift so that it comes nearest to its reference: the search of tercom, as sacreBLEU 2.6.0
 * has it in lib_ter.py (Copyright 2020 Memsource, Apache License 2.0), with its limits.
 */
import type { BeamDistance, EditStep } from "./beam-distance.ts";

const maxShiftSize = 10; // words
const maxShiftDistance = 50; // words
/** Shifts tried for one text, so that a long one ends. The one being chosen when they run out is not made. */
const maxCandidates = 1_000;

interface Shift {
	/** How many edits it saves. */
	readonly saved: number;
	readonly length: number;
	readonly start: number;
	readonly target: number;
	readonly words: Int32Array;
}

/** Shifts words of the text as long as that saves edits; `distance` then has the shifted text. Answers how often. */
export function shiftWords(text: Int32Array, reference: Int32Array, distance: BeamDistance): number {
	let words = text;
	let shifts = 0;
	let tried = 0;
	for (;;) {
		const found = bestShift(words, reference, distance, tried);
		tried = found.tried;
		if (tried >= maxCandidates || found.best === null || found.best.saved <= 0) return shifts;
		shifts += 1;
		words = found.best.words;
		distance.take(words);
	}
}

function bestShift(
	text: Int32Array,
	reference: Int32Array,
	distance: BeamDistance,
	triedBefore: number,
): { readonly best: Shift | null; readonly tried: number } {
	const before = distance.distance;
	const { opposite, wrong, missed } = alignmentOf(distance.steps(), text.length, reference.length);
	let best: Shift | null = null;
	let tried = triedBefore;
	for (const { start, at, length } of matches(text, reference)) {
		// Only words that are wrong where they are, to a place where they are missed, and not within themselves.
		const beside = opposite[at] ?? -1;
		if (!anyOf(wrong, start, length) || !anyOf(missed, at, length)) continue;
		if (beside >= start && beside < start + length) continue;
		let last = -1;
		for (let offset = -1; offset < length; offset += 1) {
			const target = at + offset === -1 ? 0 : (opposite[at + offset] ?? -1) + 1;
			if (target === last) continue;
			last = target;
			tried += 1;
			const words = shifted(text, start, length, target);
			const saved = before - distance.distanceOf(words, Math.min(start, target));
			const shift = { saved, length, start, target, words };
			if (best === null || isBetter(shift, best)) best = shift;
		}
		if (tried >= maxCandidates) break;
	}
	return { best, tried };
}

/** The more it saves the better, then the longer, then the earlier in the text, then the earlier it goes. */
function isBetter(one: Shift, other: Shift): boolean {
	if (one.saved !== other.saved) return one.saved > other.saved;
	if (one.length !== other.length) return one.length > other.length;
	if (one.start !== other.start) return one.start < other.start;
	return one.target < other.target;
}

interface Alignment {
	/** For each word of the reference the place in the text beside which it stands, -1 before the first. */
	readonly opposite: Int32Array;
	/** Words of the text that are not the reference's. */
	readonly wrong: Uint8Array;
	/** Words of the reference that the text has not there. */
	readonly missed: Uint8Array;
}

function alignmentOf(steps: readonly EditStep[], length: number, referenceLength: number): Alignment {
	const opposite = new Int32Array(referenceLength);
	const wrong = new Uint8Array(length);
	const missed = new Uint8Array(referenceLength);
	let i = -1;
	let j = -1;
	for (const step of steps) {
		if (step !== "insert") i += 1;
		if (step !== "delete") j += 1;
		if (step !== "delete") opposite[j] = i;
		if (step !== "same" && step !== "insert") wrong[i] = 1;
		if (step !== "same" && step !== "delete") missed[j] = 1;
	}
	return { opposite, wrong, missed };
}

/** Every run of words that both have, beginning at each pair of places, the shorter ones of a run before it. */
function* matches(
	text: Int32Array,
	reference: Int32Array,
): Generator<{ readonly start: number; readonly at: number; readonly length: number }> {
	for (let start = 0; start < text.length; start += 1) {
		const first = Math.max(0, start - maxShiftDistance);
		const last = Math.min(reference.length - 1, start + maxShiftDistance);
		for (let at = first; at <= last; at += 1) {
			const longest = Math.min(maxShiftSize, text.length - start, reference.length - at);
			for (let length = 1; length <= longest; length += 1) {
				if (text[start + length - 1] !== reference[at + length - 1]) break;
				yield { start, at, length };
			}
		}
	}
}

function anyOf(flags: Uint8Array, start: number, length: number): boolean {
	for (let i = start; i < start + length; i += 1) if (flags[i] === 1) return true;
	return false;
}

/** The text with `length` words from `start` on moved before the word at `target`, counted while they are there. */
export function shifted(text: Int32Array, start: number, length: number, target: number): Int32Array {
	const moved = text.subarray(start, start + length);
	const without = [...text.subarray(0, start), ...text.subarray(start + length)];
	// A target within the moved words means as many words further on.
	const place = target < start ? target : target > start + length ? target - length : target;
	without.splice(place, 0, ...moved);
	return Int32Array.from(without);
}
