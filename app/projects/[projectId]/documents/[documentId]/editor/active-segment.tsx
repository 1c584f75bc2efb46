"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef } from "react";
import { classNames } from "#app/_ui/class-names.ts";
import type { Side } from "#lib/core/document/model.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { kindLook } from "../grid/kind-look.ts";
import type { WireSegment } from "../store/wire.ts";
import { ConflictView } from "./conflict-view.tsx";
import { DraftStrip } from "./draft-strip.tsx";
import { RestoredNote } from "./restored-note.tsx";

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
	const strip = useWorkbench((state) => state.strip);
	const host = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		const { editor } = desk;
		if (!ready || !editor || !host.current || editor.view.dom.parentNode === host.current) return;
		host.current.replaceChildren(editor.view.dom);
		editor.view.requestMeasure();
	}, [desk, ready]);
	return (
		<div className="measure">
			{side === "source" && <p className="mb-0.5 text-xs font-medium text-accent-text">{t("sourceLabel")}</p>}
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
			{segment && <RestoredNote segment={segment.id} />}
			{segment && <ConflictView segment={segment} lang={lang} />}
			{strip && segment && side === "target" && <DraftStrip segment={segment} lang={lang} live />}
		</div>
	);
}
