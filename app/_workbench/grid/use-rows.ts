"use client";

import { useMemo, useRef } from "react";
import { useWorkbench } from "../desk-context.tsx";
import { startLetter } from "../store/outline-letters.ts";
import type { RowCache } from "../sync/row-cache.ts";
import { byParagraph, type Groups, singly } from "./groups.ts";
import { type Paragraph, useParagraph } from "./use-paragraph.ts";

/** What is drawn under one another: passages, or the passages of a paragraph together. */
export interface ShownRows {
	readonly groups: Groups;
	/** Passages shown. */
	readonly count: number;
	/** Place in the document of what is shown at a place. */
	readonly indexOf: (at: number) => number;
	/** Where the passage one is on is shown, and in which group; −1 where it is not. */
	readonly activeAt: number;
	readonly activeGroup: number;
	/** What a group is known by; another function only when groups hold other passages, since that measures all anew. */
	readonly keyOf: (group: number) => string | number;
	/** What draws a paragraph, where passages are shown by paragraphs. */
	readonly Paragraph: Paragraph | null;
}

export function useRows(): ShownRows {
	const rows = useWorkbench((state) => state.rows);
	const places = useWorkbench((state) => state.places);
	const Paragraph = useParagraph();
	const paragraphs = Paragraph !== null;
	const passage = useWorkbench((state) => state.place?.passage ?? null);
	const starts = useStarts(rows, paragraphs);
	const count = places ? places.length : rows.total;
	const groups = useMemo(
		() => (starts === null ? singly(count) : byParagraph(starts, places)),
		[starts, places, count],
	);
	const indexOf = (at: number) => (places ? (places[at] ?? -1) : at);
	const activeIndex = passage ? rows.indexOf(passage) : -1;
	const activeAt = places ? places.indexOf(activeIndex) : activeIndex;
	const keyOf = useKeys(rows, places, groups, paragraphs);
	return { groups, count, indexOf, activeAt, activeGroup: groups.holding(activeAt), keyOf, Paragraph };
}

/** Where paragraphs begin; until the outline is here, the rows at hand tell. Null: nobody asks. */
function useStarts(rows: RowCache, paragraphs: boolean): string | null {
	const known = useWorkbench(({ letters }) => letters?.starts ?? null);
	const { generation, total } = rows;
	return useMemo(() => {
		if (!paragraphs || (known?.length === total && generation >= 0)) return paragraphs ? known : null;
		return Array.from({ length: total }, (_, index) => {
			const row = rows.at(index);
			return row ? startLetter(row) : "1";
		}).join("");
	}, [paragraphs, known, generation, total, rows]);
}

function useKeys(
	rows: RowCache,
	places: readonly number[] | null,
	groups: Groups,
	paragraphs: boolean,
): (group: number) => string | number {
	const last = useRef<{
		generation: number;
		groups: Groups;
		keyOf: (group: number) => string | number;
	} | null>(null);
	if (last.current?.generation !== rows.generation || last.current.groups !== groups) {
		const named = (group: number) => {
			const at = groups.first(group);
			const id = rows.idAt(places ? (places[at] ?? -1) : at) ?? at;
			return paragraphs ? `paragraph ${id}` : id;
		};
		// Asked of every passage whenever one grows by a line.
		const keyOf = places || paragraphs ? named : (at: number) => rows.idAt(at) ?? at;
		last.current = { generation: rows.generation, groups, keyOf };
	}
	return last.current.keyOf;
}
