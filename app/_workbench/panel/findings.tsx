"use client";

import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { severities } from "#lib/core/qa/contract.ts";
import type { FindingCount } from "#lib/core/qa/wire.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { goToFinding, isInQueue, placeOf } from "../store/finding-queue.ts";
import { DismissedFindings } from "./dismissed-findings.tsx";
import { FindingEntry } from "./finding-entry.tsx";
import { Risks } from "./risks.tsx";
import { useFindingName } from "./use-finding-name.ts";

/** What the checks find: in the passage one is on, with what would mend it, and in the document, to be gone through. */
export function Findings() {
	const t = useTranslations("checking");
	const desk = useDesk();
	useWorkbench((state) => state.turn);
	useWorkbench((state) => state.place);
	useWorkbench((state) => state.findings);
	const queue = useWorkbench((state) => state.findingQueue);
	const row = desk.row();
	const found = row ? desk.findings.of(row).filter((finding) => isInQueue(queue, finding)) : [];
	const asked = useWorkbench((state) => state.dismissAt);
	const chosen = Math.max(
		0,
		found.findIndex((finding) => placeOf(finding) === asked),
	);
	return (
		<div className="flex flex-col gap-4">
			<section aria-label={t("here")}>
				<h2 className="mb-1.5 text-xs text-ink-faint">{t("here")}</h2>
				{found.length === 0 || !row ? (
					<p className="text-sm text-ink-soft">{t("none")}</p>
				) : (
					<ul className="flex flex-col">
						{found.map((finding, i) => (
							<FindingEntry
								key={`${row.id} ${finding.check} ${finding.segment} ${finding.start} ${finding.key} ${JSON.stringify(finding.values)}`}
								finding={finding}
								row={row}
								first={i === chosen}
							/>
						))}
					</ul>
				)}
				{row && <DismissedFindings row={row} />}
			</section>
			<InDocument />
			<Risks />
		</div>
	);
}

function InDocument() {
	const t = useTranslations("checking");
	const desk = useDesk();
	const counted = useWorkbench((state) => state.findings);
	const walk = (direction: 1 | -1) => desk.turns.take(() => goToFinding(desk, direction));
	return (
		<section aria-label={t("document")}>
			<h2 className="mb-1.5 text-xs text-ink-faint">{t("document")}</h2>
			<p role="status" className="text-sm">
				{counted === null
					? t("counting")
					: t("total", { total: counted.total, passages: counted.checks["any"] ?? 0 })}
			</p>
			{counted?.counting && (
				<p className="text-sm text-ink-soft">
					{t("left", { left: counted.counting.left, total: counted.counting.total })}
				</p>
			)}
			{counted !== null && counted.unread > 0 && (
				<p className="text-sm text-ink-soft">{t("unread", { count: counted.unread })}</p>
			)}
			{counted !== null && counted.dismissed > 0 && (
				<p className="text-sm text-ink-soft">{t("dismissedCount", { count: counted.dismissed })}</p>
			)}
			{counted !== null && counted.total > 0 && (
				<>
					<QueueFields counts={counted.counts} />
					<div className="mt-2 flex flex-wrap gap-2">
						<Button size="sm" onClick={() => walk(1)}>
							{t("next")}
						</Button>
						<Button size="sm" onClick={() => walk(-1)}>
							{t("previous")}
						</Button>
						{desk.may("rendering.edit") && (
							<Button size="sm" onClick={() => desk.openDialog("fixAll")}>
								{t("fixAll.open")}
							</Button>
						)}
					</div>
				</>
			)}
		</section>
	);
}

const field = "h-8 w-full min-w-0 rounded-md border border-control bg-paper px-2 text-sm";

/** Which findings are gone through: of a check, of a severity, or all. */
function QueueFields({ counts }: { readonly counts: readonly FindingCount[] }) {
	const t = useTranslations("checking");
	const nameOf = useFindingName();
	const desk = useDesk();
	const queue = useWorkbench((state) => state.findingQueue);
	const open = (list: readonly FindingCount[]) => list.reduce((sum, one) => sum + one.open, 0);
	const byCheck = [...Map.groupBy(counts, ({ check }) => check)]
		.map(([check, list]) => ({ check, name: nameOf(check), count: open(list) }))
		.filter(({ check, count }) => count > 0 || check === queue.check)
		.toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name));
	const choose = (change: Partial<typeof queue>) => desk.state.set({ findingQueue: { ...queue, ...change } });
	return (
		<div className="mt-2 flex flex-col gap-1.5">
			<select
				aria-label={t("byCheck")}
				className={field}
				value={queue.check ?? ""}
				onChange={({ target }) => choose({ check: target.value || null })}
			>
				<option value="">{t("everyCheck")}</option>
				{byCheck.map(({ check, name, count }) => (
					<option key={check} value={check}>
						{t("option", { name, count })}
					</option>
				))}
			</select>
			<select
				aria-label={t("bySeverity")}
				className={field}
				value={queue.severity ?? ""}
				onChange={({ target }) =>
					choose({ severity: severities.find((severity) => severity === target.value) ?? null })
				}
			>
				<option value="">{t("everySeverity")}</option>
				{severities.map((severity) => (
					<option key={severity} value={severity}>
						{t("option", {
							name: t(`severity.${severity}`),
							count: open(counts.filter((one) => one.severity === severity)),
						})}
					</option>
				))}
			</select>
		</div>
	);
}
