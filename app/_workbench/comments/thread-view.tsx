"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { classNames } from "#app/_ui/class-names.ts";
import { RelativeTime } from "#app/_ui/relative-time.tsx";
import { mentionedIn, mentionOf, piecesOf } from "#lib/core/comments/mentions.ts";
import type { Mentioned, WholeThread, WireEntry } from "#lib/core/comments/wire.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { post, send, settle } from "../store/comment-actions.ts";
import { newId } from "../sync/new-id.ts";
import { CommentBox } from "./comment-box.tsx";
import { CommentText } from "./comment-text.tsx";
import { FromFileNote } from "./from-file-note.tsx";
import { SuggestionView } from "./suggestion-view.tsx";

/** A thread with everything in it. R on it resolves or reopens it, A answers. */
export function ThreadView({ thread }: { readonly thread: WholeThread }) {
	const t = useTranslations("comments");
	const desk = useDesk();
	const people = useWorkbench(({ comments }) => comments.people);
	const chosen = useWorkbench(({ comments }) => comments.chosen === thread.id);
	const [answering, setAnswering] = useState(
		() => desk.comments.drafts.get(thread.id) !== undefined && thread.state === "open",
	);
	const first = useRef<HTMLButtonElement>(null);
	useEffect(() => {
		if (chosen) first.current?.scrollIntoView({ block: "nearest" });
	}, [chosen]);
	const decided = thread.state === "accepted" || thread.state === "rejected";
	function onKey(event: KeyboardEvent): void {
		if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey) return;
		if (event.code === "KeyR" && !decided && thread.kind === "comment") void settle(desk, thread);
		else if (event.code === "KeyA") setAnswering(true);
		else if (event.code === "Escape") desk.focus();
		else return;
		event.preventDefault();
	}
	return (
		<article
			aria-label={t("thread", { name: thread.author.name })}
			onKeyDown={onKey}
			className={classNames(
				"flex flex-col gap-2 border-b border-rule py-3 first:pt-0 last:border-b-0",
				chosen && "bg-accent-wash -mx-2 px-2",
			)}
		>
			<Quote thread={thread} />
			{thread.kind === "suggestion" && <SuggestionView thread={thread} />}
			{thread.entries
				.filter(({ kind }) => kind !== "suggest")
				.map((entry) => (
					<Entry key={entry.number} entry={entry} thread={thread} people={people} />
				))}
			{answering && (
				<CommentBox
					name={thread.id}
					label={t("answerLabel")}
					send={t("answer")}
					post={(text) =>
						post(desk, thread.id, (key) => ({
							path: `/comments/${thread.id}/entries`,
							body: { key, kind: "comment", text },
						}))
					}
					leave={() => {
						setAnswering(false);
						first.current?.focus();
					}}
				/>
			)}
			<div className="flex flex-wrap gap-2">
				{!answering && (
					<Button ref={first} size="sm" variant="plain" className="-ml-2" onClick={() => setAnswering(true)}>
						{t("answer")}
					</Button>
				)}
				{!decided && thread.kind === "comment" && (
					<Button size="sm" variant="plain" aria-keyshortcuts="R" onClick={() => void settle(desk, thread)}>
						{t(thread.state === "resolved" ? "reopen" : "resolve")}
					</Button>
				)}
			</div>
		</article>
	);
}

function Quote({ thread }: { readonly thread: WholeThread }) {
	const t = useTranslations("comments");
	const desk = useDesk();
	const { anchor, quote } = thread;
	const lost = anchor === null ? "gone" : anchor.orphaned ? "orphaned" : null;
	const part = anchor?.span !== null;
	if (quote === "" || (thread.kind === "suggestion" && lost === null) || (!part && lost === null))
		return null;
	return (
		<div className="border-l-2 border-rule-strong pl-2 text-ink-soft">
			<blockquote
				lang={desk.language(anchor?.side ?? "target")}
				className={classNames("reading line-clamp-3 text-sm!", lost && "line-through decoration-1")}
			>
				{quote}
			</blockquote>
			{lost && <p className="text-xs text-caution">{t(lost)}</p>}
		</div>
	);
}

interface EntryProps {
	readonly entry: WireEntry;
	readonly thread: WholeThread;
	readonly people: Mentioned;
}

function Entry({ entry, thread, people }: EntryProps) {
	const t = useTranslations("comments");
	const desk = useDesk();
	const [editing, setEditing] = useState(false);
	const mine = entry.author.id === desk.options.person.id;
	if (entry.kind !== "comment") {
		return (
			<p className="text-xs text-ink-faint">
				{t(`did.${entry.kind as "resolve"}`, { name: entry.author.name })} <RelativeTime at={entry.at} />
			</p>
		);
	}
	if (editing && entry.text !== null)
		return <EditBox entry={entry} thread={thread} people={people} leave={() => setEditing(false)} />;
	return (
		<div className="group flex flex-col gap-0.5">
			<p className="flex flex-wrap items-baseline gap-x-2 text-xs text-ink-faint">
				<span className="text-sm font-medium text-ink">
					<FromFileNote entry={entry} otherwise={entry.author.name} />
				</span>
				<RelativeTime at={entry.from?.at ?? entry.at} />
				{entry.editedAt && <span>{t("edited")}</span>}
				{mine && entry.text !== null && (
					<span className="ml-auto flex gap-2">
						{!entry.from && (
							<button type="button" className="hover:text-ink" onClick={() => setEditing(true)}>
								{t("edit")}
							</button>
						)}
						<button
							type="button"
							className="hover:text-ink"
							onClick={() =>
								void send(desk, `/comments/${thread.id}/entries`, {
									key: newId(),
									kind: "delete",
									of: entry.number,
								})
							}
						>
							{t("delete")}
						</button>
					</span>
				)}
			</p>
			{entry.text === null ? (
				<p className="text-sm text-ink-faint italic">{t("deleted")}</p>
			) : (
				<CommentText text={entry.text} people={people} />
			)}
		</div>
	);
}

function EditBox({ entry, thread, people, leave }: EntryProps & { readonly leave: () => void }) {
	const t = useTranslations("comments");
	const desk = useDesk();
	const name = `edit ${entry.number}`;
	const text = entry.text ?? "";
	const known = mentionedIn(text).map((id) => ({ id, name: people[id] ?? mentionOf(id) }));
	const initial = piecesOf(text, people)
		.map((piece) => (piece.person === null ? piece.text : `@${piece.text}`))
		.join("");
	return (
		<CommentBox
			name={name}
			label={t("editLabel")}
			send={t("save")}
			initial={initial}
			known={known}
			post={(now) =>
				post(desk, name, (key) => ({
					path: `/comments/${thread.id}/entries`,
					body: { key, kind: "edit", of: entry.number, text: now },
				}))
			}
			leave={leave}
		/>
	);
}
