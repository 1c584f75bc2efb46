"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { DiffText } from "#app/_ui/diff-text.tsx";
import { diffWords } from "#lib/core/diff/words.ts";
import { useDesk } from "../desk-context.tsx";
import type { WireSegment } from "../store/wire.ts";

/** The comparison waits until the keys rest. */
const rest = 180;

interface DraftStripProps {
	readonly segment: WireSegment;
	readonly lang: string;
	/** The segment is in the editor: what is being typed counts. */
	readonly live: boolean;
}

/** What is different from the draft, beneath the editor: to be read only. */
export function DraftStrip({ segment, lang, live }: DraftStripProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.editor");
	const [text, setText] = useState(segment.text);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | null = null;
		const now = () => setText((live ? desk.editor?.text : undefined) ?? segment.text);
		now();
		const stop = desk.onTyped(() => {
			if (timer) clearTimeout(timer);
			timer = setTimeout(now, rest);
		});
		return () => {
			stop();
			if (timer) clearTimeout(timer);
		};
	}, [desk, segment.text, live]);
	return (
		<div data-plain className="mt-2 border-l-2 border-rule-strong pl-2.5 select-text">
			<p className="text-xs text-ink-faint">{t("draftDifference")}</p>
			{segment.draft === null ? (
				<p className="text-sm text-ink-soft">{t("noDraft")}</p>
			) : segment.draft === text ? (
				<p className="text-sm text-ink-soft">{t("asDraft")}</p>
			) : (
				<DiffText changes={diffWords(segment.draft, text, lang)} lang={lang} className="text-base!" />
			)}
		</div>
	);
}
