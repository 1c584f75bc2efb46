import { Losses } from "../../losses.ts";
import { plainText } from "../../marked-text.ts";
import { type ReaderCapabilities, ReadRefusal } from "../../reader.ts";
import type { OfficePackage, Relationship } from "../office/package.ts";
import { readPart } from "../office/read-part.ts";
import { Changes } from "./changes.ts";
import type { StoryParagraph } from "./paragraph.ts";
import { Story, type StorySurroundings } from "./story.ts";
import { readStyles } from "./styles.ts";

export interface NoteParagraph extends StoryParagraph {
	/** The mark that refers to the note; null in its later paragraphs. */
	readonly mark: string | null;
}

/** Everything of a Word document that is text, each story by itself. */
export interface Stories {
	/** With the paragraphs of text boxes, which are margins. */
	readonly body: readonly StoryParagraph[];
	/** In the order in which the body refers to them. */
	readonly notes: readonly NoteParagraph[];
	/** Headers and footers, each text once. */
	readonly margins: readonly StoryParagraph[];
	/** Texts of the comments in the body, by their ids. */
	readonly comments: ReadonlyMap<string, string>;
	/** The part with the numberings, unread. */
	readonly numbering: Uint8Array | null;
	readonly declaredTitle: string;
	readonly losses: Losses;
	readonly changes: Changes;
	readonly brokenRelationships: readonly string[];
}

type Kind = "footnote" | "endnote";

export async function readStories(file: OfficePackage, capabilities: ReaderCapabilities): Promise<Stories> {
	const name = await mainPart(file);
	const document = await file.part(name);
	if (document === null) throw new ReadRefusal("docxNoDocument", { part: name });
	const relationships = await file.relationships(name);
	const partOf = async (type: string, usual: string) => {
		const found = relationships.find((one) => one.type === type && !one.external);
		return await file.part(found?.target ?? usual);
	};
	const marks = new NoteMarks();
	const losses = new Losses();
	const surroundings: StorySurroundings = {
		sheet: readStyles(await partOf("styles", "word/styles.xml"), capabilities),
		losses,
		changes: new Changes(),
		address: addresses(relationships),
		markOfNote: (kind, id) => marks.markOf(kind, id),
	};
	const body = Story.read(document, name, surroundings, capabilities);
	let { line } = body;
	const further = (bytes: Uint8Array | null, part: string) => {
		if (bytes === null) return [];
		const story = Story.read(bytes, part, surroundings, capabilities, line + 1);
		line = story.line;
		return story.paragraphs;
	};
	const footnotes = further(await partOf("footnotes", "word/footnotes.xml"), "footnotes");
	const endnotes = further(await partOf("endnotes", "word/endnotes.xml"), "endnotes");
	const margins: StoryParagraph[] = [];
	for (const { type, target, external } of relationships)
		if ((type === "header" || type === "footer") && !external)
			margins.push(...further(await file.part(target), target));
	const comments = further(await partOf("comments", "word/comments.xml"), "comments");
	return {
		body: body.paragraphs,
		notes: marks.inOrder({ footnote: footnotes, endnote: endnotes }, losses),
		margins: eachOnce(margins),
		comments: commentTexts(comments, body.paragraphs),
		numbering: await partOf("numbering", "word/numbering.xml"),
		declaredTitle: readTitle(await file.part("docProps/core.xml"), capabilities),
		losses,
		changes: surroundings.changes,
		brokenRelationships: file.brokenRelationships,
	};
}

async function mainPart(file: OfficePackage): Promise<string> {
	const roots = await file.relationships("");
	const main = roots.find(({ type, external }) => type === "officeDocument" && !external);
	return main?.target ?? "word/document.xml";
}

/** Addresses outside are kept as text; nothing ever opens them. */
function addresses(relationships: readonly Relationship[]): StorySurroundings["address"] {
	const links = relationships.filter(({ type }) => type === "hyperlink");
	const found = new Map(links.map(({ id, target }) => [id, target]));
	return (id) => found.get(id) ?? null;
}

/** Numbers notes as Word does, by the order of their references, each kind by itself. */
class NoteMarks {
	readonly #marks: Record<Kind, Map<string, string>> = { footnote: new Map(), endnote: new Map() };

	markOf(kind: Kind, id: string): string {
		const marks = this.#marks[kind];
		const known = marks.get(id);
		if (known !== undefined) return known;
		// Endnotes are told from footnotes, whose numbers are the same.
		const mark = kind === "footnote" ? `${marks.size + 1}` : `e${marks.size + 1}`;
		marks.set(id, mark);
		return mark;
	}

	inOrder(stories: Readonly<Record<Kind, readonly StoryParagraph[]>>, losses: Losses): NoteParagraph[] {
		const notes: NoteParagraph[] = [];
		for (const kind of ["footnote", "endnote"] as const) {
			const byOwner = Map.groupBy(stories[kind], ({ owner }) => owner ?? "");
			for (const [id, mark] of this.#marks[kind]) {
				const own = byOwner.get(id) ?? [];
				byOwner.delete(id);
				notes.push(...own.map((paragraph, index) => ({ ...paragraph, mark: index === 0 ? mark : null })));
			}
			for (const [, [first]] of byOwner) if (first) losses.add("docxLooseNotes", first.line);
		}
		return notes;
	}
}

/** A document has headers for the first page, for even pages and for every section: mostly the same. */
function eachOnce(paragraphs: readonly StoryParagraph[]): StoryParagraph[] {
	const seen = new Set<string>();
	return paragraphs.filter((paragraph) => {
		const text = plainText(paragraph);
		if (seen.has(text)) return false;
		seen.add(text);
		return true;
	});
}

function commentTexts(
	comments: readonly StoryParagraph[],
	body: readonly StoryParagraph[],
): Map<string, string> {
	const texts = new Map<string, string>();
	for (const comment of comments) {
		const owner = comment.owner ?? "";
		const before = texts.get(owner);
		const text = plainText(comment);
		texts.set(owner, before === undefined ? text : `${before}\n${text}`);
	}
	const referred = new Set(body.flatMap((paragraph) => paragraph.comments));
	return new Map([...referred].map((id) => [id, texts.get(id) ?? ""]));
}

function readTitle(bytes: Uint8Array | null, capabilities: ReaderCapabilities): string {
	if (bytes === null) return "";
	let title = "";
	let inTitle = false;
	const handlers = {
		open: (tag: { readonly name: string }) => {
			inTitle = tag.name === "dc:title";
		},
		text: (value: string) => {
			if (inTitle) title += value;
		},
		close: () => {
			inTitle = false;
		},
	};
	try {
		readPart(bytes, "docProps/core.xml", handlers, capabilities);
	} catch (error) {
		// Properties are a courtesy: a text without them is whole.
		if (!(error instanceof ReadRefusal)) throw error;
	}
	return title;
}
