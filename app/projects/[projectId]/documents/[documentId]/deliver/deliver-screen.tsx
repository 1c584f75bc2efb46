"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { type Holdings, refusalOf } from "#lib/core/formats/contract.ts";
import { formats } from "#lib/core/formats/registry.ts";
import { type DocumentOnScreen, documentCrumbs } from "../../document-crumbs.ts";
import { FormatLine } from "./format-line.tsx";
import { Ready, Warnings } from "./warning-line.tsx";
import { type Readiness, sharedWarnings, warningsFor } from "./warnings.ts";

export interface DeliverScreenProps {
	readonly document: DocumentOnScreen;
	readonly holdings: Holdings;
}

/** Everything this document can be handed out as, each with what to know before. */
export function DeliverScreen({ document, holdings }: DeliverScreenProps) {
	const t = useTranslations("deliver");
	const common = useTranslations("common");
	const { data, error, refetch } = useQuery({
		queryKey: ["readiness", document.id],
		queryFn: ({ signal }) => api<Readiness>(`/documents/${document.id}/readiness`, { signal }),
		staleTime: 0,
	});
	const offered = formats.filter((format) => refusalOf(format, holdings) === null);
	const shared = data ? sharedWarnings(offered, data) : [];
	const clear = data && offered.every((format) => warningsFor(format, data).length === 0);
	return (
		<>
			<PageHeader title={t("title")} crumbs={documentCrumbs(document)} note={t("note")} />
			<ProblemNote
				error={error}
				className="mb-4"
				action={
					<Button size="sm" onClick={() => void refetch()}>
						{common("retry")}
					</Button>
				}
			/>
			{data && offered.length > 0 && (
				<div className="mb-4">
					{clear ? <Ready readiness={data} /> : <Warnings warnings={shared} readiness={data} />}
				</div>
			)}
			<ul className="border-t border-rule">
				{formats.map((format) => (
					<FormatLine
						key={format.id}
						format={format}
						documentId={document.id}
						refusal={refusalOf(format, holdings)}
						readiness={data}
						said={shared}
					/>
				))}
			</ul>
		</>
	);
}
