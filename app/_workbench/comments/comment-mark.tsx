"use client";

import { MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { filtered } from "../store/comment-state.ts";

/** How many open threads a passage has; a press shows them. */
export function CommentMark({ passage }: { readonly passage: string }) {
	const count = useWorkbench(({ comments }) => comments.counts.get(passage) ?? 0);
	return count === 0 ? null : <Mark passage={passage} count={count} />;
}

function Mark({ passage, count }: { readonly passage: string; readonly count: number }) {
	const desk = useDesk();
	const t = useTranslations("comments");
	const show = () => {
		const [first] = filtered(desk.comments.state.threads, "open").filter(
			({ anchor }) => anchor?.passage === passage,
		);
		if (first)
			desk.turns.take(async () => (await import("../store/comment-actions.ts")).goToThread(desk, first));
	};
	return (
		<button
			type="button"
			tabIndex={-1}
			aria-label={t("mark", { count })}
			title={t("mark", { count })}
			className="-mx-1 flex items-center gap-0.5 rounded-sm px-1 text-accent-text hover:bg-wash"
			onClick={show}
		>
			<MessageSquare aria-hidden className="size-3.5" />
			<span aria-hidden>{count}</span>
		</button>
	);
}
