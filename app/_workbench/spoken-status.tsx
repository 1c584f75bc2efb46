"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useWorkbench } from "./desk-context.tsx";

/**
 * For a screen reader, who is told only what matters: that saving is in trouble, and that it is over. Saving by itself,
 * every few seconds, is not worth a word.
 */
export function SpokenStatus() {
	const t = useTranslations("workbench.status");
	const kind = useWorkbench(({ sync }) => sync.kind);
	const unsaved = useWorkbench((state) => state.unsaved);
	const [troubled, setTroubled] = useState(false);
	const inTrouble = kind === "offline" || kind === "waiting";
	useEffect(() => {
		if (inTrouble) setTroubled(true);
	}, [inTrouble]);
	const over = troubled && kind === "saved" && !unsaved;
	return (
		<p role="status" className="sr-only">
			{inTrouble ? t(kind) : over && t("saved")}
		</p>
	);
}
