import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moses } from "#lib/core/align/formats/moses.ts";
import { alignment, harbour, nothing } from "#tests/core/align/formats/alignments.ts";

describe("moses", () => {
	test("two files, line n beside line n; lone sentences are left out", () => {
		expect(moses.writeSides(harbour)).toEqual([
			{ extension: "zh", text: "港口开放了。\n来了三艘船。\n引航员上了岸。他们喝茶。\n" },
			{ extension: "en", text: "The port opened.\nThree ships came. All at once.\nThe pilots had tea.\n" },
		]);
		expect(moses.writeSides(nothing).map(({ text }) => text)).toEqual(["", ""]);
	});

	test.each([
		["zh-Hans", "en-GB", ["zh", "en"]],
		["zh-Hans", "zh-Hant", ["zh-Hans", "zh-Hant"]],
		["und", "und", ["und", "und"]],
	])("%s beside %s end in %j", (source, target, extensions) => {
		const sides = moses.writeSides({
			...harbour,
			source: { ...harbour.source, language: source },
			target: { ...harbour.target, language: target },
		});
		expect(sides.map(({ extension }) => extension)).toEqual(extensions);
	});

	test("any texts: as many lines on both sides, none empty, whatever a reader takes for a line break", () => {
		fc.assert(
			fc.property(alignment, (given) => {
				const [source, target] = moses.writeSides(given).map(({ text }) => text);
				for (const breaks of [/\n/u, /\r\n|[\p{Cc}\p{Zl}\p{Zp}]/u]) {
					const [left, right] = [source, target].map((text = "") => text.split(breaks).slice(0, -1));
					expect(left).toHaveLength(right?.length ?? -1);
					for (const line of [...(left ?? []), ...(right ?? [])]) expect(line.trim()).not.toBe("");
				}
			}),
		);
	});
});
