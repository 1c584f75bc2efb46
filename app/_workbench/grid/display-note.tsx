"use client";

import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import type { ChineseScript } from "#lib/core/scripts/detect.ts";
import { useDesk } from "../desk-context.tsx";

/** What is read is not what is stored: that is said for as long as it is so. */
export function DisplayNote({ script }: { readonly script: ChineseScript }) {
	const t = useTranslations("workbench.display");
	const desk = useDesk();
	return (
		<p
			role="status"
			className="flex flex-wrap items-center gap-x-3 border-b border-rule bg-sunk px-4 py-1 text-sm text-ink-soft"
		>
			{t(script)}
			<Button size="sm" variant="plain" onClick={() => desk.state.set({ display: null })}>
				{t("asStored")}
			</Button>
		</p>
	);
}
