"use client";

import { WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { Progress } from "#app/_ui/progress.tsx";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import type { Counting, ListedFinding } from "#lib/core/qa/wire.ts";
import { may, type ProjectOnScreen } from "../project.ts";
import { DismissDialog } from "./dismiss-dialog.tsx";
import { FindingList } from "./finding-list.tsx";
import { FindingsFilters, nothingChosen } from "./findings-filters.tsx";
import { keyOf, useFindingsFilter, useProjectFindings } from "./findings-query.ts";
import { focusLine } from "./line-focus.ts";
import { MendDialog } from "./mend-dialog.tsx";
import { NoFindings } from "./no-findings.tsx";
import { TickedBar } from "./ticked-bar.tsx";
import { useTakeBack } from "./use-dismissing.ts";

interface FindingsScreenProps {
	readonly project: ProjectOnScreen;
}

/** What the checks find in all documents of a project, to be gone through, mended and dismissed here. */
export function FindingsScreen({ project }: FindingsScreenProps) {
	const t = useTranslations("projectFindings");
	const checking = useTranslations("checking");
	const common = useTranslations("common");
	const projects = useTranslations("projects");
	const [filter, setFilter] = useFindingsFilter();
	const { data, error, isPending, isPlaceholderData, hasNextPage, isFetching, fetchNextPage, refetch } =
		useProjectFindings(project.id, filter);
	const first = data?.pages[0];
	const lines = useMemo(() => linesOf(data?.pages ?? []), [data]);
	const { ticked, isTicked, tick } = useTicks(lines);
	const [dismissing, setDismissing] = useState<readonly ListedFinding[] | null>(null);
	const [mending, setMending] = useState(false);
	const list = useRef<HTMLDivElement>(null);
	const takeBack = useTakeBack(project.id);
	const ask = (asked: readonly ListedFinding[]) => {
		const open = asked.filter(({ finding }) => finding.dismissal === null);
		if (open.length > 0) setDismissing(open);
	};
	const reopen = async (asked: readonly ListedFinding[]) => {
		const place = placeOf(lines, asked);
		if (!(await takeBack(asked))) return;
		tick(asked, false);
		requestAnimationFrame(() => focusLine(list.current, place));
	};
	return (
		<>
			<PageHeader
				title={t("title")}
				crumbs={[
					{ href: "/", label: projects("title") },
					{ href: `/projects/${project.id}`, label: project.name },
				]}
				note={t("note")}
				actions={
					first &&
					first.fixable.length > 0 && (
						<Button icon={<WandSparkles aria-hidden className="size-4" />} onClick={() => setMending(true)}>
							{t("mend.open")}
						</Button>
					)
				}
			/>
			<ProblemNote
				error={error}
				className="mb-4"
				action={
					<Button size="sm" onClick={() => refetch()}>
						{common("retry")}
					</Button>
				}
			/>
			{isPending && <SkeletonRows rows={8} label={common("loading")} />}
			{first?.counting && <StillCounting counting={first.counting} />}
			{first && first.unread > 0 && (
				<p className="pb-4 text-sm text-ink-soft">{checking("unread", { count: first.unread })}</p>
			)}
			{first && project.documents > 0 && (
				<FindingsFilters
					filter={filter}
					found={first}
					onChange={(change) => void setFilter(change ?? nothingChosen)}
				/>
			)}
			{first && lines.length === 0 && (
				<NoFindings
					project={project}
					filter={filter}
					found={first}
					onShow={(change) => void setFilter(change)}
				/>
			)}
			<div ref={list} aria-busy={isPlaceholderData} className={isPlaceholderData ? "opacity-50" : undefined}>
				{first && (
					<FindingList
						projectId={project.id}
						lines={lines}
						documents={first.documents}
						dismisses={may(project, "finding.dismiss")}
						isTicked={isTicked}
						onTick={tick}
						onDismiss={(line) => ask(isTicked(line) ? ticked : [line])}
						onTakeBack={(line) => void reopen([line])}
					/>
				)}
			</div>
			{hasNextPage && (
				<Button className="mt-4" busy={isFetching} onClick={() => void fetchNextPage()}>
					{t("more")}
				</Button>
			)}
			<TickedBar
				ticked={ticked}
				onDismiss={() => ask(ticked)}
				onTakeBack={(dismissed) => void reopen(dismissed)}
				onClear={() => {
					tick(ticked, false);
					focusLine(list.current, placeOf(lines, ticked));
				}}
			/>
			{dismissing && (
				<DismissDialog
					projectId={project.id}
					findings={dismissing}
					onDone={() => tick(dismissing, false)}
					onClose={() => setDismissing(null)}
					onLeave={() => focusLine(list.current, placeOf(lines, dismissing))}
				/>
			)}
			{mending && first && (
				<MendDialog
					projectId={project.id}
					filter={filter}
					fixable={first.fixable}
					onClose={() => setMending(false)}
					onLeave={() => focusLine(list.current, 0)}
				/>
			)}
		</>
	);
}

/** A finding that slipped from one page to the next between two answers is listed once. */
function linesOf(pages: readonly { readonly findings: readonly ListedFinding[] }[]): ListedFinding[] {
	return [
		...new Map(
			pages.flatMap(({ findings }) => findings.map((line) => [keyOf(line), line] as const)),
		).values(),
	];
}

/** Where the first of them stands in the list. */
function placeOf(lines: readonly ListedFinding[], those: readonly ListedFinding[]): number {
	const keys = new Set(those.map(keyOf));
	return Math.max(
		0,
		lines.findIndex((line) => keys.has(keyOf(line))),
	);
}

/** Only what is listed is ticked: what has gone from the list is not acted upon unseen. */
function useTicks(lines: readonly ListedFinding[]) {
	const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
	return {
		ticked: lines.filter((line) => keys.has(keyOf(line))),
		isTicked: (line: ListedFinding) => keys.has(keyOf(line)),
		tick: (those: readonly ListedFinding[], on: boolean) =>
			setKeys((before) => {
				const after = new Set(before);
				for (const line of those) {
					if (on) after.add(keyOf(line));
					else after.delete(keyOf(line));
				}
				return after;
			}),
	};
}

function StillCounting({ counting: { left, total } }: { readonly counting: Counting }) {
	const t = useTranslations("projectFindings");
	return (
		<div role="status" className="flex flex-col gap-2 pb-4">
			<p className="text-sm text-ink-soft">{t("counting", { left, total })}</p>
			<Progress label={t("countingLabel")} done={total - left} total={total} />
		</div>
	);
}
