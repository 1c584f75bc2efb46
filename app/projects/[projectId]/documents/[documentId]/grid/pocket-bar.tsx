"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, IconButton } from "#app/_ui/button.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { actions } from "../store/actions.ts";

/** On a narrow screen, where there may be no keys: one passage after the other, under the thumb. */
export function PocketBar() {
	const desk = useDesk();
	const t = useTranslations("workbench.action");
	const mayReview = useWorkbench(({ head }) => head.permissions.includes("review"));
	return (
		<div className="screen-only flex items-center justify-between gap-2 border-t border-rule bg-paper px-2 py-1.5 md:hidden">
			<IconButton
				label={t("previous")}
				icon={<ChevronUp aria-hidden className="size-5" />}
				onClick={() => desk.turns.take(() => actions.previous(desk))}
			/>
			{mayReview && (
				<Button variant="primary" onClick={() => desk.turns.take(() => actions.confirm(desk))}>
					{t("confirm")}
				</Button>
			)}
			<IconButton
				label={t("next")}
				icon={<ChevronDown aria-hidden className="size-5" />}
				onClick={() => desk.turns.take(() => actions.next(desk))}
			/>
		</div>
	);
}
