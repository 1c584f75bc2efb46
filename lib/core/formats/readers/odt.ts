import { extensionOf } from "../extension.ts";
import { HiddenCharacters } from "../hidden-characters.ts";
import { Losses } from "../losses.ts";
import { joinMarked, type MarkedText, markOf, plainText } from "../marked-text.ts";
import { type LineHint, type Reader, ReadRefusal, type ReadSink } from "../reader.ts";
import { findBilingualTables } from "./bilingual/find-tables.ts";
import { sendPairs } from "./bilingual/send-pairs.ts";
import { OdtContent, type OdtParagraph } from "./odt/content.ts";
import { OdtStyles } from "./odt/styles.ts";
import { containerOf } from "./office/container.ts";
import { openPackage } from "./office/package.ts";
import { type PartTag, readPart } from "./office/read-part.ts";

const maxSize = 200 * 1024 * 1024;

/** Texts of LibreOffice and other programs that write OpenDocument. */
export const odt = {
	id: "odt",
	extensions: ["odt", "ott"],
	messageKey: "formats.odt",
	recognises({ name, head }) {
		const extension = extensionOf(name);
		const named = extension === "odt" || extension === "ott";
		if (containerOf(head) === "openDocument") {
			const type = String.fromCharCode(...head.subarray(38, 85));
			return type.startsWith("application/vnd.oasis.opendocument.text") ? 3 : 0;
		}
		return named && containerOf(head) === "zip" ? 2 : 0;
	},
	async read(file, sink, capabilities) {
		const opened = await openPackage(await file.bytes(maxSize), capabilities);
		const content = await opened.part("content.xml");
		if (content === null) throw new ReadRefusal("docxNoDocument", { part: "content.xml" });
		const losses = new Losses();
		const changes = new OdtChanges();
		const named = await opened.part("styles.xml");
		const styles = OdtStyles.read(named, capabilities);
		const found = new OdtContent(styles, losses);
		const handlers = {
			open: (tag: PartTag) => {
				changes.open(tag);
				found.open(tag);
			},
			text: (value: string) => {
				changes.text(value);
				found.text(value);
			},
			close: (name: string) => {
				changes.close(name);
				found.close(name);
			},
		};
		readPart(content, "content.xml", handlers, capabilities);
		if (named !== null) {
			// The only paragraphs among the styles are those of headers and footers
			const pages = new OdtContent(styles, losses);
			readPart(
				named,
				"styles.xml",
				{
					open: (tag) => pages.open(tag),
					text: (value) => pages.text(value),
					close: (name) => pages.close(name),
				},
				capabilities,
			);
			found.margins.push(...pages.body);
		}
		const { tables, mostly } = findBilingualTables(found.body);
		const hidden = new HiddenCharacters();
		if (mostly) {
			for (const paragraph of found.body) hidden.see(plainText(paragraph), paragraph.line);
			sendPairs(found.body, tables, notesOf(found), sink, losses);
		} else sendLines(found, sink, hidden);
		if (mostly)
			for (const margin of found.margins)
				if (plainText(margin).trim() !== "") losses.add("pairsMarginsLeft", 1);
				else for (const _ of tables) losses.add("pairsAsText", 1);
		changes.tell(sink);
		losses.tell(sink);
		hidden.tell(sink);
		return mostly ? "pairs" : "text";
	},
} as const satisfies Reader;

function sendLines(found: OdtContent, sink: ReadSink, hidden: HiddenCharacters): void {
	const wide = new Set(
		found.body.flatMap(({ cells }) => cells.filter(({ column }) => column > 0)).map(({ table }) => table),
	);
	const send = (line: number, text: MarkedText, hint: LineHint) => {
		if (plainText(text).trim() === "") return;
		hidden.see(plainText(text), line);
		sink.line({ line, ...marked(text), ...(Object.keys(hint).length === 0 ? {} : { hint }) });
	};
	for (const paragraph of found.body) {
		const cell = paragraph.cells.findLast(({ table }) => wide.has(table));
		const place = cell ? { cell: { row: cell.row, column: cell.column } } : {};
		send(paragraph.line, paragraph, { ...paragraph.hint, ...place });
	}
	let line = found.lastLine;
	for (const note of found.notes) send(++line, withMark(note), { footnote: true });
	for (const margin of found.margins) send(++line, margin, { margin: true });
}

function notesOf({ notes }: OdtContent): Parameters<typeof sendPairs>[2] {
	const texts = new Map<string, string>();
	let mark = "";
	for (const note of notes) {
		mark = note.note ?? mark;
		texts.set(mark, [...(texts.has(mark) ? [texts.get(mark)] : []), plainText(note)].join("\n"));
	}
	return { comments: new Map(), notes: texts };
}

function marked({ text, codes }: MarkedText): MarkedText {
	return codes === undefined ? { text } : { text, codes };
}

function withMark(note: OdtParagraph): MarkedText {
	if (note.note === null) return note;
	const code = { kind: "footnote", part: "alone", value: note.note } as const;
	return joinMarked([{ text: markOf(0), codes: [code] }, note]);
}

/** Counts the tracked changes: what was deleted stands apart, what was inserted in its place. */
class OdtChanges {
	#inserted = 0;
	#deleted = 0;
	readonly #authors = new Set<string>();
	#inside = false;
	#author: string | null = null;

	open(tag: PartTag): void {
		if (tag.name === "text:tracked-changes") this.#inside = true;
		else if (tag.name === "text:insertion") this.#inserted += 1;
		else if (tag.name === "text:deletion") this.#deleted += 1;
		else if (tag.name === "dc:creator" && this.#inside) this.#author = "";
	}

	text(value: string): void {
		if (this.#author !== null) this.#author += value;
	}

	close(name: string): void {
		if (name === "text:tracked-changes") this.#inside = false;
		if (name !== "dc:creator" || this.#author === null) return;
		this.#authors.add(this.#author);
		this.#author = null;
	}

	tell(sink: ReadSink): void {
		if (this.#inserted + this.#deleted === 0) return;
		const [inserted, deleted] = [this.#inserted, this.#deleted];
		const authors = [...this.#authors].slice(0, 5).join(", ");
		const values = { inserted, deleted, moved: 0, authors, more: Math.max(0, this.#authors.size - 5) };
		sink.problem({ line: 1, column: null, key: "docxTracked", values });
	}
}
