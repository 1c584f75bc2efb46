"use client";

import { useTranslations } from "next-intl";
import { LinkMark, percentOf } from "#app/_ui/state-square.tsx";
import type { PreviewRow, RealignPreview } from "#lib/core/document/wire.ts";
import { useDesk } from "../desk-context.tsx";

interface PreviewProps {
	readonly preview: RealignPreview;
}

export function RealignSummary({ preview }: PreviewProps) {
	const t = useTranslations("workbench.dialog.realign");
	const { total, changed, became, confirmed, reviewed, restated } = preview;
	return (
		<div role="status" className="flex flex-col gap-1">
			<p className="font-medium">
				{changed === 0
					? t(total === confirmed ? "allConfirmed" : "nothing")
					: t("summary", { changed, became, confirmed, same: changed === became ? "yes" : "no" })}
			</p>
			{reviewed > 0 && <p className="text-caution">{t("reviewed", { reviewed })}</p>}
			{restated > 0 && <p className="text-ink-soft">{t("restated", { restated })}</p>}
		</div>
	);
}

/** Each stretch as it stands, and beneath as it would be. */
export function RealignChanges({ preview: { stretches, more } }: PreviewProps) {
	const t = useTranslations("workbench.dialog.realign");
	if (stretches.length === 0) return null;
	return (
		<>
			<ol aria-label={t("changes")} className="flex flex-col gap-5">
				{stretches.map((change) => (
					<li key={change.index}>
						<h3 className="mb-1 text-sm text-ink-soft">
							{t("passages", {
								first: change.index + 1,
								last: change.index + change.before.length,
								count: change.before.length,
							})}
						</h3>
						<Rows label={t("now")} rows={change.before} faint />
						<Rows label={t("then")} rows={change.after} />
					</li>
				))}
			</ol>
			{more > 0 && <p className="text-sm text-ink-faint">{t("more", { count: more })}</p>}
		</>
	);
}

interface RowsProps {
	readonly label: string;
	readonly rows: readonly PreviewRow[];
	/** What goes is paler than what comes. */
	readonly faint?: boolean;
}

function Rows({ label, rows, faint = false }: RowsProps) {
	return (
		<div
			className={`grid grid-cols-[3rem_minmax(0,1fr)] border-t max-sm:grid-cols-1 ${faint ? "border-rule-strong text-ink-soft" : "border-rule bg-sunk"}`}
		>
			<span aria-hidden className="px-1.5 py-1.5 text-xs text-ink-faint">
				{label}
			</span>
			<ol aria-label={label} className="min-w-0">
				{rows
					.map((row, i) => [`${i}`, row] as const)
					.map(([place, row]) => (
						<RowLine key={place} row={row} />
					))}
			</ol>
		</div>
	);
}

function RowLine({ row: { source, target, confidence, link } }: { readonly row: PreviewRow }) {
	const desk = useDesk();
	const shown = source.length > 0 && target.length > 0 && link === "automatic" ? confidence : null;
	return (
		<li className="grid grid-cols-[minmax(0,1fr)_2.5rem_minmax(0,1fr)] items-start gap-2 border-b border-rule py-1 last:border-b-0">
			<Texts texts={source} lang={desk.language("source")} />
			<span className="flex flex-col items-center pt-1.5 text-xs text-ink-faint">
				<LinkMark
					link={link}
					confidence={shown}
					missing={source.length === 0 ? "source" : target.length === 0 ? "target" : null}
				/>
				{shown !== null && <span aria-hidden>{percentOf(shown)}</span>}
			</span>
			<Texts texts={target} lang={desk.language("target")} />
		</li>
	);
}

/** Sentences of one passage, a mark between them. */
function Texts({ texts, lang }: { readonly texts: readonly string[]; readonly lang: string }) {
	if (texts.length === 0)
		return (
			<span aria-hidden className="text-ink-faint">
				—
			</span>
		);
	return (
		<span lang={lang} className="reading text-base!">
			{texts.join(" ¦ ")}
		</span>
	);
}
