"use client";

import { useLocale } from "next-intl";
import { useCallback } from "react";

/** "zh-Hant" → "Traditional Chinese", in the reader's language; a tag nobody knows is shown as it is. */
export function useLanguageName(): (tag: string) => string {
	const locale = useLocale();
	return useCallback(
		(tag) => {
			try {
				const names = new Intl.DisplayNames(locale, { type: "language", languageDisplay: "standard" });
				return names.of(tag) ?? tag;
			} catch {
				return tag;
			}
		},
		[locale],
	);
}
