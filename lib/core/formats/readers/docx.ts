import { extensionOf } from "../extension.ts";
import { HiddenCharacters } from "../hidden-characters.ts";
import { joinMarked, type MarkedText, markOf, plainText } from "../marked-text.ts";
import type { LineHint, Reader, ReaderCapabilities, ReadLine } from "../reader.ts";
import { findBilingualTables } from "./bilingual/find-tables.ts";
import { sendPairs } from "./bilingual/send-pairs.ts";
import { readNumbering } from "./docx/numbering.ts";
import type { StoryParagraph } from "./docx/paragraph.ts";
import { readStories, type Stories } from "./docx/stories.ts";
import { containerOf, refuseOtherContainers } from "./office/container.ts";
import { openPackage } from "./office/package.ts";

const extensions = ["docx", "docm", "dotx", "dotm"] as const;
/** Bytes of the packed file. */
const maxSize = 200 * 1024 * 1024;
/** A declared title counts where the text itself begins with it: otherwise it is often left over from another file. */
const linesWithTitle = 12;

/** Word documents: text, or pairs where they are mostly a table of two languages. */
export const docx = {
	id: "docx",
	extensions,
	messageKey: "formats.docx",
	recognises({ name, head }) {
		const container = containerOf(head);
		if (container === "word") return 3;
		// What only looks alike is taken too, to say what to do with it.
		if (container === "ole" || container === "rtf") return 3;
		if (container === "openDocument" || container === "ppt") return 2;
		const named = extensions.some((extension) => extension === extensionOf(name));
		return named || container === "zip" ? 1 : 0;
	},
	async read(file, sink, capabilities) {
		const bytes = await file.bytes(maxSize);
		refuseOtherContainers(file, bytes);
		const stories = await readStories(await openPackage(bytes, capabilities), capabilities);
		const { body } = stories;
		const main = body.filter(({ margin }) => !margin);
		const { tables, mostly } = findBilingualTables(main);
		const hidden = new HiddenCharacters();
		if (mostly) {
			for (const paragraph of main) hidden.see(plainText(paragraph), paragraph.line);
			sendPairs(main, tables, attachedTo(stories), sink, stories.losses);
			for (const { line } of [...body.filter(({ margin }) => margin), ...stories.margins])
				stories.losses.add("pairsMarginsLeft", line);
		} else {
			const lines = linesOf(body, stories, capabilities);
			const title = titleOf(stories.declaredTitle, lines);
			if (title !== null) sink.about({ title });
			for (const line of lines) {
				hidden.see(plainText(line), line.line);
				sink.line(line);
			}
			for (const { rows } of tables)
				stories.losses.add("pairsAsText", rows[0]?.cells[0]?.paragraphs[0]?.line ?? 1);
			for (const { line, comments } of body)
				for (const _ of comments) stories.losses.add("docxComments", line);
		}
		for (const part of stories.brokenRelationships)
			sink.problem({ line: 1, column: null, key: "officeRelationships", values: { part } });
		stories.changes.tell(sink);
		stories.losses.tell(sink);
		hidden.tell(sink);
		return mostly ? "pairs" : "text";
	},
} as const satisfies Reader;

function linesOf(
	body: readonly StoryParagraph[],
	stories: Stories,
	capabilities: ReaderCapabilities,
): ReadLine[] {
	const numbering = readNumbering(stories.numbering, capabilities);
	const columns = new Map<number, number>();
	for (const { table, column } of body.flatMap(({ cells }) => cells))
		columns.set(table, Math.max(columns.get(table) ?? 0, column));
	const lines: ReadLine[] = [];
	const send = (line: number, text: MarkedText, hint: LineHint) => {
		if (plainText(text).trim() === "") return;
		lines.push({ line, ...text, ...(Object.keys(hint).length === 0 ? {} : { hint }) });
	};
	for (const paragraph of body) {
		const { line, text, list, cells, margin } = paragraph;
		const cell = cells.findLast(({ table }) => (columns.get(table) ?? 0) > 0);
		const form = list === null || text === "" ? "none" : numbering(list);
		if (form === "number") stories.losses.add("listNumbers", line);
		const listed = form !== "none" && !("heading" in paragraph.hint) && list !== null;
		send(line, textOf(paragraph), {
			...(margin ? { margin: true } : paragraph.hint),
			...(listed ? { list: { ordered: form === "number", level: list.level } } : {}),
			...(cell ? { cell: { row: cell.row, column: cell.column } } : {}),
		});
	}
	for (const note of stories.notes)
		send(note.line, note.mark === null ? textOf(note) : marked(note.mark, note), { footnote: true });
	for (const margin of stories.margins) send(margin.line, textOf(margin), { margin: true });
	return lines;
}

function textOf({ text, codes }: MarkedText): MarkedText {
	return codes === undefined ? { text } : { text, codes };
}

/** A note's first paragraph begins with the mark that refers to it. */
function marked(value: string, note: MarkedText): MarkedText {
	return joinMarked([{ text: markOf(0), codes: [{ kind: "footnote", part: "alone", value }] }, note]);
}

function attachedTo({ comments, notes }: Stories): Parameters<typeof sendPairs>[2] {
	const texts = new Map<string, string>();
	let mark = "";
	for (const note of notes) {
		mark = note.mark ?? mark;
		const before = texts.get(mark);
		const text = plainText(note);
		texts.set(mark, before === undefined ? text : `${before}\n${text}`);
	}
	return { comments, notes: texts };
}

function titleOf(declared: string, lines: readonly ReadLine[]): string | null {
	const wanted = declared.trim();
	const found = lines.slice(0, linesWithTitle).some((line) => plainText(line).trim() === wanted);
	return wanted !== "" && found ? wanted : null;
}
