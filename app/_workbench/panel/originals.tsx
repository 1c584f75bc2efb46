"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { api } from "#app/_ui/api.ts";
import { useWorkbench } from "../desk-context.tsx";

/** GET /documents/:documentId/originals */
interface Originals {
	readonly originals: readonly {
		readonly number: number;
		readonly side: "source" | "target" | "both";
		readonly upload: { readonly id: string; readonly name: string; readonly size: number };
	}[];
}

/** The files that the document was made from, as they came. */
export function Originals() {
	const t = useTranslations("workbench.panel");
	const format = useFormatter();
	const { id, projectId } = useWorkbench(({ head }) => head);
	const { data } = useQuery({
		queryKey: ["originals", id],
		queryFn: ({ signal }) => api<Originals>(`/documents/${id}/originals`, { signal }),
	});
	if (!data || data.originals.length === 0) return null;
	return (
		<section>
			<h2 className="mb-1 text-xs text-ink-faint">{t("originals")}</h2>
			<ul className="flex flex-col gap-1">
				{data.originals.map(({ side, number, upload }) => (
					<li key={`${number} ${side} ${upload.id}`} className="flex items-baseline justify-between gap-2">
						<a
							className="min-w-0 truncate underline underline-offset-3"
							href={`/api/v1/projects/${projectId}/uploads/${upload.id}`}
							title={upload.name}
							download
						>
							{upload.name}
						</a>
						<span className="shrink-0 text-sm text-ink-faint">
							{t("kilobytes", { kilobytes: format.number(Math.max(1, Math.round(upload.size / 1024))) })}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}
