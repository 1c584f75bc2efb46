import type { Losses } from "../../losses.ts";
import { type LineHint, ReadRefusal } from "../../reader.ts";
import type { BodyParagraph, CellPlace } from "../bilingual/find-tables.ts";
import { effective, type Formatting } from "../docx/formatting.ts";
import { markedText, type Piece } from "../docx/marked-pieces.ts";
import type { PartTag } from "../office/read-part.ts";
import type { OdtStyles } from "./styles.ts";

export interface OdtParagraph extends BodyParagraph {
	readonly hint: LineHint;
	/** The mark of the note that it is part of; of a note's later paragraphs null. */
	readonly note: string | null;
}

interface Open {
	readonly line: number;
	readonly pieces: Piece[];
	readonly hint: LineHint;
	readonly formats: Formatting[];
}

interface Table {
	readonly number: number;
	row: number;
	column: number;
	cell: CellPlace | null;
}

/** Far more than a document can hold, and little enough to keep in memory. */
const maxParagraphs = 250_000;

/** Elements whose insides are no text of the document as it reads in the end. */
const outside: ReadonlySet<string> = new Set([
	"text:tracked-changes",
	"office:annotation",
	"text:ruby-text",
	"office:forms",
	"text:sequence-decls",
	"text:variable-decls",
	"text:user-field-decls",
	"text:index-title-template",
]);
/** What a picture is called: text for those who do not see it. */
const descriptions: ReadonlySet<string> = new Set(["svg:title", "svg:desc"]);
const losses: Readonly<Record<string, string>> = {
	"office:annotation": "docxComments",
	"text:ruby": "docxRuby",
	"draw:object": "docxObjects",
	"draw:object-ole": "docxObjects",
};

/** Takes the events of `content.xml`, gives its paragraphs with all changes accepted. */
export class OdtContent {
	readonly body: OdtParagraph[] = [];
	readonly notes: OdtParagraph[] = [];
	readonly margins: OdtParagraph[] = [];
	/** Number of the last paragraph of the body. */
	get lastLine(): number {
		return this.#line;
	}

	readonly #styles: OdtStyles;
	readonly #losses: Losses;
	readonly #open: Open[] = [];
	/** Where finished paragraphs go: the body, or what is within it. */
	readonly #targets: OdtParagraph[][] = [this.body];
	readonly #lists: string[] = [];
	readonly #tables: Table[] = [];
	#line = 0;
	#count = 0;
	#tableCount = 0;
	#noteCount = 0;
	#note: string | null = null;
	#quiet = 0;
	/** Text of a note's mark or a picture's description, while it is open. */
	#said: string | null = null;

	constructor(styles: OdtStyles, losses: Losses) {
		this.#styles = styles;
		this.#losses = losses;
	}

