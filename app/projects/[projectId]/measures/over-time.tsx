"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ScrollArea } from "#app/_ui/scroll-area.tsx";
import type { DayFigures } from "#lib/core/measure/wire.ts";
import { Columns, leastColumns, RisingLine } from "./charts.tsx";
import { type Span, spansOf } from "./spans.ts";
import { useFigureWords } from "./use-figure-words.ts";

/** Three drawings over the same days, and the days themselves as a table. */
export function OverTime({
	days,
	everyone,
}: {
	readonly days: readonly DayFigures[];
	readonly everyone: boolean;
}) {
	const t = useTranslations("measures.days");
	const { count, time, day } = useFigureWords();
	const spans = spansOf(days);
	const soFar = spans.map((_, i) => sum(spans.slice(0, i + 1), "confirmed"));
	const name = (span: Span) =>
		span.length === 1 ? day(span.day) : t("from", { day: day(span.day), days: span.length });
	const titles = (value: (span: Span, i: number) => string) =>
		spans.map((span, i) => `${name(span)}: ${value(span, i)}`);
	if (spans.length === 0) return null;
	return (
		<section className="flex flex-col gap-6">
			<h2 className="font-serif text-lg">{t(everyone ? "title" : "titleOwn")}</h2>
			<div className="grid gap-x-10 gap-y-6 md:grid-cols-3">
				<Drawn name={t("wordsChanged")} total={count(sum(spans, "wordsChanged"))} spans={spans}>
					<Columns
						values={spans.map(({ wordsChanged }) => wordsChanged)}
						label={t("drawnWords", { total: sum(spans, "wordsChanged"), most: most(spans, "wordsChanged") })}
						titles={titles(({ wordsChanged }) => t("words", { count: wordsChanged }))}
						className="text-state-edited"
					/>
				</Drawn>
				<Drawn name={t("confirmedSoFar")} total={count(sum(spans, "confirmed"))} spans={spans}>
					<RisingLine
						values={soFar}
						label={t("drawnConfirmed", { total: sum(spans, "confirmed") })}
						titles={titles((_, i) => t("passages", { count: soFar[i] ?? 0 }))}
						className="text-state-reviewed"
					/>
				</Drawn>
				<Drawn name={t("time")} total={time(sum(spans, "minutes"))} spans={spans}>
					<Columns
						values={spans.map(({ minutes }) => minutes)}
						label={t("drawnTime", { total: time(sum(spans, "minutes")), most: time(most(spans, "minutes")) })}
						titles={titles(({ minutes }) => time(minutes))}
						className="text-ink-faint"
					/>
				</Drawn>
			</div>
			<DayTable days={days} />
		</section>
	);
}

interface DrawnProps {
	readonly name: string;
	readonly total: string;
	readonly spans: readonly Span[];
	readonly children: ReactNode;
}

function Drawn({ name, total, spans, children }: DrawnProps) {
	const { day, days } = useFigureWords();
	const [first, last] = [spans[0]?.day ?? "", spans.at(-1)?.day ?? ""];
	return (
		<figure className="flex min-w-0 flex-col gap-1.5">
			<figcaption className="flex items-baseline justify-between gap-3 text-sm text-ink-soft">
				{name}
				<span className="text-base text-ink tabular-nums">{total}</span>
			</figcaption>
			{children}
			<p aria-hidden className="flex justify-between gap-3 text-xs text-ink-faint">
				{/* A few columns do not reach the end of the line. */}
				<span>{spans.length < leastColumns ? days(first, last) : day(first)}</span>
				{spans.length >= leastColumns && <span>{day(last)}</span>}
			</p>
		</figure>
	);
}

const numeric = "px-3 py-1.5 text-end tabular-nums first:pl-0 last:pr-0";

function DayTable({ days }: { readonly days: readonly DayFigures[] }) {
	const t = useTranslations("measures.days");
	const { count, time, day, rate } = useFigureWords();
	return (
		<details>
			<summary className="w-fit text-sm text-ink-soft underline-offset-3 hover:text-ink hover:underline">
				{t("asTable")}
			</summary>
			<ScrollArea className="mt-3 max-h-96 overflow-auto">
				<table className="w-full border-collapse">
					<thead>
						<tr className="border-b border-rule text-sm text-ink-soft [&_th]:font-medium">
							<th scope="col" className="py-1.5 text-start">
								{t("day")}
							</th>
							<th scope="col" className={numeric}>
								{t("wordsChanged")}
							</th>
							<th scope="col" className={numeric}>
								{t("confirmed")}
							</th>
							<th scope="col" className={numeric}>
								{t("changes")}
							</th>
							<th scope="col" className={numeric}>
								{t("time")}
							</th>
							<th scope="col" className={numeric}>
								{t("perHour")}
							</th>
						</tr>
					</thead>
					<tbody>
						{days.toReversed().map((one) => (
							<tr key={one.day} className="border-b border-rule">
								<th scope="row" className="py-1.5 text-start font-normal whitespace-nowrap">
									{day(one.day)}
								</th>
								<td className={numeric}>{count(one.wordsChanged)}</td>
								<td className={numeric}>{count(one.confirmed)}</td>
								<td className={numeric}>{count(one.changes)}</td>
								<td className={`${numeric} whitespace-nowrap`}>{time(one.minutes)}</td>
								<td className={numeric}>
									{one.minutes === 0 ? "–" : rate((60 * one.wordsChanged) / one.minutes)}
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</ScrollArea>
		</details>
	);
}

type Counted = "wordsChanged" | "confirmed" | "changes" | "minutes";

function sum(days: readonly DayFigures[], name: Counted): number {
	return days.reduce((total, one) => total + one[name], 0);
}

function most(days: readonly DayFigures[], name: Counted): number {
	return Math.max(0, ...days.map((one) => one[name]));
}
