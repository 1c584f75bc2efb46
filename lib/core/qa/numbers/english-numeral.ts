/** Reads one number of an English text, in words, figures or both: a hundred and eight, 1.07 thousand, twenty-first. */
import type { Token } from "./english-tokens.ts";

export interface EnglishNumeral {
	/** The token after it. */
	readonly next: number;
	readonly value: number;
	readonly readings: readonly number[];
	readonly range: readonly [number, number] | null;
	readonly ordinal: boolean;
	readonly figures: boolean;
}

const row = (words: string, from: number, by = 1): [string, number][] =>
	words.split(" ").map((word, index) => [word, from + index * by]);

const small: ReadonlyMap<string, number> = new Map([
	...row(
		"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
		0,
	),
	...row("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
]);
const ordinals: ReadonlyMap<string, number> = new Map([
	...row(
		"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
		1,
	),
	...row("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10),
]);
const scales: ReadonlyMap<string, number> = new Map([
	["hundred", 100],
	["thousand", 1000],
	["million", 1e6],
	["billion", 1e9],
	["trillion", 1e12],
	["dozen", 12],
	["bn", 1e9],
	["mn", 1e6],
	["mln", 1e6],
	["bln", 1e9],
	["trn", 1e12],
	["k", 1000],
]);
const scaleOrdinals: ReadonlyMap<string, number> = new Map([
	["hundredth", 100],
	["thousandth", 1000],
	["millionth", 1e6],
]);
const plurals: ReadonlyMap<string, number> = new Map([
	["dozens", 12],
	["scores", 20],
	["tens", 10],
	["hundreds", 100],
	["thousands", 1000],
	["millions", 1e6],
	["billions", 1e9],
	["trillions", 1e12],
]);

export const isOrdinalWord = (word: string): boolean => ordinals.has(word) || scaleOrdinals.has(word);
export const ordinalValue = (word: string): number | undefined =>
	ordinals.get(word) ?? scaleOrdinals.get(word);

interface State {
	at: number;
	total: number;
	current: number;
	/** The last scale, for “and a half” and “and eight”. */
	scale: number;
	/** The last scale of a thousand and more. */
	big: number;
	seen: boolean;
	tens: boolean;
	figures: boolean;
	ordinal: boolean;
	readonly more: number[];
}

/** Null where no number begins. */
export function englishNumeral(tokens: readonly Token[], from: number): EnglishNumeral | null {
	const vague = vagueNumber(tokens, from);
	if (vague) return vague;
	const state: State = {
		at: from,
		total: 0,
		current: 0,
		scale: 1,
		big: 1,
		seen: false,
		tens: false,
		figures: false,
		ordinal: false,
		more: [],
	};
	const first = tokens[from];
	if (first && /^an?$/u.test(first.lower)) {
		const scaled = tokens[from + 1]?.lower ?? "";
		if (!scales.has(scaled) && !scaleOrdinals.has(scaled)) return null;
		state.at += 1;
	}
	while (!state.ordinal && take(tokens, state));
	if (!state.seen) return null;
	const value = Number((state.total + state.current).toPrecision(15));
	const { at: next, more, ordinal, figures } = state;
	const dozens = tokens.slice(from, next).some(({ lower }) => lower === "dozen");
	const range = dozens ? ([(value * 10) / 12, (value * 15) / 12] as const) : null;
	const readings = figures && tokens[next - 1]?.lower === "k" ? [value, value / 1000] : [value];
	return { next, value, readings: [...readings, ...more], range, ordinal, figures };
}

function take(tokens: readonly Token[], state: State): boolean {
	const token = tokens[state.at];
	if (!token) return false;
	if (token.figure !== null) return takeFigure(tokens, token.figure, state);
	const scale = scales.get(token.lower);
	if (scale !== undefined) return takeScale(tokens, token, scale, state);
	const value = small.get(token.lower);
	if (value !== undefined) return takeWord(value, state);
	if (state.seen && /^(?:and|[-‑–])$/u.test(token.lower)) return takeJoint(tokens, token.lower, state);
	return takeOrdinal(token.lower, state);
}

function takeFigure(tokens: readonly Token[], value: number, state: State): boolean {
	if (state.seen) return false;
	state.seen = true;
	state.figures = true;
	state.current = value;
	state.at += 1;
	const first = tokens[state.at - 1];
	let joined = first?.text ?? "";
	if (!/^\d{1,3}$/u.test(joined)) return true;
	for (let end = first?.end ?? 0; ; ) {
		const token = tokens[state.at];
		if (!token || token.start !== end + 1 || !/^\d{3}$/u.test(token.text)) return true;
		state.more.push(state.current, Number(token.text)); // 1 500 000
		joined += token.text;
		state.current = Number(joined);
		state.at += 1;
		end = token.end;
	}
}

function takeScale(tokens: readonly Token[], { lower, start }: Token, scale: number, state: State): boolean {
	if (lower === "k" && (!state.figures || tokens[state.at - 1]?.end !== start)) return false;
	if (lower === "dozen" && state.total > 0) return false;
	if (scale === 100) {
		if (state.current >= 100 && !state.figures) return false;
		state.current = (state.current || 1) * 100;
	} else if (state.total > 0 && scale > state.big) {
		state.total = (state.total + state.current) * scale;
		state.current = 0;
	} else {
		state.total += (state.current || 1) * scale;
		state.current = 0;
	}
	state.scale = scale;
	if (scale >= 1000) state.big = scale;
	state.seen = true;
	state.tens = false;
	state.at += 1;
	return true;
}

function takeWord(value: number, state: State): boolean {
	const last = state.current % 100;
	const fits = last === 0 || (state.tens && value > 0 && value < 10);
	if (state.seen && state.scale === 1 && state.current >= 10 && state.current < 100 && value >= 10)
		return takeSecondHalf(value, state); // nineteen eighty
	if (!fits || (state.figures && state.scale === 1)) return false;
	if (state.seen && state.current === 0 && state.scale === 1) return false; // zero one
	state.current += value;
	state.tens = value >= 20;
	state.seen = true;
	state.at += 1;
	return true;
}

/** Years: nineteen eighty-four, twenty twenty. */
function takeSecondHalf(value: number, state: State): boolean {
	if (state.figures || state.more.length > 0) return false;
	state.more.push(state.current, value);
	state.current = state.current * 100 + value;
	state.tens = value >= 20;
	state.at += 1;
	return true;
}

/** “and eight” after a hundred; “and a half”; the hyphen of twenty-one and of 3-million. */
function takeJoint(tokens: readonly Token[], joint: string, state: State): boolean {
	const next = tokens[state.at + 1];
	const after = tokens[state.at + 2]?.lower;
	if (!next) return false;
	if (joint === "and" && next.lower === "a" && (after === "half" || after === "quarter")) {
		const part = (after === "half" ? 0.5 : 0.25) * state.scale;
		if (state.scale > 1) state.total += part;
		else state.current += part;
		state.at += 3;
		return scales.has(tokens[state.at]?.lower ?? "");
	}
	const value = small.get(next.lower) ?? ordinals.get(next.lower);
	if (joint === "and") {
		if (state.scale === 1 || value === undefined || state.current % 100 !== 0) return false;
		state.more.push(state.total + state.current, value);
	} else if (value !== undefined ? !state.tens || value > 9 || value < 1 : !scales.has(next.lower))
		return false;
	state.at += 1;
	return true;
}

function takeOrdinal(word: string, state: State): boolean {
	const value = ordinals.get(word);
	const scale = scaleOrdinals.get(word);
	if (
		value !== undefined &&
		(!state.seen || (state.tens && value < 10) || (state.scale > 1 && state.current === 0))
	) {
		if (state.figures) return false;
		state.current += value;
	} else if (scale !== undefined && state.total === 0 && state.current < 100 && !state.figures) {
		state.current = (state.current || 1) * scale;
	} else return false;
	state.seen = true;
	state.ordinal = true;
	state.at += 1;
	return true;
}

/** dozens of, hundreds of thousands of */
function vagueNumber(tokens: readonly Token[], from: number): EnglishNumeral | null {
	let at = from;
	let value = 1;
	for (;;) {
		const plural = plurals.get(tokens[at]?.lower ?? "");
		if (plural === undefined) break;
		value *= plural;
		at += 1;
		if (tokens[at]?.lower === "of" && plurals.has(tokens[at + 1]?.lower ?? "")) at += 1;
		else break;
	}
	if (at === from) return null;
	return { next: at, value, readings: [value], range: [value, value * 10], ordinal: false, figures: false };
}
