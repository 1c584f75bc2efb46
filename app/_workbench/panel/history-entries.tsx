"use client";

import { useTranslations } from "next-intl";
import { RevertButton } from "#app/_revisions/revert-button.tsx";
import { Button } from "#app/_ui/button.tsx";
import { DiffText } from "#app/_ui/diff-text.tsx";
import { RelativeTime } from "#app/_ui/relative-time.tsx";
import { diffWithMoves } from "#lib/core/diff/words.ts";
import { type Stay, stays } from "#lib/core/document/stays.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import type { HistoryEntry } from "../sync/wire.ts";

/** What happened to a text, newest first; what somebody worked on without leaving it is one entry. */
export function HistoryEntries({
	entries,
	language,
}: {
	readonly entries: readonly HistoryEntry[];
	readonly language: string;
}) {
	const t = useTranslations("workbench.panel");
	const operations = useTranslations("operations");
	const comments = useTranslations("comments");
	if (entries.length === 0) return <p className="text-sm text-ink-soft">{t("noHistory")}</p>;
	return (
		<ol className="flex flex-col divide-y divide-rule">
			{stays(entries).map((stay, place) => (
				<li key={stay.whole.number} className="flex flex-col gap-1 py-2.5 first:pt-0">
					<p className="flex flex-wrap items-baseline gap-x-2 text-sm">
						<span className="font-medium">{stay.whole.actor.name}</span>
						{stay.whole.suggestedBy && (
							<span className="text-ink-soft">
								{comments("suggestedBy", { name: stay.whole.suggestedBy.name })}
							</span>
						)}
						<span className="text-ink-soft">{operations(stay.whole.type as "edit")}</span>
						<RelativeTime at={stay.whole.at} className="ml-auto text-ink-faint" />
					</p>
					<Words entry={stay.whole} language={language} />
					<div className="flex flex-col">
						<Numbers entry={stay.whole} />
						<EntryActions stay={stay} latest={place === 0} />
					</div>
					<Single parts={stay.parts} language={language} />
				</li>
			))}
		</ol>
	);
}

interface OneProps {
	readonly entry: HistoryEntry;
	readonly language: string;
}

function Words({ entry: { before, after, language: own }, language: usual }: OneProps) {
	const language = own || usual;
	if (before === null || after === null || before === after) return null;
	return <DiffText changes={diffWithMoves(before, after, language)} lang={language} className="text-base!" />;
}

function Numbers({ entry: { number, undoes } }: Pick<OneProps, "entry">) {
	const t = useTranslations("workbench.panel");
	return (
		<p className="mr-auto text-xs text-ink-faint">
			{t("number", { number })}
			{undoes !== null && <> · {t("undoes", { number: undoes })}</>}
		</p>
	);
}

/** The revisions of which one stay is made. */
function Single({
	parts,
	language,
}: {
	readonly parts: Stay<HistoryEntry>["parts"];
	readonly language: string;
}) {
	const t = useTranslations("timeline");
	if (parts.length === 1) return null;
	return (
		<details className="text-sm">
			<summary className="w-fit cursor-pointer text-ink-soft">{t("single", { count: parts.length })}</summary>
			<ol className="mt-1 flex flex-col gap-2 border-l border-rule pl-2.5">
				{parts.map((part) => (
					<li key={part.number} className="flex flex-col">
						<span className="flex items-baseline gap-2 text-xs text-ink-faint">
							<Numbers entry={part} /> <RelativeTime at={part.at} />
						</span>
						<Words entry={part} language={language} />
					</li>
				))}
			</ol>
		</details>
	);
}

/** What can be made undone of an entry: itself, or everything that happened to the passage after it. */
function EntryActions({
	stay: { whole: entry, parts },
	latest,
}: {
	readonly stay: Stay<HistoryEntry>;
	readonly latest: boolean;
}) {
	const t = useTranslations("versions");
	const desk = useDesk();
	const { id, permissions } = useWorkbench(({ head }) => head);
	if (!permissions.includes("rendering.edit")) return null;
	return (
		<div className="-ml-2 flex flex-wrap items-start">
			{!latest && (
				<Button
					size="sm"
					variant="plain"
					className="text-ink-soft"
					aria-label={t("of", { what: t("restore"), name: t("revision", { number: entry.number }) })}
					onClick={() => {
						desk.restoring = { to: entry.number, whole: false };
						desk.openDialog("restore");
					}}
				>
					{t("restore")}
				</Button>
			)}
			{parts.length === 1 && entry.type !== "import" && (
				<RevertButton
					key={entry.number}
					documentId={id}
					number={entry.number}
					onReverted={(answer) => {
						desk.changedBeside(answer);
					}}
				/>
			)}
		</div>
	);
}
