"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ScrollArea } from "#app/_ui/scroll-area.tsx";
import type { Figures } from "#lib/core/measure/wire.ts";
import { useFigureWords } from "./use-figure-words.ts";

const numeric = "px-3 py-2 text-end align-top tabular-nums whitespace-nowrap last:pr-0";

interface FigureTableProps<Line extends Figures> {
	readonly title: string;
	readonly note?: ReactNode;
	/** What the first column is called. */
	readonly of: string;
	readonly lines: readonly Line[];
	readonly idOf: (line: Line) => string;
	readonly nameOf: (line: Line) => ReactNode;
	/** Further columns behind the common ones. */
	readonly further?: readonly { readonly name: string; readonly value: (line: Line) => string }[];
}

/** People or documents, one a line, with the same figures. */
export function FigureTable<Line extends Figures>(props: FigureTableProps<Line>) {
	const { title, note, of, lines, idOf, nameOf, further = [] } = props;
	const t = useTranslations("measures.table");
	const { count, rate, percent } = useFigureWords();
	const columns: { readonly name: string; readonly value: (line: Line) => string }[] = [
		{ name: t("passages"), value: (line) => count(line.passages) },
		{ name: t("words"), value: (line) => count(line.wordsChanged) },
		{ name: t("share"), value: (line) => (line.passages === 0 ? "–" : percent(line.shareOfWords)) },
		{ name: t("ter"), value: (line) => (line.passages === 0 ? "–" : rate(line.ter)) },
		{ name: t("chrf"), value: (line) => (line.passages === 0 ? "–" : rate(line.chrf)) },
		{ name: t("confirmed"), value: (line) => count(line.confirmed) },
		{
			name: t("untouched"),
			value: (line) => (line.confirmed === 0 ? "–" : percent(line.confirmedUntouched / line.confirmed)),
		},
		...further,
	];
	return (
		<section className="flex flex-col gap-2">
			<h2 className="font-serif text-lg">{title}</h2>
			{note && <p className="max-w-[44em] text-sm text-ink-soft">{note}</p>}
			<ScrollArea className="overflow-x-auto">
				<table className="w-full border-collapse">
					<thead>
						<tr className="border-b border-rule text-sm text-ink-soft [&_th]:align-bottom [&_th]:font-medium">
							<th scope="col" className="min-w-32 py-2 pr-3 text-start">
								{of}
							</th>
							{columns.map(({ name }) => (
								<th key={name} scope="col" className="px-3 py-2 text-end last:pr-0">
									{name}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{lines.map((line) => (
							<tr key={idOf(line)} className="border-b border-rule">
								<th scope="row" className="py-2 pr-3 text-start font-normal">
									{nameOf(line)}
								</th>
								{columns.map(({ name, value }) => (
									<td key={name} className={numeric}>
										{value(line)}
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</ScrollArea>
		</section>
	);
}
