"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef } from "react";
import { classNames } from "#app/_ui/class-names.ts";
import type { Side } from "#lib/core/document/model.ts";
import { afterFirstRow } from "../after-first-row.tsx";
import { SuggestionNote } from "../comments/suggestion-note.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { kindLook } from "../grid/kind-look.ts";
import type { WireSegment } from "../sync/wire.ts";
import { Strips } from "./strips.tsx";

const RestoredNote = afterFirstRow(async () => (await import("./restored-note.tsx")).RestoredNote);
const ConflictView = afterFirstRow(async () => (await import("./conflict-view.tsx")).ConflictView);

interface ActiveSegmentProps {
	/** null: the rendering is empty, and typing makes a segment. */
	readonly segment: WireSegment | null;
	readonly side: Side;
	readonly lang: string;
}

/** The segment being edited: the workbench's one editor comes to stand here. */
export function ActiveSegment({ segment, side, lang }: ActiveSegmentProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.editor");
	const ready = useWorkbench((state) => state.editorReady);
	const id = segment?.id ?? "";
	const restored = useWorkbench((state) => state.restored.get(id));
	const conflict = useWorkbench((state) => state.conflicts.get(id));
	const host = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		const { editor } = desk;
		if (!ready || !editor || !host.current || editor.view.dom.parentNode === host.current) return;
		host.current.replaceChildren(editor.view.dom);
		editor.view.requestMeasure();
	}, [desk, ready]);
	return (
		<div className="measure relative">
			{side === "source" && <p className="mb-1.5 text-xs font-medium text-accent-text">{t("sourceLabel")}</p>}
			{side === "target" && <SuggestionNote />}
			<div
				ref={host}
				lang={lang}
				className={classNames(
					"reading whitespace-pre-wrap rounded-sm outline-1 outline-offset-4 outline-rule-strong",
					kindLook(segment?.kind),
				)}
			>
				{!ready && segment?.text}
			</div>
			{restored !== undefined && <RestoredNote at={restored} />}
			{segment && conflict && <ConflictView segment={segment} conflict={conflict} lang={lang} />}
			{segment && <Strips segment={segment} side={side} lang={lang} live />}
		</div>
	);
}
