"use client";

import { useTranslations } from "next-intl";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { stopSuggesting } from "../store/suggesting.ts";

/** Says above the editor that what is written in it is only suggested. */
export function SuggestionNote() {
	const desk = useDesk();
	const t = useTranslations("comments");
	const suggesting = useWorkbench((state) => state.suggesting);
	const mayEdit = desk.may("rendering.edit");
	if (!suggesting) return null;
	return (
		<p data-plain className="mb-1.5 flex flex-wrap items-baseline gap-x-2 text-xs text-ink-soft">
			<span className="font-medium text-accent-text">{t("suggesting")}</span>
			<span>{t(mayEdit ? "suggestingOn" : "suggestingHint")}</span>
			<button type="button" className="underline underline-offset-2" onClick={() => stopSuggesting(desk)}>
				{t(mayEdit ? "changeAgain" : "close")}
			</button>
		</p>
	);
}
