"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { isMachineDraft } from "../store/outline-letters.ts";
import type { WireRow } from "../sync/wire.ts";
import { useRowWords } from "./row-words.ts";

const joined = (row: WireRow, side: "source" | "target") => row[side].map(({ text }) => text).join(" ");

/**
 * Says to a screen reader which passage one has come to. While typing: its number, state and source, since the caret is
 * in the rendering, which is read by itself. Otherwise both texts, since a row is read by its name. It follows the place
 * alone, so that typing is never spoken over.
 */
export const WhereNote = memo(function WhereNote() {
	const desk = useDesk();
	const t = useTranslations("workbench.grid");
	const words = useRowWords();
	const passage = useWorkbench((state) => state.place?.passage ?? null);
	const typing = useWorkbench((state) => state.mode === "review" && state.editorReady);
	const loaded = useWorkbench(({ rows }) => passage !== null && rows.at(rows.indexOf(passage)) !== undefined);
	const settled = useWorkbench((state) => state.settled);
	const { rows, head } = desk.state.get();
	const { sides, description } = head;
	const index = passage === null ? -1 : rows.indexOf(passage);
	const row = settled && loaded ? rows.at(index) : undefined;
	return (
		<div role="status" data-where className="sr-only">
			{row && typing && (
				<span>
					{t("where", {
						number: index + 1,
						total: rows.total,
						state: words.describeState(
							isMachineDraft(row, description.origins) ? "machine" : row.state,
							sides.source && sides.target ? row.link : null,
							desk.findings.of(row).length,
						),
					})}{" "}
				</span>
			)}
			{row && sides.source && <span lang={description.sourceLanguage}>{joined(row, "source")} </span>}
			{row && sides.target && !typing && (
				<span lang={description.targetLanguage}>{joined(row, "target") || words.empty}</span>
			)}
		</div>
	);
});
