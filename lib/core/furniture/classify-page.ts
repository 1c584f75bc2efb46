/** Says of every line of a page what it is: the article's, about the article, or the page's own furniture. */
import type { SegmentKind } from "../document/model.ts";
import { type MarkedText, plainText } from "../formats/marked-text.ts";
import type { ReadLine } from "../formats/reader.ts";
import { detectLanguage } from "../text/detect-language.ts";
import { withApartLabels } from "./apart-labels.ts";
import { articleSpan, type Span } from "./article-span.ts";
import { withoutChance } from "./bare-text.ts";
import type { Block, Page } from "./block.ts";
import { readBody } from "./body.ts";
import { crumbsOf } from "./crumbs.ts";
import { withDateApart } from "./date-apart.ts";
import { type Evidence, evidenceOf, isCredit, isFurniture } from "./evidence.ts";
import { type Head, readHead } from "./head.ts";
import { type LearnedRules, noLearnedRules, teacherOf } from "./learned-rules.ts";
import { untoldRegions } from "./markup.ts";
import { byDateline, findMetadata, findSiteName, nameAtTop, type Told } from "./metadata.ts";
import { numberedHeadings } from "./numbered-headings.ts";
import { readTail, signature } from "./tail.ts";
import { withinText } from "./within-text.ts";

export type { LearnedRules };

/** In columns. */
const widestVerse = 56;
const fewestVerses = 8;

export interface ClassifyOptions {
	/** What the file calls itself, possibly with the name of its site: the line that says so is the title. */
	readonly title?: string;
	/** BCP 47, where it is known; else it is detected. */
	readonly language?: string;
	readonly learned?: LearnedRules;
}

export interface ClassifiedPage extends Page {
	/** Blocks, by their index, whose kind was taught by a reviewer's corrections. */
	readonly learned: readonly number[];
}

/**
 * Every line is in one block, or in two where a date was glued to its first sentence, in order. What is in doubt is text:
 * leftovers in the text are a nuisance, missing text is a loss.
 */
export function classifyPage(lines: readonly ReadLine[], options: ClassifyOptions = {}): ClassifiedPage {
	const first = classify(lines, options, () => null);
	if (!options.learned || options.learned === noLearnedRules) return first;
	return classify(lines, options, teacherOf(options.learned, first.metadata.publisher));
}

function classify(
	lines: readonly ReadLine[],
	options: ClassifyOptions,
	teach: (text: string) => SegmentKind | null,
): ClassifiedPage {
	const taught = lines.map((line) => teach(plainText(line)));
	const untold = untoldRegions(lines);
	const parts = withDateApart(
		lines,
		withApartLabels(
			withinText(withoutChance(lines.map((line, index) => evidenceOf(line, taught[index] ?? null, untold)))),
		),
		taught,
	);
	const { kinds, told, head } = kindsOf(parts, options.title ?? "");
	keepDivided(lines, parts, kinds);
	const titled = head.title === null ? null : (parts[head.title]?.text ?? null);
	const headEnd = head.title ?? head.to;
	const found = findMetadata(told, findSiteName(parts, headEnd) ?? nameAtTop(parts, headEnd));
	const blocks = parts.map(
		({ line }, index): Block => ({ ...markedOf(line), line: line.line, kind: kinds[index] ?? "body" }),
	);
	const learned = parts.flatMap((part, index) =>
		part.settled !== null && teach(part.text) !== null ? [index] : [],
	);
	return {
		metadata: {
			title: titled,
			...found,
			byline: found.byline ?? byDateline(parts),
			language: options.language ?? languageOf(blocks),
		},
		blocks,
		learned,
	};
}

