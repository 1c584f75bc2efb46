import { describe, expect, test } from "vitest";
import { datesIn } from "#app/_ui/use-dates.ts";

const at = new Date(2026, 10, 2, 19, 5, 31);

describe("dates are written", () => {
	test.each([
		["en", "day", "2 Nov 2026"],
		["en", "longDay", "2 November 2026"],
		["en", "time", "19:05"],
		["en", "moment", "2 Nov 2026, 19:05"],
		["en", "longMoment", "2 November 2026 at 19:05"],
		["zh-Hans", "day", "2026年11月2日"],
		["zh-Hans", "time", "19:05"],
		["zh-Hans", "longMoment", "2026年11月2日 19:05"],
	] as const)("in %s, %s: %s", (locale, shape, words) => {
		expect(datesIn(locale)[shape](at)).toBe(words);
		expect(datesIn(locale)[shape](at.toISOString())).toBe(words);
	});

	test("a day is the same day in every zone, and a span says once what both days share", () => {
		const dates = datesIn("en");
		expect(dates.onlyDay("2026-11-02")).toBe("2 Nov 2026");
		expect(dates.days("2026-11-02", "2026-11-05").replaceAll(/\s*–\s*/g, "–")).toBe("2–5 Nov 2026");
		expect(datesIn("zh-Hans").days("2026-11-02", "2026-11-05")).toBe("2026年11月2日至2026年11月5日");
		expect(datesIn("zh-Hans").days("2026-11-02", "2026-11-02")).toBe("2026年11月2日");
	});
});
