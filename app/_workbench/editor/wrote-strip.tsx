"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, useId, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { CodedText } from "#app/_ui/coded-text.tsx";
import { Queries } from "#app/_ui/queries.tsx";
import { useDates } from "#app/_ui/use-dates.ts";
import { useTabKeys } from "../panel/use-tab-keys.ts";
import type { WireSegment } from "../sync/wire.ts";
import { type Author, type AuthorHere, authorsOf, type PartHere } from "./authors.ts";
import { useBlame } from "./use-blame.ts";
import { useLiveText } from "./use-live-text.ts";

interface WroteStripProps {
	readonly segment: WireSegment;
	readonly lang: string;
	readonly live: boolean;
}

/** Who wrote which words of the text, beneath the editor: to be read only. */
export function WroteStrip(props: WroteStripProps) {
	const t = useTranslations("blame");
	return (
		<section
			data-plain
			aria-label={t("title")}
			className="mt-2 border-l-2 border-rule-strong pl-2.5 select-text"
		>
			<p className="text-xs text-ink-faint">{t("title")}</p>
			<Queries>
				<Words {...props} />
			</Queries>
		</section>
	);
}

function Words({ segment, lang, live }: WroteStripProps) {
	const t = useTranslations("blame");
	const text = useLiveText(segment, live);
	const blame = useBlame(segment);
	const told = blame.data?.texts[0];
	if (blame.isError)
		return (
			<p className="flex items-center gap-2 text-sm text-ink-soft">
				{t("failed")}
				<Button size="sm" onClick={() => void blame.refetch()}>
					{t("again")}
				</Button>
			</p>
		);
	if (!told) return <p className="text-sm text-ink-soft">{t("loading")}</p>;
	const { parts, authors } = authorsOf(told, blame.data?.writers ?? [], text, lang);
	if (parts.length === 0) return <p className="text-sm text-ink-soft">{t("nothing")}</p>;
	return (
		<>
			<Text key={segment.id} parts={parts} authors={authors} lang={lang} />
			<Legend authors={authors} />
		</>
	);
}

interface TextProps {
	readonly parts: readonly PartHere[];
	readonly authors: readonly AuthorHere[];
	readonly lang: string;
}

/** One stop for Tab; the arrows go from part to part, and the line beneath says when the part was written. */
function Text({ parts, authors, lang }: TextProps) {
	const t = useTranslations("blame");
	const sayWhen = useWhen();
	const [chosen, setChosen] = useState<number | null>(null);
	const stop = Math.min(chosen ?? 0, parts.length - 1);
	const [id, said] = [useId(), useId()];
	const names = parts.map((_, i) => String(i));
	const idOf = (i: string) => `${id}part${i}`;
	const onKeyDown = useTabKeys(names, String(stop), (i) => setChosen(Number(i)), idOf);
	const saying = parts.map((part) => sayWhen(part, authors[part.author]?.author));
	return (
		<>
			<div
				role="tablist"
				aria-label={t("title")}
				lang={lang}
				className="reading text-base!"
				onKeyDown={onKeyDown}
			>
				{parts.map(({ start, text, author }, i) => (
					<span
						key={start}
						id={idOf(String(i))}
						role="tab"
						tabIndex={i === stop ? 0 : -1}
						className="wrote"
						data-line={authors[author]?.line}
						style={{ "--by": authors[author]?.colour } as CSSProperties}
						aria-selected={i === chosen}
						aria-controls={said}
						aria-description={saying[i]}
						title={saying[i]}
						onFocus={() => setChosen(i)}
					>
						<CodedText text={text} />
					</span>
				))}
			</div>
			<p id={said} role="tabpanel" className="mt-1 text-sm text-ink-soft" aria-live="polite">
				{(chosen === null ? null : saying[chosen]) ?? t("choose")}
			</p>
		</>
	);
}

function Legend({ authors }: Pick<TextProps, "authors">) {
	const t = useTranslations("blame");
	const nameOf = useAuthorName();
	return (
		<ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-soft">
			{authors.map(({ key, author, line, colour, share }) => (
				<li key={key} className="flex items-baseline gap-1.5">
					<span className="wrote" data-line={line} style={{ "--by": colour } as CSSProperties}>
						{nameOf(author)}
					</span>
					<span className="text-ink-faint tabular-nums">
						{t("share", { percent: Math.round(share * 100) })}
					</span>
				</li>
			))}
		</ul>
	);
}

function useAuthorName(): (author: Author) => string {
	const t = useTranslations("blame");
	return (author) => {
		if (author.is === "person") return author.name;
		return author.is === "machine" ? t("machine", { engine: author.engine }) : t(author.is);
	};
}

/** Who wrote a part, when, in which revision. */
function useWhen(): (part: PartHere, author: Author | undefined) => string {
	const t = useTranslations("blame");
	const dates = useDates();
	const nameOf = useAuthorName();
	return ({ writer }, by) => {
		const author = by ? nameOf(by) : "";
		if (writer === null) return author;
		const at = dates.longMoment(writer.at);
		const said = { author, at, number: writer.revision };
		const taken = writer.is === "person" && writer.suggestedBy ? writer.actor.name : null;
		return taken === null ? t("by", said) : t("takenOver", { ...said, name: taken });
	};
}
