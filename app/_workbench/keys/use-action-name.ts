"use client";

import { useTranslations } from "next-intl";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { sideToShow } from "../store/display.ts";
import { otherScript } from "../store/other-script.ts";
import type { KeyActionId } from "./registry.ts";

/** Names actions as they are here and now: some do another thing where something else is shown. */
export function useActionName(): (id: KeyActionId) => string {
	const desk = useDesk();
	const t = useTranslations("workbench.action");
	const display = useWorkbench((state) => state.display);
	const autoConfirm = useWorkbench((state) => state.autoConfirm);
	const paragraphs = useWorkbench((state) => state.view === "paragraphs");
	const { sides, permissions } = useWorkbench((state) => state.head);
	return (id) => {
		if (id === "attach") return t(sides.source ? "attachTarget" : "attachSource");
		if (id === "details") return t(permissions.includes("document.describe") ? "editDetails" : "details");
		if (id === "autoConfirm" && autoConfirm) return t("autoConfirmStop");
		if (id === "showParagraphs" && paragraphs) return t("showSentences");
		if (id === "toReview" && !permissions.includes("rendering.edit")) return t("suggest");
		const side = sideToShow(desk);
		if (id !== "showScript" || side === null) return t(id);
		if (display) return t("showStored");
		return t(otherScript(desk, side) === "zh-Hant" ? "showTraditional" : "showSimplified");
	};
}
