"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { api, Problem } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { DiffText } from "#app/_ui/diff-text.tsx";
import { RelativeTime } from "#app/_ui/relative-time.tsx";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import { diffWords } from "#lib/core/diff/words.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import type { Desk } from "../store/desk.ts";
import { type HistoryEntry, segmentsOf } from "../store/wire.ts";
import { gathered } from "./stays.ts";

/** Somebody who walks through passages does not ask for each one's history. */
const rest = 350;

function useRested<Value>(value: Value): Value {
	const [rested, setRested] = useState(value);
	useEffect(() => {
		const timer = setTimeout(() => setRested(value), rest);
		return () => clearTimeout(timer);
	}, [value]);
	return rested;
}

interface SegmentHistory {
	readonly entries: HistoryEntry[];
	/** What the imported file said about the passage. */
	readonly notes: readonly string[];
}

/** A session that ended is the header's matter: this page holds text and must not be left for the sign-in page. */
async function readHistory(path: string, signal: AbortSignal, desk: Desk): Promise<SegmentHistory> {
	try {
		return await api<SegmentHistory>(path, { signal });
	} catch (error) {
		if (!(error instanceof Problem) || error.status !== 401) throw error;
		desk.data.queue.interrupt("signed-out");
		throw new TypeError("the session ended: what happened here is not known", { cause: error });
	}
}

/** Everything that happened to the segment one is on, read again whenever the document moves on. */
export function History() {
	const t = useTranslations("workbench.panel");
	const documentId = useWorkbench(({ head }) => head.id);
	const language = useWorkbench(({ head, place }) =>
		place?.side === "source" ? head.description.sourceLanguage : head.description.targetLanguage,
	);
	const here = useWorkbench(({ place, rows }) => {
		const row = place ? rows.row(place.passage) : undefined;
		const segment =
			place && row ? segmentsOf(row, place.side).find(({ id }) => id === place.segment) : undefined;
		return segment?.id ?? null;
	});
	const desk = useDesk();
	const head = useWorkbench(() => desk.data.taken);
	const segment = useRested(here);
	const query = useQuery({
		queryKey: ["history", documentId, segment, head],
		queryFn: ({ signal }) =>
			readHistory(`/documents/${documentId}/segments/${segment}/history`, signal, desk),
		enabled: segment !== null,
		networkMode: "always",
		placeholderData: (known, before) => (before?.queryKey[2] === segment ? known : undefined),
	});
	if (segment === null) return <p className="text-sm text-ink-soft">{t("noText")}</p>;
	if (query.isError) {
		return (
			<div className="flex flex-col items-start gap-2 text-sm text-ink-soft">
				{t("failed")}
				<Button size="sm" onClick={() => void query.refetch()}>
					{t("again")}
				</Button>
			</div>
		);
	}
	if (!query.data) return <SkeletonRows rows={2} label={t("loading")} />;
	return (
		<>
			<Notes notes={query.data.notes} />
			<Entries entries={query.data.entries} language={language} />
		</>
	);
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
	const t = useTranslations("workbench.panel");
	if (notes.length === 0) return null;
	return (
		<section className="mb-4 border-b border-rule pb-3">
			<h2 className="mb-1 text-xs text-ink-faint">{t("notes")}</h2>
			<ul className="flex flex-col gap-1.5">
				{[...new Set(notes)].map((note) => (
					<li key={note} className="text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
						{note}
					</li>
				))}
			</ul>
		</section>
	);
}

function Entries({
	entries,
	language,
}: {
	readonly entries: readonly HistoryEntry[];
	readonly language: string;
}) {
	const t = useTranslations("workbench.panel");
	const operations = useTranslations("operations");
	if (entries.length === 0) return <p className="text-sm text-ink-soft">{t("noHistory")}</p>;
	return (
		<ol className="flex flex-col divide-y divide-rule">
			{gathered(entries).map((entry) => (
				<li key={entry.number} className="flex flex-col gap-1 py-2.5 first:pt-0">
					<p className="flex flex-wrap items-baseline gap-x-2 text-sm">
						<span className="font-medium">{entry.actor.name}</span>
						<span className="text-ink-soft">{operations(entry.type as "edit")}</span>
						<RelativeTime at={entry.at} className="ml-auto text-ink-faint" />
					</p>
					{entry.before !== null && entry.after !== null && entry.before !== entry.after && (
						<DiffText
							changes={diffWords(entry.before, entry.after, language)}
							lang={language}
							className="text-base!"
						/>
					)}
					<p className="text-xs text-ink-faint">
						{t("number", { number: entry.number })}
						{entry.undoes !== null && <> · {t("undoes", { number: entry.undoes })}</>}
					</p>
				</li>
			))}
		</ol>
	);
}
