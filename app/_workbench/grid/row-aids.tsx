"use client";

import { lazy, Suspense } from "react";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { othersOf } from "../store/choose-version.ts";
import type { WireRow } from "../sync/wire.ts";

const RowTools = lazy(() => import("./row-tools.tsx"));
const StaleNote = lazy(() => import("./stale-note.tsx"));

/** What a row offers beside its texts: tools while passages are aligned, and why its link is stale. */
export function RowAids({
	row,
	index,
	active,
}: {
	readonly row: WireRow;
	readonly index: number;
	readonly active: boolean;
}) {
	const desk = useDesk();
	const aligning = useWorkbench(({ mode }) => mode === "align");
	const pointed = useWorkbench((state) => state.pointed === row.id);
	const tools = aligning && (active || pointed) && desk.twoSided && desk.may("align");
	const stale = active && row.link === "stale" && othersOf(row).length === 0;
	if (!tools && !stale) return null;
	return (
		<Suspense fallback={null}>
			{stale && <StaleNote passage={row.id} />}
			{tools && <RowTools row={row} index={index} />}
		</Suspense>
	);
}
