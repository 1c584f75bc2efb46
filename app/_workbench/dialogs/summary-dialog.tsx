"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { toast } from "#app/_ui/toast.tsx";
import { useDates } from "#app/_ui/use-dates.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { summaryOf } from "../store/summary.ts";
import type { DialogProps } from "./workbench-dialogs.tsx";

/** The numbers follow what is done, and the minutes what passes. */
const refreshed = 5_000; // ms

/** What one has done in this tab since one began. */
export default function SummaryDialog({ onClose, onCloseAutoFocus }: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("commands.summary");
	const common = useTranslations("common");
	const format = useFormatter();
	const dates = useDates();
	const title = useWorkbench(({ head }) => head.description.title);
	useWorkbench(({ turn }) => turn);
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), refreshed);
		return () => clearInterval(timer);
	}, []);
	const summary = desk.tally && summaryOf(desk.tally.state(now), desk.language("target"));
	if (!summary) return null;
	const { since, minutes, perHour, ...counts } = summary;
	const lines = [
		[t("confirmed"), format.number(counts.confirmed)],
		[t("edited"), format.number(counts.edited)],
		[t("reviewedWords"), format.number(counts.reviewedWords)],
		[t("changedWords"), format.number(counts.changedWords)],
		[t("minutes"), format.number(minutes)],
		...(perHour === null ? [] : [[t("perHour"), format.number(perHour)]]),
	] as const;
	const from = t("since", { when: dates.moment(since) });
	const text = [title, from, ...lines.map(([name, value]) => `${name}: ${value}`)].join("\n");
	return (
		<Dialog
			open
			onOpenChange={onClose}
			onCloseAutoFocus={onCloseAutoFocus}
			title={t("title")}
			description={from}
			footer={
				<Button
					onClick={() =>
						navigator.clipboard.writeText(text).then(
							() => toast(common("copied")),
							() => toast.error(common("copyFailed")),
						)
					}
				>
					{t("copy")}
				</Button>
			}
		>
			<dl className="flex flex-col">
				{lines.map(([name, value]) => (
					<div key={name} className="flex items-baseline justify-between border-b border-rule py-1.5">
						<dt className="text-ink-soft">{name}</dt>
						<dd className="text-md tabular-nums">{value}</dd>
					</div>
				))}
			</dl>
			<p className="text-sm text-ink-faint">{t("explain")}</p>
		</Dialog>
	);
}
