import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byParagraph, type Groups, mostInGroup, singly } from "#app/_workbench/grid/groups.ts";

const shown = (groups: Groups) =>
	Array.from({ length: groups.count }, (_, i) => [groups.first(i), groups.size(i)]);

describe("passages stand together", () => {
	test.each([
		[
			"by paragraph",
			"1001010",
			null,
			[
				[0, 3],
				[3, 2],
				[5, 2],
			],
		],
		[
			"from the beginning, though no paragraph begins there",
			"0010",
			null,
			[
				[0, 2],
				[2, 2],
			],
		],
		[
			"with what a filter leaves of their paragraph",
			"100100",
			[0, 2, 5],
			[
				[0, 2],
				[2, 1],
			],
		],
		[
			"not over a beginning that the filter leaves out",
			"100100",
			[1, 2, 4],
			[
				[0, 2],
				[2, 1],
			],
		],
		["not at all where nothing is shown", "1001", [], []],
	] as const)("%s", (_claim, starts, places, expected) => {
		expect(shown(byParagraph(starts, places))).toEqual(expected);
	});

	test("in parts where a paragraph is long", () => {
		const starts = `1${"0".repeat(99)}10`;
		expect(shown(byParagraph(starts, null))).toEqual([
			[0, mostInGroup],
			[mostInGroup, mostInGroup],
			[2 * mostInGroup, 100 - 2 * mostInGroup],
			[100, 2],
		]);
	});

	test("each in exactly one group, which is where it is looked for", () => {
		const starts = fc.array(fc.constantFrom("0", "1"), { maxLength: 200 }).map((all) => all.join(""));
		fc.assert(
			fc.property(starts, fc.func(fc.boolean()), fc.boolean(), (text, isShown, filtered) => {
				const all = [...text].map((_, index) => index);
				const places = filtered ? all.filter((index) => isShown(index)) : null;
				const groups = byParagraph(text, places);
				const count = (places ?? all).length;
				const sizes = shown(groups).map(([, size = 0]) => size);
				expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
				expect(sizes.every((size) => size > 0 && size <= mostInGroup)).toBe(true);
				for (let at = 0; at < count; at += 1) {
					const group = groups.holding(at);
					expect(groups.first(group) <= at && at < groups.first(group) + groups.size(group)).toBe(true);
				}
				expect([groups.holding(-1), groups.holding(count)]).toEqual([-1, -1]);
			}),
		);
	});

	test("or each by itself", () => {
		expect([shown(singly(2)), singly(2).holding(1), singly(2).holding(2)]).toEqual([
			[
				[0, 1],
				[1, 1],
			],
			1,
			-1,
		]);
	});
});
