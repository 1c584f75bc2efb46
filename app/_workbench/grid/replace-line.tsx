"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "#app/_ui/button.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import type { Desk } from "../store/desk.ts";
import type { FindState } from "../store/finder.ts";

interface ReplaceProps {
	readonly find: FindState;
	/** Shows all places, to choose from. */
	readonly onPreview: () => void;
}

/** Loaded when it is first used. */
async function replaceHere(desk: Desk): Promise<void> {
	const replacer = await import("../store/replacer.ts");
	await replacer.replaceHere(desk);
}

function useReplacement(find: FindState) {
	const replacement = useWorkbench((state) => state.replacement) ?? "";
	const problem = find.pattern?.problemIn(replacement) ?? null;
	return { replacement, problem, can: find.found !== null && find.found.total > 0 && problem === null };
}

/** What comes in the place of what is found. */
export function ReplaceField({
	find,
	onClose,
}: Pick<ReplaceProps, "find"> & { readonly onClose: () => void }) {
	const desk = useDesk();
	const t = useTranslations("replace");
	const { replacement, problem, can } = useReplacement(find);
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => {
		desk.finder.focusReplacement = () => field.current?.focus();
		if (desk.state.get().find?.query !== "") field.current?.focus();
	}, [desk]);
	return (
		<input
			ref={field}
			type="text"
			value={replacement}
			maxLength={2_000}
			placeholder={t("with")}
			aria-label={t("with")}
			aria-invalid={problem ? true : undefined}
			autoComplete="off"
			spellCheck={false}
			className="h-8 min-w-0 rounded-md border border-control bg-paper px-2.5 md:col-start-1 md:row-start-2"
			onChange={(event) => desk.state.set({ replacement: event.target.value })}
			onKeyDown={(event) => {
				if (event.nativeEvent.isComposing || event.keyCode === 229) return;
				if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
					if (can) desk.turns.take(() => replaceHere(desk));
				} else if (event.key === "Escape") onClose();
				else return;
				event.preventDefault();
				event.stopPropagation();
			}}
		/>
	);
}

/** Here, or wherever somebody ticks it. */
export function ReplaceButtons({ find, onPreview }: ReplaceProps) {
	const desk = useDesk();
	const t = useTranslations("replace");
	const tell = useTranslations("search.problem");
	const { problem, can } = useReplacement(find);
	return (
		<div className="flex flex-wrap items-center gap-1 md:col-start-2 md:row-start-2">
			<Button size="sm" disabled={!can} onClick={() => desk.turns.take(() => replaceHere(desk))}>
				{t("here")}
			</Button>
			<Button size="sm" onClick={onPreview}>
				{t("preview")}
			</Button>
			{problem && (
				<span role="status" className="px-1.5 text-sm text-danger">
					{tell(problem.problem as "noGroup", problem.values as { group: string; groups: number })}
				</span>
			)}
		</div>
	);
}
