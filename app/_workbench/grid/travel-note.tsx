"use client";

import { useTranslations } from "next-intl";
import { useWorkbench } from "../desk-context.tsx";

/** Says which passage is on its way; what is typed meanwhile goes there. */
export function TravelNote() {
	const t = useTranslations("workbench.grid");
	const travelling = useWorkbench((state) => state.travelling);
	if (travelling === null) return null;
	return (
		<p role="status" className="border-t border-rule bg-sunk px-4 py-1.5 text-sm text-ink-soft">
			{t("travelling", { number: travelling + 1 })}
		</p>
	);
}
