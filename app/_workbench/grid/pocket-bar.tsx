"use client";

import { ChevronDown, ChevronUp, MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, IconButton } from "#app/_ui/button.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import type { KeyActionId } from "../keys/registry.ts";
import { perform } from "../keys/use-keys.ts";

/** On a narrow screen, where there may be no keys: one passage after the other, under the thumb. */
export function PocketBar() {
	const desk = useDesk();
	const t = useTranslations("workbench.action");
	const mayReview = useWorkbench(({ head }) => head.permissions.includes("review"));
	const act = (id: KeyActionId) => perform(desk, id, desk.openDialog);
	return (
		<div className="screen-only flex items-center justify-between gap-2 border-t border-rule bg-paper px-2 py-1.5 md:hidden">
			<IconButton
				label={t("previous")}
				icon={<ChevronUp aria-hidden className="size-5" />}
				onClick={() => act("previous")}
			/>
			{mayReview && (
				<Button
					variant="primary"
					className="h-auto! min-h-9 min-w-0 shrink! whitespace-normal!"
					onClick={() => act("confirm")}
				>
					{t("confirm")}
				</Button>
			)}
			<IconButton
				label={t("comment")}
				icon={<MessageSquare aria-hidden className="size-5" />}
				onClick={() => act("comment")}
			/>
			<IconButton
				label={t("next")}
				icon={<ChevronDown aria-hidden className="size-5" />}
				onClick={() => act("next")}
			/>
		</div>
	);
}
