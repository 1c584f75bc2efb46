"use client";

import { useTranslations } from "next-intl";
import { type Ref, useImperativeHandle, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "#app/_ui/button.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import type { ComparedRow, WireComparison } from "#lib/core/diff/compare.ts";
import type { DocumentOnScreen } from "../../document-crumbs.ts";
import { ComparedLine } from "./compared-line.tsx";
import type { ComparisonView } from "./versions.ts";

export interface ComparedTableHandle {
	/** Goes to the next or previous change from the one last gone to, and round at the ends. */
	step(direction: 1 | -1): void;
}

interface ComparedTableProps {
	readonly comparison: WireComparison;
	readonly rows: readonly ComparedRow[];
	readonly languages: { readonly source: string | null; readonly target: string };
	readonly document: DocumentOnScreen;
	readonly view: ComparisonView;
	readonly onShowAll: () => void;
	readonly ref: Ref<ComparedTableHandle>;
}

/** Lines drawn at once: a page of this many stays quick, and more come on request or with F8. */
const batch = 300;

const heading = "px-3 pt-4 pb-2 text-start text-sm font-medium text-ink-soft";

export function ComparedTable({
	comparison,
	rows,
	languages,
	document,
	view,
	onShowAll,
	ref,
}: ComparedTableProps) {
	const t = useTranslations("compare");
	const [shown, setShown] = useState(batch);
	const [current, setCurrent] = useState(-1);
	const body = useRef<HTMLTableSectionElement>(null);
	useImperativeHandle(ref, () => ({
		step(direction) {
			if (rows.length === 0) return;
			const next =
				current < 0 && direction < 0 ? rows.length - 1 : (current + direction + rows.length) % rows.length;
			flushSync(() => {
				setCurrent(next);
				if (next >= shown) setShown(Math.ceil((next + 1) / batch) * batch);
			});
			const line = body.current?.rows[next];
			line?.focus({ preventScroll: true });
			line?.scrollIntoView({ block: "center" });
		},
	}));
	if (rows.length === 0) return <NothingChanged comparison={comparison} onShowAll={onShowAll} />;
	const sourced = languages.source !== null;
	return (
		<>
			<table className="w-full table-fixed border-collapse max-md:not-print:block [&_td:last-child]:pr-0 [&_th:first-child]:pl-0 [&_th:last-child]:pr-0">
				<thead className="max-md:not-print:sr-only">
					<tr className="border-b border-rule">
						<th scope="col" className={`${heading} w-47 print:w-28 print:pl-0`}>
							{t("passage")}
						</th>
						{sourced && (
							<th scope="col" className={heading}>
								{t("source")}
							</th>
						)}
						{(view === "columns" ? (["before", "after"] as const) : (["changes"] as const)).map((column) => (
							<th key={column} scope="col" className={heading}>
								{t(column)}
							</th>
						))}
					</tr>
				</thead>
				<tbody ref={body} className="max-md:not-print:block">
					{rows.slice(0, shown).map((row, index) => (
						<ComparedLine
							key={`${row.kind} ${row.passageIds.join(" ")}`}
							row={row}
							edits={comparison.edits}
							languages={languages}
							document={document}
							view={view}
							current={index === current}
							onChoose={() => setCurrent(index)}
						/>
					))}
				</tbody>
			</table>
			{rows.length > shown && (
				<p className="screen-only flex items-center gap-4 py-6 text-ink-soft">
					{t("shown", { shown, total: rows.length })}
					<Button onClick={() => setShown(shown + batch)}>{t("showMore")}</Button>
					<Button variant="plain" onClick={() => setShown(rows.length)}>
						{t("showAll")}
					</Button>
				</p>
			)}
		</>
	);
}

function NothingChanged({
	comparison,
	onShowAll,
}: {
	readonly comparison: WireComparison;
	readonly onShowAll: () => void;
}) {
	const t = useTranslations("compare");
	const hidden = comparison.rows.length;
	return (
		<div className="pt-10">
			<EmptyState
				title={t("nothing.title")}
				action={hidden > 0 && <Button onClick={onShowAll}>{t("nothing.show")}</Button>}
			>
				{hidden > 0
					? t("nothing.punctuation", { count: hidden })
					: t(comparison.from === "draft" ? "nothing.draft" : "nothing.versions")}
			</EmptyState>
		</div>
	);
}
