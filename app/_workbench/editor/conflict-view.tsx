"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "#app/_ui/button.tsx";
import { DiffText } from "#app/_ui/diff-text.tsx";
import { diffWithMoves } from "#lib/core/diff/words.ts";
import { useDesk } from "../desk-context.tsx";
import type { Conflict } from "../store/typing.ts";
import type { WireSegment } from "../sync/wire.ts";

interface ConflictViewProps {
	readonly segment: WireSegment;
	readonly conflict: Conflict;
	readonly lang: string;
}

/** Two people changed the same words: both texts, beneath the editor that holds mine. Nothing is given up unseen. */
export function ConflictView({ segment, conflict, lang }: ConflictViewProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.conflict");
	const section = useRef<HTMLElement>(null);
	useEffect(() => {
		section.current?.scrollIntoView({ block: "nearest" });
	}, []);
	const { base, mine, theirs, version, own = false } = conflict;
	const title = t(own ? "titleOwn" : "title");
	const by = segment.version === version ? segment.changedBy : null; // once its row was loaded again
	const versions = [
		{ id: "mine", label: t("mine"), text: mine },
		{
			id: "theirs",
			label: own ? t("theirsOwn") : by ? t("theirsBy", { name: by }) : t("theirs"),
			text: theirs,
		},
	];
	return (
		<section
			ref={section}
			data-plain
			aria-label={title}
			className="mt-2.5 flex flex-col gap-2 border-l-2 border-danger pl-2.5 select-text"
		>
			<p role="alert" className="text-sm font-medium text-danger">
				{title}
			</p>
			<p className="text-sm text-ink-soft">{t("explain")}</p>
			{versions.map(({ id, label, text }) => (
				<div key={id} data-conflict={id}>
					<p className="text-xs text-ink-faint">{label}</p>
					<DiffText changes={diffWithMoves(base, text, lang)} lang={lang} className="text-base!" />
				</div>
			))}
			<div className="flex flex-wrap gap-2">
				<Button size="sm" variant="primary" onClick={() => desk.settlement.decide(segment.id, "mine")}>
					{t("keepMine")}
				</Button>
				<Button size="sm" onClick={() => desk.settlement.decide(segment.id, "theirs")}>
					{t(own ? "takeOwn" : "takeTheirs")}
				</Button>
			</div>
		</section>
	);
}
