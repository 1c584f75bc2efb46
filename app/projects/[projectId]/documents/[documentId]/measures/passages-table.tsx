"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { ScrollArea } from "#app/_ui/scroll-area.tsx";
import { SelectField } from "#app/_ui/select-field.tsx";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import { stateMarks } from "#app/_ui/state-marks.ts";
import { StateSquare } from "#app/_ui/state-square.tsx";
import { type PassageFigures, passageOrders, type WirePassageMeasures } from "#lib/core/measure/wire.ts";
import { useFigureWords } from "../../../measures/use-figure-words.ts";
import type { Scope } from "../../../measures/use-measures.ts";
import { type DocumentOnScreen, documentAddress } from "../../document-crumbs.ts";

interface PassagesTableProps {
	readonly document: DocumentOnScreen;
	readonly scope: Scope;
	/** The revision that the figures above are of. */
	readonly head: number;
	readonly language: string;
}

const numeric = "px-3 py-2 text-end align-top tabular-nums whitespace-nowrap last:pr-0";

/** Passage by passage, in the document's order or the most changed first. */
export function PassagesTable({ document, scope, head, language }: PassagesTableProps) {
	const t = useTranslations("measures.passages");
	const common = useTranslations("common");
	const [order, setOrder] = useQueryState("order", parseAsStringLiteral(passageOrders).withDefault("place"));
	const { drafts, passages } = scope;
	const { data, error, isPending, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
		queryKey: ["measures", document.id, "passages", drafts, passages, order, head],
		queryFn: ({ signal, pageParam }) => {
			const query = new URLSearchParams({
				...(drafts && { drafts }),
				passages,
				order,
				offset: String(pageParam),
			});
			return api<WirePassageMeasures>(`/documents/${document.id}/measures/passages?${query}`, { signal });
		},
		initialPageParam: 0,
		getNextPageParam: (last, pages) => {
			const shown = pages.reduce((sum, page) => sum + page.passages.length, 0);
			return last.passages.length > 0 && shown < last.total ? shown : null;
		},
		placeholderData: keepPreviousData,
	});
	const shown = data?.pages.flatMap((page) => page.passages) ?? [];
	const total = data?.pages.at(-1)?.total ?? 0;
	return (
		<section className="flex flex-col gap-3">
			<div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
				<h2 className="font-serif text-lg">{t("title")}</h2>
				<SelectField
					label={t("order")}
					value={order}
					values={passageOrders}
					name={(value) => t(`by.${value}`)}
					onChange={(value) => void setOrder(value)}
					className="screen-only w-60 max-w-full"
				/>
			</div>
			<ProblemNote
				error={error}
				action={
					<Button size="sm" onClick={() => void refetch()}>
						{common("retry")}
					</Button>
				}
			/>
			{isPending && <SkeletonRows rows={6} label={common("loading")} />}
			{shown.length > 0 && <Lines passages={shown} document={document} drafts={drafts} language={language} />}
			{hasNextPage && (
				<p className="screen-only flex items-center gap-4 py-3 text-ink-soft">
					{t("shown", { shown: shown.length, total })}
					<Button disabled={isFetching} onClick={() => void fetchNextPage()}>
						{t("showMore")}
					</Button>
				</p>
			)}
		</section>
	);
}

interface LinesProps extends Pick<PassagesTableProps, "document" | "language"> {
	readonly passages: readonly PassageFigures[];
	readonly drafts: Scope["drafts"];
}

function Lines({ passages, document, drafts, language }: LinesProps) {
	const t = useTranslations("measures.passages");
	const { count, rate } = useFigureWords();
	const headings = [t("words"), t("characters"), t("ter"), t("chrf")];
	return (
		<ScrollArea className="overflow-x-auto">
			<table className="w-full border-collapse">
				<thead>
					<tr className="border-b border-rule text-sm text-ink-soft [&_th]:align-bottom [&_th]:font-medium">
						<th scope="col" className="py-2 pr-3 text-start">
							{t("number")}
						</th>
						<th scope="col" className="px-3 py-2 text-start">
							{t("rendering")}
						</th>
						{headings.map((name) => (
							<th key={name} scope="col" className="px-3 py-2 text-end last:pr-0">
								{name}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{passages.map((one) => (
						<tr key={one.id} className="border-b border-rule">
							<th scope="row" className="py-2 pr-3 text-start align-top font-normal tabular-nums">
								<Link
									href={`${documentAddress(document)}?passage=${one.id}`}
									className="underline decoration-rule-strong underline-offset-3 hover:decoration-current"
								>
									{count(one.index + 1)}
								</Link>
							</th>
							<td className="w-full min-w-48 px-3 py-2 align-top">
								<div className="flex items-start gap-2.5">
									<State state={one.state === "draft" && drafts === "machine" ? "machine" : one.state} />
									<span lang={language} className="line-clamp-2 max-w-[60ch] font-serif">
										{one.text}
									</span>
								</div>
							</td>
							<td className={numeric}>{count(one.wordsChanged)}</td>
							<td className={numeric}>{count(one.charactersChanged)}</td>
							<td className={numeric}>{rate(one.ter)}</td>
							<td className={numeric}>{rate(one.chrf)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</ScrollArea>
	);
}

function State({ state }: { readonly state: string }) {
	const known = stateMarks.find((mark) => mark === state);
	return known ? <StateSquare state={known} className="mt-1 shrink-0" /> : null;
}
