"use client";

import { useLocale } from "next-intl";

/** English here is written as in "22 November 2026, 19:05", wherever its reader is. */
const written: Readonly<Record<string, string>> = { en: "en-GB" };

const shapes = {
	/** 22 Nov 2026 */
	day: { dateStyle: "medium" },
	/** 22 November 2026 */
	longDay: { dateStyle: "long" },
	/** Sunday, 22 November 2026 */
	weekday: { dateStyle: "full" },
	/** 19:05 */
	time: { timeStyle: "short" },
	/** 22 Nov 2026, 19:05 */
	moment: { dateStyle: "medium", timeStyle: "short" },
	/** 22 November 2026 at 19:05 */
	longMoment: { dateStyle: "long", timeStyle: "short" },
	/** Sunday, 22 November 2026 at 19:05:31 */
	wholeMoment: { dateStyle: "full", timeStyle: "medium" },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

type Shape = keyof typeof shapes;
export type Dates = Readonly<Record<Shape, (at: string | number | Date) => string>> & {
	/** From one day to another, both as "2026-11-22". */
	readonly days: (first: string, last: string) => string;
	/** Of "2026-11-22", which is a day and no moment. */
	readonly onlyDay: (day: string) => string;
};

/**
 * How dates are written, the same on all screens. In the reader's own zone: only for what the browser has fetched, as
 * a server does not know the zone.
 */
export function useDates(): Dates {
	const locale = useLocale();
	const ready = known.get(locale) ?? datesIn(locale);
	known.set(locale, ready);
	return ready;
}

const known = new Map<string, Dates>();

export function datesIn(locale: string): Dates {
	const format = (shape: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat(written[locale] ?? locale, shape);
	const moments = Object.entries(shapes).map(([name, shape]) => {
		let formatter: Intl.DateTimeFormat | undefined;
		return [
			name,
			(at: string | number | Date) => {
				formatter ??= format(shape);
				return formatter.format(new Date(at));
			},
		] as const;
	});
	const days = format({ ...shapes.day, timeZone: "UTC" });
	const noon = (day: string) => new Date(`${day}T12:00:00Z`);
	return {
		...(Object.fromEntries(moments) as Record<Shape, (at: string | number | Date) => string>),
		onlyDay: (day) => days.format(noon(day)),
		days: (first, last) =>
			locale === "zh-Hans" && first !== last
				? `${days.format(noon(first))}至${days.format(noon(last))}` // the browser writes 2026/11/17 – 2026/11/22
				: days.formatRange(noon(first), noon(last)),
	};
}
