"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DiffText } from "#app/_ui/diff-text.tsx";
import { RelativeTime } from "#app/_ui/relative-time.tsx";
import type { ReturnedChange, ReturnedPreview } from "#lib/core/comments/returned.ts";
import { diffWords } from "#lib/core/diff/words.ts";

interface ReturnPreviewProps {
	readonly preview: ReturnedPreview;
	readonly lang: string;
}

/** What bringing a file back would do, and what it would not. */
export function ReturnPreview({ preview, lang }: ReturnPreviewProps) {
	const t = useTranslations("word.back");
	const { changes, words, rest, more } = preview;
	return (
		<>
			<Summary preview={preview} />
			{changes.length > 0 && (
				<Section title={t("changes")}>
					{changes.map((change) => (
						<Line
							key={`${change.index} ${change.before} ${change.after}`}
							index={change.index}
							note={<ChangeNote change={change} />}
						>
							<DiffText
								changes={diffWords(change.before, change.after, lang)}
								lang={lang}
								className="text-base!"
							/>
						</Line>
					))}
				</Section>
			)}
			{words.length > 0 && (
				<Section title={t("words")}>
					{words.map(({ index, author, text }) => (
						<Line
							key={`${index} ${author} ${text}`}
							index={index}
							note={index === null ? `${author}, ${t("answer")}` : author}
						>
							<p className="whitespace-pre-line">{text}</p>
						</Line>
					))}
				</Section>
			)}
			{rest.length > 0 && (
				<Section title={t("rest")} hint={t("restHint")}>
					{rest.map(({ kind, index, text }) => (
						<Line key={`${kind} ${index} ${text}`} index={index} note={t(`kind.${kind}`)}>
							<p className="line-clamp-4 text-ink-soft">{text}</p>
						</Line>
					))}
				</Section>
			)}
			{more > 0 && <p className="text-sm text-ink-faint">{t("more", { count: more })}</p>}
		</>
	);
}

function Summary({ preview }: { readonly preview: ReturnedPreview }) {
	const t = useTranslations("word.back");
	const { file, number, suggestions, passages, comments, conflicts, here, relooked, rest } = preview;
	const nothing = suggestions + comments + here + relooked + rest.length === 0;
	return (
		<div role="status" className="flex flex-col gap-1">
			<p className="truncate text-sm text-ink-faint">{t("from", { file, number })}</p>
			<p className="font-medium">
				{nothing ? t("unchanged") : t("found", { suggestions, passages })}{" "}
				{comments > 0 && t("commented", { count: comments })}
			</p>
			{conflicts > 0 && <p className="text-sm text-caution">{t("conflicts", { count: conflicts })}</p>}
			{here > 0 && <p className="text-sm text-ink-soft">{t("here", { count: here })}</p>}
			{relooked > 0 && <p className="text-sm text-ink-soft">{t("relooked", { count: relooked })}</p>}
		</div>
	);
}

interface SectionProps {
	readonly title: string;
	readonly hint?: string;
	readonly children: ReactNode;
}

function Section({ title, hint, children }: SectionProps) {
	return (
		<section className="flex flex-col">
			<h3 className="pb-1 font-semibold">{title}</h3>
			{hint && <p className="pb-1 text-sm text-ink-soft">{hint}</p>}
			<ol aria-label={title}>{children}</ol>
		</section>
	);
}

interface LineProps {
	/** Place of the passage, from 0; null where it belongs to none. */
	readonly index: number | null;
	readonly note: ReactNode;
	readonly children: ReactNode;
}

function Line({ index, note, children }: LineProps) {
	const t = useTranslations("word.back");
	return (
		<li className="grid grid-cols-[2.5rem_minmax(0,1fr)] items-baseline gap-x-3 border-t border-rule py-1.5">
			<span className="text-sm text-ink-faint">
				{index !== null && (
					<>
						<span className="sr-only">{t("passage", { number: index + 1 })}</span>
						<span aria-hidden>{index + 1}</span>
					</>
				)}
			</span>
			<div className="min-w-0">
				{children}
				<p className="text-xs text-ink-faint">{note}</p>
			</div>
		</li>
	);
}

function ChangeNote({ change: { authors, at, state, after } }: { readonly change: ReturnedChange }) {
	const t = useTranslations("word.back");
	return (
		<>
			{authors.length > 0 ? authors.join(", ") : t("untracked")}
			{at !== null && (
				<>
					{" · "}
					<RelativeTime at={at} />
				</>
			)}
			{state !== "ready" && <span className="text-caution"> · {t(`state.${state}`)}</span>}
			{after === "" && <span className="text-caution"> · {t("removed")}</span>}
		</>
	);
}
