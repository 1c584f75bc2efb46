"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RenderingText } from "#app/_glossary/rendering-text.tsx";
import { ReadProblems } from "#app/projects/[projectId]/import/read-problems.tsx";
import type { Term } from "#lib/core/terms/term.ts";
import type { WireGlossaryImport } from "#lib/core/terms/wire.ts";

interface ImportPreviewProps {
	readonly name: string;
	readonly made: WireGlossaryImport;
}

/** What a file would make of the glossary: what is wrong first, then what changes, then what is new. */
export function ImportPreview({ name, made }: ImportPreviewProps) {
	const t = useTranslations("glossary.import");
	const { added, changed, same, totals, problems, remarks } = made;
	return (
		<div className="flex flex-col gap-4">
			<p role="status">
				{problems.length > 0
					? t("wrong", { name, count: problems.length })
					: t("found", { name, ...totals, same })}
			</p>
			<ReadProblems problems={problems} />
			<ReadProblems problems={remarks} />
			{problems.length === 0 && changed.length > 0 && (
				<Group title={t("changed", { count: totals.changed })} left={totals.changed - changed.length}>
					{changed.map(({ before, after }) => (
						<Line key={after.simplified} term={after}>
							<Renderings term={before} />
							<span aria-hidden className="text-ink-faint">
								↓
							</span>
							<Renderings term={after} />
						</Line>
					))}
				</Group>
			)}
			{problems.length === 0 && added.length > 0 && (
				<Group title={t("added", { count: totals.added })} left={totals.added - added.length}>
					{added.map((term) => (
						<Line key={term.simplified} term={term}>
							<Renderings term={term} />
						</Line>
					))}
				</Group>
			)}
		</div>
	);
}

interface GroupProps {
	readonly title: string;
	/** Terms that are not shown. */
	readonly left: number;
	readonly children: ReactNode;
}

function Group({ title, left, children }: GroupProps) {
	const t = useTranslations("glossary.import");
	return (
		<section className="flex flex-col gap-1">
			<h3 className="text-sm font-medium text-ink-soft">{title}</h3>
			<ul className="border-t border-rule">{children}</ul>
			{left > 0 && <p className="text-sm text-ink-faint">{t("left", { count: left })}</p>}
		</section>
	);
}

function Line({ term, children }: { readonly term: Term; readonly children: ReactNode }) {
	return (
		<li className="grid gap-x-8 gap-y-1 border-b border-rule py-2 [contain-intrinsic-size:auto_3rem] [content-visibility:auto] sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
			<span lang="zh-Hans" className="reading text-base!">
				{term.simplified}
			</span>
			<span className="flex flex-col gap-0.5">{children}</span>
		</li>
	);
}

function Renderings({ term }: { readonly term: Term }) {
	const t = useTranslations("glossary");
	if (term.renderings.length === 0) return <span className="text-ink-faint">{t("noRendering")}</span>;
	return (
		<span className="flex flex-wrap gap-x-4">
			{term.renderings.map((rendering) => (
				<RenderingText key={rendering.text} rendering={rendering} />
			))}
		</span>
	);
}
