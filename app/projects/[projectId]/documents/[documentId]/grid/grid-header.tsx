"use client";

import { useTranslations } from "next-intl";
import { useLanguageName } from "#app/projects/[projectId]/language-name.ts";
import { useWorkbench } from "../desk-context.tsx";
import { rowShape } from "./row.tsx";

/** Names the columns; a screen reader hears the names with the grid and its rows. */
export function GridHeader() {
	const t = useTranslations("workbench.grid");
	const languageName = useLanguageName();
	const { description, sides } = useWorkbench((state) => state.head);
	const failing = useWorkbench((state) => state.loading === "failing");
	const left = sides.source
		? t("source", { language: languageName(description.sourceLanguage) })
		: t("draft");
	return (
		<>
			{failing && (
				<p role="status" className="border-b border-rule bg-caution-wash px-4 py-1.5 text-sm text-caution">
					{t("failing")}
				</p>
			)}
			<div
				aria-hidden
				className={`${rowShape} border-b border-rule-strong overflow-hidden py-1 text-xs text-ink-faint [scrollbar-gutter:stable] max-md:hidden`}
			>
				<span />
				<span />
				<span className="px-2">{left}</span>
				<span />
				<span className="px-2">{t("rendering", { language: languageName(description.targetLanguage) })}</span>
			</div>
		</>
	);
}
