"use client";

import { useTranslations } from "next-intl";
import { DiffText } from "#app/_ui/diff-text.tsx";
import type { Reading } from "#lib/core/diff/measure.ts";
import type { Change } from "#lib/core/diff/words.ts";
import { Nothing } from "./nothing.tsx";

interface ChangedWordingProps {
	readonly before: string;
	readonly after: string;
	readonly changes: readonly Change[];
	readonly reading: Reading;
	readonly language: string;
	/** One side of it, beside the other; without, both in one text. */
	readonly only?: "before" | "after";
}

/** Where most of a sentence changed, the two texts whole: islands of unchanged words would only confuse. */
export function ChangedWording({ before, after, changes, reading, language, only }: ChangedWordingProps) {
	const t = useTranslations("compare");
	if (only !== undefined) {
		const text = only === "before" ? before : after;
		const gone = only === "before" ? "inserted" : "deleted";
		const shown =
			reading === "whole" ? [{ kind: "same" as const, text }] : changes.filter(({ kind }) => kind !== gone);
		return text === "" ? <Nothing /> : <DiffText changes={shown} lang={language} />;
	}
	if (reading === "words" || before === "" || after === "")
		return <DiffText changes={changes} lang={language} />;
	return (
		<dl className="flex flex-col gap-2">
			{(["before", "after"] as const).map((side) => (
				<div key={side} className="border-l-2 border-rule-strong pl-2.5">
					<dt className="text-xs text-ink-faint">{t(side)}</dt>
					<dd>
						<DiffText
							changes={[{ kind: "same", text: side === "before" ? before : after }]}
							lang={language}
						/>
					</dd>
				</div>
			))}
		</dl>
	);
}
