import { HiddenCharacters } from "../hidden-characters.ts";
import { Losses } from "../losses.ts";
import { markCharacters } from "../marked-text.ts";
import { type LineHint, type PdfPage, type Reader, ReadRefusal, type ReadSink } from "../reader.ts";
import { findMargins, type PdfLine } from "./pdf/margins.ts";
import { joinLines, type PdfParagraph, placeLines } from "./pdf/paragraphs.ts";
import { withoutRadicals } from "./pdf/radicals.ts";

/** Bytes; whoever reads them holds them three times. */
const maxSize = 64 * 1024 * 1024;
/** Fonts this much larger than the text's are headings; of the largest ones the first level. */
const headingFactor = 1.15;
const largeFactor = 1.6;
const longestHeading = 120;
/** Notes are set at most this large. */
const smallFactor = 0.92;
const noteMark = /^\s*(?:\d{1,3}|[*†‡①-⑳]|\[\d{1,3}\])/u;
/** So many pages with hardly a character for each that has text: they were scanned. */
const fewCharacters = 3;

/** PDF files with text; what was scanned is a picture and is refused. */
export const pdf = {
	id: "pdf",
	extensions: ["pdf"],
	messageKey: "formats.pdf",
	recognises({ name, head }) {
		const start = String.fromCharCode(...head.subarray(0, 1024));
		if (start.includes("%PDF-")) return 3;
		return /\.pdf$/iu.test(name) ? 1 : 0;
	},
	async read(file, sink, capabilities) {
		const bytes = await file.bytes(maxSize);
		const losses = new Losses();
		const pages: PdfPage[] = [];
		for await (const page of capabilities.readPdf(bytes)) {
			pages.push({ ...page, lines: page.lines.map((line) => ({ ...line, text: clean(line.text, losses) })) });
			capabilities.progress(Math.min(pages.length * 10_000, file.size), file.size);
		}
		tellEmptyPages(pages, losses);
		const usual = usualSize(pages.flatMap(({ lines }) => lines));
		const margins = findMargins(pages, usual);
		const texts = pages.map(({ lines }, page) => lines.filter((line) => !margins[page]?.has(line)));
		const notes = texts.map((lines) => findNotes(lines, usual));
		const place = (of: readonly (readonly PdfLine[])[]) =>
			joinLines(of.flatMap((lines, page) => placeLines(lines, page, pages[page]?.width ?? 0)));
		const body = place(texts.map((lines, page) => lines.slice(0, lines.length - (notes[page]?.length ?? 0))));
		send({ body, notes: place(notes), margins: marginTexts(margins) }, usual, sink);
		sink.problem({ line: 1, column: null, key: "pdfWordsOnly" });
		losses.tell(sink);
		return "text";
	},
} as const satisfies Reader;

const unknown = /(?!\t)\p{Cc}|[\ue000-\uf8ff\ufffd]/gu;

/** Text that its font gives no meaning comes as control and private use characters. */
function clean(text: string, losses: Losses): string {
	const known = withoutRadicals(text).toWellFormed();
	for (const _ of known.matchAll(unknown)) losses.add("pdfUnknownCharacters", 1);
	return known.replace(unknown, "\u{fffd}");
}

function tellEmptyPages(pages: readonly PdfPage[], losses: Losses): void {
	const lengths = pages.map(({ lines }) => lines.reduce((sum, { text }) => sum + text.trim().length, 0));
	const empty = [...lengths.entries()].filter(([, length]) => length < fewCharacters);
	if (empty.length === pages.length) throw new ReadRefusal("pdfNoText");
	for (const [page] of empty) losses.add("pdfEmptyPages", 1, `${page + 1}`);
}

/** Every header and footer once. */
function marginTexts(margins: readonly ReadonlySet<{ readonly text: string }>[]): string[] {
	const texts = margins.flatMap((lines) => [...lines].map(({ text }) => text.trim()));
	const shapes = new Map(texts.map((text) => [text.replace(/\d+/gu, "#"), text]));
	return [...shapes.values()];
}

interface Parts {
	readonly body: readonly PdfParagraph[];
	readonly notes: readonly PdfParagraph[];
	readonly margins: readonly string[];
}

function send({ body, notes, margins }: Parts, usual: number, sink: ReadSink): void {
	const hidden = new HiddenCharacters();
	let line = 0;
	const push = (text: string, hint: LineHint) => {
		if (text === "") return;
		line += 1;
		// Characters that are not known have been told.
		hidden.see(text.replaceAll("\u{fffd}", "?"), line);
		sink.line({ line, ...markCharacters(text), ...(Object.keys(hint).length === 0 ? {} : { hint }) });
	};
	for (const { text, size } of body) push(text, headingHint(text, size / usual));
	for (const { text } of notes) push(text, { footnote: true });
	for (const text of margins) push(text, { margin: true });
	hidden.tell(sink);
}

function headingHint(text: string, factor: number): LineHint {
	if (factor < headingFactor || text.length > longestHeading) return {};
	return { heading: factor < largeFactor ? 2 : 1 };
}

/** The size in which most characters are set. */
function usualSize(lines: readonly PdfLine[]): number {
	const counts = new Map<number, number>();
	for (const { text, height } of lines) {
		const rounded = Math.round(height * 2) / 2;
		counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
	}
	const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
	return most?.[0] || 1;
}

/** The last lines of a page, in small print and begun by a mark: the notes to it. */
function findNotes(lines: readonly PdfLine[], usual: number): readonly PdfLine[] {
	const lastLarge = lines.findLastIndex(({ height }) => height > usual * smallFactor);
	const small = lines.slice(lastLarge + 1);
	const [first] = small;
	const above = lines[lastLarge];
	return first && above && first.y > above.y && noteMark.test(first.text) ? small : [];
}
