"use client";

import { GitCompare } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import type { WireDocumentMeasures } from "#lib/core/measure/wire.ts";
import { MeasuringNote } from "../../../measures/measuring-note.tsx";
import { ScopeBar, TableMenu } from "../../../measures/scope-bar.tsx";
import { useMeasures, useScope } from "../../../measures/use-measures.ts";
import { WholeFigures } from "../../../measures/whole-figures.tsx";
import { type DocumentOnScreen, documentAddress, documentCrumbs } from "../../document-crumbs.ts";
import { PassagesTable } from "./passages-table.tsx";

interface DocumentMeasuresProps {
	readonly document: DocumentOnScreen;
	/** Of the renderings. */
	readonly language: string;
}

/** How much of a document's draft was changed, by whom and when, and passage by passage. */
export function DocumentMeasures({ document, language }: DocumentMeasuresProps) {
	const t = useTranslations("measures");
	const projects = useTranslations("projects");
	const scope = useScope();
	const path = `/documents/${document.id}`;
	const measuring = useMeasures<WireDocumentMeasures>(path, scope, {});
	const { found, outdated } = measuring;
	return (
		<>
			<PageHeader
				title={t("title")}
				crumbs={documentCrumbs(document, projects("title"))}
				note={t("note")}
				actions={
					<>
						{found && <TableMenu path={path} scope={scope} tables={["passages", "people", "days"]} />}
						<Button asChild variant="plain">
							<Link href={`${documentAddress(document)}/compare`}>
								<GitCompare aria-hidden className="size-4" />
								{t("compare")}
							</Link>
						</Button>
					</>
				}
			/>
			<ScopeBar scope={scope} found={found} />
			<MeasuringNote measuring={measuring} />
			{found && (
				<WholeFigures found={found} scope={scope} outdated={outdated}>
					<PassagesTable
						document={document}
						scope={{ ...scope, drafts: found.drafts }}
						head={found.headNumber}
						language={language}
					/>
				</WholeFigures>
			)}
		</>
	);
}
