"use client";

import { useTranslations } from "next-intl";
import { codePointOf, isSlight, withBlanks } from "./blanks.ts";
import { classNames } from "./class-names.ts";
import { CodedText } from "./coded-text.tsx";

export interface TextChange {
	readonly kind: "same" | "deleted" | "inserted";
	readonly text: string;
	/** The number of a text that only changed its place. */
	readonly moved?: number;
}

export interface DiffTextProps {
	readonly changes: readonly TextChange[];
	readonly lang: string;
	readonly className?: string;
}

/**
 * Struck and underlined as well as coloured, twice where a text was moved, so that it reads in black and white. White
 * space and marks are drawn to be seen where they are what changed; the text in the page stays the text.
 */
export function DiffText({ changes, lang, className }: DiffTextProps) {
	let offset = 0;
	return (
		<span lang={lang} className={classNames("reading", className)}>
			{changes.map((change, index) => {
				const key = `${change.kind}${offset}`;
				offset += change.text.length;
				const alone = [-1, 1].every((step) => changes[index + step]?.kind !== change.kind);
				if (change.kind !== "same") return <Changed key={key} change={change} alone={alone} />;
				return (
					<span key={key}>
						<CodedText text={change.text} />
					</span>
				);
			})}
		</span>
	);
}

/** `alone`: not the space that goes with a moved phrase beside it. */
function Changed({
	change: { kind, text, moved },
	alone,
}: {
	readonly change: TextChange;
	readonly alone: boolean;
}) {
	const t = useTranslations("common.moved");
	const Mark = kind === "deleted" ? "del" : "ins";
	const slight = isSlight(text);
	let offset = 0;
	return (
		<Mark
			className={alone && slight ? "slight" : undefined}
			data-moved={moved}
			title={moved === undefined ? undefined : t(kind === "deleted" ? "away" : "here")}
		>
			{(alone || !slight ? withBlanks(text) : [{ text, glyph: null }]).map((piece) => {
				const key = offset;
				offset += piece.text.length;
				if (piece.glyph === null) return <CodedText key={key} text={piece.text} />;
				return (
					<span key={key} className="blank" data-glyph={piece.glyph} title={codePointOf(piece.text)}>
						{piece.text}
					</span>
				);
			})}
		</Mark>
	);
}
