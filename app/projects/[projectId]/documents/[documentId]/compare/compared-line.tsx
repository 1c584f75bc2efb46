"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#app/_ui/class-names.ts";
import type { ComparedRow, WireComparison } from "#lib/core/diff/compare.ts";
import type { DocumentOnScreen } from "../../document-crumbs.ts";
import { ChangedWording } from "./changed-wording.tsx";
import { ComparedMargin } from "./compared-margin.tsx";
import { ComparedSource } from "./compared-source.tsx";
import type { ComparisonView } from "./versions.ts";

interface ComparedLineProps {
	readonly row: ComparedRow;
	readonly edits: WireComparison["edits"];
	readonly languages: { readonly source: string | null; readonly target: string };
	readonly document: DocumentOnScreen;
	readonly view: ComparisonView;
	readonly current: boolean;
	readonly onChoose: () => void;
}

const cell =
	"px-3 align-top row-y-3 max-md:not-print:block max-md:not-print:px-0 max-md:not-print:pt-0 max-md:not-print:pb-3";

/** One entry of the comparison; a split, merge or move without new words is a single labelled line. */
export function ComparedLine({
	row,
	edits,
	languages,
	document,
	view,
	current,
	onChoose,
}: ComparedLineProps) {
	const t = useTranslations("compare");
	const shifted = row.kind === "shifted";
	const sourced = languages.source !== null && !shifted;
	const texts = view === "columns" ? 2 : 1;
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
			<th scope="row" className={classNames(cell, "text-start font-normal print:pl-0")}>
				<ComparedMargin row={row} edits={edits} document={document} />
			</th>
			{sourced && (
				<td className={cell}>
					<Part name={t("source")}>
						<ComparedSource row={row} language={languages.source} />
					</Part>
				</td>
			)}
			{isWorded(row) ? (
				<Wording row={row} language={languages.target} view={view} />
			) : (
				<td colSpan={texts + (shifted && languages.source !== null ? 1 : 0)} className={cell}>
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

function isWorded(row: ComparedRow): boolean {
	return row.changes.some((change) => change.kind !== "same");
}

interface WordingProps {
	readonly row: ComparedRow;
	readonly language: string;
	readonly view: ComparisonView;
}

function Wording({ row, language, view }: WordingProps) {
	const t = useTranslations("compare");
	if (view === "inline")
		return (
			<td className={cell}>
				<Part name={t("changes")}>
					<ChangedWording {...row} language={language} />
				</Part>
			</td>
		);
	return (["before", "after"] as const).map((side) => (
		<td key={side} className={cell}>
			<Part name={t(side)}>
				<ChangedWording {...row} language={language} only={side} />
			</Part>
		</td>
	));
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
