"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Select } from "#app/_ui/field.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { type FilterKind, filterKinds, type Known } from "../store/filters.ts";
import type { Letters } from "../store/outline-letters.ts";
import { useFilterInUrl } from "../use-url.ts";
import { useFilterWords } from "./filter-words.ts";
import { TextFilter } from "./text-filter.tsx";

/**
 * Which passages are shown; the choice is in the address. Only what there is to choose is offered, and nothing beneath
 * is pushed about by what comes to be offered.
 */
export function Filters({ letters }: { readonly letters: Letters }) {
	const t = useTranslations("filter");
	const desk = useDesk();
	const findings = useWorkbench((state) => state.findings);
	const twoSided = useWorkbench(({ head }) => head.sides.source && head.sides.target);
	const me = desk.options.person.id;
	const commented = useWorkbench(({ comments }) => comments.commented);
	const known = useMemo<Known>(
		() => ({ letters, commented, findings: null, me, asked: "" }),
		[letters, commented, me],
	);
	const found = useMemo<Known>(() => ({ ...known, findings }), [known, findings]);
	return (
		<section aria-label={t("label")} className="flex flex-col gap-1.5">
			{filterKinds
				.filter((kind: FilterKind) => twoSided || !kind.twoSided)
				.map((kind) =>
					kind.name === "text" ? (
						<TextFilter key={kind.name} />
					) : kind.name === "since" ? null : (
						<Choices key={kind.name} kind={kind} known={kind.name === "finding" ? found : known} />
					),
				)}
		</section>
	);
}

interface ChoicesProps {
	readonly kind: FilterKind & {
		readonly name: Exclude<(typeof filterKinds)[number]["name"], "text" | "since">;
	};
	readonly known: Known;
}

/** Beside each choice how many passages there are of it now. */
function Choices({ kind, known }: ChoicesProps) {
	const t = useTranslations("filter");
	const words = useFilterWords();
	const [filter, setFilter] = useFilterInUrl();
	const value = filter[kind.name] ?? "";
	const options = useMemo(() => kind.options?.(known) ?? [], [kind, known]);
	const offered = options.filter((option) => option.count > 0 || option.value === value);
	const strange = value !== "" && !offered.some((option) => option.value === value);
	const isBare = offered.length === 0 && !strange;
	if (isBare && !kind.varies) return null;
	return (
		<Select
			aria-label={t(`${kind.name}.label`)}
			className="h-7! px-1.5! text-sm"
			disabled={isBare}
			value={value}
			onChange={(event) => setFilter({ [kind.name]: event.target.value || null })}
		>
			<option value="">{t(`${kind.name}.all`)}</option>
			{strange && <option value={value}>{words.value(kind, value, known)}</option>}
			{offered.map((option) => (
				<option key={option.value} value={option.value}>
					{t("option", { name: words.value(kind, option.value, known), count: option.count })}
				</option>
			))}
		</Select>
	);
}
