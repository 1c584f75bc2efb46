import fc from "fast-check";
import { expect, test } from "vitest";
import { chineseNumeral } from "#lib/core/qa/numbers/chinese-numeral.ts";
import { compareReadings } from "#lib/core/qa/numbers/compare.ts";
import { readChinese } from "#lib/core/qa/numbers/read-chinese.ts";
import { readEnglish } from "#lib/core/qa/numbers/read-english.ts";
import { writeChinese, writeEnglish } from "./writers.ts";

const whole = fc.oneof(
	fc.integer({ min: 1, max: 120 }),
	fc.integer({ min: 100, max: 99_999 }),
	fc.integer({ min: 1, max: 999_999_999_999 }),
);

test("a number written in Chinese is read as it was meant", () => {
	fc.assert(
		fc.property(whole, (value) => {
			const written = writeChinese(value);
			const read = chineseNumeral(written, 0);
			expect([read?.value, read?.end]).toEqual([value, written.length]);
		}),
	);
});

test("a number written in English words or figures is read as it was meant", () => {
	fc.assert(
		fc.property(whole, (value) => {
			for (const written of [writeEnglish(value), String(value), value.toLocaleString("en")]) {
				const [read] = readEnglish(`exactly ${written} of them`).quantities;
				expect([written, read?.value]).toEqual([written, value]);
			}
		}),
	);
});

test("a number agrees with itself in the other language, and with no other", () => {
	fc.assert(
		fc.property(whole, whole, (value, other) => {
			const source = readChinese(`共有${writeChinese(value)}户居民`);
			for (const written of [writeEnglish(value), value.toLocaleString("en")])
				expect(compareReadings(source, readEnglish(`There are ${written} households.`))).toEqual([]);
			fc.pre(other !== value && other > 9 && other !== 100 && value > 9);
			const rendering = readEnglish(`There are ${other.toLocaleString("en")} households.`);
			expect(compareReadings(source, rendering)).not.toEqual([]);
		}),
	);
});

const day = fc.record({
	year: fc.integer({ min: 1900, max: 2099 }),
	month: fc.integer({ min: 1, max: 12 }),
	day: fc.integer({ min: 1, max: 28 }),
});
const months = "January February March April May June July August September October November December".split(
	" ",
);

test("a day agrees with itself in every order, and with no other", () => {
	fc.assert(
		fc.property(day, day, (one, other) => {
			const source = readChinese(`${one.year}年${one.month}月${one.day}日`);
			const two = (value: number) => String(value).padStart(2, "0");
			const name = months[one.month - 1];
			for (const written of [
				`${one.day} ${name} ${one.year}`,
				`${name} ${one.day}, ${one.year}`,
				`${one.year}-${two(one.month)}-${two(one.day)}`,
			])
				expect([written, compareReadings(source, readEnglish(`on ${written}`))]).toEqual([written, []]);
			fc.pre(one.year !== other.year || one.month !== other.month || one.day !== other.day);
			const rendering = readEnglish(`on ${months[other.month - 1]} ${other.day}, ${other.year}`);
			expect(compareReadings(source, rendering)).not.toEqual([]);
		}),
	);
});

test("spans are those of the texts, in traditional characters and of full width too", () => {
	const text = "共１５０萬餘人，㎏";
	const [one] = readChinese(text).quantities;
	expect(text.slice(one?.start, one?.end)).toBe("１５０萬餘");
	expect(one?.value).toBe(1_500_000);
});

test("any text is read, and spans stay within it", () => {
	const pieces = fc.constantFrom(
		..."一二两三十百千万亿零〇点半几数多余第年月日时分之成倍%．，, 0123456789-:/.～廿壹a$ ".split(""),
		..."twenty hundred million and a half-of thirds percent May 27th o'clock p.m. dozens $ 1,000".split(" "),
	);
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 40 }), (words) => {
			for (const [text, read] of [
				[words.join(""), readChinese],
				[words.join(" "), readEnglish],
			] as const) {
				const { quantities, dates, times } = read(text);
				for (const { start, end } of [...quantities, ...dates, ...times]) {
					expect(start).toBeLessThan(end);
					expect(end).toBeLessThanOrEqual(text.length);
				}
			}
		}),
	);
});

const hostile = [
	["一", "one "],
	["9", "9"],
	["1,", "1,000"],
	["几十", "twenty-"],
	["3月", "May 3 "],
	["百分之", "1/"],
	["万亿", "thousand million "],
	["w", "a."],
	["1 ", "1-"],
	["3:", "3:00 "],
	["5公里", "7 miles "],
	["十四五", "and a half "],
	["第1、", "(1) "],
] as const;

test.each(hostile)("texts of nothing but %s and %s cost little", { timeout: 10_000 }, (chinese, english) => {
	const length = 10_000;
	const source = chinese.repeat(length / chinese.length);
	const rendering = english.repeat(length / english.length);
	expect(compareReadings(readChinese(source), readEnglish(rendering)).length).toBeLessThan(length);
	expect(compareReadings(readChinese(rendering), readEnglish(source)).length).toBeLessThan(length);
});
