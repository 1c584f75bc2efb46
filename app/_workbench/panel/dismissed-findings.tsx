"use client";

import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { RelativeTime } from "#app/_ui/relative-time.tsx";
import { useDesk } from "../desk-context.tsx";
import { takeBack } from "../store/dismiss.ts";
import type { WireRow } from "../sync/wire.ts";
import { FindingSentence } from "./finding-sentence.tsx";

/** Findings of the passage that somebody held to be none: folded, with who said so and why. */
export function DismissedFindings({ row }: { readonly row: WireRow }) {
	const t = useTranslations("checking");
	const desk = useDesk();
	const dismissed = desk.findings.dismissedOf(row);
	if (dismissed.length === 0) return null;
	return (
		<details className="mt-2 text-sm">
			<summary className="cursor-pointer text-ink-soft">
				{t("dismissedHere", { count: dismissed.length })}
			</summary>
			<ul className="flex flex-col">
				{dismissed.map((finding) => (
					<li
						key={finding.fingerprint}
						className="flex flex-col items-start gap-1 border-b border-rule py-2 last:border-b-0"
					>
						<FindingSentence finding={finding} />
						{finding.dismissal && (
							<p className="text-xs text-ink-faint">
								{t("dismissedBy", {
									by: finding.dismissal.by,
									reason: t(`reason.${finding.dismissal.reason}`),
								})}{" "}
								<RelativeTime at={finding.dismissal.at} />
								{finding.dismissal.note !== "" && (
									<span className="block text-ink-soft">{t("note", { note: finding.dismissal.note })}</span>
								)}
							</p>
						)}
						{desk.may("finding.dismiss") && (
							<Button
								size="sm"
								variant="plain"
								onClick={() => {
									if (finding.dismissal) void takeBack(desk, { ids: [finding.dismissal.id] });
									desk.focus();
								}}
							>
								{t("takeBack")}
							</Button>
						)}
					</li>
				))}
			</ul>
		</details>
	);
}
