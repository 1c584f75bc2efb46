import { SaxesParser } from "saxes";
import { unzipped } from "#tests/core/formats/zip.ts";

export interface ReadParagraph {
	readonly style: string | null;
	readonly text: string;
}

export interface ReadChange {
	readonly kind: "ins" | "del";
	readonly author: string;
	readonly date: string;
	readonly text: string;
}

/**
 * The paragraphs of a .docx after accepting or rejecting every change, as Word does it: what goes takes its text
 * along; a paragraph whose mark goes runs on into the next; paragraphs left without text are not counted.
 */
export function readWord(bytes: Uint8Array, changes: "accept" | "reject"): ReadParagraph[] {
	const gone = changes === "accept" ? "w:del" : "w:ins";
	const paragraphs: ReadParagraph[] = [];
	let carried = "";
	let style: string | null = null;
	let text = "";
	let markGone = false;
	const open: string[] = [];
	eachNode(bytes, {
		open(name, attributes) {
			open.push(name);
			if (name === "w:p") [style, text, markGone] = [null, "", false];
			const changed = open.includes("w:pPrChange");
			if (name === "w:pPrChange" && changes === "reject") style = null;
			if (name === "w:pStyle" && (!changed || changes === "reject")) style = attributes["w:val"] ?? null;
			if (name === gone && open.includes("w:pPr")) markGone = true;
			if (open.includes("w:pPr") || open.includes(gone)) return;
			if (name === "w:br") text += "\n";
			if (name === "w:tab") text += "\t";
		},
		text(value) {
			const within = open.at(-1);
			if ((within === "w:t" || within === "w:delText") && !open.includes(gone)) text += value;
		},
		close(name) {
			open.pop();
			if (name !== "w:p") return;
			carried += text;
			if (markGone) return;
			if (carried !== "") paragraphs.push({ style, text: carried });
			carried = "";
		},
	});
	if (carried !== "") paragraphs.push({ style, text: carried });
	return paragraphs;
}

/** The rows of a .docx's tables after accepting or rejecting every change: of each cell its paragraphs with text. */
export function readRows(bytes: Uint8Array, changes: "accept" | "reject"): string[][][] {
	const gone = changes === "accept" ? "w:del" : "w:ins";
	const rows: string[][][] = [];
	const open: string[] = [];
	let [row, cell]: [string[][] | null, string[]] = [null, []];
	let [text, carried, markGone] = ["", "", false];
	eachNode(bytes, {
		open(name) {
			open.push(name);
			if (name === "w:tr") row = [];
			if (name === "w:tc") cell = [];
			if (name === "w:p") [text, markGone] = ["", false];
			if (name === gone && open.includes("w:trPr")) row = null;
			if (name === gone && open.includes("w:pPr")) markGone = true;
			if (name === "w:br" && !open.includes(gone)) text += "\n";
		},
		text(value) {
			const within = open.at(-1);
			if ((within === "w:t" || within === "w:delText") && !open.includes(gone)) text += value;
		},
		close(name) {
			open.pop();
			if (name === "w:p") {
				carried += text;
				if (markGone && open.includes("w:tc")) return;
				if (carried !== "") cell.push(carried);
				carried = "";
			}
			if (name === "w:tc") {
				if (carried !== "") cell.push(carried);
				carried = "";
				row?.push(cell);
			}
			if (name === "w:tr" && row) rows.push(row);
		},
	});
	return rows;
}

/** Every w:ins and w:del around runs, in order. */
export function readChanges(bytes: Uint8Array): ReadChange[] {
	const found: ReadChange[] = [];
	let current: ReadChange | null = null;
	eachNode(bytes, {
		open(name, attributes) {
			if (name !== "w:ins" && name !== "w:del") return;
			current = {
				kind: name === "w:ins" ? "ins" : "del",
				author: attributes["w:author"] ?? "",
				date: attributes["w:date"] ?? "",
				text: "",
			};
		},
		text(value) {
			if (current !== null) current = { ...current, text: current.text + value };
		},
		close(name) {
			if (current === null || (name !== "w:ins" && name !== "w:del")) return;
			if (current.text !== "") found.push(current);
			current = null;
		},
	});
	return found;
}

interface Handlers {
	open(name: string, attributes: Readonly<Record<string, string>>): void;
	text(value: string): void;
	close(name: string): void;
}

function eachNode(bytes: Uint8Array, handlers: Handlers): void {
	const parser = new SaxesParser();
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", (tag) => handlers.open(tag.name, tag.attributes));
	parser.on("text", handlers.text);
	parser.on("closetag", (tag) => handlers.close(tag.name));
	parser.write(unzipped(bytes, "word/document.xml")).close();
}
