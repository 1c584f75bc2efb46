"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { DiffText } from "#app/_ui/diff-text.tsx";
import { RelativeTime } from "#app/_ui/relative-time.tsx";
import { diffWithMoves } from "#lib/core/diff/words.ts";
import type { StaleChange, WireStale } from "#lib/core/document/wire.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { actions } from "../store/actions.ts";

// Not a table, like the grid itself.
const asCell = { role: "gridcell", "aria-colindex": 4, tabIndex: -1 } as const;

/** Somebody who walks through passages does not ask about each of them. Milliseconds. */
const rest = 300;

/** Why the link of the passage one is on is stale: who confirmed what, and what is otherwise now. */
export default function StaleNote({ passage }: { readonly passage: string }) {
	const desk = useDesk();
	const t = useTranslations("workbench.stale");
	const taken = useWorkbench(() => desk.data.taken);
	const [data, setData] = useState<WireStale | null>(null);
	/** The revision that the answer is of: the document may have moved on since. */
	const asked = useRef(-1);
	useEffect(() => {
		if (asked.current === taken) return;
		let over = false;
		const path = `/documents/${desk.options.head.id}/passages/${passage}/stale`;
		const timer = setTimeout(() => {
			const read = desk.options.read<WireStale>(path).catch(() => null);
			void read.then((found) => {
				if (over || !found) return;
				asked.current = taken;
				setData(found);
			});
		}, rest);
		return () => {
			over = true;
			clearTimeout(timer);
		};
	}, [desk, passage, taken]);
	if (!data?.confirmed || data.changes.length === 0) return null;
	const { actor, at } = data.confirmed;
	return (
		<div {...asCell} data-plain className="col-[3/-2] min-w-0 px-2 pt-2 select-text max-md:col-[3/-1]">
			<section aria-label={t("title")} className="border-l-2 border-link-stale pl-2.5 text-sm">
				<p className="flex flex-wrap items-baseline gap-x-1.5 text-ink-soft">
					<span className="font-medium text-link-stale">{t("title")}</span>
					{t("confirmedBy", { name: actor.name })} <RelativeTime at={at} />
				</p>
				<ul className="mt-1 flex flex-col gap-1">
					{data.changes.map((change) => (
						<li key={`${change.kind} ${change.segment}`} className="min-w-0">
							<Change change={change} />
						</li>
					))}
				</ul>
				{desk.may("review") && (
					<Button
						size="sm"
						className="mt-1.5"
						onClick={() => {
							desk.turns.take(() => actions.confirmLink(desk));
							desk.focus();
						}}
					>
						{t("confirmAgain")}
					</Button>
				)}
			</section>
		</div>
	);
}

function Change({ change }: { readonly change: StaleChange }) {
	const t = useTranslations("workbench.stale");
	const { sourceLanguage, targetLanguage } = useWorkbench(({ head }) => head.description);
	const { side } = change;
	const lang = side === "source" ? sourceLanguage : targetLanguage;
	const named =
		change.kind === "left" ? t("left", { side, number: change.index + 1 }) : t(change.kind, { side });
	return (
		<>
			<span className="text-ink-soft">{named}</span>{" "}
			{change.kind === "reworded" && change.before !== null ? (
				<DiffText
					changes={diffWithMoves(change.before, change.text, lang)}
					lang={lang}
					className="text-base!"
				/>
			) : change.kind !== "gone" && change.kind !== "reworded" ? (
				<span lang={lang} className="reading line-clamp-2 text-base!">
					{change.text}
				</span>
			) : null}
		</>
	);
}
