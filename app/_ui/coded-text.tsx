"use client";

import { useTranslations } from "next-intl";
import { createContext, Fragment, type ReactNode, useContext } from "react";
import { codeNumber, type InlineCode, marks } from "#lib/core/formats/marked-text.ts";

/** What a mark's number stands for; undefined where that is not known. */
export type FindCode = (number: number) => InlineCode | undefined;

const CodesContext = createContext<FindCode>(() => undefined);
export const CodesProvider = CodesContext.Provider;

const letters = {
	bold: "b",
	italic: "i",
	underline: "u",
	strike: "s",
	superscript: "x²",
	subscript: "x₂",
	link: "a",
	footnote: "*",
	image: "▣",
	break: "↵",
	character: "□",
	other: "·",
} as const satisfies Record<InlineCode["kind"], string>;

/** How a code is drawn: an opening, a closing, or one that stands alone. */
export function glyphOf(code: InlineCode | undefined): string {
	if (!code) return "◇";
	const letter = letters[code.kind];
	if (code.part === "start") return `${letter}›`;
	if (code.part === "end") return `‹${letter}`;
	return code.kind === "footnote" && code.value ? code.value : letter;
}

/** A text whose inline codes are drawn as small signs; what stands in the page is still the text, sign for sign. */
export function CodedText({ text }: { readonly text: string }): ReactNode {
	const pieces: ReactNode[] = [];
	let at = 0;
	for (const found of text.matchAll(marks)) {
		if (found.index > at) pieces.push(<Fragment key={at}>{text.slice(at, found.index)}</Fragment>);
		at = found.index + found[0].length;
		pieces.push(<Code key={`code ${at}`} mark={found[0]} />);
	}
	if (at === 0) return text;
	return [...pieces, text.slice(at)];
}

function Code({ mark }: { readonly mark: string }) {
	const t = useTranslations("common.code");
	const code = useContext(CodesContext)(codeNumber(mark) ?? -1);
	const title = code ? t(code.kind, { part: code.part, value: code.value ?? "" }) : t("unknown");
	return (
		<span className="code" data-glyph={glyphOf(code)} title={title}>
			{mark}
		</span>
	);
}
