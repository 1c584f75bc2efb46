"use client";

import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import type { ListedFinding } from "#lib/core/qa/wire.ts";

interface TickedBarProps {
	readonly ticked: readonly ListedFinding[];
	readonly onDismiss: () => void;
	readonly onTakeBack: (dismissed: readonly ListedFinding[]) => void;
	readonly onClear: () => void;
}

/** What can be done with what is ticked, at hand wherever in the list one is. */
export function TickedBar({ ticked, onDismiss, onTakeBack, onClear }: TickedBarProps) {
	const t = useTranslations("projectFindings");
	if (ticked.length === 0) return null;
	const dismissed = ticked.filter(({ finding }) => finding.dismissal !== null);
	const open = ticked.length - dismissed.length;
	return (
		<section
			aria-label={t("ticked.label")}
			className="screen-only sticky bottom-0 z-10 mt-4 flex flex-wrap items-center gap-2 border-t border-rule-strong bg-paper py-3"
		>
			<p role="status" className="mr-2">
				{t("ticked.count", { count: ticked.length })}
			</p>
			{open > 0 && (
				<Button size="sm" onClick={onDismiss}>
					{t("ticked.dismiss", { count: open })}
				</Button>
			)}
			{dismissed.length > 0 && (
				<Button size="sm" onClick={() => onTakeBack(dismissed)}>
					{t("ticked.takeBack", { count: dismissed.length })}
				</Button>
			)}
			<Button size="sm" variant="plain" onClick={onClear}>
				{t("ticked.clear")}
			</Button>
		</section>
	);
}
