"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, useLayoutEffect, useRef } from "react";
import { classNames } from "#app/_ui/class-names.ts";
import { afterFirstRow } from "../after-first-row.tsx";
import { useWorkbench } from "../desk-context.tsx";
import { isFiltering } from "../store/filters.ts";
import { useGrowth } from "./bring-into-sight.ts";
import { MissingRow } from "./missing-row.tsx";
import { Row, type RowProps } from "./row.tsx";
import { useRowWords } from "./row-words.ts";
import { SectionLine } from "./section-line.tsx";
import { useArrival, useKeptAnchor } from "./use-arrival.ts";
import { useNeededRows } from "./use-needed-rows.ts";
import { usePointedRow } from "./use-pointed-row.ts";
import { useRowClicks } from "./use-row-clicks.ts";
import { useRowProps } from "./use-row-props.ts";
import { type ShownRows, useRows } from "./use-rows.ts";
import { useVirtualRows } from "./use-virtual-rows.ts";

const NothingHere = afterFirstRow(async () => (await import("./nothing-here.tsx")).NothingHere);

// Not a table: its rows stand at positions of their own, and most of them are not there.
const asGrid = (label: string, rows: number) => ({
	role: "grid",
	"aria-label": label,
	"aria-rowcount": rows,
	"aria-colcount": 6,
});
const asRow = (index: number, selected: boolean, label: string | undefined) => ({
	role: "row",
	"aria-rowindex": index + 1,
	"aria-selected": selected,
	"aria-label": label,
});
const asParagraph = { role: "rowgroup" } as const;

/** In the browser the virtualizer writes these by itself: React's would come between, with what was expected and not measured. */
const onServer = (style: () => CSSProperties) =>
	typeof window === "undefined" ? { style: style() } : { suppressHydrationWarning: true };

/** The passages, of which only those in sight are drawn. Typing draws nothing here. */
export function Grid() {
	const t = useTranslations("workbench.grid");
	const words = useRowWords();
	const shown = useRows();
	const { groups, activeGroup, Paragraph } = shown;
	const total = useWorkbench((state) => state.rows.total);
	const { title } = useWorkbench((state) => state.head.description);
	const aligning = useWorkbench((state) => state.mode === "align");
	useWorkbench((state) => isFiltering(state.filter)); // a note above the grid says so
	const propsOf = useRowProps();
	const scroller = useRef<HTMLDivElement>(null);
	const look = useRef<(of: ShownRows) => void>(() => undefined);
	const virtual = useVirtualRows(shown, scroller, () => look.current(shown));
	const items = virtual.getVirtualItems();
	const indexesIn = (group: number) =>
		Array.from({ length: groups.size(group) }, (_, i) => shown.indexOf(groups.first(group) + i));
	useNeededRows(items.flatMap((item) => indexesIn(item.index)));
	useArrival(virtual, activeGroup);
	const growth = useGrowth(virtual, activeGroup);
	const anchor = useKeptAnchor(virtual, activeGroup, shown.keyOf);
	useLayoutEffect(() => {
		look.current = (of) => {
			if (of !== shown) return; // others are being drawn: afterwards
			growth();
			anchor();
		};
		look.current(shown);
	});
	useRowClicks(scroller);
	usePointedRow(scroller);
	if (groups.count === 0) return <NothingHere filtered={total > 0} />;
	const rowOf = ({ row, index, mark, columns, here, findings }: RowProps) => ({
		"data-passage": row.id,
		...asRow(
			index,
			here !== null,
			words.describe(index + 1, mark, columns === "both" ? row.link : null, findings.length),
		),
		tabIndex: here && aligning ? 0 : -1,
	});
	const firstSeen = shown.indexOf(groups.first(virtual.range?.startIndex ?? Math.max(0, activeGroup)));
	return (
		<div className="relative flex min-h-0 flex-1 flex-col">
			<SectionLine first={firstSeen} />
			<div
				ref={scroller}
				{...asGrid(t("label", { title }), total)}
				className="min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none] [scrollbar-gutter:stable]"
				tabIndex={-1}
			>
				<div
					ref={virtual.containerRef}
					className="relative"
					{...onServer(() => ({ height: virtual.getTotalSize() }))}
				>
					{items.map((item) => {
						const indexes = indexesIn(item.index);
						const rows = indexes.flatMap((index) => propsOf(index) ?? []);
						const [index = -1] = indexes;
						const [only] = rows;
						const active = rows.find(({ here }) => here !== null);
						const missing = { ...asRow(index, false, undefined), tabIndex: -1 };
						return (
							<div
								key={item.key}
								ref={virtual.measureElement}
								data-index={item.index}
								{...(Paragraph ? asParagraph : only ? rowOf(only) : missing)}
								className={classNames(
									"absolute inset-x-0 outline-none [contain:layout_style] hover:z-[1]",
									active && "z-[1]", // its tools reach over its borders
								)}
								{...onServer(() => ({ top: item.start }))}
							>
								{!only ? (
									<MissingRow index={index} label={words.loading} />
								) : Paragraph ? (
									<Paragraph rows={rows} activeRow={active ? rowOf(active) : {}} />
								) : (
									<Row {...only} />
								)}
							</div>
						);
					})}
				</div>
			</div>
		</div>
	);
}
