"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import { MarkedText, noMatches } from "#app/_workbench/grid/marked-text.tsx";
import { detectLanguage } from "#lib/core/text/detect-language.ts";
import { usePlaces } from "./glossary-query.ts";

/** Places that are shown. */
const mostShown = 5;

interface TermPlacesProps {
	readonly projectId: string;
	readonly text: string;
	/** What can be done about them. */
	readonly children?: ReactNode;
}

/** Where the term stands in the project, and what stands across from it there. */
export function TermPlaces({ projectId, text, children }: TermPlacesProps) {
	const t = useTranslations("glossary.examples");
	const common = useTranslations("common");
	const { data, isPending, isError } = usePlaces(projectId, text);
	const lines = (data?.lines ?? []).filter(({ side }) => side === "source").slice(0, mostShown);
	return (
		<section className="flex flex-col gap-2 border-t border-rule pt-4">
			<div className="flex flex-wrap items-center justify-between gap-2">
				<h3 className="text-sm font-medium text-ink-soft">{t("title")}</h3>
				{children}
			</div>
			{isPending && <SkeletonRows rows={2} label={common("loading")} />}
			{isError && <p className="text-sm text-ink-soft">{t("failed")}</p>}
			{data && (
				<p className="text-sm text-ink-faint">
					{data.total === 0
						? t("none")
						: t("total", { total: data.total, shown: lines.length < data.total ? "some" : "all" })}
				</p>
			)}
			<ul className="flex flex-col divide-y divide-rule">
				{lines.map(({ documentId, passage, index, title, text: source, places, beside }) => (
					<li key={`${passage} ${source}`} className="grid gap-x-8 gap-y-1 py-2 sm:grid-cols-2">
						<Link
							href={`/projects/${projectId}/documents/${documentId}?passage=${passage}`}
							className="text-sm text-ink-soft underline-offset-4 hover:underline sm:col-span-2"
						>
							{t("place", { title, number: index + 1 })}
						</Link>
						<p lang={detectLanguage(source) ?? undefined} className="reading text-base!">
							<MarkedText
								text={source}
								matches={places}
								current={null}
								faults={noMatches}
								commented={noMatches}
							/>
						</p>
						<p lang="en" className="reading text-base! text-ink-soft">
							{beside}
						</p>
					</li>
				))}
			</ul>
		</section>
	);
}
