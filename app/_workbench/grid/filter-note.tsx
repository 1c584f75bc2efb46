"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { kindsIn, useFilterWords } from "../outline/filter-words.ts";
import { namesOf } from "../store/filters.ts";
import { useFilterInUrl } from "../use-url.ts";

/** What is looked for and how many passages are left; each of it can be taken away. */
export function FilterNote() {
	const t = useTranslations("filter");
	const desk = useDesk();
	const words = useFilterWords();
	const [, setFilter, showAll] = useFilterInUrl();
	const filter = useWorkbench((state) => state.filter); // as the rows have it, so that both move at once
	const twoSided = useWorkbench(({ head }) => head.sides.source && head.sides.target);
	const renewed = useWorkbench((state) => state.renewed);
	useWorkbench((state) => state.letters === null);
	const kinds = kindsIn(filter, twoSided);
	if (kinds.length === 0) return null;
	const { known } = desk.overview;
	return (
		<div className="screen-only flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-rule bg-sunk px-4 py-1 text-sm text-ink-soft max-md:px-2">
			<Count />
			<ul aria-label={t("chosen")} className="flex flex-wrap gap-1">
				{kinds.map((kind) => {
					const name = words.chosen(kind, filter, known);
					const names = namesOf(kind.name);
					return (
						<li key={kind.name} className="flex max-w-72 items-center rounded-sm bg-wash pl-1.5 text-ink">
							<span className="truncate" title={name}>
								{name}
							</span>
							<button
								type="button"
								aria-label={t("remove", { name })}
								className="grid size-6 place-items-center text-ink-soft hover:text-ink"
								onClick={() => {
									setFilter(Object.fromEntries(names.map((one) => [one, null])));
									desk.focus();
								}}
							>
								<X aria-hidden className="size-3.5" />
							</button>
						</li>
					);
				})}
			</ul>
			<span className="flex-1" />
			{renewed !== null && (
				<Button size="sm" variant="plain" onClick={() => desk.overview.renew()}>
					{t("renew", { count: renewed })}
				</Button>
			)}
			<Button
				size="sm"
				variant="plain"
				onClick={() => {
					showAll();
					desk.focus();
				}}
			>
				{t("showAll")}
			</Button>
		</div>
	);
}

function Count() {
	const t = useTranslations("filter");
	const asking = useWorkbench(({ asked }) => asked.kind === "asking");
	const total = useWorkbench(({ rows }) => rows.total);
	const shown = useWorkbench(({ places }) => places?.length ?? null);
	return (
		<p role="status" className="whitespace-nowrap">
			{asking ? t("asking") : shown === null ? "" : t("shown", { shown, total })}
		</p>
	);
}
