"use client";

import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { DiffText } from "#app/_ui/diff-text.tsx";
import { RelativeTime } from "#app/_ui/relative-time.tsx";
import type { WholeThread } from "#lib/core/comments/wire.ts";
import { diffWithMoves } from "#lib/core/diff/words.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { decide, send } from "../store/comment-actions.ts";
import { isOpen } from "../store/comment-state.ts";
import { newId } from "../sync/new-id.ts";
import { FromFileNote } from "./from-file-note.tsx";

/** A wording that somebody suggests, beside what it started from; those who may edit decide. */
export function SuggestionView({ thread }: { readonly thread: WholeThread }) {
	const t = useTranslations("comments");
	const desk = useDesk();
	const language = desk.language("target");
	const conflict = useWorkbench(({ comments }) =>
		comments.conflict?.thread === thread.id ? comments.conflict : null,
	);
	const suggested = thread.excerpt;
	async function settle(accept: boolean, chosen: { text: string; version: number } | null = null) {
		const decision = await decide(desk, thread, accept, chosen);
		desk.comments.set({
			conflict: typeof decision === "object" ? { thread: thread.id, ...decision } : null,
		});
		desk.focus();
	}
	const before = conflict?.current ?? thread.base ?? "";
	return (
		<div className="flex flex-col gap-1.5">
			<p className="flex flex-wrap items-baseline gap-x-2 text-xs text-ink-faint">
				<FromFileNote entry={thread.entries[0]} otherwise={t("suggestedBy", { name: thread.author.name })} />
				<RelativeTime at={thread.entries[0]?.from?.at ?? thread.at} />
			</p>
			{conflict && <p className="text-sm text-caution">{t("conflict")}</p>}
			<DiffText changes={diffWithMoves(before, suggested, language)} lang={language} className="text-base!" />
			{isOpen(thread) && desk.may("suggestion.decide") && (
				<div className="flex flex-wrap gap-2">
					{conflict ? (
						<Button
							size="sm"
							onClick={() => void settle(true, { text: suggested, version: conflict.version })}
						>
							{t("acceptAllTheSame")}
						</Button>
					) : (
						<Button size="sm" onClick={() => void settle(true)}>
							{t("accept")}
						</Button>
					)}
					<Button size="sm" variant="plain" onClick={() => void settle(false)}>
						{t("reject")}
					</Button>
				</div>
			)}
			{isOpen(thread) && thread.mine && (
				<Button
					size="sm"
					variant="plain"
					className="-ml-2 self-start"
					onClick={() =>
						void send(desk, `/comments/${thread.id}/entries`, {
							key: newId(),
							kind: "delete",
							of: thread.number,
						})
					}
				>
					{t("withdraw")}
				</Button>
			)}
		</div>
	);
}
