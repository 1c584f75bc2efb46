"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { DiffText } from "#app/_ui/diff-text.tsx";
import { Kbd } from "#app/_ui/kbd.tsx";
import { RelativeTime } from "#app/_ui/relative-time.tsx";
import { StateSquare } from "#app/_ui/state-square.tsx";
import { diffWithMoves } from "#lib/core/diff/words.ts";
import type { RenderedElsewhere } from "#lib/core/document/wire.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { goToPassage } from "../store/travel.ts";

/** How the same source was rendered elsewhere in the project, each with the key that puts it in. */
export function Memory() {
	const desk = useDesk();
	const t = useTranslations("elsewhere");
	const elsewhere = useWorkbench((state) => state.elsewhere);
	const passage = useWorkbench((state) => state.place?.passage ?? null);
	useWorkbench((state) => state.turn);
	const known = elsewhere?.passage === passage ? elsewhere : null;
	const now = (desk.row()?.target ?? []).map(({ text }) => text).join(" ");
	return (
		<div className="flex flex-col gap-4">
			{known && known.same.length > 0 && desk.may("rendering.edit") && (
				<div className="flex flex-col items-start gap-1.5">
					<p className="text-sm">{t("same", { count: known.same.length })}</p>
					<Button size="sm" onClick={() => desk.elsewhere.review(passage)}>
						{t("review")}
					</Button>
				</div>
			)}
			{!known || known.renderings.length === 0 ? (
				<p className="text-sm text-ink-soft">
					{t(known || (desk.row()?.source.length ?? 0) === 0 ? "nothing" : "looking")}
				</p>
			) : (
				<ol aria-label={t("label")} className="flex flex-col divide-y divide-rule">
					{known.renderings.map((rendering, i) => (
						<Rendering key={rendering.texts.join("\n")} rendering={rendering} at={i} now={now} />
					))}
				</ol>
			)}
		</div>
	);
}

interface RenderingProps {
	readonly rendering: RenderedElsewhere;
	readonly at: number;
	/** The wording it is held against. */
	readonly now: string;
}

function Rendering({ rendering, at, now }: RenderingProps) {
	const desk = useDesk();
	const t = useTranslations("elsewhere");
	const { texts, state, by, places, title, documentId, passage, here } = rendering;
	const { projectId } = desk.state.get().head;
	const lang = desk.language("target");
	return (
		<li className="flex flex-col gap-1 py-2.5 first:pt-0">
			<p className="flex flex-wrap items-center gap-x-2 text-sm">
				<StateSquare state={state} withoutSource={false} />
				{by && <span className="font-medium">{by}</span>}
				{places > 1 && <span className="text-ink-soft">{t("places", { places })}</span>}
				{rendering.at && <RelativeTime at={rendering.at} className="ml-auto text-ink-faint" />}
			</p>
			<DiffText changes={diffWithMoves(now, texts.join(" "), lang)} lang={lang} className="text-base!" />
			<p className="flex flex-wrap items-center gap-2 text-xs text-ink-faint">
				{desk.may("rendering.edit") && (
					<Button
						size="sm"
						onClick={() => {
							desk.elsewhere.insert(at);
							desk.focus();
						}}
					>
						{t("insert")} <Kbd keys={`Ctrl+${at + 1}`} keysOnMac={`Ctrl+${at + 1}`} />
					</Button>
				)}
				{here ? (
					<button
						type="button"
						className="hover:underline"
						onClick={() => desk.turns.take(() => goToPassage(desk, passage))}
					>
						{t("there")}
					</button>
				) : (
					<Link
						className="hover:underline"
						href={`/projects/${projectId}/documents/${documentId}?passage=${passage}`}
					>
						{title}
					</Link>
				)}
			</p>
		</li>
	);
}
