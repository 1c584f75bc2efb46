"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { Button } from "#app/_ui/button.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { Skeleton } from "#app/_ui/skeleton.tsx";
import type { StateMark } from "#app/_ui/state-square.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { placesFound } from "../store/finder.ts";
import { isMachineDraft } from "../store/outline-letters.ts";
import type { RowCache } from "../store/row-cache.ts";
import type { DocumentHead, WireRow } from "../store/wire.ts";
import { useFilterInUrl } from "../use-url.ts";
import { useGrowth } from "./bring-into-sight.ts";
import { type Columns, Row, rowShape } from "./row.tsx";
import { useRowWords } from "./row-words.ts";
import { useArrival, useKeptAnchor } from "./use-arrival.ts";
import { useNeededRows } from "./use-needed-rows.ts";
import { useRowClicks } from "./use-row-clicks.ts";

/** Pixels of a line of text, and of the space around a row. */
const lineHeight = 30;
const rowSpace = 20;
const charactersInLine = 48;
/** A Chinese character is as wide as so many letters. */
const wide = 1.8;

/**
 * How high a row of this document is until it was drawn: the same for all, loaded or not, so that rows which
 * arrive above the one in sight do not push it away.
 */
function usualHeight(rows: readonly WireRow[]): number {
	const length = (segments: WireRow["target"], width: number) =>
		segments.reduce((sum, { text }) => sum + text.length * width, 0);
	const lines = rows.map((row) =>
		Math.ceil(Math.max(length(row.source, wide), length(row.target, 1), 1) / charactersInLine),
	);
	return rowSpace + (lineHeight * lines.reduce((sum, count) => sum + count, 0)) / Math.max(1, lines.length);
}

// Not a table: its rows stand at positions of their own, and most of them are not there.
const asGrid = (label: string, rows: number) => ({
	role: "grid",
	"aria-label": label,
	"aria-rowcount": rows,
	"aria-colcount": 4,
});
const asRow = (index: number, selected: boolean, label: string | undefined) => ({
	role: "row",
	"aria-rowindex": index + 1,
	"aria-selected": selected,
	"aria-label": label,
});

