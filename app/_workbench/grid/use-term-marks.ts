"use client";

import { useMemo } from "react";
import type { Match } from "#lib/core/scripts/fold.ts";
import { useWorkbench } from "../desk-context.tsx";
import type { WireSegment } from "../sync/wire.ts";

const none: readonly Match[] = [];

/** Where the glossary's terms stand in a source text of the passage one is on; nothing elsewhere. */
export function useTermMarks({ id, side, text: stored }: WireSegment, text: string): readonly Match[] {
	const matcher = useWorkbench(({ terms, place, rows }) =>
		side === "source" && text === stored && terms !== null && isIn(rows.row(place?.passage ?? ""), id)
			? terms.matcher
			: null,
	);
	return useMemo(() => matcher?.inSource(text) ?? none, [matcher, text]);
}

const isIn = (
	row: { readonly source: readonly { readonly id: string }[] } | undefined,
	id: string,
): boolean => row?.source.some((segment) => segment.id === id) ?? false;
