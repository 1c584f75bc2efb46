"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { RevertHere } from "#app/_revisions/reverting.tsx";
import { useDates } from "#app/_ui/use-dates.ts";
import type { ComparedRow, WireComparison } from "#lib/core/diff/compare.ts";
import { type DocumentOnScreen, documentAddress } from "../../document-crumbs.ts";

interface ComparedMarginProps {
	readonly row: ComparedRow;
	readonly edits: WireComparison["edits"];
	readonly document: DocumentOnScreen;
}

/** Which passage, what happened to it, and who changed it when. */
export function ComparedMargin({ row, edits, document }: ComparedMarginProps) {
	const t = useTranslations("compare");
	const format = useFormatter();
	const { moment: localTime } = useDates();
	const written = row.revisions
		.flatMap((number) => edits[number] ?? [])
		.toSorted((a, b) => b.at.localeCompare(a.at));
	const names = [...new Set(written.flatMap(({ name }) => name ?? []))];
	const place = t("place", { first: row.index + 1, last: row.index + row.span, span: row.span });
	const last = written[0];
	const [only] = row.revisions;
	const changed = row.changes.some((change) => change.kind !== "same");
	return (
		<div className="flex flex-col gap-0.5 text-sm text-ink-soft max-md:not-print:flex-row max-md:not-print:flex-wrap max-md:not-print:gap-x-3">
			{row.kind === "removed" ? (
				<span>{t("gone")}</span>
			) : (
				<Link
					href={`${documentAddress(document)}?passage=${row.passageIds[0]}`}
					className="w-fit text-base text-ink underline decoration-rule-strong underline-offset-3 hover:decoration-current"
				>
					{place}
				</Link>
			)}
			{changed && row.kind !== "wording" && <span>{t(`happened.${row.kind}`, { count: row.span })}</span>}
			{names.length > 0 && <span className="text-ink">{format.list(names)}</span>}
			{last && (
				<time dateTime={last.at} className="text-ink-faint">
					{localTime(last.at)}
				</time>
			)}
			{row.reading === "whole" && changed && row.before !== "" && row.after !== "" && (
				<span className="text-ink-faint">{t("rewritten")}</span>
			)}
			{row.punctuationOnly && <span className="text-ink-faint">{t("punctuation")}</span>}
			{only !== undefined && row.revisions.length === 1 && (
				<RevertHere documentId={document.id} number={only} />
			)}
		</div>
	);
}
