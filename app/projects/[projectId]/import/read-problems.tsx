"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReadProblem } from "#lib/core/formats/reader.ts";

const shownAtFirst = 3;

/** What was found in a file that a person should know, each with its place. */
export function ReadProblems({ problems }: { readonly problems: readonly ReadProblem[] }) {
	const t = useTranslations("import");
	const [all, setAll] = useState(false);
	if (problems.length === 0) return null;
	const shown = all ? problems : problems.slice(0, shownAtFirst);
	return (
		<ul className="flex flex-col gap-0.5 text-sm text-ink-soft" aria-label={t("problems.label")}>
			{shown.map((problem) => (
				<li key={`${problem.line} ${problem.column} ${problem.key}`} className="flex gap-2">
					<span className="w-16 shrink-0 text-ink-faint tabular-nums">
						{problem.line > 0 && t("problems.line", { line: problem.line })}
					</span>
					<span className="min-w-0">
						<ProblemSentence problem={problem} />
					</span>
				</li>
			))}
			{problems.length > shown.length && (
				<li>
					<button type="button" className="underline underline-offset-3" onClick={() => setAll(true)}>
						{t("problems.more", { count: problems.length - shown.length })}
					</button>
				</li>
			)}
		</ul>
	);
}

function ProblemSentence({ problem }: { readonly problem: ReadProblem }) {
	const t = useTranslations("reading");
	return t(`problems.${problem.key}` as Parameters<typeof t>[0], {
		...problem.values,
		line: problem.line,
		column: problem.column ?? 0,
	});
}
