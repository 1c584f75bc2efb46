"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { DiffText } from "#app/_ui/diff-text.tsx";
import { diffWords } from "#lib/core/diff/words.ts";
import { useDesk } from "../desk-context.tsx";
import type { WireSegment } from "../store/wire.ts";

/** The comparison waits until the keys rest. */
const rest = 180;

/** What is different from the draft, beneath the editor: to be read only. */
export function DraftStrip({ segment, lang }: { readonly segment: WireSegment; readonly lang: string }) {
	const desk = useDesk();
	const t = useTranslations("workbench.editor");
	const [text, setText] = useState(segment.text);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | null = null;
		setText(desk.editor?.text ?? segment.text);
		const stop = desk.onTyped(() => {
			if (timer) clearTimeout(timer);
			timer = setTimeout(() => setText(desk.editor?.text ?? segment.text), rest);
		});
		return () => {
			stop();
			if (timer) clearTimeout(timer);
		};
	}, [desk, segment.text]);
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
