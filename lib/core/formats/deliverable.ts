import type { Version } from "#lib/core/diff/attribute.ts";
import { knownLocale } from "#lib/core/diff/locale.ts";
import { isBlank, joinSentences } from "#lib/core/diff/sentences.ts";
import type { LinkState, Origin, PassageState, SegmentKind, Side } from "#lib/core/document/model.ts";
import type { Codes } from "#lib/core/formats/styled-text.ts";

/** A document as it is handed out: texts in order, furniture already left out. */
export interface Deliverable {
	readonly title: string;
	/** As stored: a date YYYY-MM-DD, with or without a time, is set in the article's language, anything else stands as it is. */
	readonly publishedOn: string | null;
	readonly publisher: string | null;
	readonly byline: string | null;
	readonly sourceLanguage: string;
	readonly targetLanguage: string;
	readonly passages: readonly DeliverPassage[];
	/** What the marks in the texts stand for. */
	readonly codes?: Codes;
	/** The version whose changes since are shown; absent: each rendering's own draft. */
	readonly earlier?: Earlier;
	/** Who last did something to a sentence since the earlier version, by its id. */
	readonly touched?: Readonly<Record<string, Trace>>;
	/** What was said about it, to go along. */
	readonly threads?: readonly DeliverThread[];
	/** Which version of which document this is, for a file that comes back. */
	readonly identity?: { readonly documentId: string; readonly number: number };
	/** As running text unless told. */
	readonly layout?: Layout;
}

export const layouts = ["article", "columns"] as const;
/** The rendering as running text, or both sides in two columns. */
export type Layout = (typeof layouts)[number];

/** Who did something, and when: ISO 8601, UTC. */
export interface Trace {
	readonly author: string;
	readonly at: string;
}

export interface Earlier extends Pick<Deliverable, "title" | "publishedOn" | "publisher" | "byline"> {
	readonly passages: readonly DeliverPassage[];
	/** Which sentences share text through splits and joins since. */
	readonly kinships: readonly { readonly fromId: string; readonly toId: string }[];
}

export interface DeliverThread {
	readonly passage: string;
	readonly side: Side;
	/** Null: about the passage. */
	readonly segment: string | null;
	/** In its text; null: all of it. */
	readonly span: { readonly start: number; readonly end: number } | null;
	/** The words it is about, where their place in the text is not known; null: all of it. */
	readonly quote?: string | null;
	readonly resolved: boolean;
	/** At least one; those after it answer it. */
	readonly comments: readonly (Trace & { readonly text: string })[];
}

export interface DeliverPassage {
	readonly id: string;
	/** 1-based place in the document, as the workbench shows it. */
	readonly number: number;
	readonly source: readonly DeliverSegment[];
	readonly target: readonly DeliverSegment[];
	readonly state: PassageState;
	readonly link: LinkState;
}

export interface DeliverSegment {
	readonly id: string;
	readonly kind: Exclude<SegmentKind, "furniture">;
	readonly paragraphStart: boolean;
	readonly text: string;
	readonly draft: string | null;
	readonly draftOrigin: Origin | null;
	/** What the text was after each edit, oldest first, the draft left out; the last is `text`. */
	readonly history: readonly Version[];
	/** The revision that wrote exactly this text, where it is known. */
	readonly version?: number;
}

export interface Paragraph {
	readonly kind: DeliverSegment["kind"];
	readonly segments: readonly DeliverSegment[];
}

/** A new paragraph begins where a segment says so or where the kind changes. */
export function paragraphsOf(article: Pick<Deliverable, "passages">, side: Side): Paragraph[] {
	const paragraphs: { kind: DeliverSegment["kind"]; segments: DeliverSegment[] }[] = [];
	for (const segment of article.passages.flatMap((passage) => passage[side])) {
		const last = paragraphs.at(-1);
		if (last === undefined || segment.paragraphStart || segment.kind !== last.kind) {
			paragraphs.push({ kind: segment.kind, segments: [segment] });
		} else last.segments.push(segment);
	}
	return paragraphs;
}

export interface TextParagraph {
	readonly kind: Paragraph["kind"];
	readonly text: string;
}

/**
 * The target article as it stands: title, date and byline line, then the paragraphs that have a text.
 * Where the page itself carries its title or its date lines as segments, those stand instead.
 */
export function articleOf(article: Deliverable): TextParagraph[] {
	const language = article.targetLanguage;
	const paragraphs = paragraphsOf(article, "target").flatMap(({ kind, segments }) => {
		const text = joinSentences(
			segments.map((segment) => segment.text),
			language,
		);
		return text === "" ? [] : [{ kind, text }];
	});
	return [...headOf(article), ...paragraphs];
}

type Described = Pick<
	Deliverable,
	"title" | "publishedOn" | "publisher" | "byline" | "targetLanguage" | "passages"
>;

/** Title and date line of the description, as far as no target segment says them. */
export function headOf(article: Described): TextParagraph[] {
	const kinds = new Set(article.passages.flatMap((passage) => passage.target.map((segment) => segment.kind)));
	const head: TextParagraph[] = [];
	if (!kinds.has("title") && !isBlank(article.title)) head.push({ kind: "title", text: article.title });
	const line = dateLine(article, article.targetLanguage);
	if (!kinds.has("meta") && line !== "") head.push({ kind: "meta", text: line });
	return head;
}

export function dateLine(
	article: Pick<Deliverable, "publishedOn" | "publisher" | "byline">,
	language: string,
): string {
	const parts = [article.publishedOn === null ? null : writtenDate(article.publishedOn, language)];
	parts.push(article.publisher, article.byline);
	return parts.filter((part) => part !== null && !isBlank(part)).join(" · ");
}

/** A date as the article's language writes it, as precise as it is; what is no date stands as it is. */
function writtenDate(date: string, language: string): string {
	const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/.exec(date);
	const time = parts ? Date.parse(`${parts[1]}T${parts[2] ?? "00:00"}:00Z`) : Number.NaN;
	if (Number.isNaN(time)) return date;
	const precise = parts?.[2] === undefined ? {} : ({ timeStyle: "short" } as const);
	return new Intl.DateTimeFormat(knownLocale(language), {
		dateStyle: "long",
		timeZone: "UTC",
		...precise,
	}).format(time);
}
