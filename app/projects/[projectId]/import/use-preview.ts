"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { api } from "#app/_ui/api.ts";
import { checkText } from "#lib/core/text/wellformed.ts";
import { type ImportBody, type ImportForm, importBody, paragraphKeys, sides } from "./import-form.ts";
import { type ImportPreview, type PreviewLine, previewLines } from "./preview-lines.ts";

const restBefore = 350; // ms without a change before the server is asked
/** Above this, in UTF-16 units of both sides, cutting and aligning at every change would be slow. */
const longestLive = 300_000;

interface ShownPreview {
	readonly lines: readonly PreviewLine[];
	readonly passages: number;
	readonly setAside: number;
	readonly languages: { readonly source: string | null; readonly target: string | null };
	/** The names of each side's paragraphs, in order, of the text that was previewed. */
	readonly keys: { readonly source: readonly string[]; readonly target: readonly string[] };
	readonly title: string;
}

export interface PreviewState {
	readonly shown: ShownPreview | undefined;
	readonly error: Error | null;
	/** The form has changed since; the shown preview is of the text before. */
	readonly stale: boolean;
	readonly tooLong: boolean;
	/** What the document will be called unless a title is given. */
	readonly title: string;
}

export function usePreview(projectId: string, form: ImportForm): PreviewState {
	const body = useMemo(() => importBody(form, { kind: "unknown" }), [form]);
	const rested = useRested(body);
	const length = (rested?.source?.text.length ?? 0) + (rested?.target?.text.length ?? 0);
	const tooLong = length > longestLive;
	const sound = sides.every((side) => checkText(form[side].text).ok);
	const { data, error, isPlaceholderData } = useQuery({
		queryKey: ["import-preview", projectId, rested],
		queryFn: async ({ signal }) => {
			if (!rested) throw new Error("a preview of nothing");
			const path = `/projects/${projectId}/preview`;
			return describe(rested, await api<ImportPreview>(path, { method: "POST", body: rested, signal }));
		},
		enabled: rested !== null && !tooLong && sound,
		placeholderData: keepPreviousData,
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 0,
	});
	const shown = body === null || tooLong ? undefined : data;
	return {
		shown,
		error: body === null || !sound ? null : error,
		stale: isPlaceholderData || rested !== body,
		tooLong,
		title: shown?.title ?? "",
	};
}

function useRested(body: ImportBody | null): ImportBody | null {
	const [rested, setRested] = useState(body);
	useEffect(() => {
		const timer = setTimeout(() => setRested(body), restBefore);
		return () => clearTimeout(timer);
	}, [body]);
	return rested;
}

function describe(body: ImportBody, preview: ImportPreview): ShownPreview {
	const lines = previewLines(preview);
	const first = lines.find((line) => line.kind === "passage");
	return {
		lines,
		passages: preview.rows.length,
		setAside: lines.filter((line) => line.kind === "aside").length,
		languages: { source: preview.source?.language ?? null, target: preview.target?.language ?? null },
		keys: {
			source: body.source ? paragraphKeys(body.source.text, body.paragraphs) : [],
			target: body.target ? paragraphKeys(body.target.text, body.paragraphs) : [],
		},
		title: titleOf(preview.target) ?? titleOf(preview.source) ?? firstText(first),
	};
}

function titleOf(side: ImportPreview["source"]): string | undefined {
	return side?.segments.find((segment) => segment.kind === "title")?.text;
}

function firstText(line: PreviewLine | undefined): string {
	if (line?.kind !== "passage") return "";
	return (line.target[0] ?? line.source[0])?.text ?? "";
}
