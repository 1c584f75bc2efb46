"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useDates } from "#app/_ui/use-dates.ts";

/** How figures are written, the same in every table. */
export function useFigureWords() {
	const t = useTranslations("measures");
	const format = useFormatter();
	const dates = useDates();
	return {
		count: (value: number) => format.number(value),
		/** One digit: more would promise more than a rate of some words can tell. */
		rate: (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
		/** Of a share between 0 and 1. */
		percent: (value: number) =>
			format.number(value, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 }),
		time: (minutes: number) =>
			minutes < 60
				? t("minutes", { minutes })
				: t("hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 }),
		/** Of "2026-11-22". */
		day: dates.onlyDay,
		days: dates.days,
	};
}
