"use client";

import { useTranslations } from "next-intl";
import type { PasteProblem } from "#lib/core/bridge/read-pasted.ts";
import type { Listed, BridgePreview as Preview } from "#lib/core/document/wire.ts";

interface BridgePreviewProps {
	readonly preview: Preview;
	readonly languages: { readonly source: string; readonly target: string };
}

/** What of the pasted text fits, and what does not, by its numbers. */
export function BridgePreview({ preview, languages }: BridgePreviewProps) {
	const t = useTranslations("workbench.bridge");
	const { filled, parallel, samples } = preview;
	return (
		<>
			<div role="status" className="flex flex-col gap-1">
				<p className="font-medium">{t("fits", { filled })}</p>
				{parallel && filled > 0 && <p className="text-sm text-ink-soft">{t("parallel")}</p>}
				<Trouble preview={preview} />
			</div>
			<ol aria-label={t("samples")} className="flex flex-col">
				{samples.map(({ number, source, text }) => (
					<li
						key={number}
						className="grid grid-cols-[2.5rem_minmax(0,1fr)] items-baseline gap-x-3 border-t border-rule py-1.5 sm:grid-cols-[2.5rem_minmax(0,1fr)_minmax(0,1fr)]"
					>
						<span className="text-sm text-ink-faint">{number}</span>
						<p lang={languages.source} className="reading text-base! text-ink-soft">
							{source}
						</p>
						<p lang={languages.target} className="reading text-base! max-sm:col-start-2">
							{text}
						</p>
					</li>
				))}
			</ol>
			{filled > samples.length && (
				<p className="text-sm text-ink-faint">{t("more", { count: filled - samples.length })}</p>
			)}
		</>
	);
}

const kinds = ["missing", "outOfOrder", "repeated", "taken", "untranslated"] as const;

function Trouble({ preview }: { readonly preview: Preview }) {
	const t = useTranslations("workbench.bridge");
	const { extra, problems } = preview;
	return (
		<ul className="flex flex-col gap-1 text-sm text-caution">
			{problems.map((problem) => (
				<li key={keyOf(problem)}>{t(`problems.${problem.key}`, problem.values)}</li>
			))}
			{kinds.map(
				(kind) => preview[kind].count > 0 && <Numbers key={kind} kind={kind} list={preview[kind]} />,
			)}
			{extra.count > 0 && (
				<li>
					{t("extra", { count: extra.count })}
					<ul className="max-h-32 overflow-y-auto pl-4 text-ink-soft">
						{extra.first.map(({ line, number, text }) => (
							<li key={line} className="truncate">
								<span className="text-ink-faint">
									{t("line", { line })}
									{number !== null && `, ${t("numbered", { number })}`}:
								</span>{" "}
								{text}
							</li>
						))}
						{extra.count > extra.first.length && (
							<li>{t("more", { count: extra.count - extra.first.length })}</li>
						)}
					</ul>
				</li>
			)}
		</ul>
	);
}

const keyOf = ({ key, values }: PasteProblem) => `${key} ${"number" in values ? values.number : ""}`;

/** Numbers that a person reads through; of more only how many. */
const mostNamed = 30;

function Numbers({ kind, list }: { readonly kind: (typeof kinds)[number]; readonly list: Listed<number> }) {
	const t = useTranslations("workbench.bridge");
	const named = list.first.slice(0, mostNamed);
	const more = list.count - named.length;
	const numbers = [...named.map(String), ...(more > 0 ? [t("more", { count: more })] : [])].join(", ");
	return <li>{t(kind, { list: numbers })}</li>;
}
