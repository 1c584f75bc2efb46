"use client";

import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { Progress } from "#app/_ui/progress.tsx";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import type { Measuring } from "./use-measures.ts";

/** What stands in the place of figures while there are none. */
export function MeasuringNote({ measuring }: { readonly measuring: Measuring<unknown> }) {
	const t = useTranslations("measures.first");
	const common = useTranslations("common");
	const { found, missing, error, work, start, retry } = measuring;
	if (error)
		return (
			<ProblemNote
				error={error}
				action={
					<Button size="sm" onClick={retry}>
						{common("retry")}
					</Button>
				}
			/>
		);
	if (found) return null;
	if (!missing) return <SkeletonRows rows={4} label={common("loading")} />;
	const { state } = work;
	if (state.is === "failed")
		return (
			<ProblemNote
				error={state.error}
				action={
					<Button size="sm" onClick={start}>
						{common("retry")}
					</Button>
				}
			/>
		);
	const running = state.is !== "idle";
	return (
		<div className="flex flex-col items-start gap-3 border-y border-rule py-8">
			<p className="max-w-[40em] text-ink-soft">{t("explain", { missing: missing.missing })}</p>
			{running && (
				<Progress
					label={t("measuring")}
					done={state.is === "running" ? state.done : 0}
					total={state.is === "running" && state.done > 0 ? state.total : 0}
					className="max-w-96"
				/>
			)}
			{running ? (
				<Button onClick={work.cancel}>{common("cancel")}</Button>
			) : (
				<Button onClick={start}>{t("measure")}</Button>
			)}
		</div>
	);
}
