"use client";

import { useTranslations } from "next-intl";
import type { PersonFigures } from "#lib/core/measure/wire.ts";
import { FigureTable } from "./figure-table.tsx";
import { useFigureWords } from "./use-figure-words.ts";

interface PeopleTableProps {
	readonly people: readonly PersonFigures[];
	/** Everybody, or only the reader. */
	readonly everyone: boolean;
}

export function PeopleTable({ people, everyone }: PeopleTableProps) {
	const t = useTranslations("measures.people");
	const { time, rate } = useFigureWords();
	if (people.length === 0)
		return (
			<section className="flex flex-col gap-2">
				<h2 className="font-serif text-lg">{t("titleOwn")}</h2>
				<p className="max-w-[44em] text-ink-soft">{t("nothingYet")}</p>
			</section>
		);
	return (
		<FigureTable
			title={t(everyone ? "title" : "titleOwn")}
			note={t(everyone ? "note" : "noteOwn")}
			of={t("person")}
			lines={people}
			idOf={({ id }) => id}
			nameOf={({ name }) => name}
			further={[
				{ name: t("time"), value: ({ minutes }) => time(minutes) },
				{
					name: t("perHour"),
					value: ({ minutes, wordsChanged }) => (minutes === 0 ? "–" : rate((60 * wordsChanged) / minutes)),
				},
			]}
		/>
	);
}
