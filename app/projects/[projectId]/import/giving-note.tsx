"use client";

import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { Progress } from "#app/_ui/progress.tsx";
import type { Giving } from "./use-giving.ts";

/** How far a file is on its way, or why it did not come. */
export function GivingNote({ giving }: { readonly giving: Giving }) {
	const t = useTranslations("import");
	const { state, cancel } = giving;
	if (state.is === "idle") return null;
	if (state.is === "failed")
		return (
			<div className="flex flex-col gap-1">
				<p className="text-sm text-ink-soft">{t("notRead", { name: state.name })}</p>
				<ProblemNote error={state.error} />
			</div>
		);
	return (
		<div className="flex items-center gap-3 border-y border-rule py-1.5">
			<div className="min-w-0 flex-1">
				<p className="mb-1 truncate text-sm text-ink-soft">{t(`giving.${state.is}`, { name: state.name })}</p>
				<Progress
					label={t(`giving.${state.is}`, { name: state.name })}
					done={state.done}
					total={state.total}
				/>
			</div>
			<Button size="sm" onClick={cancel}>
				{t("giving.stop")}
			</Button>
		</div>
	);
}
