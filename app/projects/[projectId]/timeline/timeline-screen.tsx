"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { RevertingProvider } from "#app/_revisions/reverting.tsx";
import { Button } from "#app/_ui/button.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { type Crumb, PageHeader } from "#app/_ui/page-header.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import { useDates } from "#app/_ui/use-dates.ts";
import { TimelineFilters } from "./timeline-filters.tsx";
import { TimelineList } from "./timeline-list.tsx";
import { useTimeline, useTimelineFilter } from "./timeline-query.ts";
import type { TimelinePage } from "./timeline-wire.ts";

interface TimelineScreenProps {
	readonly projectId: string;
	/** Null for the timeline of the whole project. */
	readonly documentId: string | null;
	/** Single revisions can be taken back here. */
	readonly mayRevert?: boolean;
	readonly crumbs: readonly Crumb[];
}

const nothingChosen = { person: null, kind: null, from: null, until: null, passage: null };

/** Everything that happened, newest first, and as much of it as one scrolls to. */
export function TimelineScreen({ projectId, documentId, mayRevert = false, crumbs }: TimelineScreenProps) {
	const t = useTranslations("timeline");
	const common = useTranslations("common");
	const [filter, setFilter] = useTimelineFilter();
	const path = documentId === null ? `/projects/${projectId}` : `/documents/${documentId}`;
	const timeline = useTimeline(path, filter);
	const { data, error, isPending, isPlaceholderData, hasNextPage, isFetching, fetchNextPage, refetch } =
		timeline;
	const entries = useMemo(() => data?.pages.flatMap((page) => page.entries) ?? [], [data]);
	const more = useCallback(() => {
		if (!isFetching) void fetchNextPage();
	}, [isFetching, fetchNextPage]);
	const first = data?.pages[0];
	const place = entries.find((entry) => entry.place?.passage === filter.passage)?.place;
	return (
		<>
			<PageHeader
				title={t("title")}
				crumbs={crumbs}
				actions={documentId !== null && <LogDownload documentId={documentId} />}
			/>
			<TimelineFilters
				filter={filter}
				onChange={(change) => void setFilter(change ?? nothingChosen)}
				people={first?.people ?? []}
				passage={place ? place.index + 1 : null}
			/>
			{first?.brought && <Brought {...first.brought} />}
			<ProblemNote
				error={error}
				className="mt-6"
				action={
					<Button size="sm" onClick={() => void (data ? fetchNextPage() : refetch())}>
						{common("retry")}
					</Button>
				}
			/>
			{isPending && <SkeletonRows rows={8} label={common("loading")} />}
			{data && entries.length === 0 && (
				<div className="pt-10">
					<EmptyState title={t("nothing.title")}>{t("nothing.text")}</EmptyState>
				</div>
			)}
			{entries.length > 0 && (
				<div aria-busy={isPlaceholderData} className={isPlaceholderData ? "opacity-50" : undefined}>
					<RevertingProvider value={mayRevert ? () => void refetch() : null}>
						<TimelineList
							key={JSON.stringify(filter)}
							entries={entries}
							projectId={projectId}
							more={hasNextPage && !error ? more : null}
						/>
					</RevertingProvider>
				</div>
			)}
		</>
	);
}

function LogDownload({ documentId }: { readonly documentId: string }) {
	const t = useTranslations("timeline");
	return (
		<Button asChild variant="plain">
			<a href={`/api/v1/documents/${documentId}/log`} download>
				<Download aria-hidden className="size-4" />
				{t("exportLog")}
			</a>
		</Button>
	);
}

/** The chain proves that nothing was changed since, and not who wrote it. */
function Brought({ by, at, until }: NonNullable<TimelinePage["brought"]>) {
	const t = useTranslations("timeline");
	const date = useDates().longDay(at);
	return <p className="pt-4 text-sm text-ink-soft">{t("brought", { until, name: by.name, date })}</p>;
}
