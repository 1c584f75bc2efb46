"use client";

import { useTranslations } from "next-intl";
import { bandEnds } from "#lib/core/measure/wire.ts";
import { useFigureWords } from "./use-figure-words.ts";

/** How many passages were changed how much: the table is the chart. */
export function Bands({ bands }: { readonly bands: readonly number[] }) {
	const t = useTranslations("measures.bands");
	const { count } = useFigureWords();
	const most = Math.max(...bands, 1);
	return (
		<table className="w-full border-collapse">
			<caption className="pb-2 text-start text-sm text-ink-soft">{t("title")}</caption>
			<thead className="sr-only">
				<tr>
					<th scope="col">{t("rate")}</th>
					<th scope="col">{t("share")}</th>
					<th scope="col">{t("passages")}</th>
				</tr>
			</thead>
			<tbody>
				{bands.map((passages, i) => (
					<tr key={bandEnds[i]}>
						<th scope="row" className="w-28 py-1 pr-3 text-start text-sm font-normal whitespace-nowrap">
							{nameOf(i, t)}
						</th>
						<td className="py-1">
							<span
								aria-hidden
								className={`block h-3 ${passages > 0 ? "min-w-px" : ""} ${i === 0 ? "bg-ink-faint" : "bg-state-edited"} forced-colors:bg-[CanvasText]`}
								style={{ inlineSize: `${(100 * passages) / most}%` }}
							/>
						</td>
						<td className="w-14 py-1 pl-3 text-end text-sm tabular-nums">{count(passages)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function nameOf(i: number, t: ReturnType<typeof useTranslations<"measures.bands">>): string {
	const [from, to] = [bandEnds[i - 1] ?? 0, bandEnds[i] ?? 0];
	if (i === 0) return t("asDrafted");
	return Number.isFinite(to) ? t("between", { from, to }) : t("above", { from });
}
