"use client";

import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import type { Finding } from "#lib/core/qa/contract.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { currentIndex, goToIndex } from "../store/travel.ts";
import type { WireRow } from "../store/wire.ts";

/** What the checks find in the passage one is on, each with what would mend it, and how many there are in all. */
export function Findings() {
	const t = useTranslations("workbench.findings");
	const desk = useDesk();
	useWorkbench((state) => state.turn);
	useWorkbench((state) => state.place);
	const counted = useWorkbench((state) => state.findings);
	const row = desk.row();
	const found = row ? desk.findings.of(row) : [];
	const total = counted?.total ?? 0;
	return (
		<div className="flex flex-col gap-4">
			<section aria-label={t("here")}>
				<h2 className="mb-1.5 text-xs text-ink-faint">{t("here")}</h2>
				{found.length === 0 || !row ? (
					<p className="text-sm text-ink-soft">{t("none")}</p>
				) : (
					<ul className="flex flex-col">
						{found.map((finding) => (
							<FindingEntry
								key={`${finding.check} ${finding.segment} ${finding.start}`}
								finding={finding}
								row={row}
							/>
						))}
					</ul>
				)}
			</section>
			<section aria-label={t("document")}>
				<h2 className="mb-1.5 text-xs text-ink-faint">{t("document")}</h2>
				<p role="status" className="text-sm">
					{counted === null
						? t("counting")
						: t("total", { total, passages: counted.passages.length + counted.more })}
				</p>
				{total > 0 && (
					<Button className="mt-2" size="sm" onClick={() => desk.turns.take(() => goToNext(desk))}>
						{t("next")}
					</Button>
				)}
			</section>
		</div>
	);
}

async function goToNext(desk: ReturnType<typeof useDesk>): Promise<void> {
	const here = currentIndex(desk);
	const { findings, rows } = desk.state.get();
	const total = rows.total;
	const listed = findings?.passages ?? [];
	const next =
		listed.find(({ index }) => index > here && index < total && desk.findings.isAt(index)) ??
		listed.find(({ index }) => index < total && desk.findings.isAt(index));
	if (next) await goToIndex(desk, next.index);
}

function FindingEntry({ finding, row }: { readonly finding: Finding; readonly row: WireRow }) {
	const t = useTranslations("workbench.findings");
	const say = useTranslations("findings");
	const desk = useDesk();
	const { check, key, values, side, segment, start, end, fix } = finding;
	const text = row[side].find(({ id }) => id === segment)?.text ?? "";
	const may = desk.may(side === "source" ? "source.edit" : "rendering.edit");
	const whole = end - start === text.length;
	return (
		<li className="flex flex-col items-start gap-1.5 border-b border-rule py-2 first:pt-0 last:border-b-0">
			{!whole && (
				<p lang={desk.language(side)} className="reading text-base!">
					{text.slice(Math.max(0, start - contextLength), start)}
					<span className="underline decoration-caution decoration-wavy decoration-1 underline-offset-4">
						{text.slice(start, end)}
					</span>
					{text.slice(end, end + contextLength)}
				</p>
			)}
			<p className="text-sm text-ink-soft">
				{say((key === "failed" ? key : `${check}.${key}`) as "failed", values as { check: string })}
			</p>
			{fix !== null &&
				(may ? (
					<Button
						size="sm"
						onClick={() => {
							desk.findings.fix(row.id, finding);
							desk.focus();
						}}
					>
						{whole ? t("convert") : <span lang={desk.language(side)}>{t("fix", { fix })}</span>}
					</Button>
				) : (
					<p className="text-sm text-ink-faint">{t("mayNot")}</p>
				))}
		</li>
	);
}

/** Characters shown on each side of what was found. */
const contextLength = 8;