	open(tag: PartTag): void {
		const loss = this.#quiet === 0 ? losses[tag.name] : undefined;
		if (loss) this.#losses.add(loss, Math.max(this.#line, 1));
		if (this.#quiet > 0 || outside.has(tag.name)) {
			this.#quiet += 1;
			return;
		}
		this.#styles.open(tag);
		if (tag.name === "text:p" || tag.name === "text:h") this.#openParagraph(tag);
		else if (tag.name === "text:span") this.#openSpan(tag);
		else if (!this.#openStructure(tag)) this.#inline(tag);
	}

	text(value: string): void {
		const paragraph = this.#open.at(-1);
		if (this.#quiet > 0 || !paragraph) return;
		if (this.#said !== null) {
			this.#said += value;
			return;
		}
		// White space is collapsed (OpenDocument 1.3, part 3, 6.1.2); blanks that count are elements.
		this.#write(value.replace(/[ \t\r\n]+/gu, " "));
	}

	close(name: string): void {
		if (this.#quiet > 0) {
			this.#quiet -= 1;
			return;
		}
		if (name === "text:p" || name === "text:h") this.#closeParagraph();
		else if (name === "text:span") this.#open.at(-1)?.formats.pop();
		else if (name === "text:a") this.#open.at(-1)?.pieces.push({ is: "linkEnd" });
		else if (name === "text:list") this.#lists.pop();
		else if (name === "table:table") this.#tables.pop();
		else if (name === "text:note-body" || name === "draw:text-box") this.#targets.pop();
		else if (name === "text:note-citation") this.#note = this.#takeSaid();
		else if (descriptions.has(name)) this.#describePicture(this.#takeSaid());
	}

	#openParagraph(tag: PartTag): void {
		// Notes and text boxes are numbered when they are sent: after the body.
		if (this.#targets.length === 1) this.#line += 1;
		this.#count += 1;
		if (this.#count > maxParagraphs) throw new ReadRefusal("tooManySegments", { limit: maxParagraphs });
		const style = tag.attribute("text:style-name") ?? "";
		const outline = tag.name === "text:h" ? Number(tag.attribute("text:outline-level") ?? 1) : 0;
		const level = this.#lists.length - 1;
		const [list = ""] = this.#lists.filter((name) => name !== "").slice(-1);
		const listed = level >= 0 && outline === 0;
		const ordered = listed && this.#styles.isNumbered(list, level);
		if (ordered) this.#losses.add("listNumbers", this.#line);
		const hint: LineHint = {
			...this.#styles.hint(style),
			...(outline > 0 ? { heading: Math.min(outline, 6) } : {}),
			...(listed ? { list: { ordered, level } } : {}),
		};
		const formats = [this.#styles.formatting(style)];
		this.#open.push({ line: this.#line, pieces: [], hint, formats });
	}

	#openSpan(tag: PartTag): void {
		const formats = this.#open.at(-1)?.formats;
		formats?.push({ ...formats.at(-1), ...this.#styles.formatting(tag.attribute("text:style-name") ?? "") });
	}

	/** True for the elements around paragraphs. */
	#openStructure(tag: PartTag): boolean {
		const table = this.#tables.at(-1);
		if (tag.name === "text:list") this.#lists.push(tag.attribute("text:style-name") ?? "");
		else if (tag.name === "table:table") {
			this.#tables.push({ number: this.#tableCount, row: -1, column: 0, cell: null });
			this.#tableCount += 1;
		} else if (tag.name === "table:table-row" && table) [table.row, table.column] = [table.row + 1, 0];
		else if (tag.name === "table:covered-table-cell" && table) table.column += 1;
		else if (tag.name === "table:table-cell" && table) {
			const span = Number(tag.attribute("table:number-columns-spanned") ?? 1) || 1;
			table.cell = { table: table.number, row: table.row, column: table.column, span, continues: false };
			table.column += 1;
		} else if (tag.name === "draw:text-box") this.#targets.push(this.margins);
		else if (tag.name === "text:note-citation" || descriptions.has(tag.name)) this.#said = "";
		else if (tag.name === "text:note-body") {
			this.#noteCount += 1;
			this.#note ??= `${this.#noteCount}`;
			this.#code({ kind: "footnote", part: "alone", value: this.#note });
			this.#targets.push(this.notes);
		} else return false;
		return true;
	}

	#takeSaid(): string | null {
		const said = (this.#said ?? "").trim();
		this.#said = null;
		return said === "" ? null : said;
	}

	/** What a picture is called follows it. */
	#describePicture(name: string | null): void {
		const pieces = this.#open.at(-1)?.pieces ?? [];
		const place = pieces.findLastIndex((piece) => piece.is === "code" && piece.code.kind === "image");
		if (name !== null && place !== -1)
			pieces[place] = { is: "code", code: { kind: "image", part: "alone", value: name } };
	}

	#inline(tag: PartTag): void {
		const count = Math.min(Number(tag.attribute("text:c") ?? 1) || 1, 1_000);
		if (tag.name === "text:s") this.#write(" ".repeat(count));
		else if (tag.name === "text:tab") this.#write("\t");
		else if (tag.name === "text:line-break") this.#code({ kind: "break", part: "alone" });
		else if (tag.name === "text:a")
			this.#open.at(-1)?.pieces.push({ is: "link", value: tag.attribute("xlink:href") ?? "" });
		else if (tag.name === "draw:image") {
			this.#losses.add("docxPictures", Math.max(this.#line, 1));
			this.#code({ kind: "image", part: "alone", value: "" });
		}
	}

	#write(text: string): void {
		const paragraph = this.#open.at(-1);
		const on = effective({}, {}, paragraph?.formats.at(-1) ?? {});
		paragraph?.pieces.push({ is: "text", text, on });
	}

	#code(code: Extract<Piece, { is: "code" }>["code"]): void {
		this.#open.at(-1)?.pieces.push({ is: "code", code });
	}

	#closeParagraph(): void {
		const paragraph = this.#open.pop();
		if (!paragraph) return;
		const { line, pieces, hint } = paragraph;
		const target = this.#targets.at(-1) ?? this.body;
		const cells = target === this.body ? this.#tables.flatMap(({ cell }) => cell ?? []) : [];
		const note = target === this.notes ? this.#note : null;
		target.push({ line, ...markedText(pieces), hint, cells, comments: [], note });
		if (target === this.notes) this.#note = null;
	}
}
