import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carryAlong, type Happened, joinsOf } from "#lib/core/document/carry-along.ts";
import { StoredOperation } from "#lib/core/document/operations/registry.ts";

const happened = (number: number, operation: object): Happened => ({
	number,
	operation: StoredOperation.parse({ v: 1, ...operation }),
});
const id = (name: string) => name.padEnd(12, "0");
const split = (number: number, at: number, version = 1) =>
	happened(number, { type: "split", segment: id("a"), version, at, draftAt: null, id: id("b") });
const join = (number: number, versions: readonly [number, number], as: object | null = null) =>
	happened(number, { type: "join", segments: [id("a"), id("b")], versions, separator: "", as });
const edit = (number: number, name: string, version: number, text: string) =>
	happened(number, { type: "edit", segment: id(name), version, text });

const wording = (base: string, text: string) => ({ segment: id("a"), version: 1, base, text });
const carried = (base: string, text: string, ...log: readonly Happened[]) =>
	carryAlong(wording(base, text), log, new Map(), "en")?.map((part) => part.text) ?? null;

describe("a wording taken along", () => {
	const base = "One boat. Two ships.";
	test.each([
		["changed on the left", "One ferry. Two ships.", ["One ferry. ", "Two ships."]],
		["changed on the right", "One boat. Two tugs.", ["One boat. ", "Two tugs."]],
		["its first word after the cut changed", "One boat. 2 ships.", ["One boat. ", "2 ships."]],
		["its last word before the cut changed", "One ferry! Two ships.", ["One ferry! ", "Two ships."]],
		["changed on both sides", "A boat. Two tugs.", ["A boat. ", "Two tugs."]],
		["with words put in at the cut", "One boat. Old. Two ships.", null],
		["with words taken away across the cut", "One ships.", null],
		["with nothing left of a half", "One boat. ", null],
	])("through a cut, %s", (_, text, halves) => {
		expect(carried(base, text, split(2, 10))).toEqual(halves);
	});

	test.each([
		["and a correction of the other half", edit(3, "b", 2, "Three ships."), ["One ferry. ", "Three ships."]],
		["and a correction of the same word", edit(3, "a", 2, "One yacht. "), null],
		["and a correction of a text that is not known", edit(3, "a", 7, "One boat, green. "), null],
		[
			"and its undoing",
			join(3, [2, 2], { version: 1, draft: null, origin: null }),
			["One ferry. Two ships."],
		],
		["and what is not known", { number: 3, operation: null }, null],
	])("through a cut %s", (_, next, texts) => {
		expect(carried(base, "One ferry. Two ships.", split(2, 10), next)).toEqual(texts);
	});

	test("into a whole needs to know the whole, once", () => {
		const log = [join(4, [3, 1])];
		const second = { segment: id("b"), version: 1, base: "Two ships.", text: "Two tugs." };
		expect(joinsOf(id("b"), log)).toEqual([{ number: 4, whole: id("a") }]);
		expect(carryAlong(second, log, new Map([[4, "One boat. Two ships."]]), "en")).toEqual([
			{ segment: id("a"), version: 4, base: "One boat. Two ships.", text: "One boat. Two tugs." },
		]);
		for (const wholes of [new Map(), new Map([[4, "One boat. Four ships."]])])
			expect(carryAlong(second, log, wholes, "en")).toBeNull();
	});

	test("loses not one character by cuts, and is whole again when they are taken back", () => {
		const words = fc
			.array(fc.constantFrom("one", "boat", "fog", "船", "，", ".", " ", "  ", "😀"), {
				minLength: 2,
				maxLength: 14,
			})
			.map((list) => list.join(" "));
		fc.assert(
			fc.property(words, words, fc.nat(60), (before, text, place) => {
				const at = Math.max(1, place % before.length);
				const texts = carried(before, text, split(2, at));
				fc.pre(texts !== null);
				expect(texts?.join("")).toBe(text);
				const back = join(3, [2, 2], { version: 1, draft: null, origin: null });
				expect(carried(before, text, split(2, at), back)).toEqual([text]);
			}),
		);
	});
});
