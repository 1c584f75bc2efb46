"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useEffect, useRef } from "react";
import { api } from "#app/_ui/api.ts";
import { type LongWork, useLongWork } from "#app/_ui/use-long-work.ts";
import {
	type DraftScope,
	draftScopes,
	type PassageScope,
	passageScopes,
	type WireUnmeasured,
} from "#lib/core/measure/wire.ts";

/** What of the document or project is looked at; null: what the server shows first. */
export interface Scope {
	readonly drafts: DraftScope | null;
	readonly passages: PassageScope;
}

export interface ScopeInAddress extends Scope {
	readonly setDrafts: (drafts: DraftScope) => void;
	readonly setPassages: (passages: PassageScope) => void;
}

export function useScope(): ScopeInAddress {
	const [drafts, setDrafts] = useQueryState("drafts", parseAsStringLiteral(draftScopes));
	const [passages, setPassages] = useQueryState(
		"passages",
		parseAsStringLiteral(passageScopes).withDefault("all"),
	);
	return {
		drafts,
		passages,
		setDrafts: (value) => void setDrafts(value),
		setPassages: (value) => void setPassages(value),
	};
}

/** The query of a request; days are told in the reader's own zone. Only for what the browser asks. */
export function queryOf({ drafts, passages }: Scope): string {
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC";
	return String(new URLSearchParams({ ...(drafts && { drafts }), passages, zone }));
}

export interface Measuring<Found> {
	/** Undefined until something is measured. */
	readonly found: Found | undefined;
	/** How much a job has to measure first. */
	readonly missing: WireUnmeasured | undefined;
	readonly error: unknown;
	/** What is shown is of another choice than the one just made. */
	readonly outdated: boolean;
	readonly work: LongWork;
	readonly start: () => void;
	readonly retry: () => void;
}

/** `path`: "/documents/ID" or "/projects/ID". What was never measured is measured now, by a job. */
export function useMeasures<Found extends { readonly state: "measured" }>(
	path: string,
	scope: Scope,
	body: object,
): Measuring<Found> {
	const { data, error, isPlaceholderData, refetch } = useQuery({
		queryKey: ["measures", path, scope.drafts, scope.passages],
		queryFn: ({ signal }) => api<Found | WireUnmeasured>(`${path}/measures?${queryOf(scope)}`, { signal }),
		placeholderData: keepPreviousData,
	});
	const work = useLongWork();
	const start = () => {
		void work.post(`${path}/measures`, body).then((done) => {
			if (done !== null) void refetch();
		});
	};
	const missing = data?.state === "unmeasured" ? data : undefined;
	const asked = useRef(false);
	useEffect(() => {
		if (!missing || asked.current) return;
		asked.current = true;
		start();
	});
	return {
		found: data?.state === "measured" ? data : undefined,
		missing,
		error,
		outdated: isPlaceholderData,
		work,
		start,
		retry: () => void refetch(),
	};
}
