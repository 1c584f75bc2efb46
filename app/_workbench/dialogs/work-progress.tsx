"use client";

import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { Progress } from "#app/_ui/progress.tsx";
import type { LongWork } from "#app/_ui/use-long-work.ts";

/** How far long work is, with a way to stop it; nothing while none is running. */
export function WorkProgress({ work: { state, cancel } }: { readonly work: LongWork }) {
	const t = useTranslations("workbench.dialog.work");
	if (state.is !== "running") return null;
	const { done, total } = state;
	const percent = total > 0 ? Math.floor((100 * done) / total) : 0;
	return (
		<div className="flex items-end gap-4">
			<div className="min-w-0 flex-1" role="status">
				<p className="mb-1.5 text-sm text-ink-soft">
					{total > 0 && done >= total ? t("storing") : t("running", { percent })}
				</p>
				<Progress label={t("label")} done={done} total={total} />
			</div>
			<Button size="sm" onClick={cancel}>
				{t("stop")}
			</Button>
		</div>
	);
}
