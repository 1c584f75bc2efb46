"use client";

import { useTranslations } from "next-intl";
import { type Filter, type FilterKind, filterKinds, type Known } from "../store/filters.ts";

type Translate = ((key: string, values?: Record<string, string>) => string) & {
	has: (key: string) => boolean;
};

export interface FilterWords {
	/** What one of the choices of a filter is called. */
	readonly value: (kind: FilterKind, value: string, known: Known | null) => string;
	/** All that is looked for by one filter, in a few words. */
	readonly chosen: (kind: FilterKind, filter: Filter, known: Known | null) => string;
}

export function useFilterWords(): FilterWords {
	const t = useTranslations() as unknown as Translate;
	const value = ({ name, words, options }: FilterKind, chosen: string, known: Known | null) => {
		const own = `filter.${name}.values.${chosen}`;
		if (t.has(own)) return t(own);
		const shared = words === "findings" ? `findings.${chosen}.name` : `${words}.${chosen}`;
		if (words && t.has(shared)) return t(shared);
		const option = known && options?.(known).find((one) => one.value === chosen);
		return option?.name ?? t("filter.unknown");
	};
	const chosen = (kind: FilterKind, filter: Filter, known: Known | null) => {
		const { text, side = "either", regex, case: matchCase, word } = filter;
		if (kind.name === "since") {
			const by = filter["by"] === "others" ? "others" : "anybody";
			return t("filter.since.chosen", { number: filter["since"] ?? "", by });
		}
		if (kind.name !== "text") return value(kind, filter[kind.name] ?? "", known);
		const ticked = (on: string | undefined) => (on ? "yes" : "no");
		const how = { side, regex: ticked(regex), case: ticked(matchCase), word: ticked(word) };
		return t("filter.text.chosen", { text: text ?? "", ...how });
	};
	return { value, chosen };
}

/** The filters that are on, in the order in which they are offered. */
export function kindsIn(filter: Filter, twoSided: boolean): FilterKind[] {
	return filterKinds.filter((kind: FilterKind) => filter[kind.name] && (twoSided || !kind.twoSided));
}
