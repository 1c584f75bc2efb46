"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChartColumn } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { parseAsBoolean, useQueryState } from "nuqs";
import { useRef } from "react";
import { RevertingProvider } from "#app/_revisions/reverting.tsx";
import { SeenButton } from "#app/_revisions/seen-button.tsx";
import { VersionsButton } from "#app/_revisions/versions-button.tsx";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import type { WireComparison } from "#lib/core/diff/compare.ts";
import type { VersionLabel } from "#lib/core/document/model.ts";
import { type DocumentOnScreen, documentAddress, documentCrumbs } from "../../document-crumbs.ts";
import { ComparedTable, type ComparedTableHandle } from "./compared-table.tsx";
import { ComparisonTools } from "./comparison-tools.tsx";
import { useChangeKeys } from "./use-change-keys.ts";
import { VersionPicker } from "./version-picker.tsx";
import { parseVersion, parseView } from "./versions.ts";

export interface CompareScreenProps {
	readonly document: DocumentOnScreen;
	readonly labels: readonly VersionLabel[];
	/** Source is null where the document has no source side. */
	readonly languages: { readonly source: string | null; readonly target: string };
	readonly mayName: boolean;
	readonly mayRevert: boolean;
}

export function CompareScreen({ document, labels, languages, mayName, mayRevert }: CompareScreenProps) {
	const t = useTranslations("compare");
	const projects = useTranslations("projects");
	const common = useTranslations("common");
	const [from, setFrom] = useQueryState("from", parseVersion.withDefault("draft"));
	const [to, setTo] = useQueryState("to", parseVersion.withDefault("now"));
	const [wordsOnly, setWordsOnly] = useQueryState("wordsOnly", parseAsBoolean.withDefault(false));
	const [view, setView] = useQueryState("view", parseView.withDefault("columns"));
	const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
		queryKey: ["compare", document.id, from, to],
		queryFn: ({ signal }) =>
			api<WireComparison>(`/documents/${document.id}/compare?from=${from}&to=${to}`, { signal }),
		placeholderData: keepPreviousData,
	});
	const table = useRef<ComparedTableHandle>(null);
	useChangeKeys((direction) => table.current?.step(direction));
	return (
		<>
			<PageHeader
				title={t("title")}
				crumbs={documentCrumbs(document, projects("title"))}
				note={<span className="not-print:hidden">{document.title}</span>}
				actions={
					<>
						<SeenButton documentId={document.id} from={from} to={to === "now" ? data?.to : undefined} />
						<VersionsButton documentId={document.id} address={documentAddress(document)} mayName={mayName} />
						<Button asChild variant="plain">
							<Link href={`${documentAddress(document)}/measures`}>
								<ChartColumn aria-hidden className="size-4" />
								{t("measures")}
							</Link>
						</Button>
					</>
				}
			/>
			<div className="flex flex-wrap items-end gap-x-4 gap-y-3 border-b border-rule pb-4">
				<VersionPicker
					label={t("before")}
					document={document}
					labels={labels}
					value={from}
					end="draft"
					onChange={(version) => void setFrom(version)}
				/>
				<VersionPicker
					label={t("after")}
					document={document}
					labels={labels}
					value={to}
					end="now"
					onChange={(version) => void setTo(version)}
				/>
				<ComparisonTools
					comparison={data}
					wordsOnly={wordsOnly}
					onWordsOnly={(chosen) => void setWordsOnly(chosen)}
					view={view}
					onView={(chosen) => void setView(chosen)}
					onStep={(direction) => table.current?.step(direction)}
				/>
			</div>
			<ProblemNote
				error={error}
				className="mt-6"
				action={
					<Button size="sm" onClick={() => void refetch()}>
						{common("retry")}
					</Button>
				}
			/>
			{isPending && <SkeletonRows rows={6} label={common("loading")} />}
			{data && !error && (
				<div aria-busy={isPlaceholderData} className={isPlaceholderData ? "opacity-50" : undefined}>
					<RevertingProvider value={mayRevert && to === "now" ? () => void refetch() : null}>
						<ComparedTable
							key={`${data.from} ${data.to} ${wordsOnly}`}
							ref={table}
							comparison={data}
							rows={wordsOnly ? data.rows.filter((row) => !row.punctuationOnly) : data.rows}
							languages={languages}
							document={document}
							view={view}
							onShowAll={() => void setWordsOnly(false)}
						/>
					</RevertingProvider>
				</div>
			)}
		</>
	);
}
