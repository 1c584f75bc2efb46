"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { api } from "#app/_ui/api.ts";
import type { Side } from "#lib/core/document/model.ts";
import type { ReadProblem } from "#lib/core/formats/reader.ts";
import { checkText } from "#lib/core/text/wellformed.ts";
import {
	blockKeys,
	emptyForm,
	type ImportBody,
	type ImportForm,
	importBody,
	isEmpty,
	lineByLine,
	type MetadataField,
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
	/** The names of each side's blocks, in order, of the whole text that was previewed; none where a file paired the texts. */
	readonly keys: { readonly source: readonly string[]; readonly target: readonly string[] };
	/** Blocks that stand as somebody corrected them on an earlier page. */
	readonly learned: { readonly source: readonly number[]; readonly target: readonly number[] };
	/** What the texts say of themselves. */
	readonly found: Readonly<Record<MetadataField, string>>;
	/** How the two sides fit. */
	readonly problems: readonly ReadProblem[];
	readonly partial: boolean;
}

export interface PreviewState {
	readonly shown: ShownPreview | undefined;
	readonly error: Error | null;
	/** The form has changed since; the shown preview is of the text before. */
	readonly stale: boolean;
	/** Only the beginning of a long text is shown. */
	readonly partial: boolean;
	/** What stands in the fields unless somebody types something else. */
	readonly found: Readonly<Record<MetadataField, string>>;
}

const nothingFound = { title: "", publishedOn: "", publisher: "", byline: "" };

export function usePreview(projectId: string, form: ImportForm): PreviewState {
	const { source, target, pairs, links, paragraphs, aligner } = form;
	const asked = useMemo((): Asked | null => {
		const relevant = { ...emptyForm(aligner), source, target, pairs, links, paragraphs };
		const body = isEmpty(relevant) ? null : importBody(relevant, { kind: "unknown" });
		return body && { form: relevant, body };
	}, [source, target, pairs, links, paragraphs, aligner]);
	const rested = useRested(asked);
	const short = useMemo(() => rested && beginningOf(rested.body), [rested]);
	const sound = useSound(form);
	const { data, error, isPlaceholderData } = useQuery({
		queryKey: ["import-preview", projectId, short],
		queryFn: async ({ signal }) => {
			if (!rested || !short) throw new Error("a preview of nothing");
			const path = `/projects/${projectId}/preview`;
			return describe(rested.form, await api<SentPreview>(path, { method: "POST", body: short, signal }));
		},
		enabled: rested !== null && sound,
		placeholderData: keepPreviousData,
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 0,
	});
	const shown = asked === null ? undefined : data;
	return {
		shown,
		error: asked === null || !sound ? null : error,
		stale: isPlaceholderData || rested !== asked,
		partial: short !== (rested?.body ?? null) || (shown?.partial ?? false),
		found: shown?.found ?? nothingFound,
	};
}

/** What a preview is asked for, and of which form. */
interface Asked {
	readonly form: ImportForm;
	readonly body: ImportBody;
}

/** Nothing is previewed that could not be stored; the panes say where the trouble is. */
function useSound(form: ImportForm): boolean {
	const source = useMemo(() => checkText(form.source.text).ok, [form.source.text]);
	const target = useMemo(() => checkText(form.target.text).ok, [form.target.text]);
	return source && target;
}

/** The same object where all of it is short enough. */
function beginningOf(body: ImportBody): ImportBody {
	const longest = Math.max(...sides.map((side) => textOf(body[side])?.length ?? 0));
	if (longest <= longestShown) return body;
	const short = { ...body };
	for (const side of sides) {
		const given = body[side];
		if (!given || !("text" in given)) continue;
		const length = Math.max(1, Math.floor((given.text.length * longestShown) / longest));
		const end = given.text.lastIndexOf("\n", length);
		short[side] = { ...given, text: given.text.slice(0, end > 0 ? end : length).toWellFormed() };
	}
	return short;
}

const textOf = (given: ImportBody["source"]) => (given && "text" in given ? given.text : undefined);

function useRested(asked: Asked | null): Asked | null {
	const [rested, setRested] = useState(asked);
	useEffect(() => {
		const timer = setTimeout(() => setRested(asked), restBefore);
		return () => clearTimeout(timer);
	}, [asked]);
	return rested;
}

interface SentPreview extends ImportPreview {
	/** Only the beginning was looked at. */
	readonly partial: boolean;
	readonly about: Readonly<Record<MetadataField, string | null>>;
	readonly problems?: readonly ReadProblem[];
}

function describe(form: ImportForm, preview: SentPreview): ShownPreview {
	const lines = previewLines(preview);
	const { title, publishedOn, publisher, byline } = preview.about;
	const keys = (side: Side) =>
		form.pairs || form.links || form.aligner === lineByLine || !preview[side] ? [] : blockKeys(form, side);
	return {
		lines,
		passages: preview.rows.length,
		setAside: lines.filter((line) => line.kind === "aside").length,
		languages: { source: preview.source?.language ?? null, target: preview.target?.language ?? null },
		keys: { source: keys("source"), target: keys("target") },
		learned: { source: preview.source?.learned ?? [], target: preview.target?.learned ?? [] },
		found: {
			title: title ?? titleOf(preview.target) ?? titleOf(preview.source) ?? "",
			publishedOn: publishedOn?.replace("T", " ") ?? "",
			publisher: publisher ?? "",
			byline: byline ?? "",
		},
		problems: preview.problems ?? [],
		partial: preview.partial,
	};
}

function titleOf(side: ImportPreview["source"]): string | undefined {
	const segments = side?.segments.filter(({ kind }) => kind !== "furniture") ?? [];
	return (segments.find(({ kind }) => kind === "title") ?? segments[0])?.text;
}
