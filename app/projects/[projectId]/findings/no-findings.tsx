"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import type { WireProjectFindings } from "#lib/core/qa/wire.ts";
import { may, type ProjectOnScreen } from "../project.ts";
import type { FindingsFilter } from "./findings-query.ts";

interface NoFindingsProps {
	readonly project: ProjectOnScreen;
	readonly filter: FindingsFilter;
	readonly found: WireProjectFindings;
	readonly onShow: (change: Partial<FindingsFilter>) => void;
}

/** Nothing is listed: because there is nothing to look at, nothing left to do, or nothing of the kind. */
export function NoFindings({ project, filter, found, onShow }: NoFindingsProps) {
	const t = useTranslations("projectFindings");
	const projects = useTranslations("projects");
	const here = `/projects/${project.id}`;
	if (project.documents === 0)
		return (
			<EmptyState
				title={projects("noDocuments.title")}
				action={
					may(project, "document.import") && (
						<Button asChild variant="primary">
							<Link href={`${here}/import`}>{projects("import")}</Link>
						</Button>
					)
				}
			>
				{t("empty.noDocuments")}
			</EmptyState>
		);
	if (found.counting) return <EmptyState title={t("empty.counting")}>{t("empty.wait")}</EmptyState>;
	const { check, severity, document, state } = filter;
	if (check !== null || severity !== null || document !== null || state === "dismissed")
		return <EmptyState title={t("empty.none")}>{t("empty.other")}</EmptyState>;
	return (
		<EmptyState
			title={t("empty.done")}
			action={
				<>
					{found.dismissed > 0 && (
						<Button onClick={() => onShow({ state: "dismissed" })}>
							{t("empty.showDismissed", { count: found.dismissed })}
						</Button>
					)}
					<Button asChild>
						<Link href={here}>{t("empty.documents")}</Link>
					</Button>
				</>
			}
		>
			{t("empty.next")}
		</EmptyState>
	);
}