/** The passages, of which only those in sight are drawn. Typing draws nothing here. */
export function Grid() {
	const desk = useDesk();
	const t = useTranslations("workbench.grid");
	const words = useRowWords();
	const rows = useWorkbench((state) => state.rows);
	useWorkbench((state) => state.turn);
	const places = useWorkbench((state) => state.places);
	const place = useWorkbench((state) => state.place);
	const mode = useWorkbench((state) => state.mode);
	const travelling = useWorkbench((state) => state.travelling !== null);
	const head = useWorkbench((state) => state.head);
	const conflicts = useWorkbench((state) => state.conflicts);
	const others = useWorkbench((state) => state.others);
	const restored = useWorkbench((state) => state.restored);
	const find = useWorkbench((state) => state.find);
	const display = useWorkbench((state) => state.display);
	useWorkbench((state) => state.checks);
	const foundPlace = useMemo(() => (find ? (placesFound(find)[find.at] ?? null) : null), [find]);
	const scroller = useRef<HTMLDivElement>(null);
	const count = places ? places.length : rows.total;
	const indexOf = (at: number) => (places ? (places[at] ?? -1) : at);
	const activeIndex = place ? rows.indexOf(place.passage) : -1;
	const activeAt = places ? places.indexOf(activeIndex) : activeIndex;
	const usual = useMemo(() => usualHeight(desk.options.window.rows), [desk]);
	const keyOf = useKeys(rows, places);
	const virtual = useVirtualizer({
		count,
		getScrollElement: () => scroller.current,
		estimateSize: () => usual,
		getItemKey: keyOf,
		overscan: 8,
		initialRect: { width: 1200, height: 900 },
		initialOffset: () => Math.max(0, activeAt - 3) * usual,
		rangeExtractor: ({ startIndex, endIndex, overscan }) => {
			const first = Math.max(0, startIndex - overscan);
			const last = Math.min(count - 1, endIndex + overscan);
			const range = Array.from({ length: last - first + 1 }, (_, i) => first + i);
			if (activeAt >= 0 && activeAt < first) range.unshift(activeAt);
			if (activeAt > last && activeAt < count) range.push(activeAt);
			return range;
		},
	});
	// What lies above the active row may change its height: the active row stays where it is.
	virtual.shouldAdjustScrollPositionOnItemSizeChange = (item, _delta, instance) => {
		const top = instance.scrollOffset ?? 0;
		const active = instance.measurementsCache[activeAt];
		if (!desk.arrived || item.index === activeAt) return false; // it grows beneath the caret
		const seen =
			active !== undefined && active.end > top && active.start < top + (instance.scrollRect?.height ?? 0);
		return item.start < top || (seen && item.index < activeAt);
	};
	const items = virtual.getVirtualItems();
	useNeededRows(
		items.map((item) => indexOf(item.index)),
		items[0]?.index ?? 0,
	);
	useArrival(virtual, activeAt);
	useGrowth(virtual, activeAt);
	useKeptAnchor(virtual, activeAt);

	const { source, target } = head.sides;
	const columns: Columns = source && target ? "both" : target ? "draft" : "source";
	const { sourceLanguage, targetLanguage } = head.description;
	// The same object from draw to draw: rows are drawn anew when what they are given is another.
	const languages = useMemo(
		() => ({ source: sourceLanguage, target: targetLanguage }),
		[sourceLanguage, targetLanguage],
	);

	useRowClicks(scroller);

	if (count === 0) return <NothingHere filtered={rows.total > 0} />;
	return (
		<div
			ref={scroller}
			{...asGrid(t("label", { title: head.description.title }), rows.total)}
			className="min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none] [scrollbar-gutter:stable]"
			tabIndex={-1}
		>
			<div className="relative" style={{ height: virtual.getTotalSize() }}>
				{items.map((item) => {
					const index = indexOf(item.index);
					const row = rows.at(index);
					const active = row !== undefined && row.id === place?.passage;
					return (
						<div
							key={item.key}
							ref={virtual.measureElement}
							data-index={item.index}
							data-passage={row?.id}
							{...asRow(
								index,
								active,
								row && words.describe(index + 1, markOf(row, head), columns === "both" ? row.link : null),
							)}
							tabIndex={active && mode === "align" ? 0 : -1}
							className="absolute inset-x-0 outline-none [contain:layout_style]"
							style={{ top: item.start }}
						>
							{row ? (
								<Row
									row={row}
									index={index}
									mark={markOf(row, head)}
									columns={columns}
									languages={languages}
									here={
										active && place
											? {
													side: place.side,
													segment: place.segment,
													editing: mode === "review" && !travelling,
												}
											: null
									}
									conflict={[...row.source, ...row.target].some(({ id }) => conflicts.has(id))}
									changedBy={others.get(row.id) ?? null}
									unsaved={row.target.some(({ id }) => restored.has(id))}
									findings={desk.findings.of(row)}
									places={find?.places ?? null}
									foundHere={foundPlace?.passage === row.id ? foundPlace : null}
									display={display}
									words={words}
								/>
							) : (
								<Missing index={index} label={words.loading} />
							)}
						</div>
					);
				})}
			</div>
		</div>
	);
}

/** What a row is known by; another function only when places hold other passages, since that measures all anew. */
function useKeys(rows: RowCache, places: readonly number[] | null): (at: number) => string | number {
	const last = useRef<{
		generation: number;
		places: readonly number[] | null;
		keyOf: (at: number) => string | number;
	} | null>(null);
	if (last.current?.generation !== rows.generation || last.current.places !== places) {
		const keyOf = (at: number) => rows.idAt(places ? (places[at] ?? -1) : at) ?? at;
		last.current = { generation: rows.generation, places, keyOf };
	}
	return last.current.keyOf;
}

function NothingHere({ filtered }: { readonly filtered: boolean }) {
	const t = useTranslations("workbench.grid");
	const [, setFilter] = useFilterInUrl();
	return (
		<div className="flex-1 px-6 py-10">
			<EmptyState
				title={t(filtered ? "filtered" : "none")}
				action={
					filtered && (
						<Button onClick={() => void setFilter({ state: null, link: null })}>{t("showAll")}</Button>
					)
				}
			>
				{t(filtered ? "filteredBody" : "noneBody")}
			</EmptyState>
		</div>
	);
}

function markOf(row: WireRow, head: DocumentHead): StateMark {
	return isMachineDraft(row, head.description.origins) ? "machine" : row.state;
}

/** A passage that is on its way. */
function Missing({ index, label }: { readonly index: number; readonly label: string }) {
	return (
		<div className={`${rowShape} row-y-2.5 border-t border-rule`}>
			<span className="pt-1 pr-2 text-right text-sm text-ink-faint">{index >= 0 ? index + 1 : ""}</span>
			<span className="sr-only">{label}</span>
			<Skeleton className="col-start-3 my-1.5 ml-2 w-4/5" />
			<Skeleton className="col-start-5 my-1.5 ml-2 w-3/5 max-md:hidden" />
		</div>
	);
}
