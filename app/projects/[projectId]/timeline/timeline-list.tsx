"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useDates } from "#app/_ui/use-dates.ts";
import { type Stay, stays } from "#lib/core/document/stays.ts";
import { TimelineLine } from "./timeline-line.tsx";
import type { TimelineEntry } from "./timeline-wire.ts";

interface TimelineListProps {
	readonly entries: readonly TimelineEntry[];
	readonly projectId: string;
	/** Null where nothing comes before. */
	readonly more: (() => void) | null;
}

type Item =
	| { readonly kind: "day"; readonly key: string; readonly at: string }
	| { readonly kind: "stay"; readonly key: string; readonly stay: Stay<TimelineEntry> }
	| { readonly kind: "end"; readonly key: string };

/** Lines beyond the last one in sight from which on more are asked for. */
const ahead = 12;
const usualHeight = 74;

/** Only what is in sight is drawn; more is read when one comes near the end. */
export function TimelineList({ entries, projectId, more }: TimelineListProps) {
	const items = useMemo(() => itemsOf(entries), [entries]);
	const list = useRef<HTMLOListElement>(null);
	const [top, setTop] = useState(0);
	useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
	const virtual = useWindowVirtualizer({
		count: items.length,
		estimateSize: () => usualHeight,
		getItemKey: (index) => items[index]?.key ?? index,
		overscan: 8,
		scrollMargin: top,
	});
	const shown = virtual.getVirtualItems();
	const last = shown.at(-1)?.index ?? 0;
	useEffect(() => {
		if (more && last >= items.length - ahead) more();
	}, [more, last, items.length]);
	return (
		<ol ref={list} className="relative" style={{ height: virtual.getTotalSize() }}>
			{shown.map(({ index, key, start }) => (
				<li
					key={key}
					ref={virtual.measureElement}
					data-index={index}
					className="absolute inset-x-0 top-0"
					style={{ transform: `translateY(${start - top}px)` }}
				>
					<TimelineItem item={items[index]} projectId={projectId} waiting={more !== null} />
				</li>
			))}
		</ol>
	);
}

interface TimelineItemProps {
	readonly item: Item | undefined;
	readonly projectId: string;
	readonly waiting: boolean;
}

function TimelineItem({ item, projectId, waiting }: TimelineItemProps) {
	const t = useTranslations("timeline");
	const dates = useDates();
	if (!item) return null;
	if (item.kind === "stay") return <TimelineLine stay={item.stay} projectId={projectId} />;
	if (item.kind === "end")
		return (
			<p role="status" className="py-6 text-sm text-ink-faint">
				{t(waiting ? "more" : "begin")}
			</p>
		);
	return <h2 className="pt-7 pb-1 font-serif text-md">{dates.weekday(item.at)}</h2>;
}

/** A stay stands at the day and the time when it ended. */
function itemsOf(entries: readonly TimelineEntry[]): Item[] {
	const items: Item[] = [];
	let day = "";
	for (const stay of stays(entries)) {
		const { at, documentId, number } = stay.whole;
		const now = new Date(at).toDateString();
		if (now !== day) items.push({ kind: "day", key: `${now} ${documentId} ${number}`, at });
		day = now;
		items.push({ kind: "stay", key: `${documentId} ${number}`, stay });
	}
	return [...items, { kind: "end", key: "end" }];
}
