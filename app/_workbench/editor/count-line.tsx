"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { latinPerHan } from "#lib/core/align/usual-ratio.ts";
import type { Side } from "#lib/core/document/model.ts";
import { withoutMarks } from "#lib/core/formats/marked-text.ts";
import { isChinese } from "#lib/core/text/language.ts";
import { countWords } from "#lib/core/text/words.ts";
import { useDesk } from "../desk-context.tsx";

/** Texts are counted when the keys have rested this long. Milliseconds. */
const rest = 300;
/** Of fewer source characters the usual length says nothing. */
const fewest = 6;

/** How long the text being typed is. It is written past React, so that a key costs no drawing. */
export function CountLine({ side }: { readonly side: Side }) {
	const desk = useDesk();
	const t = useTranslations("writing");
	const line = useRef<HTMLSpanElement>(null);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | null = null;
		function write(): void {
			timer = null;
			const { editor } = desk;
			if (!editor || !line.current) return;
			const lang = desk.language(side);
			const chosen = editor.selection;
			const text = withoutMarks(chosen === "" ? editor.text : chosen);
			const parts = [
				chosen === "" ? null : t("chosen"),
				isChinese(lang) ? null : t("words", { count: countWords(text, lang) }),
				t("characters", { count: lengthOf(text) }),
				...(chosen === "" ? beside(editor.text) : []),
			];
			line.current.textContent = parts.filter((part) => part !== null).join(" · ");
		}
		/** What stands across from it, and how the two lengths compare with what is usual. */
		function beside(text: string): string[] {
			const row = desk.row();
			if (!row || side === "source" || row.source.length === 0) return [];
			const { open } = desk.typing;
			const source = withoutMarks(row.source.map((segment) => segment.text).join(""));
			const others = row.target.filter(({ id }) => id !== open?.segment).map((segment) => segment.text);
			const [from, to] = [inkOf(source), inkOf(withoutMarks([...others, text].join("")))];
			const comparable = isChinese(desk.language("source")) && !isChinese(desk.language("target"));
			return [
				t("source", { count: lengthOf(source) }),
				...(comparable && from >= fewest && to > 0 ? [t("usual", { ratio: to / (from * latinPerHan) })] : []),
			];
		}
		const later = () => {
			if (timer) clearTimeout(timer);
			timer = setTimeout(write, rest);
		};
		write();
		const stops = [desk.onTyped(later), desk.onSelected(later)];
		return () => {
			if (timer) clearTimeout(timer);
			for (const stop of stops) stop();
		};
	}, [desk, side, t]);
	return <span ref={line} className="truncate tabular-nums" />;
}

const lengthOf = (text: string): number => [...text].length;
/** Characters without the spaces between them. */
const inkOf = (text: string): number => lengthOf(text.replace(/\s/gu, ""));
