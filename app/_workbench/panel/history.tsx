"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { classNames } from "#app/_ui/class-names.ts";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { readBeside } from "../sync/read-beside.ts";
import { type HistoryEntry, segmentsOf } from "../sync/wire.ts";
import { useRested } from "../use-rested.ts";
import { HistoryEntries } from "./history-entries.tsx";
import { MachineShare } from "./machine-share.tsx";

interface SegmentHistory {
	readonly entries: HistoryEntry[];
	/** What the imported file said about the passage. */
	readonly notes?: readonly string[];
}

/** Everything that happened to the segment one is on, or to its passage, read again whenever the document moves on. */
export function History() {
	const t = useTranslations("workbench.panel");
	const timeline = useTranslations("timeline");
	const language = useWorkbench(({ head, place }) =>
		place?.side === "source" ? head.description.sourceLanguage : head.description.targetLanguage,
	);
	const [wide, setWide] = useState(false);
	const query = useHistory(wide);
	return (
		<>
			<fieldset aria-label={timeline("historyOf")} className="mb-3 flex flex-wrap gap-x-3 gap-y-1">
				{([false, true] as const).map((passage) => (
					<button
						key={String(passage)}
						type="button"
						aria-pressed={wide === passage}
						className={classNames(
							"border-b text-sm",
							wide === passage
								? "border-accent font-medium text-ink"
								: "border-transparent text-ink-soft hover:text-ink",
						)}
						onClick={() => setWide(passage)}
					>
						{timeline(passage ? "wholePassage" : "sentence")}
					</button>
				))}
			</fieldset>
			{query.isError ? (
				<div className="flex flex-col items-start gap-2 text-sm text-ink-soft">
					{t("failed")}
					<Button size="sm" onClick={() => void query.refetch()}>
						{t("again")}
					</Button>
				</div>
			) : query.data ? (
				<>
					{!wide && <MachineShare />}
					<Notes notes={query.data.notes ?? []} />
					<HistoryEntries entries={query.data.entries} language={language} />
				</>
			) : query.isEnabled ? (
				<SkeletonRows rows={2} label={t("loading")} />
			) : (
				<p className="text-sm text-ink-soft">{t("noText")}</p>
			)}
			<WiderHistory />
		</>
	);
}

function useHistory(wide: boolean) {
	const desk = useDesk();
	const documentId = useWorkbench(({ head }) => head.id);
	const here = useWorkbench(({ place, rows }) => {
		if (wide) return place?.passage ?? null;
		const row = place ? rows.row(place.passage) : undefined;
		const segment =
			place && row ? segmentsOf(row, place.side).find(({ id }) => id === place.segment) : undefined;
		return segment?.id ?? null;
	});
	const head = useWorkbench(() => desk.data.taken);
	const about = useRested(here);
	const path = wide ? `timeline?passage=${about}` : `segments/${about}/history`;
	return useQuery({
		queryKey: ["history", documentId, path, head],
		queryFn: ({ signal }) => readBeside<SegmentHistory>(`/documents/${documentId}/${path}`, signal, desk),
		enabled: about !== null,
		networkMode: "always",
		placeholderData: (known, before) => (before?.queryKey[2] === path ? known : undefined),
	});
}

/** From a sentence's history to its passage's, and to all that happened. */
function WiderHistory() {
	const t = useTranslations("timeline");
	const desk = useDesk();
	const { projectId, id } = useWorkbench(({ head }) => head);
	const passage = useWorkbench(({ place }) => place?.passage ?? null);
	const timeline = `/projects/${projectId}/documents/${id}/timeline`;
	const go = "text-ink-soft underline decoration-rule-strong underline-offset-3 hover:decoration-current";
	return (
		<p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 border-t border-rule pt-3 text-sm">
			<Link href={`${timeline}?passage=${passage}`} className={go} onClick={() => desk.typing.save()}>
				{t("ofPassage")}
			</Link>
			<Link href={timeline} className={go} onClick={() => desk.typing.save()}>
				{t("toTimeline")}
			</Link>
		</p>
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
