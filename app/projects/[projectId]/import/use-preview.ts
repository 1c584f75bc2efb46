"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { api } from "#app/_ui/api.ts";
import { checkText } from "#lib/core/text/wellformed.ts";
import {
	emptyForm,
	type ImportBody,
	type ImportForm,
	importBody,
	paragraphKeys,
	sides,
} from "./import-form.ts";
import { type ImportPreview, type PreviewLine, previewLines } from "./preview-lines.ts";

const restBefore = 350; // ms without a change before the server is asked
/** Of longer texts only the beginning is sent and shown, the same part of both. UTF-16 units. */
const longestShown = 40_000;

export interface ShownPreview {
	readonly lines: readonly PreviewLine[];
	readonly passages: number;
	readonly setAside: number;
	readonly languages: { readonly source: string | null; readonly target: string | null };
	/** The names of each side's paragraphs, in order, of the whole text that was previewed. */
	readonly keys: { readonly source: readonly string[]; readonly target: readonly string[] };
	readonly title: string;
	readonly partial: boolean;
}

export interface PreviewState {
	readonly shown: ShownPreview | undefined;
	readonly error: Error | null;
	/** The form has changed since; the shown preview is of the text before. */
	readonly stale: boolean;
	/** Only the beginning of a long text is shown. */
	readonly partial: boolean;
	/** What the document will be called unless a title is given. */
	readonly title: string;
}

export function usePreview(projectId: string, form: ImportForm): PreviewState {
	const { source, target, paragraphs, aligner } = form;
	const body = useMemo(
		() => importBody({ ...emptyForm(aligner), source, target, paragraphs }, { kind: "unknown" }),
		[source, target, paragraphs, aligner],
	);
	const rested = useRested(body);
	const short = useMemo(() => rested && beginningOf(rested), [rested]);
	const sound = useSound(form);
	const { data, error, isPlaceholderData } = useQuery({
		queryKey: ["import-preview", projectId, short],
		queryFn: async ({ signal }) => {
			if (!rested || !short) throw new Error("a preview of nothing");
			const path = `/projects/${projectId}/preview`;
			return describe(rested, await api<SentPreview>(path, { method: "POST", body: short, signal }));
		},
		enabled: rested !== null && sound,
		placeholderData: keepPreviousData,
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 0,
	});
	const shown = body === null ? undefined : data;
	return {
		shown,
		error: body === null || !sound ? null : error,
		stale: isPlaceholderData || rested !== body,
		partial: short !== rested || (shown?.partial ?? false),
		title: shown?.title ?? "",
	};
}

/** Nothing is previewed that could not be stored; the panes say where the trouble is. */
function useSound(form: ImportForm): boolean {
	const source = useMemo(() => checkText(form.source.text).ok, [form.source.text]);
	const target = useMemo(() => checkText(form.target.text).ok, [form.target.text]);
	return source && target;
}

/** The same object where all of it is short enough. */
function beginningOf(body: ImportBody): ImportBody {
	const longest = Math.max(...sides.map((side) => body[side]?.text.length ?? 0));
	if (longest <= longestShown) return body;
	const short = { ...body };
	for (const side of sides) {
		const given = body[side];
		if (!given) continue;
		const length = Math.max(1, Math.floor((given.text.length * longestShown) / longest));
		const end = given.text.lastIndexOf("\n", length);
		short[side] = { ...given, text: given.text.slice(0, end > 0 ? end : length).toWellFormed() };
	}
	return short;
}

function useRested(body: ImportBody | null): ImportBody | null {
	const [rested, setRested] = useState(body);
	useEffect(() => {
		const timer = setTimeout(() => setRested(body), restBefore);
		return () => clearTimeout(timer);
	}, [body]);
	return rested;
}

interface SentPreview extends ImportPreview {
	/** Only the beginning was looked at. */
	readonly partial: boolean;
}

function describe(body: ImportBody, preview: SentPreview): ShownPreview {
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
		partial: preview.partial,
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
