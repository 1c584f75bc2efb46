"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { maxCommentLength } from "#lib/core/comments/wire.ts";
import { useDesk } from "../desk-context.tsx";
import type { DraftName } from "../store/comment-drafts.ts";
import type { CommentTarget } from "../store/comment-state.ts";
import { newId } from "../sync/new-id.ts";
import { calledAt, type Member, MentionList, offeredFor, useMembers, withMentions } from "./mention-list.tsx";

interface CommentBoxProps {
	/** Under which the text is kept on this device. */
	readonly name: DraftName;
	readonly label: string;
	readonly send: string;
	readonly target?: CommentTarget;
	/** What is worded anew. */
	readonly initial?: string;
	/** People whom that mentions already. */
	readonly known?: readonly Pick<Member, "id" | "name">[];
	/** Answers whether the server has it; `text` is as it is stored. */
	readonly post: (text: string) => Promise<boolean>;
	readonly leave: () => void;
}

/** Where a comment is written. Every key is kept on this device until the server has it. */
export function CommentBox({
	name,
	label,
	send,
	target,
	initial = "",
	known = [],
	post,
	leave,
}: CommentBoxProps) {
	const desk = useDesk();
	const t = useTranslations("comments");
	const { drafts } = desk.comments;
	const [text, setText] = useState(() => (drafts.get(name)?.text ?? initial) + desk.typedEarly.text);
	const [busy, setBusy] = useState(false);
	const box = useRef<HTMLTextAreaElement>(null);
	const [caret, setCaret] = useState(0);
	const [at, setAt] = useState(0);
	const [closed, setClosed] = useState(false);
	const { members, all } = useMembers(text.includes("@"));
	const called = closed ? null : calledAt(text, caret);
	const offered = called ? offeredFor(members, called.name) : [];
	const list = useId();
	useLayoutEffect(() => {
		desk.typedEarly.claim();
		const area = box.current;
		area?.focus();
		area?.setSelectionRange(area.value.length, area.value.length);
	}, [desk]);
	function change(next: string): void {
		setText(next);
		setClosed(false);
		setAt(0);
		const key = drafts.get(name)?.key ?? newId();
		drafts.set(name, next === initial ? null : { text: next, key, ...(target && { target }) });
	}
	function choose({ name: full }: Member): void {
		if (!called) return;
		const next = `${text.slice(0, called.start)}@${full} `;
		change(next + text.slice(caret));
		setCaret(next.length);
		requestAnimationFrame(() => box.current?.setSelectionRange(next.length, next.length));
	}
	async function submit(): Promise<void> {
		if (busy || text.trim() === "") return;
		setBusy(true);
		const named = text.includes("@") ? [...(await all()), ...known] : known;
		const sent = await post(withMentions(text, named));
		setBusy(false);
		if (sent) {
			drafts.set(name, null);
			leave();
		}
	}
	function onKey(event: KeyboardEvent): void {
		if (event.nativeEvent.isComposing || event.keyCode === 229) return;
		if (offered.length > 0 && inList(event)) return;
		if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
		else if (event.key === "Escape") leave();
		else return;
		event.preventDefault();
	}
	function inList(event: KeyboardEvent): boolean {
		const chosen = offered[at];
		if (event.key === "ArrowDown") setAt((at + 1) % offered.length);
		else if (event.key === "ArrowUp") setAt((at + offered.length - 1) % offered.length);
		else if (event.key === "Escape") setClosed(true);
		else if ((event.key === "Enter" || event.key === "Tab") && chosen) choose(chosen);
		else return false;
		event.preventDefault();
		return true;
	}
	return (
		<div className="flex flex-col gap-1.5">
			<div className="relative">
				<textarea
					ref={box}
					aria-label={label}
					placeholder={label}
					rows={Math.min(8, Math.max(2, text.split("\n").length + Math.floor(text.length / 40)))}
					maxLength={maxCommentLength}
					value={text}
					aria-autocomplete="list"
					{...(offered.length > 0 && {
						"aria-controls": list,
						"aria-activedescendant": `${list}-${at}`,
					})}
					className="w-full resize-none rounded-md border border-control bg-raised px-2 py-1.5 text-sm"
					onChange={(event) => {
						change(event.target.value);
						setCaret(event.target.selectionStart);
					}}
					onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
					onKeyDown={onKey}
				/>
				{offered.length > 0 && (
					<MentionList id={list} label={t("members")} offered={offered} at={at} choose={choose} />
				)}
			</div>
			<div className="flex items-center gap-2">
				<Button
					size="sm"
					variant="primary"
					busy={busy}
					disabled={text.trim() === ""}
					onClick={() => void submit()}
				>
					{send}
				</Button>
				<Button size="sm" variant="plain" onClick={leave}>
					{t("close")}
				</Button>
			</div>
		</div>
	);
}
