"use client";

import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useCallback, useMemo, useState } from "react";
import { api } from "#app/_ui/api.ts";
import { severities } from "#lib/core/qa/contract.ts";
import type { FixPreview, ListedFinding, WireProjectFindings } from "#lib/core/qa/wire.ts";
import { Pace } from "./pace.ts";

export const findingStates = ["open", "dismissed", "any"] as const;

const inUrl = {
	check: parseAsString,
	severity: parseAsStringLiteral(severities),
	document: parseAsString,
	state: parseAsStringLiteral(findingStates).withDefault("open"),
};

/** What is looked for stands in the address. */
export function useFindingsFilter() {
	return useQueryStates(inUrl, { history: "replace", shallow: true, scroll: false });
}

export type FindingsFilter = ReturnType<typeof useFindingsFilter>[0];

const findingsKey = (projectId: string) => ["projects", projectId, "findings"] as const;

export function useProjectFindings(projectId: string, { check, severity, document, state }: FindingsFilter) {
	const asked = useMemo(() => {
		const given = { check, severity, document, state };
		return new URLSearchParams(
			Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
		).toString();
	}, [check, severity, document, state]);
	const [pace] = useState(() => new Pace());
	return useInfiniteQuery({
		queryKey: [...findingsKey(projectId), asked],
		queryFn: ({ pageParam, signal }) =>
			api<WireProjectFindings>(`/projects/${projectId}/findings?${asked}&offset=${pageParam}`, { signal }),
		initialPageParam: 0,
		getNextPageParam: ({ listed }, pages) => {
			const read = pages.reduce((sum, { findings }) => sum + findings.length, 0);
			return read < listed ? read : undefined;
		},
		placeholderData: keepPreviousData,
		staleTime: 0, // whoever comes back has mended something in a passage
		refetchInterval: ({ state: { data, dataUpdatedAt } }) =>
			pace.after(standOf(data?.pages[0]), dataUpdatedAt),
	});
}

/** While passages are still being looked at, or English read, what is left of that; null where nothing is. */
function standOf(first: WireProjectFindings | undefined): string | null {
	if (!first?.counting && !first?.unread) return null;
	return `${first.counting?.left} ${first.counting?.total} ${first.unread} ${first.listed}`;
}

/** What mending all of a check would change, asked anew each time it is looked at. */
export function useFixPreview(projectId: string, check: string, documentId: string | null) {
	return useQuery({
		queryKey: [...findingsKey(projectId), "fixes", check, documentId],
		queryFn: ({ signal }) =>
			api<FixPreview>(`/projects/${projectId}/fixes`, {
				method: "POST",
				body: { check, documentId, preview: true },
				signal,
			}),
		staleTime: 0,
		gcTime: 0,
	});
}

/** After a change: lists are read again where they are shown, and the promise waits for that. */
export function useRefreshFindings(projectId: string): () => Promise<void> {
	const queries = useQueryClient();
	return useCallback(
		() => queries.invalidateQueries({ queryKey: findingsKey(projectId) }),
		[queries, projectId],
	);
}

/** The same for the same finding in the same text. */
export const keyOf = ({ documentId, finding }: ListedFinding): string =>
	`${documentId} ${finding.segment} ${finding.fingerprint}`;
