"use client";

import {
	keepPreviousData,
	type QueryClient,
	useInfiniteQuery,
	useQuery,
	useQueryClient,
} from "@tanstack/react-query";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { api } from "#app/_ui/api.ts";
import type { WireConcordance } from "#lib/core/document/wire.ts";
import { renderingStatuses } from "#lib/core/terms/term.ts";
import { type GlossaryPage, type StoredTerm, termOrigins, type WireTouched } from "#lib/core/terms/wire.ts";

/** Terms asked for at once. */
const pageSize = 100;

export const statusFilters = [...renderingStatuses, "none"] as const;

const inUrl = {
	q: parseAsString,
	domain: parseAsString,
	status: parseAsStringLiteral(statusFilters),
	origin: parseAsStringLiteral(termOrigins),
	/** The open term, or `new`. */
	term: parseAsString,
};

export const newTerm = "new";

/** What is looked for and what is open stand in the address. */
export function useGlossaryAddress() {
	return useQueryStates(inUrl, { history: "replace", shallow: true, scroll: false, throttleMs: 200 });
}

export type GlossaryAddress = ReturnType<typeof useGlossaryAddress>[0];
export type GlossaryFilter = Omit<GlossaryAddress, "term">;

const glossaryKey = (projectId: string) => ["projects", projectId, "glossary"] as const;

export function useGlossary(projectId: string, { q, domain, status, origin }: GlossaryFilter) {
	const asked = useMemo(() => {
		const given = { text: q?.trim() || null, domain, status, origin };
		return new URLSearchParams(
			Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
		).toString();
	}, [q, domain, status, origin]);
	return useInfiniteQuery({
		queryKey: [...glossaryKey(projectId), asked],
		queryFn: ({ pageParam, signal }) =>
			api<GlossaryPage>(`/projects/${projectId}/glossary?${asked}&offset=${pageParam}&limit=${pageSize}`, {
				signal,
			}),
		initialPageParam: 0,
		getNextPageParam: ({ total }, pages) => {
			const read = pages.reduce((sum, { terms }) => sum + terms.length, 0);
			return read < total ? read : undefined;
		},
		placeholderData: keepPreviousData,
	});
}

/** The term as it is now, whatever a list said of it. */
export function useTerm(projectId: string, termId: string | null) {
	return useQuery({
		queryKey: [...glossaryKey(projectId), "term", termId],
		queryFn: ({ signal }) => api<StoredTerm>(`/projects/${projectId}/terms/${termId}`, { signal }),
		enabled: termId !== null,
		staleTime: 0,
		gcTime: 0,
	});
}

/** Where the term stands in the project's documents. */
export function usePlaces(projectId: string, text: string) {
	return useQuery({
		queryKey: ["projects", projectId, "places", text],
		queryFn: ({ signal }) =>
			api<WireConcordance>(`/projects/${projectId}/concordance?${new URLSearchParams({ text })}`, { signal }),
		enabled: text !== "",
	});
}

const touchedQuery = (projectId: string, termId: string, old: string | null) => ({
	queryKey: [...glossaryKey(projectId), "touched", termId, old],
	queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
		api<WireTouched>(
			`/projects/${projectId}/terms/${termId}/touched?${new URLSearchParams(old === null ? {} : { old })}`,
			{ signal },
		),
});

/** Passages that call a term what it must not be called. */
export function useTouched(projectId: string, termId: string, old: string | null) {
	return useQuery(touchedQuery(projectId, termId, old));
}

/** Whether there are any, asked at once. */
export function useIsTouched(projectId: string): (termId: string, old: string) => Promise<boolean> {
	const queries = useQueryClient();
	return async (termId, old) => {
		const { documents } = await queries.fetchQuery({ ...touchedQuery(projectId, termId, old), staleTime: 0 });
		return documents.length > 0;
	};
}

/** After a change: lists and terms are read again where they are shown. */
export function useRefreshGlossary(projectId: string): () => Promise<void> {
	const queries: QueryClient = useQueryClient();
	return useCallback(
		() => queries.invalidateQueries({ queryKey: glossaryKey(projectId) }),
		[queries, projectId],
	);
}
