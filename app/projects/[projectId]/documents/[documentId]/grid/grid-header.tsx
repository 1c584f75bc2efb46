"use client";

import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { useLanguageName } from "#app/projects/[projectId]/language-name.ts";
import type { ChineseScript } from "#lib/core/scripts/detect.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { rowShape } from "./row.tsx";

/** Names the columns; a screen reader hears the names with the grid and its rows. */
export function GridHeader() {
	const t = useTranslations("workbench.grid");
	const languageName = useLanguageName();
	const { description, sides } = useWorkbench((state) => state.head);
	const display = useWorkbench((state) => state.display);
	const failing = useWorkbench((state) => state.loading === "failing");
	const left = sides.source
		? t("source", { language: languageName(description.sourceLanguage) })
		: t("draft");
	return (
		<>
			{display && <DisplayNote script={display.script} />}
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

/** What is read is not what is stored: that is said for as long as it is so. */
function DisplayNote({ script }: { readonly script: ChineseScript }) {
	const t = useTranslations("workbench.display");
	const desk = useDesk();
	return (
		<p
			role="status"
			className="flex flex-wrap items-center gap-x-3 border-b border-rule bg-sunk px-4 py-1 text-sm text-ink-soft"
		>
			{t(script)}
			<Button size="sm" variant="plain" onClick={() => desk.state.set({ display: null })}>
				{t("asStored")}
			</Button>
		</p>
	);
}
