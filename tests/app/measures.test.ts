import { expect, test } from "vitest";
import { spansOf } from "#app/projects/[projectId]/measures/spans.ts";
import type { DayFigures } from "#lib/core/measure/wire.ts";

const on = (day: string, count = 1): DayFigures => ({
	day,
	wordsChanged: 10 * count,
	confirmed: count,
	changes: 2 * count,
	minutes: 3 * count,
});

test("days of rest are columns too", () => {
	const spans = spansOf([on("2026-02-27"), on("2026-03-02", 2)]);
	expect(spans.map(({ day, length, wordsChanged }) => [day, length, wordsChanged])).toEqual([
		["2026-02-27", 1, 10],
		["2026-02-28", 1, 0],
		["2026-03-01", 1, 0],
		["2026-03-02", 1, 20],
	]);
});

test.each([
	["2026-03-03", 62, 1],
	["2026-03-04", 9, 7],
	["2027-03-10", 62, 7],
	["2027-03-11", 16, 28],
	["2048-01-01", 23, 364],
])(
	"from the start of 2026 to %s there are %d columns of %d days, and nothing is lost",
	(last, columns, length) => {
		const spans = spansOf([on("2026-01-01"), on("2026-02-01", 3), on(last, 5)]);
		expect(spans).toHaveLength(columns);
		expect(spans[0]?.length).toBe(length);
		expect(spans.reduce((sum, span) => sum + span.minutes, 0)).toBe(27);
	},
);

test("nothing done, nothing drawn", () => {
	expect(spansOf([])).toEqual([]);
});
