import { maxSegments } from "../document/operations/contract.ts";
import { plainText } from "../formats/marked-text.ts";
import {
	type FileSource,
	type ReadAbout,
	type ReaderCapabilities,
	type ReadLine,
	type ReadLink,
	type ReadProblem,
	ReadRefusal,
	type ReadRow,
	type ReadSink,
	type ReadUnit,
} from "../formats/reader.ts";
import { findReader, recognise } from "../formats/reader-registry.ts";
import { guessColumns } from "../formats/table-columns.ts";
import type { Page } from "../furniture/block.ts";
import { classifyPage, type LearnedRules } from "../furniture/classify-page.ts";
import { detectEncoding } from "../text/encoding.ts";
import type { ParagraphMode } from "../text/paragraphs.ts";
import { joinWrapped } from "./join-wrapped.ts";
import type { LanguageCount, Reading } from "./reading.ts";

export interface ReadingOptions {
	/** Id of the reader to use, whatever the file looks like. */
	readonly format?: string | undefined;
	/** How lines of plain text make paragraphs; guessed where absent. */
	readonly paragraphs?: ParagraphMode | undefined;
	/** BCP 47; detected where absent. */
	readonly language?: string | undefined;
	/** What people corrected on earlier pages of the project. */
	readonly learned?: LearnedRules | undefined;
}

/** Most characters (UTF-16 units) of one document: a very long book, on both sides. */
export const maxCharacters = 32 * 1024 * 1024;

/**
 * Reads a file to its end and says what it is. Throws `ReadRefusal` where it cannot be read or holds more than a
 * document can; nothing of it is to be used then.
 */
export async function readWhole(
	file: FileSource,
	capabilities: ReaderCapabilities,
	options: ReadingOptions = {},
): Promise<Reading> {
	if (file.size === 0) throw new ReadRefusal("emptyFile");
	const reader = options.format
		? findReader(options.format)
		: recognise(file, headText(file.head, file.size, capabilities));
	if (!reader) throw new ReadRefusal("unknownKind", { name: file.name });
	const found = new Collection();
	const shape = await reader.read(file, found, capabilities);
	const before = { format: reader.id, about: found.said, problems: found.problems };
	if (shape === "text") {
		const problems = [...found.problems, ...gridLost(found.lines)];
		return { ...before, problems, shape, ...pageOf(found.lines, found.said, reader.id === "txt", options) };
	}
	if (shape === "pairs") {
		const units = someOf(found.units);
		return { ...before, shape, units, languages: countLanguages(units) };
	}
	if (shape === "links") return { ...before, shape, links: someOf(found.links) };
	const rows = someOf(found.rows);
	return { ...before, shape, rows, columns: guessColumns(rows) };
}

function someOf<Found>(found: readonly Found[]): readonly Found[] {
	if (found.length === 0) throw new ReadRefusal("noText");
	return found;
}

/** Takes a whole file in, as long as it fits into a document. */
class Collection implements ReadSink {
	said: ReadAbout = {};
	readonly problems: ReadProblem[] = [];
	readonly lines: ReadLine[] = [];
	readonly units: ReadUnit[] = [];
	readonly rows: ReadRow[] = [];
	readonly links: ReadLink[] = [];
	#characters = 0;

	about(found: ReadAbout): void {
		this.said = { ...this.said, ...found };
	}
	line(line: ReadLine): void {
		this.#count(this.lines.length, line.line, line.text.length);
		this.lines.push(line);
	}
	unit(unit: ReadUnit): void {
		this.#count(this.units.length, unit.line, unitLength(unit));
		this.units.push(unit);
	}
	row(row: ReadRow): void {
		const characters = row.cells.reduce((sum, cell) => sum + cell.length, 0);
		this.#count(this.rows.length, row.line, characters);
		this.rows.push(row);
	}
	link(link: ReadLink): void {
		this.#count(this.links.length, link.line, 0);
		this.links.push(link);
	}
	problem(problem: ReadProblem): void {
		if (this.problems.length < mostProblems) this.problems.push(problem);
	}

