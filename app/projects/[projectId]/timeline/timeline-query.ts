"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { api } from "#app/_ui/api.ts";
import { workKinds } from "#lib/core/document/work-kinds.ts";
import type { TimelinePage } from "./timeline-wire.ts";

const inUrl = {
	person: parseAsString,
	kind: parseAsStringLiteral(workKinds),
	/** Days as the reader's calendar has them, both included. */
	from: parseAsString,
	until: parseAsString,
	passage: parseAsString,
};

export type TimelineFilter = ReturnType<typeof useTimelineFilter>[0];

/** What is looked for stands in the address. */
export function useTimelineFilter() {
	return useQueryStates(inUrl, { history: "replace", shallow: true, scroll: false });
}

/** `path` is of the document or the project. */
export function useTimeline(path: string, filter: TimelineFilter) {
	const asked = useMemo(() => parametersOf(filter).toString(), [filter]);
	return useInfiniteQuery({
		queryKey: ["timeline", path, asked],
		queryFn: ({ pageParam, signal }) => {
			const parameters = new URLSearchParams(asked);
			if (pageParam !== null) parameters.set("before", pageParam);
			return api<TimelinePage>(`${path}/timeline?${parameters}`, { signal });
		},
		initialPageParam: null as string | null,
		getNextPageParam: ({ next }) => next,
		placeholderData: keepPreviousData,
	});
}

function parametersOf({ person, kind, from, until, passage }: TimelineFilter): URLSearchParams {
	const [since, before] = [startOf(from, 0), startOf(until, 1)];
	const wanted = { person, kind, passage, since, until: before };
	return new URLSearchParams(
		Object.entries(wanted).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
	);
}

/** Midnight at the reader's, some days later; null where it is no day. */
function startOf(day: string | null, later: number): string | null {
	const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? "") ?? [];
	if (!year || !month || !date) return null;
	const start = new Date(Number(year), Number(month) - 1, Number(date) + later);
	return Number.isNaN(start.getTime()) ? null : start.toISOString();
}
