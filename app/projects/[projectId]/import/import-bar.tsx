"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "#app/_ui/button.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { Progress } from "#app/_ui/progress.tsx";
import { hasSide, type ImportForm, isEmpty } from "./import-form.ts";
import { asideAnchor } from "./preview-pane.tsx";
import type { Importing } from "./use-import.ts";
import type { PreviewState } from "./use-preview.ts";

interface ImportBarProps {
	readonly form: ImportForm;
	readonly preview: PreviewState;
	readonly importing: Importing;
}

/** What the import will make, how far it is, and its button: always in sight at the foot of the window. */
export function ImportBar({ form, preview, importing }: ImportBarProps) {
	const t = useTranslations("import");
	const { state, cancel } = importing;
	const bar = useRef<HTMLDivElement>(null);
	const progressWords = ({ done, total }: { readonly done: number; readonly total: number }) =>
		total > 0 && done >= total
			? t("storing")
			: t("running", { percent: total > 0 ? Math.floor((100 * done) / total) : 0 });
	const empty = isEmpty(form);
	useEffect(() => {
		if (state.is !== "incomplete") return;
		const places = empty ? ["textarea"] : ["#import-origin input:not([type=radio])", "#import-origin input"];
		const form = bar.current?.closest("form");
		const missing = places.map((place) => form?.querySelector<HTMLElement>(place)).find(Boolean);
		missing?.focus();
	}, [state, empty]);
	return (
		<div
			ref={bar}
			className="screen-only sticky bottom-0 z-10 -mx-1 mt-2 border-t border-rule bg-paper px-1 py-3"
		>
			{state.is === "failed" && <ProblemNote error={state.error} className="mb-3" />}
			<div className="flex flex-wrap items-center gap-x-6 gap-y-2">
				<div className="min-w-0 flex-1 basis-64" aria-live="polite">
					{state.is === "running" ? (
						<>
							<p className="mb-1.5 text-sm text-ink-soft">{progressWords(state)}</p>
							<Progress label={t("importing")} done={state.done} total={state.total} />
						</>
					) : (
						<p className="text-ink-soft">
							<Summary form={form} preview={preview} empty={empty} pressed={state.is === "incomplete"} />
						</p>
					)}
				</div>
				{state.is === "running" && <Button onClick={cancel}>{t("cancel")}</Button>}
				<Button
					type="submit"
					variant="primary"
					busy={state.is === "sending" || state.is === "running" || state.is === "done"}
				>
					{t("import")}
				</Button>
			</div>
		</div>
	);
}

interface SummaryProps {
	readonly form: ImportForm;
	readonly preview: PreviewState;
	readonly empty: boolean;
	readonly pressed: boolean;
}

function Summary({ form, preview, empty, pressed }: SummaryProps) {
	const t = useTranslations("import");
	if (empty) return pressed ? <span className="text-danger">{t("nothing")}</span> : t("waiting");
	const { shown } = preview;
	if (preview.stale && !preview.error) return t("looking");
	if (!shown || preview.partial) return null;
	const one = !hasSide(form, "source") ? "target" : !hasSide(form, "target") ? "source" : null;
	return (
		<>
			{t.rich("summary", {
				passages: shown.passages,
				aside: shown.setAside,
				link: (chunks) => (
					<a className="underline underline-offset-3" href={`#${asideAnchor}`}>
						{chunks}
					</a>
				),
			})}
			{one && ` ${t(`oneSided.${one}`)}`}
		</>
	);
}
