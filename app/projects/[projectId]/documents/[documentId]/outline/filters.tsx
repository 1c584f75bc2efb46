"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Select } from "#app/_ui/field.tsx";
import { linkOfLetter, markOfLetter, type StateMark, stateMarks } from "#app/_ui/state-square.tsx";
import { linkStates } from "#lib/core/document/model.ts";
import { useWorkbench } from "../desk-context.tsx";
import { countLetters, countUnsure, type Letters } from "../store/outline-letters.ts";
import { type LinkFilter, useFilterInUrl } from "../use-url.ts";

/** Which passages are shown; the choice is in the address. */
export function Filters({ letters }: { readonly letters: Letters }) {
	const t = useTranslations("workbench.outline");
	const common = useTranslations("common");
	const [{ state, link }, setFilter] = useFilterInUrl();
	const twoSided = useWorkbench(({ head }) => head.sides.source && head.sides.target);
	const total = useWorkbench(({ rows }) => rows.total);
	const shown = useWorkbench(({ places }) => places?.length ?? null);
	const states = useMemo(() => named(countLetters(letters.states), markOfLetter), [letters.states]);
	const links = useMemo(() => named(countLetters(letters.links), linkOfLetter), [letters.links]);
	const unsure = useMemo(() => countUnsure(letters), [letters]);
	return (
		<section aria-label={t("filter")} className="flex flex-col gap-1.5">
			<Select
				aria-label={t("stateFilter")}
				className="h-7! px-1.5! text-sm"
				value={state ?? ""}
				onChange={(event) => void setFilter({ state: (event.target.value as StateMark) || null })}
			>
				<option value="">{t("anyState")}</option>
				{stateMarks
					.filter((mark) => states[mark] || mark === state)
					.map((mark) => (
						<option key={mark} value={mark}>
							{t("option", { name: common(`state.${mark}`), count: states[mark] ?? 0 })}
						</option>
					))}
			</Select>
			{twoSided && (
				<Select
					aria-label={t("linkFilter")}
					className="h-7! px-1.5! text-sm"
					value={link ?? ""}
					onChange={(event) => void setFilter({ link: (event.target.value as LinkFilter) || null })}
				>
					<option value="">{t("anyLink")}</option>
					{linkStates
						.filter((name) => links[name] || name === link)
						.map((name) => (
							<option key={name} value={name}>
								{t("option", { name: common(`link.${name}`), count: links[name] ?? 0 })}
							</option>
						))}
					{(unsure > 0 || link === "unsure") && (
						<option value="unsure">{t("option", { name: t("unsure"), count: unsure })}</option>
					)}
				</Select>
			)}
			{shown !== null && (
				<p role="status" className="flex items-center justify-between gap-2 text-sm text-ink-soft">
					{t("shown", { shown, total })}
					<Button size="sm" variant="plain" onClick={() => void setFilter({ state: null, link: null })}>
						{t("clear")}
					</Button>
				</p>
			)}
		</section>
	);
}

function named(
	counts: Readonly<Record<string, number>>,
	names: Readonly<Record<string, string>>,
): Record<string, number> {
	return Object.fromEntries(
		Object.entries(counts).map(([letter, count]) => [names[letter] ?? letter, count]),
	);
}
