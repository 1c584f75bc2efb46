"use client";

import { useTranslations } from "next-intl";
import { useLanguageName } from "#app/projects/[projectId]/language-name.ts";
import type { Side } from "#lib/core/document/model.ts";
import { afterFirstRow } from "../after-first-row.tsx";
import { useWorkbench } from "../desk-context.tsx";
import { rowShape } from "./row.tsx";

const CountLine = afterFirstRow(async () => (await import("../editor/count-line.tsx")).CountLine);
const DisplayNote = afterFirstRow(async () => (await import("./display-note.tsx")).DisplayNote);

/** Names the columns; a screen reader hears the names with the grid and its rows. */
export function GridHeader() {
	const t = useTranslations("workbench.grid");
	const languageName = useLanguageName();
	const { description, sides } = useWorkbench((state) => state.head);
	const display = useWorkbench((state) => state.display);
	const failing = useWorkbench((state) => state.loading === "failing");
	const counted = useWorkbench(({ settled, mode, place }) =>
		settled && mode === "review" ? (place?.side ?? null) : null,
	);
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
				<Heading counted={counted === "source"} side="source">
					{left}
				</Heading>
				<span />
				<Heading counted={counted === "target"} side="target">
					{t("rendering", { language: languageName(description.targetLanguage) })}
				</Heading>
			</div>
		</>
	);
}

/** Beside the name of the column stands how long the text being typed in it is, where it covers nothing. */
function Heading({
	counted,
	side,
	children,
}: {
	readonly counted: boolean;
	readonly side: Side;
	readonly children: string;
}) {
	return (
		<span className="flex justify-between gap-4 px-2">
			<span className="shrink-0">{children}</span>
			{counted && <CountLine side={side} />}
		</span>
	);
}
