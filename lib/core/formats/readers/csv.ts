import { maxSegments } from "../../document/operations/contract.ts";
import { eachLine } from "../each-line.ts";
import { extensionOf } from "../extension.ts";
import { HiddenCharacters } from "../hidden-characters.ts";
import { seeText } from "../hidden-in-units.ts";
import { Losses } from "../losses.ts";
import type { FileSource, Reader, ReaderCapabilities } from "../reader.ts";
import { findEncoding, otherKind, textOfFile } from "../text-file.ts";
import { TableRows, type TableWriting, unescapeField } from "./csv/rows.ts";
import { declaredDelimiter, evennessOf, guessDelimiter, TabSurvey } from "./csv/writing.ts";

const beginningLength = 32 * 1024;

const extensions = ["csv", "tsv", "tab"];

/** So even are lines that were divided by tabs on purpose. */
const surelyEven = 0.9;

/**
 * Tables as text: fields divided by commas, semicolons, tabs or bars, with or without quotation marks, and the
 * tables with escapes that we write ourselves. Which column is what, a person says.
 */
export const csv = {
	id: "csv",
	extensions,
	messageKey: "formats.csv",
	recognises({ name, head }, text) {
		if (otherKind(head) !== null) return 0;
		const named = extensions.includes(extensionOf(name));
		if (text === null) return named ? 1 : 0;
		if (named) return 2;
		const rows = text.split("\n", 3).length;
		return declaredDelimiter(text) !== null || (rows > 2 && evennessOf(text, "\t") >= surelyEven) ? 2 : 0;
	},
	async read(file, sink, capabilities) {
		const { encoding } = await findEncoding(file, sink, capabilities);
		const head = await beginningOf(file, encoding, capabilities);
		const writing = await writingOf(file, head, encoding, capabilities);
		const losses = new Losses();
		const hidden = new HiddenCharacters();
		let skip = declaredDelimiter(head) !== null;
		const take = ({ line, cells }: { readonly line: number; readonly cells: readonly string[] }) => {
			if (skip) {
				skip = false;
				return;
			}
			const texts = writing.escaped ? cells.map(unescapeField) : cells;
			if (texts.some((text, column) => text !== cells[column])) losses.add("escapesUndone", line);
			for (const text of texts) seeText(hidden, text, line);
			sink.row({ line, cells: texts });
		};
		const rows = new TableRows(writing, take, (line) => losses.add("oddQuotes", line));
		for await (const piece of textOfFile(file, encoding, capabilities)) rows.write(piece);
		rows.end();
		losses.tell(sink);
		hidden.tell(sink);
		return "table";
	},
} as const satisfies Reader;

/** The first piece of the text, enough to see how it is written. */
async function beginningOf(
	file: FileSource,
	encoding: string,
	capabilities: ReaderCapabilities,
): Promise<string> {
	let beginning = "";
	const quiet = { ...capabilities, progress: () => capabilities.progress(0, file.size) };
	for await (const piece of textOfFile(file, encoding, quiet)) {
		beginning += piece;
		if (beginning.length >= beginningLength) break;
	}
	return beginning;
}

/**
 * A table divided by tabs is looked through first, as many lines of it as a document can hold: only they all
 * together tell how it is written.
 */
async function writingOf(
	file: FileSource,
	head: string,
	encoding: string,
	capabilities: ReaderCapabilities,
): Promise<TableWriting> {
	const delimiter =
		guessDelimiter(head, extensionOf(file.name)) ?? (extensionOf(file.name) === "csv" ? "," : "\t");
	if (delimiter !== "\t") return { delimiter, quoted: true, escaped: false };
	const survey = new TabSurvey();
	await eachLine(
		file,
		encoding,
		{ ...capabilities, progress: () => capabilities.progress(0, file.size) },
		(text) => survey.line(text),
		maxSegments,
	);
	return survey.writing;
}