function kindsOf(
	lines: readonly Evidence[],
	declared: string,
): { kinds: SegmentKind[]; told: Told[]; head: Head } {
	const span = articleSpan(lines);
	const siteName = findSiteName(lines, span.from);
	const head = readHead(lines, span, { siteNames: siteNames(lines, siteName, span), declared });
	const to = Math.max(span.to, head.to);
	const mayHead = hasHeadings(lines, head, span);
	const kinds = [...head.kinds, ...readBody(lines, head.to, to, mayHead), ...readTail(lines, to)];
	for (const index of numberedHeadings(lines, kinds, head.to)) kinds[index] = "heading";
	if (!mayHead && !isPage(lines, head)) withoutHeadings(lines, kinds, head.to);
	const signed = signature(lines, head.to, to);
	if (signed) {
		kinds[signed.date] = "meta";
		if (signed.office !== null) kinds[signed.office] = "meta";
	}
	const told = kinds.flatMap((kind, index): Told[] => {
		const line = lines[index];
		const isByline = head.bylines.includes(index) || signed?.office === index;
		return kind === "meta" && line ? [{ line, inHead: index < head.to, isByline }] : [];
	});
	return { kinds, told, head: kinds.includes("title") ? head : { ...head, title: null } };
}

/** Short lines that are the text: neither a title nor headings above it. */
function withoutHeadings(lines: readonly Evidence[], kinds: SegmentKind[], to: number): void {
	const first = isAboveSentences(lines) ? 1 : 0;
	for (let index = first; index < to; index += 1) {
		const isNamed = lines[index]?.line.hint?.heading !== undefined || lines[index]?.settled;
		if (!isNamed && (kinds[index] === "heading" || kinds[index] === "title")) kinds[index] = "body";
	}
}

/** One line that ends like no sentence, and nothing but sentences below it: an article of short paragraphs. */
function isAboveSentences([top, ...below]: readonly Evidence[]): boolean {
	return top?.mark === "short" && !top.ended && below.every(({ mark, ended }) => mark === "prose" && ended);
}

/** Lines of verse, punctuated or not: most of them short, hardly one a paragraph. */
function isVerse(text: readonly Evidence[]): boolean {
	const long = text.filter(
		(line) => line.width > widestVerse || line.mark === "item" || line.mark === "text",
	);
	return text.length >= fewestVerses && long.length * 8 <= text.length;
}

/** A list or a conversation without punctuation is no article of headings. */
function hasHeadings(lines: readonly Evidence[], head: Head, span: Span): boolean {
	const text = lines
		.slice(head.title ?? head.to, Math.max(span.to, head.to))
		.filter((line) => !isFurniture(line) && !isCredit(line));
	const short = text.filter((line) => line.mark === "short" && !line.line.hint?.heading).length;
	return (short * 2 <= text.length && !isVerse(text)) || text.length === 0;
}

function isPage(lines: readonly Evidence[], head: Head): boolean {
	return (
		lines.some((line) => line.line.hint?.heading === 1 || line.line.hint?.title) ||
		lines.slice(0, head.to).some((line) => isFurniture(line) || isCredit(line))
	);
}

/** Names under which the site can stand alone on a line above the title: its own, its crumbs, its source. */
function siteNames(lines: readonly Evidence[], siteName: string | null, span: Span): ReadonlySet<string> {
	const names = new Set(siteName === null ? [] : [siteName]);
	for (const line of lines.slice(0, Math.min(lines.length, span.from + 3))) {
		if (line.mark === "trail") for (const crumb of crumbsOf(line.text)) names.add(crumb);
		for (const value of line.labelled?.values ?? []) if (value.role === "publisher") names.add(value.value);
	}
	return names;
}

function markedOf({ text, codes }: MarkedText): MarkedText {
	return codes && codes.length > 0 ? { text, codes } : { text };
}

/** A line that was taken for text with a date stays one, however little text there is beside it. */
function keepDivided(lines: readonly ReadLine[], parts: readonly Evidence[], kinds: SegmentKind[]): void {
	if (parts.length === lines.length) return;
	const divided = lines.findIndex((line, index) => parts[index]?.line !== line);
	for (const place of [divided, divided + 1]) {
		if (kinds[place] === "furniture") kinds[place] = parts[place]?.mark === "meta" ? "meta" : "body";
	}
}

/** Of the article; a page in English with a Chinese menu is English. */
function languageOf(blocks: readonly Block[]): string | null {
	const article = blocks
		.filter((block) => block.kind !== "furniture" && block.kind !== "meta")
		.map(plainText);
	return detectLanguage(article.join("\n")) ?? detectLanguage(blocks.map(plainText).join("\n"));
}
