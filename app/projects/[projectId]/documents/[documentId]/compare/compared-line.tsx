"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#app/_ui/class-names.ts";
import { DiffText } from "#app/_ui/diff-text.tsx";
import type { ComparedRow, WireComparison } from "#lib/core/diff/compare.ts";
import { diffWords } from "#lib/core/diff/words.ts";
import { type DocumentOnScreen, documentAddress } from "../../document-crumbs.ts";
import { useLocalTime } from "./use-local-time.ts";

interface ComparedLineProps {
	readonly row: ComparedRow;
	readonly edits: WireComparison["edits"];
	readonly languages: { readonly source: string | null; readonly target: string };
	readonly document: DocumentOnScreen;
	readonly current: boolean;
	readonly onChoose: () => void;
}

const cell = "px-3 align-top max-md:not-print:block max-md:not-print:px-0 max-md:not-print:pb-3";

/** One entry of the comparison; a split, merge or move without new words is a single labelled line. */
export function ComparedLine({ row, edits, languages, document, current, onChoose }: ComparedLineProps) {
	const t = useTranslations("compare");
	const worded = row.changes.some((change) => change.kind !== "same");
	const shifted = row.kind === "shifted";
	return (
		<tr
			tabIndex={-1}
			aria-current={current || undefined}
			onFocus={onChoose}
			className={classNames(
				"scroll-my-24 break-inside-avoid border-b border-rule outline-none max-md:not-print:block max-md:not-print:py-4",
				current &&
					"bg-wash shadow-[-0.75rem_0_0_var(--wash),0.75rem_0_0_var(--wash)] print:bg-transparent print:shadow-none",
			)}
		>
			<th scope="row" className={classNames(cell, "row-y-3 text-start font-normal print:pl-0")}>
				<Margin row={row} edits={edits} document={document} />
			</th>
			{languages.source !== null && !shifted && (
				<td className={classNames(cell, "row-y-3")}>
					<Part name={t("source")}>
						<SourceText row={row} language={languages.source} />
					</Part>
				</td>
			)}
			{worded ? (
				<Wording row={row} language={languages.target} />
			) : (
				<td colSpan={shifted && languages.source !== null ? 3 : 2} className={classNames(cell, "row-y-3")}>
					<p className="text-ink-soft">{t(`happened.${row.kind}`, { count: row.span })}</p>
					{!shifted && (
						<p lang={languages.target} className="reading text-ink-soft">
							{row.after === "" ? row.before : row.after}
						</p>
					)}
				</td>
			)}
		</tr>
	);
}

/** Where most of a sentence changed, the two texts whole: islands of unchanged words would only confuse. */
function Wording({ row, language }: { readonly row: ComparedRow; readonly language: string }) {
	const t = useTranslations("compare");
	const whole = row.reading === "whole";
	const shown = (gone: "inserted" | "deleted", text: string) =>
		whole ? [{ kind: "same" as const, text }] : row.changes.filter((change) => change.kind !== gone);
	return (
		<>
			<td className={classNames(cell, "row-y-3")}>
				<Part name={t("before")}>
					{row.before === "" ? (
						<Nothing />
					) : (
						<DiffText changes={shown("inserted", row.before)} lang={language} />
					)}
				</Part>
			</td>
			<td className={classNames(cell, "row-y-3")}>
				<Part name={t("after")}>
					{row.after === "" ? (
						<Nothing />
					) : (
						<DiffText changes={shown("deleted", row.after)} lang={language} />
					)}
				</Part>
			</td>
		</>
	);
}

function SourceText({ row, language }: { readonly row: ComparedRow; readonly language: string }) {
	if (row.beforeSource === null)
		return row.source === "" ? (
			<Nothing />
		) : (
			<span lang={language} className="reading">
				{row.source}
			</span>
		);
	return <DiffText changes={diffWords(row.beforeSource, row.source, language)} lang={language} />;
}

function Nothing() {
	const t = useTranslations("compare");
	return <span className="text-sm text-ink-faint">{t("none")}</span>;
}

/** Names the column where the columns are stacked. */
function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
	return (
		<>
			<span className="mb-0.5 hidden text-xs text-ink-faint max-md:not-print:block">{name}</span>
			{children}
		</>
	);
}

type MarginProps = Pick<ComparedLineProps, "row" | "edits" | "document">;

/** Which passage, what happened to it, and who changed it when. */
function Margin({ row, edits, document }: MarginProps) {
	const t = useTranslations("compare");
	const format = useFormatter();
	const localTime = useLocalTime();
	const written = row.revisions
		.flatMap((number) => edits[number] ?? [])
		.toSorted((a, b) => b.at.localeCompare(a.at));
	const names = [...new Set(written.flatMap(({ name }) => name ?? []))];
	const place = t("place", { first: row.index + 1, last: row.index + row.span, span: row.span });
	const last = written[0];
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
		</div>
	);
}
