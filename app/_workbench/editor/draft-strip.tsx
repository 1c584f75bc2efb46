"use client";

import { useTranslations } from "next-intl";
import { DiffText } from "#app/_ui/diff-text.tsx";
import { diffWithMoves } from "#lib/core/diff/words.ts";
import type { WireSegment } from "../sync/wire.ts";
import { useLiveText } from "./use-live-text.ts";

interface DraftStripProps {
	readonly segment: WireSegment;
	readonly lang: string;
	/** The segment is in the editor: what is being typed counts. */
	readonly live: boolean;
}

/** What is different from the draft, beneath the editor: to be read only. */
export function DraftStrip({ segment, lang, live }: DraftStripProps) {
	const t = useTranslations("workbench.editor");
	const text = useLiveText(segment, live);
	return (
		<div data-plain className="mt-2 border-l-2 border-rule-strong pl-2.5 select-text">
			<p className="text-xs text-ink-faint">{t("draftDifference")}</p>
			{segment.draft === null ? (
				<p className="text-sm text-ink-soft">{t("noDraft")}</p>
			) : segment.draft === text ? (
				<p className="text-sm text-ink-soft">{t("asDraft")}</p>
			) : (
				<DiffText changes={diffWithMoves(segment.draft, text, lang)} lang={lang} className="text-base!" />
			)}
		</div>
	);
}
