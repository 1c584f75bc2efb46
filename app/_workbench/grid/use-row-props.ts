"use client";

import { useMemo } from "react";
import type { StateMark } from "#app/_ui/state-marks.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { placesFound } from "../store/found-places.ts";
import { isMachineDraft } from "../store/outline-letters.ts";
import type { DocumentHead, WireRow } from "../sync/wire.ts";
import type { Columns, RowProps } from "./row.tsx";
import { useRowWords } from "./row-words.ts";

/** What a row is drawn from, by its place in the document; null for one that is on its way. */
export function useRowProps(): (index: number) => RowProps | null {
	const desk = useDesk();
	const words = useRowWords();
	const rows = useWorkbench((state) => state.rows);
	useWorkbench((state) => state.turn);
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
	useWorkbench((state) => state.findings); // a row whose list stays the same is not drawn anew
	const foundPlace = useMemo(() => (find ? (placesFound(find)[find.at] ?? null) : null), [find]);
	const columns = columnsOf(head);
	const { sourceLanguage, targetLanguage } = head.description;
	// The same object from draw to draw: rows are drawn anew when what they are given is another.
	const languages = useMemo(
		() => ({ source: sourceLanguage, target: targetLanguage }),
		[sourceLanguage, targetLanguage],
	);
	return (index) => {
		const row = rows.at(index);
		if (!row) return null;
		const active = place !== null && row.id === place.passage;
		return {
			row,
			index,
			mark: markOf(row, head),
			columns,
			languages,
			here: active
				? { side: place.side, segment: place.segment, editing: mode === "review" && !travelling }
				: null,
			conflict: [...row.source, ...row.target].some(({ id }) => conflicts.has(id)),
			changedBy: others.get(row.id) ?? null,
			unsaved: row.target.some(({ id }) => restored.has(id)),
			findings: desk.findings.of(row),
			places: find?.places ?? null,
			foundHere: foundPlace?.passage === row.id ? foundPlace : null,
			display,
			words,
		};
	};
}

function columnsOf({ sides: { source, target } }: DocumentHead): Columns {
	if (source && target) return "both";
	return target ? "draft" : "source";
}

function markOf(row: WireRow, head: DocumentHead): StateMark {
	return isMachineDraft(row, head.description.origins) ? "machine" : row.state;
}
