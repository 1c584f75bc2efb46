"use client";

import { GitCompare } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { RevertHere } from "#app/_revisions/reverting.tsx";
import { DiffText } from "#app/_ui/diff-text.tsx";
import { useDates } from "#app/_ui/use-dates.ts";
import { diffWithMoves } from "#lib/core/diff/words.ts";
import type { Stay } from "#lib/core/document/stays.ts";
import { typesOf } from "#lib/core/document/work-kinds.ts";
import type { TimelineEntry } from "./timeline-wire.ts";

interface TimelineLineProps {
	readonly stay: Stay<TimelineEntry>;
	readonly projectId: string;
}

/** There would be nothing to compare. */
const leavesContent: ReadonlySet<string> = new Set([...typesOf("review"), "label", "describe", "origin"]);

const link = "underline decoration-rule-strong underline-offset-3 hover:decoration-current";

/** What one person did at one place: the words, the way there and the comparison; single revisions unfold. */
export function TimelineLine({ stay: { whole, parts }, projectId }: TimelineLineProps) {
	const t = useTranslations("timeline");
	const document = `/projects/${projectId}/documents/${whole.documentId}`;
	const first = parts.at(-1)?.number ?? whole.number;
	return (
		<article className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-4 border-b border-rule py-3 max-sm:grid-cols-1">
			<Moment at={whole.at} />
			<div className="flex min-w-0 flex-col gap-1">
				<div className="flex items-baseline justify-between gap-x-4">
					<p className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-0.5">
						<span className="font-medium">{whole.actor.name}</span>
						<Deed entry={whole} />
						<Where entry={whole} document={document} />
					</p>
					<p className="flex shrink-0 items-baseline gap-3 text-sm text-ink-faint tabular-nums">
						{parts.length === 1
							? t("revision", { number: whole.number })
							: t("revisions", { first, last: whole.number })}
						{first > 1 && !leavesContent.has(whole.type) && (
							<Link
								href={`${document}/compare?from=${first - 1}&to=${whole.number}`}
								className="screen-only inline-flex items-baseline gap-1 hover:text-ink"
								title={t("compareOf", { number: whole.number })}
							>
								<GitCompare aria-hidden className="size-3.5 self-center max-sm:size-4" />
								<span className="max-sm:sr-only">{t("compare")}</span>
							</Link>
						)}
					</p>
				</div>
				<Quote entry={whole} />
				<Words entry={whole} />
				{parts.length === 1 && whole.type !== "import" && (
					<RevertHere key={whole.number} documentId={whole.documentId} number={whole.number} />
				)}
				{parts.length > 1 && (
					<details className="text-sm">
						<summary className="w-fit cursor-pointer text-ink-soft">
							{t("single", { count: parts.length })}
						</summary>
						<ol className="mt-1 flex flex-col gap-1.5 border-l border-rule pl-3">
							{parts.map((part) => (
								<li key={part.number} className="flex flex-col">
									<span className="flex items-baseline gap-2 text-ink-faint tabular-nums">
										<Moment at={part.at} /> {t("revision", { number: part.number })}
									</span>
									<Words entry={part} />
								</li>
							))}
						</ol>
					</details>
				)}
			</div>
		</article>
	);
}

/** The time of day: the day stands above. */
function Moment({ at }: { readonly at: string }) {
	const dates = useDates();
	return (
		<time
			dateTime={at}
			title={dates.wholeMoment(at)}
			className="text-sm leading-6 text-ink-faint tabular-nums"
		>
			{dates.time(at)}
		</time>
	);
}

function Deed({ entry }: { readonly entry: TimelineEntry }) {
	const t = useTranslations("timeline");
	const operations = useTranslations("operations");
	const named = (type: string) => operations(type as "edit");
	return (
		<span className="text-ink-soft">
			{entry.undone === null ? named(entry.type) : t("takenBack", { what: named(entry.undone) })}
			{entry.label !== null && <> {t("named", { name: entry.label })}</>}
		</span>
	);
}

function Where({ entry, document }: { readonly entry: TimelineEntry; readonly document: string }) {
	const t = useTranslations("timeline");
	const { place, places, title } = entry;
	return (
		<>
			{title !== undefined && (
				<Link href={document} className={link}>
					{title}
				</Link>
			)}
			{place && (
				<Link href={`${document}?passage=${place.passage}`} className={link}>
					{t("place", { number: place.index + 1 })}
				</Link>
			)}
			{places > 2 && <span className="text-ink-soft">{t("places", { count: places })}</span>}
		</>
	);
}

/** Where no words changed: which passage it was. */
function Quote({ entry: { place, before, after, language } }: { readonly entry: TimelineEntry }) {
	if (!place || before !== null || after !== null) return null;
	return (
		<p lang={language} className="reading truncate text-base! text-ink-faint">
			{place.text}
		</p>
	);
}

function Words({ entry: { before, after, language } }: { readonly entry: TimelineEntry }) {
	if (before === after || (before === null && after === null)) return null;
	return (
		<DiffText
			changes={diffWithMoves(before ?? "", after ?? "", language)}
			lang={language}
			className="line-clamp-6 text-base!"
		/>
	);
}
