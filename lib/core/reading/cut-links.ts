/** Two texts that came one sentence a line, with the pairs that another file names by number. */
import { type MarkedText, plainText } from "../formats/marked-text.ts";
import { type ReadLink, ReadRefusal } from "../formats/reader.ts";
import type { Block } from "../furniture/block.ts";
import { type CutPairs, type CutRow, cutUnits, type RowStatement } from "./cut-units.ts";

/** A sentence that a number names; null where its line is blank. */
export type Numbered = MarkedText | null;

/** Sentence n is line n + 1 of a plain text, whatever is in it; elsewhere the blocks are counted. */
export function numberedSentences(blocks: readonly Block[], byLine: boolean): Numbered[] {
	if (!byLine) return blocks.map(({ text, codes }) => (codes ? { text, codes } : { text }));
	const sentences: Numbered[] = [];
	for (const { line, text } of blocks) {
		while (sentences.length < line) sentences.push(null);
		const before = sentences[line - 1];
		sentences[line - 1] = { text: before ? before.text + text : text };
	}
	return sentences;
}

/**
 * Rows as the links have them, in order; sentences that no link names are rows of their own, before the next link.
 * Throws `ReadRefusal` with the link's line where it leads beyond a text, or back before another.
 */
export function cutLinks(
	source: readonly Numbered[],
	target: readonly Numbered[],
	links: readonly ReadLink[],
): CutPairs {
	const at = { source: 0, target: 0 };
	const rows: { source: Numbered[]; target: Numbered[]; link: ReadLink | null }[] = [];
	const alone = (side: "source" | "target", to: number) => {
		const texts = side === "source" ? source : target;
		for (const text of texts.slice(at[side], to))
			rows.push({ source: [], target: [], link: null, [side]: [text] });
		at[side] = Math.max(at[side], to);
	};
	for (const link of links) {
		for (const [side, texts] of [
			["source", source],
			["target", target],
		] as const) {
			const [from, to] = link[side];
			if (from > to || to > texts.length)
				throw new ReadRefusal("linkBeyondText", { side, number: to, sentences: texts.length }, link.line);
			if (from < at[side] && to > from)
				throw new ReadRefusal("linkBackwards", { side, number: from + 1 }, link.line);
			if (to > from) alone(side, from);
		}
		rows.push({ source: take(source, link.source), target: take(target, link.target), link });
		at.source = Math.max(at.source, link.source[1]);
		at.target = Math.max(at.target, link.target[1]);
	}
	alone("source", source.length);
	alone("target", target.length);
	const cut = cutUnits(
		rows.map(({ source: s, target: t, link }) => ({
			line: link?.line ?? 1,
			variants: [
				{ language: "source", segments: written(s) },
				{ language: "target", segments: written(t) },
			],
			confidence: link?.confidence ?? 0,
		})),
		{ source: "source", target: "target" },
	);
	return withLinks(
		cut,
		rows.filter((row) => written(row.source).length + written(row.target).length > 0),
	);
}

const take = (texts: readonly Numbered[], [from, to]: ReadLink["source"]) => texts.slice(from, to);
const written = (texts: readonly Numbered[]) =>
	texts.filter((text): text is MarkedText => text !== null && plainText(text).trim() !== "");

/** What the links say of the rows: a confidence, or that somebody confirmed them. */
function withLinks(cut: CutPairs, rows: readonly { readonly link: ReadLink | null }[]): CutPairs {
	return {
		...cut,
		rows: cut.rows.map(
			([sources, targets], i): CutRow => [sources, targets, rows[i]?.link?.confidence ?? null],
		),
		stated: rows.map(({ link }): RowStatement[] => (link?.confirmed ? ["link"] : [])),
	};
}
