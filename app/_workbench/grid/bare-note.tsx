"use client";

import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { useWorkbench } from "../desk-context.tsx";
import type { DialogName } from "../dialogs/workbench-dialogs.tsx";

/** What to do next with a document that has a source and nothing else. */
export function BareNote({ openDialog }: { readonly openDialog: (dialog: DialogName) => void }) {
	const t = useTranslations("workbench.bridge");
	const { sides, permissions } = useWorkbench((state) => state.head);
	if (!sides.source || sides.target || !permissions.includes("rendering.edit")) return null;
	return (
		<div className="screen-only flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-rule bg-sunk px-4 py-1.5 text-sm text-ink-soft">
			<p>{t("bare")}</p>
			<Button size="sm" onClick={() => openDialog("bridge")}>
				{t("open")}
			</Button>
			{permissions.includes("document.import") && (
				<Button size="sm" variant="plain" className="sm:hidden" onClick={() => openDialog("attach")}>
					{t("attach")}
				</Button>
			)}
		</div>
	);
}
