"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsBoolean, useQueryState } from "nuqs";
import { useRef } from "react";
import { api } from "#app/_ui/api.ts";
import { Button, IconButton } from "#app/_ui/button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import type { WireComparison } from "#lib/core/diff/compare.ts";
import type { VersionLabel } from "#lib/core/document/model.ts";
import { type DocumentOnScreen, documentCrumbs } from "../../document-crumbs.ts";
import { ComparedTable, type ComparedTableHandle } from "./compared-table.tsx";
import { useChangeKeys } from "./use-change-keys.ts";
import { VersionPicker } from "./version-picker.tsx";
import { parseVersion } from "./versions.ts";

export interface CompareScreenProps {
	readonly document: DocumentOnScreen;
	readonly labels: readonly VersionLabel[];
	/** Source is null where the document has no source side. */
	readonly languages: { readonly source: string | null; readonly target: string };
}

export function CompareScreen({ document, labels, languages }: CompareScreenProps) {
	const t = useTranslations("compare");
	const common = useTranslations("common");
	const [from, setFrom] = useQueryState("from", parseVersion.withDefault("draft"));
	const [to, setTo] = useQueryState("to", parseVersion.withDefault("now"));
	const [wordsOnly, setWordsOnly] = useQueryState("wordsOnly", parseAsBoolean.withDefault(false));
	const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
		queryKey: ["compare", document.id, from, to],
		queryFn: ({ signal }) =>
			api<WireComparison>(`/documents/${document.id}/compare?from=${from}&to=${to}`, { signal }),
		placeholderData: keepPreviousData,
	});
	const table = useRef<ComparedTableHandle>(null);
	useChangeKeys((direction) => table.current?.step(direction));
	const hidden = data?.rows.filter((row) => row.punctuationOnly).length ?? 0;
	return (
		<>
			<PageHeader
				title={t("title")}
				crumbs={documentCrumbs(document)}
				note={<span className="not-print:hidden">{document.title}</span>}
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
				<div className="flex min-h-9 flex-1 flex-wrap items-center justify-end gap-x-5 gap-y-2">
					<p aria-live="polite" className="text-ink-soft">
						{data && t("changed", { passages: data.passages, words: data.words })}
					</p>
					<label className="screen-only flex items-center gap-2">
						<input
							type="checkbox"
							className="size-4 accent-accent"
							checked={wordsOnly}
							onChange={(event) => void setWordsOnly(event.target.checked)}
						/>
						{t("hidePunctuation", { count: hidden })}
					</label>
					<span className="screen-only flex gap-1">
						<IconButton
							label={t("previous")}
							keys="Shift+F8"
							icon={<ArrowUp aria-hidden className="size-4" />}
							onClick={() => table.current?.step(-1)}
						/>
						<IconButton
							label={t("next")}
							keys="F8"
							icon={<ArrowDown aria-hidden className="size-4" />}
							onClick={() => table.current?.step(1)}
						/>
					</span>
				</div>
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
					<ComparedTable
						key={`${data.from} ${data.to} ${wordsOnly}`}
						ref={table}
						comparison={data}
						rows={wordsOnly ? data.rows.filter((row) => !row.punctuationOnly) : data.rows}
						languages={languages}
						document={document}
						onShowAll={() => void setWordsOnly(false)}
					/>
				</div>
			)}
		</>
	);
}
