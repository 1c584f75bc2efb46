"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Button } from "#app/_ui/button.tsx";
import { classNames } from "#app/_ui/class-names.ts";
import { Kbd } from "#app/_ui/kbd.tsx";
import { RelativeTime } from "#app/_ui/relative-time.tsx";
import { readable } from "#lib/core/comments/mentions.ts";
import type { WireThread } from "#lib/core/comments/wire.ts";
import { CommentBox } from "../comments/comment-box.tsx";
import { ThreadView } from "../comments/thread-view.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { useCaps } from "../keys/use-caps.ts";
import { beginComment, goToThread, leaveComment, post } from "../store/comment-actions.ts";
import { type CommentTarget, commentFilters, filtered } from "../store/comment-state.ts";

/** What is said about the passage one is on, and beneath it about the whole document. */
export function Comments() {
	const t = useTranslations("comments");
	const writing = useWorkbench(({ comments }) => comments.writing);
	return (
		<div className="flex flex-col gap-5">
			{writing ? <NewComment key={JSON.stringify(writing)} target={writing} /> : <Begin />}
			<Here />
			<section aria-label={t("document")} className="flex flex-col gap-2">
				<h2 className="text-xs text-ink-faint">{t("document")}</h2>
				<Filters />
				<Threads />
			</section>
		</div>
	);
}

function Begin() {
	const t = useTranslations("comments");
	const desk = useDesk();
	const capsIn = useCaps();
	const caps = capsIn("comment");
	return (
		<Button size="sm" className="self-start" onClick={() => beginComment(desk)}>
			{t("new")}
			{caps.keys && <Kbd {...caps} keys={caps.keys} />}
		</Button>
	);
}

function NewComment({ target }: { readonly target: CommentTarget }) {
	const t = useTranslations("comments");
	const desk = useDesk();
	const index = desk.data.rows.indexOf(target.passage);
	return (
		<section aria-label={t("new")} className="flex flex-col gap-1.5">
			<p className="text-xs text-ink-faint">{t("about", { number: index + 1 })}</p>
			{target.span && (
				<blockquote
					lang={desk.language(target.side)}
					className="reading line-clamp-3 border-l-2 border-accent pl-2 text-sm! text-ink-soft"
				>
					{target.span.quote}
				</blockquote>
			)}
			<CommentBox
				name="new"
				label={t("newLabel")}
				send={t("send")}
				target={target}
				post={(text) => post(desk, "new", (key) => ({ path: "/comments", body: { key, on: target, text } }))}
				leave={() => leaveComment(desk)}
			/>
		</section>
	);
}

function Here() {
	const t = useTranslations("comments");
	const here = useWorkbench(({ comments }) => comments.here);
	const passage = useWorkbench(({ place }) => place?.passage ?? null);
	const resolved = useWorkbench(({ comments }) => comments.filter === "resolved");
	const chosen = useWorkbench(({ comments }) => comments.chosen);
	const all = here?.passage === passage ? here.threads : [];
	const shown = all.filter(({ state, id }) => state === "open" || resolved || id === chosen);
	return (
		<section aria-label={t("here")} className="flex flex-col gap-1.5">
			<h2 className="text-xs text-ink-faint">{t("here")}</h2>
			{shown.length === 0 ? (
				<p className="text-sm text-ink-soft">{t("none")}</p>
			) : (
				shown.map((thread) => <ThreadView key={thread.id} thread={thread} />)
			)}
		</section>
	);
}

function Filters() {
	const t = useTranslations("comments");
	const desk = useDesk();
	const threads = useWorkbench(({ comments }) => comments.threads);
	const chosen = useWorkbench(({ comments }) => comments.filter);
	return (
		<fieldset aria-label={t("filters")} className="flex flex-wrap gap-x-3 gap-y-1">
			{commentFilters.map((filter) => (
				<button
					key={filter}
					type="button"
					aria-pressed={chosen === filter}
					className={classNames(
						"border-b text-sm",
						chosen === filter
							? "border-accent font-medium text-ink"
							: "border-transparent text-ink-soft hover:text-ink",
					)}
					onClick={() => desk.comments.filter(filter)}
				>
					{filter === "resolved"
						? t("filter.resolved")
						: t("counted", { name: t(`filter.${filter}`), count: filtered(threads, filter).length })}
				</button>
			))}
		</fieldset>
	);
}

function Threads() {
	const t = useTranslations("comments");
	const threads = useWorkbench(({ comments }) => comments.threads);
	const filter = useWorkbench(({ comments }) => comments.filter);
	const list = useMemo(() => filtered(threads, filter), [threads, filter]);
	if (list.length === 0) return <p className="text-sm text-ink-soft">{t("nothing")}</p>;
	return (
		<ul className="flex flex-col">
			{list.map((thread) => (
				<li key={thread.id} className="border-b border-rule last:border-b-0">
					<Line thread={thread} />
				</li>
			))}
		</ul>
	);
}

function Line({ thread }: { readonly thread: WireThread }) {
	const t = useTranslations("comments");
	const desk = useDesk();
	const people = useWorkbench(({ comments }) => comments.people);
	const { anchor, author, from, kind, state, comments } = thread;
	return (
		<button
			type="button"
			className="flex w-full flex-col gap-0.5 py-1.5 text-left hover:bg-wash"
			onClick={() => desk.turns.take(() => goToThread(desk, thread))}
		>
			<span className="flex w-full items-baseline gap-x-2 text-xs text-ink-faint">
				<span className="tabular-nums">{anchor ? anchor.index + 1 : "—"}</span>
				<span className="truncate font-medium text-ink-soft">{from?.name ?? author.name}</span>
				{comments > 1 && <span>{t("answers", { count: comments - 1 })}</span>}
				<RelativeTime at={from?.at ?? thread.at} className="ml-auto shrink-0" />
			</span>
			<span className="line-clamp-2 text-sm [overflow-wrap:anywhere]">
				{kind === "suggestion" && <span className="text-ink-faint">{t("suggestion")} </span>}
				{readable(thread.excerpt, people)}
			</span>
			{state !== "open" && <span className="text-xs text-ink-faint">{t(`state.${state}`)}</span>}
			{anchor === null && <span className="text-xs text-caution">{t("gone")}</span>}
		</button>
	);
}
