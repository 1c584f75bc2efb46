"use client";

import { useTranslations } from "next-intl";
import type { Figures } from "#lib/core/measure/wire.ts";
import { useFigureWords } from "./use-figure-words.ts";

interface HeadlineProps {
	readonly total: Figures;
	/** Of the people whose time the reader may see; null where nobody's. */
	readonly minutes: number | null;
	/** Everybody's time, or the reader's own. */
	readonly everyone: boolean;
}

/** The figures of the whole, each with what it is made of. */
export function Headline({ total, minutes, everyone }: HeadlineProps) {
	const t = useTranslations("measures");
	const { count, rate, percent, time } = useFigureWords();
	const untouched = total.confirmed === 0 ? null : total.confirmedUntouched / total.confirmed;
	const figures = [
		[t("ter"), rate(total.ter), t("terOf", { edits: total.edits, words: total.referenceWords })],
		[t("chrf"), rate(total.chrf), t("chrfNote")],
		[
			t("wordsChanged"),
			count(total.wordsChanged),
			t("outOf", { whole: total.words, share: percent(total.shareOfWords) }),
		],
		[
			t("charactersChanged"),
			count(total.charactersChanged),
			t("outOf", { whole: total.characters, share: percent(total.shareOfCharacters) }),
		],
		[
			t("untouched"),
			untouched === null ? "–" : percent(untouched),
			t("untouchedOf", { untouched: total.confirmedUntouched, confirmed: total.confirmed }),
		],
		...(minutes === null
			? []
			: [[t("time"), time(minutes), t(everyone ? "timeOfAll" : "timeOfOwn")] as const]),
	] as const;
	return (
		<dl className="grid grid-cols-2 border-t border-rule sm:grid-cols-3">
			{figures.map(([name, value, note]) => (
				<div key={name} className="flex flex-col gap-0.5 border-b border-rule py-4 pr-4">
					<dt className="text-sm text-ink-soft">{name}</dt>
					<dd className="font-serif text-xl break-keep tabular-nums lining-nums">{value}</dd>
					<dd className="text-sm text-ink-faint">{note}</dd>
				</div>
			))}
		</dl>
	);
}
