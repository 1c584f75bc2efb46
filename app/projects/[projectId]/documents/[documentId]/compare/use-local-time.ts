"use client";

import { useLocale } from "next-intl";
import { useCallback } from "react";

/** Date and time in the reader's own zone. Only for what the browser has fetched: a server does not know the zone. */
export function useLocalTime(): (iso: string) => string {
	const locale = useLocale();
	return useCallback(
		(iso) => new Date(iso).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" }),
		[locale],
	);
}
