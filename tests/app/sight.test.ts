import { expect, test } from "vitest";
import { arrivalOffset, growthOffset, pinnedOffset } from "#app/_workbench/grid/sight.ts";

const window = { top: 1_000, bottom: 1_800 };

test.each([
	["stays where it can be read with what follows", { top: 1_300, bottom: 1_400 }, null],
	["at the lower edge comes into the upper part", { top: 1_700, bottom: 1_780 }, 1_433],
	["above the window comes into the upper part", { top: 500, bottom: 600 }, 233],
	["at the upper edge comes down, to be read with what is before it", { top: 1_050, bottom: 1_120 }, 783],
	["stays with two rows above it", { top: 1_130, bottom: 1_200 }, null],
	["begins the document at its top", { top: 40, bottom: 100 }, 0],
	["nearly as high as the window is shown whole", { top: 1_100, bottom: 1_860 }, 1_072],
	["higher than the window shows its beginning", { top: 1_500, bottom: 2_600 }, 1_488],
])("a row that %s", (_claim, row, offset) => {
	expect(arrivalOffset(row, window, null)).toBe(offset);
});

test.each([
	["is left alone while the caret is in sight", { top: 1_300, bottom: 1_330 }, null],
	["follows the caret", { top: 2_400, bottom: 2_430 }, 2_133],
])("a row higher than the window %s", (_claim, caret, offset) => {
	expect(arrivalOffset({ top: 900, bottom: 2_600 }, window, caret)).toBe(offset);
	expect(growthOffset({ top: 900, bottom: 2_600 }, window, caret)).toBe(offset);
});

test.each([
	["third", { top: 1_700, bottom: 1_780 }, 1_433],
	["middle", { top: 1_700, bottom: 1_780 }, 1_340],
	["middle", { top: 1_360, bottom: 1_440 }, null],
	["third", { top: 40, bottom: 100 }, 0],
	["third", { top: 1_100, bottom: 1_860 }, 1_072],
] as const)("pinned to the %s, a row at %j is at %s", (sight, row, offset) => {
	expect(pinnedOffset(row, window, sight, null)).toBe(offset);
});

test.each([
	["within the window moves nothing", { top: 1_300, bottom: 1_700 }, null],
	["over the lower edge is shown to its end", { top: 1_300, bottom: 1_900 }, 1_112],
	["so far that only its beginning has room keeps that", { top: 1_030, bottom: 1_806 }, 1_018],
])("a row that grows %s", (_claim, row, offset) => {
	expect(growthOffset(row, window, null)).toBe(offset);
});
