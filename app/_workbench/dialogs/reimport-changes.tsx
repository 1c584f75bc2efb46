"use client";

import { useTranslations } from "next-intl";
import { DiffText } from "#app/_ui/diff-text.tsx";
import { diffWithMoves } from "#lib/core/diff/words.ts";
import type { UpdateChange, UpdatePreview } from "#lib/core/document/wire.ts";

/** In the order in which somebody wants to know. */
const kinds = ["held", "marked", "taken", "added", "moved", "dropped"] as const;

/** What stays and what changes, in numbers. */
export function ReimportSummary({ preview }: { readonly preview: UpdatePreview }) {
	const t = useTranslations("workbench.dialog.reimport");
	const there = kinds.filter((kind) => preview[kind] > 0);
	return (
		<div role="status" className="flex flex-col gap-1">
			<p className="font-medium">{there.length === 0 ? t("nothing") : t("kept", { count: preview.kept })}</p>
			<ul className="flex flex-col gap-0.5">
				{there.map((kind) => (
					<li key={kind} className={kind === "held" || kind === "marked" ? "text-caution" : "text-ink-soft"}>
						{t(`count.${kind}`, { count: preview[kind] })}
					</li>
				))}
			</ul>
			{preview.reviewed > 0 && <p className="text-caution">{t("reviewed", { count: preview.reviewed })}</p>}
		</div>
	);
}

interface ReimportChangesProps {
	readonly preview: UpdatePreview;
	readonly lang: string;
}

/** Each change with both texts, those that wait for a choice first. */
export function ReimportChanges({ preview: { changes, more }, lang }: ReimportChangesProps) {
	const t = useTranslations("workbench.dialog.reimport");
	if (changes.length === 0) return null;
	return (
		<>
			<ol aria-label={t("changes")} className="border-b border-rule">
				{changes
					.map((change, i) => [`${i}`, change] as const)
					.map(([place, change]) => (
						<li
							key={place}
							className="grid grid-cols-[3rem_minmax(0,1fr)] items-baseline gap-x-2 border-t border-rule py-2"
						>
							<span className="text-right text-sm text-ink-faint">{change.index + 1}</span>
							<div className="flex min-w-0 flex-col gap-1">
								<p className="text-sm text-ink-soft">{t(`change.${change.kind}`)}</p>
								<Texts change={change} lang={lang} />
							</div>
						</li>
					))}
			</ol>
			{more > 0 && <p className="text-sm text-ink-faint">{t("more", { count: more })}</p>}
		</>
	);
}

/** What two people worded is shown whole, one above the other; what only changed, by its words. */
function Texts({
	change: { kind, mine, theirs },
	lang,
}: {
	readonly change: UpdateChange;
	readonly lang: string;
}) {
	const t = useTranslations("workbench.dialog.reimport");
	if (kind === "taken")
		return (
			<DiffText changes={diffWithMoves(mine ?? "", theirs ?? "", lang)} lang={lang} className="text-base!" />
		);
	if (kind !== "held")
		return (
			<p lang={lang} className="reading text-base!">
				{kind === "dropped" ? <del>{mine}</del> : kind === "marked" ? mine : (theirs ?? mine)}
			</p>
		);
	const versions = [
		["mine", mine],
		["theirs", theirs],
	] as const;
	return (
		<dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 gap-y-0.5">
			{versions.map(([whose, text]) => (
				<div key={whose} className="contents">
					<dt className="text-xs text-ink-faint">{t(whose)}</dt>
					<dd lang={lang} className="reading text-base!">
						{text}
					</dd>
				</div>
			))}
		</dl>
	);
}