	#count(before: number, line: number, characters: number): void {
		this.#characters += characters;
		if (before >= maxSegments) throw new ReadRefusal("tooManySegments", { limit: maxSegments }, line);
		if (this.#characters > maxCharacters)
			throw new ReadRefusal("tooManyCharacters", { limit: maxCharacters }, line);
	}
}

/** Nobody reads more; readers tell each kind of loss once. */
const mostProblems = 1_000;

function unitLength({ variants }: ReadUnit): number {
	return variants.reduce(
		(sum, { segments }) => sum + segments.reduce((length, { text }) => length + text.length, 0),
		0,
	);
}

function countLanguages(units: readonly ReadUnit[]): LanguageCount[] {
	const counts = new Map<string, number>();
	for (const { variants } of units) {
		const languages = variants.filter(({ segments }) => segments.length > 0).map(({ language }) => language);
		for (const language of new Set(languages)) counts.set(language, (counts.get(language) ?? 0) + 1);
	}
	return [...counts].map(([language, count]) => ({ language, units: count }));
}

/** A page keeps of a table what stands in its cells; a cell may have several paragraphs. */
function gridLost(lines: readonly ReadLine[]): ReadProblem[] {
	const inCells = lines.filter(({ hint }) => hint?.cell);
	const [first] = inCells;
	if (!first) return [];
	const begin = inCells.filter(({ hint }, index) => {
		const before = inCells[index - 1]?.hint?.cell;
		return before?.row !== hint?.cell?.row || before?.column !== hint?.cell?.column;
	});
	return [{ line: first.line, column: null, key: "tableAsCells", values: { cells: begin.length } }];
}

/** What the file declares stands above what its text looks like; what neither tells is null. */
function pageOf(
	lines: readonly ReadLine[],
	about: ReadAbout,
	plain: boolean,
	options: ReadingOptions,
): { page: Page; learned: readonly number[] } {
	if (lines.every((line) => plainText(line).trim() === "")) throw new ReadRefusal("noText");
	const { language, learned } = options;
	const {
		blocks,
		metadata,
		learned: decided,
	} = classifyPage(plain ? joinWrapped(lines, options.paragraphs) : lines, {
		...(language ? { language } : {}),
		...(learned ? { learned } : {}),
		...(about.title ? { title: about.title } : {}),
	});
	const said = {
		title: metadata.title ?? about.title ?? null,
		publishedAt: metadata.publishedAt ?? about.publishedAt ?? null,
		publisher: metadata.publisher ?? nameIn(about.publisher),
		byline: metadata.byline ?? nameIn(about.byline),
		language: language ?? agreedLanguage(metadata.language, about.language),
	};
	return { page: { blocks, metadata: said }, learned: decided };
}

/** A name out of markup: without the label that pages put before it; null for numbers and the like. */
function nameIn(said: string | undefined): string | null {
	const name = said?.replace(/^\s*(?:来源|來源|作者|source|author)\s*[:：]\s*/iu, "").trim() ?? "";
	return /\p{L}/u.test(name) ? name : null;
}

/**
 * Markup is often that of a template: it is believed where the text looks like it. Which of the languages in Latin
 * letters it is, the markup knows better; of Chinese the script shows in the text.
 */
function agreedLanguage(found: string | null, said: string | undefined): string | null {
	if (said === undefined || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(said)) return found;
	if (found === null) return said;
	return found === "en" && !/^(?:zh|ja|ko|ru|ar|el|he|th|hi|uk|bg)(?:-|$)/i.test(said)
		? (said.split("-")[0] ?? found)
		: found;
}

/** The head as text, for recognising: null where no encoding fits it. */
function headText(head: Uint8Array, size: number, capabilities: ReaderCapabilities): string | null {
	const detected = detectEncoding(head, capabilities.decoder);
	if (detected === null) return null;
	try {
		// More follows: a character cut in two at the end of the head is no mistake.
		return capabilities.decoder(detected.encoding).decode(head, { stream: head.length < size });
	} catch {
		return null;
	}
}
