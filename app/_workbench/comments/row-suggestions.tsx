"use client";

import { useMemo } from "react";
import { afterFirstRow } from "../after-first-row.tsx";
import { useWorkbench } from "../desk-context.tsx";
import { isOpen } from "../store/comment-state.ts";

const SuggestionView = afterFirstRow(async () => (await import("./suggestion-view.tsx")).SuggestionView);

/** The open suggestions for the passage one is on, beneath its rendering. */
export function RowSuggestions({ passage }: { readonly passage: string }) {
	const here = useWorkbench(({ comments }) =>
		comments.here?.passage === passage ? comments.here.threads : null,
	);
	const suggestions = useMemo(
		() => here?.filter((thread) => thread.kind === "suggestion" && isOpen(thread)) ?? [],
		[here],
	);
	if (suggestions.length === 0) return null;
	return (
		<div data-plain className="measure mt-6 flex flex-col gap-3 border-l-2 border-accent pl-2.5 select-text">
			{suggestions.map((thread) => (
				<SuggestionView key={thread.id} thread={thread} />
			))}
		</div>
	);
}
