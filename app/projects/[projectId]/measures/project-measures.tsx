"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "#app/_ui/page-header.tsx";
import type { WireProjectMeasures } from "#lib/core/measure/wire.ts";
import { detectLanguage } from "#lib/core/text/detect-language.ts";
import type { ProjectOnScreen } from "../project.ts";
import { FigureTable } from "./figure-table.tsx";
import { MeasuringNote } from "./measuring-note.tsx";
import { ScopeBar, TableMenu } from "./scope-bar.tsx";
import { useMeasures, useScope } from "./use-measures.ts";
import { WholeFigures } from "./whole-figures.tsx";

/** All documents of a project together, one by one, and by person. */
export function ProjectMeasures({ project }: { readonly project: ProjectOnScreen }) {
	const t = useTranslations("measures");
	const projects = useTranslations("projects");
	const scope = useScope();
	const path = `/projects/${project.id}`;
	const measuring = useMeasures<WireProjectMeasures>(path, scope, {
		...(scope.drafts && { drafts: scope.drafts }),
		passages: scope.passages,
	});
	const { found, outdated } = measuring;
	return (
		<>
			<PageHeader
				title={t("title")}
				crumbs={[
					{ href: "/", label: projects("title") },
					{ href: path, label: project.name },
				]}
				note={t("note")}
				actions={
					found &&
					found.total.passages > 0 && (
						<TableMenu path={path} scope={scope} tables={["documents", "people", "days"]} />
					)
				}
			/>
			<ScopeBar scope={scope} found={found} />
			<MeasuringNote measuring={measuring} />
			{found && (
				<WholeFigures found={found} scope={scope} outdated={outdated}>
					<FigureTable
						title={t("documents.title")}
						of={t("documents.document")}
						lines={found.documents}
						idOf={({ id }) => id}
						nameOf={({ id, title }) => (
							<Link
								href={`${path}/documents/${id}/measures`}
								lang={detectLanguage(title) ?? undefined}
								className="font-serif text-md leading-snug underline-offset-4 hover:underline"
							>
								{title}
							</Link>
						)}
					/>
				</WholeFigures>
			)}
		</>
	);
}
