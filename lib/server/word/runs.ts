import {
	BookmarkEnd,
	BookmarkStart,
	CommentRangeEnd,
	CommentRangeStart,
	CommentReference,
	DeletedTextRun,
	ExternalHyperlink,
	InsertedTextRun,
	type ParagraphChild,
	TextRun,
} from "docx";
import { knownLocale } from "#lib/core/diff/locale.ts";
import type { Trace } from "#lib/core/formats/deliverable.ts";
import { type Codes, type Look, type StyledPiece, StyleState } from "#lib/core/formats/styled-text.ts";
import type { WordAnchor, WordChange, WordContent, WordRun } from "#lib/core/formats/word/document.ts";
import { isUnspaced } from "#lib/core/text/unspaced.ts";

/** Numbers of changes and bookmarks, each used once in a file. */
export class Numbers {
	#last = 0;
	readonly #tags = new Map<string, number>();

	next(): number {
		this.#last += 1;
		return this.#last;
	}

	ofTag(name: string): number {
		const known = this.#tags.get(name) ?? this.next();
		this.#tags.set(name, known);
		return known;
	}
}

/** Word reads whole seconds. */
export function traceOf(
	{ author, at }: Trace,
	numbers: Numbers,
): { id: number; author: string; date: string } {
	return { id: numbers.next(), author, date: `${new Date(at).toISOString().slice(0, 19)}Z` };
}

const wordLooks = {
	bold: "bold",
	italic: "italics",
	underline: "underline",
	strike: "strike",
	superscript: "superScript",
	subscript: "subScript",
} as const satisfies Record<Look, string>;

/** The content of one paragraph; looks are followed through the earlier and the later version at once. */
export class WordRuns {
	readonly #codes: Codes;
	readonly #language: ReturnType<typeof proofing> | null;
	readonly #numbers: Numbers;
	readonly #before = new StyleState();
	readonly #after = new StyleState();
	/** Who changes looks, which have no change of their own: whoever changed the text before them. */
	#last: Trace | null = null;

	/** `language` where it is not the document's. */
	constructor(codes: Codes, language: string | null, numbers: Numbers) {
		this.#codes = codes;
		this.#language = language === null ? null : proofing(language);
		this.#numbers = numbers;
	}

	write(content: readonly WordContent[]): ParagraphChild[] {
		return content.flatMap((one) => (one.is === "run" ? this.#run(one) : this.#anchor(one)));
	}

	#run({ text, change }: WordRun): ParagraphChild[] {
		this.#last = change ?? this.#last;
		if (change !== null) {
			const state = change.kind === "inserted" ? this.#after : this.#before;
			return state.pieces(text, this.#codes).flatMap((piece) => this.#piece(piece, change, null));
		}
		const old = this.#before.pieces(text, this.#codes);
		return this.#after
			.pieces(text, this.#codes)
			.flatMap((piece, index) => this.#piece(piece, null, old[index] ?? null));
	}

	/** A line feed is a break in front of the next run. Word has no tracked changes around a link. */
	#piece(
		{ text, looks, link }: StyledPiece,
		change: WordChange | null,
		old: StyledPiece | null,
	): ParagraphChild[] {
		const relooked = old !== null && this.#last !== null && !sameLooks(old.looks, looks) ? this.#last : null;
		const runs = text.split("\n").map((line, index) => {
			const content = {
				text: line,
				...lookOf(looks),
				...(this.#language && { language: this.#language }),
				...(index > 0 && { break: 1 }),
				...(relooked && old && { revision: { ...traceOf(relooked, this.#numbers), ...lookOf(old.looks) } }),
			};
			if (change === null) return new TextRun(content);
			const options = { ...content, ...traceOf(change, this.#numbers) };
			return change.kind === "inserted" ? new InsertedTextRun(options) : new DeletedTextRun(options);
		});
		return link === null || change !== null ? runs : [new ExternalHyperlink({ link, children: runs })];
	}

	#anchor(anchor: WordAnchor): ParagraphChild[] {
		if (anchor.is === "comment") {
			if (anchor.edge === "start") return [new CommentRangeStart(anchor.id)];
			const reference = new TextRun({ children: [new CommentReference(anchor.id)] });
			return [new CommentRangeEnd(anchor.id), reference];
		}
		const number = this.#numbers.ofTag(anchor.name);
		const edge = anchor.edge === "start" ? new BookmarkStart(anchor.name, number) : new BookmarkEnd(number);
		// The library's type has bookmarks only whole, with their content between.
		return [edge as unknown as ParagraphChild];
	}
}

/** Word knows languages by country: zh-Hans is zh-CN to it, en is en-US. */
export function proofing(language: string): { value: string; eastAsia: string } {
	const locale = new Intl.Locale(knownLocale(language)).maximize();
	const name = locale.region === undefined ? locale.language : `${locale.language}-${locale.region}`;
	return isUnspaced(language) ? { value: "en-US", eastAsia: name } : { value: name, eastAsia: "zh-CN" };
}

function lookOf(looks: ReadonlySet<Look>): Record<string, unknown> {
	return Object.fromEntries([...looks].map((name) => [wordLooks[name], name === "underline" ? {} : true]));
}

function sameLooks(one: ReadonlySet<Look>, other: ReadonlySet<Look>): boolean {
	return one.size === other.size && [...one].every((look) => other.has(look));
}
