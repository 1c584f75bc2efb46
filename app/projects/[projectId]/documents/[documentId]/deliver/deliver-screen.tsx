"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import type { VersionLabel } from "#lib/core/document/model.ts";
import { type Holdings, refusalOf } from "#lib/core/formats/contract.ts";
import { formats } from "#lib/core/formats/registry.ts";
import { type DocumentOnScreen, documentCrumbs } from "../../document-crumbs.ts";
import { VersionPicker } from "../compare/version-picker.tsx";
import { BringBack } from "./bring-back.tsx";
import { useChoices } from "./choices.ts";
import { FormatLine } from "./format-line.tsx";
import { Ready, Warnings } from "./warning-line.tsx";
import { type Readiness, sharedWarnings, warningsFor } from "./warnings.ts";

export interface DeliverScreenProps {
	readonly document: DocumentOnScreen;
	readonly holdings: Holdings;
	readonly labels: readonly VersionLabel[];
	/** Of the renderings. */
	readonly language: string;
	readonly mayReturn: boolean;
}

/** Everything this document can be handed out as, each with what to know before. */
export function DeliverScreen(props: DeliverScreenProps) {
	const { document, holdings, labels, language, mayReturn } = props;
	const t = useTranslations("deliver");
	const projects = useTranslations("projects");
	const word = useTranslations("word.out");
	const [choices, choose] = useChoices();
	const present = choices.to === "now";
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
			<PageHeader title={t("title")} crumbs={documentCrumbs(document, projects("title"))} note={t("note")} />
			<ProblemNote
				error={error}
				className="mb-4"
				action={
					<Button size="sm" onClick={() => void refetch()}>
						{common("retry")}
					</Button>
				}
			/>
			<div className="mb-4">
				<VersionPicker
					label={word("version")}
					document={document}
					labels={labels}
					value={choices.to}
					end="now"
					onChange={(to) => void choose({ to })}
				/>
			</div>
			{!present && <p className="mb-4 text-sm text-ink-soft">{word("old")}</p>}
			{present && data && offered.length > 0 && (
				<div className="mb-4">
					{clear ? <Ready readiness={data} /> : <Warnings warnings={shared} readiness={data} />}
				</div>
			)}
			<ul className="border-t border-rule">
				{formats.map((format) => (
					<FormatLine
						key={format.id}
						format={format}
						document={document}
						labels={labels}
						holdings={holdings}
						choices={choices}
						onChoose={(chosen) => void choose(chosen)}
						readiness={present ? data : undefined}
						said={shared}
					/>
				))}
			</ul>
			{mayReturn && holdings.target && <BringBack documentId={document.id} language={language} />}
		</>
	);
}
