/** What a text says in numbers. Offsets are UTF-16 code units of the text, end exclusive. */

/**
 * How certainly a number is meant as one: a `figure` and a `word` (“twenty-three”) are; a `loose` one is part of a
 * name, an idiom or too small to be held against anybody, but it can be what the other side writes as a figure.
 */
export type Sureness = "figure" | "word" | "loose";
export type QuantityKind = "count" | "percent" | "fraction" | "ordinal" | "year" | "identifier";

export interface Quantity {
	readonly start: number;
	readonly end: number;
	readonly kind: QuantityKind;
	/** As a reader takes it. */
	readonly value: number;
	/** Every value that it may be rendered by, `value` among them: of 两倍 2, 3 and 200. */
	readonly readings: readonly number[];
	/** As a share of a whole, where it is one: of 30 % and 三成 0.3. */
	readonly shares: readonly number[];
	/** Of what is only roughly told (三十多, 上千, 数百): any value within it will do. */
	readonly range: readonly [low: number, high: number] | null;
	readonly unit: Unit | null;
	/** With the unit's name or sign; as the number where it has none. */
	readonly measured: { readonly start: number; readonly end: number };
	readonly sure: Sureness;
	/** Something is counted or numbered by it; else it may be part of a name (罗小四). */
	readonly counted: boolean;
	/** “About”, “nearly”, “more than” stand before it. */
	readonly rough: boolean;
	/** Of an identifier: the letters before its figures, in small letters. */
	readonly letters: string;
}

export interface Unit {
	/** `money`, or what is measured; units of one dimension convert into each other, money does not. */
	readonly dimension: "time" | "length" | "area" | "mass" | "volume" | "temperature" | "money";
	/** In the dimension's base unit; 1 for money. */
	readonly scale: number;
	/** Currencies it may name. */
	readonly currencies: readonly string[];
}

/** What is not written is null. */
export interface CalendarDate {
	readonly start: number;
	readonly end: number;
	readonly year: number | null;
	readonly month: number | null;
	readonly day: number | null;
	/** Where no month is written: the one named last before. */
	readonly assumedMonth: number | null;
	/** 05/06/2024: nobody can tell which is the day. */
	readonly eitherOrder: boolean;
	/** By a feast. */
	readonly implied: boolean;
}

export interface ListMarker {
	readonly start: number;
	readonly end: number;
	readonly value: number;
}

export interface DigitRow {
	readonly start: number;
	readonly end: number;
	readonly digits: string;
}

export interface ClockTime {
	readonly start: number;
	readonly end: number;
	/** As written, 0–24. */
	readonly hour: number;
	readonly minute: number;
	/** Told by 上午, “p.m.” or an hour after noon. */
	readonly half: "am" | "pm" | null;
}

export interface NamedDay {
	readonly start: number;
	readonly end: number;
	/** 1 Monday … 7 Sunday. */
	readonly weekday: number;
}

export interface NumberReading {
	readonly quantities: readonly Quantity[];
	readonly dates: readonly CalendarDate[];
	readonly times: readonly ClockTime[];
	readonly weekdays: readonly NamedDay[];
	/** “2.” at the beginning of the text. */
	readonly marker: ListMarker | null;
	/** Values that words imply (双 2, 七旬 70): they need no counterpart, and may be one. */
	readonly implied: readonly number[];
	/** It tells days or years by other words, too. */
	readonly speaksOfYears: boolean;
	/** It names days of the moon, which are others in English. */
	readonly lunar: boolean;
	/** Digits that belong together though written apart: telephone and account numbers. */
	readonly digitRows: readonly DigitRow[];
}

/** Equal values have equal keys, whatever arithmetic led to them. */
export const valueKey = (value: number): string => value.toPrecision(14);

/** 150000000 is “150,000,000”. */
export function writeValue(value: number): string {
	const [whole = "", decimals] = String(Number(value.toPrecision(15))).split(".");
	if (/e/u.test(whole)) return whole;
	const grouped = whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/gu, ",") : whole;
	return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
