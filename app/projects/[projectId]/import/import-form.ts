/** What somebody fills in on the import screen, and the request it makes. */
import type { Origin, SegmentKind, Side } from "#lib/core/document/model.ts";
import type { TableColumns } from "#lib/core/formats/table-columns.ts";
import { pageOfText } from "#lib/core/reading/page-of-text.ts";
import type { ReadingReport } from "#lib/core/reading/reading-report.ts";
import { detectLanguage } from "#lib/core/text/detect-language.ts";
import { guessParagraphs, type ParagraphMode } from "#lib/core/text/paragraphs.ts";

/** A file that lies on the server already. */
export interface GivenFile {
	readonly upload: string;
	readonly name: string;
	/** Bytes. */
	readonly size: number;
	readonly report: ReadingReport;
}

export interface SideForm {
	/** Pasted or typed; "" where a file stands instead. */
	readonly text: string;
	readonly file: GivenFile | null;
	/** Null: as detected. */
	readonly language: string | null;
	/** Kinds that were switched by hand, by `blockKeys`: they stay with their paragraph when lines come and go. */
	readonly kinds: Readonly<Record<string, SegmentKind>>;
}

/** A file that holds both sides, and what of it is which. */
export interface PairsForm {
	readonly file: GivenFile;
	/** Languages as the file writes them. */
	readonly source: string | null;
	readonly target: string | null;
	readonly columns: TableColumns | null;
}

export const metadataFields = ["title", "publishedOn", "publisher", "byline"] as const;
export type MetadataField = (typeof metadataFields)[number];

export interface ImportForm {
	readonly source: SideForm;
	readonly target: SideForm;
	/** Stands instead of the two sides. */
	readonly pairs: PairsForm | null;
	/** Says by number which sentences of the two sides belong together. */
	readonly links: GivenFile | null;
	/** Null: as guessed. */
	readonly paragraphs: ParagraphMode | null;
	/** Null: not chosen yet. */
	readonly origin: Origin["kind"] | null;
	readonly engine: string;
	/** Id of an aligner, or `lineByLine`. */
	readonly aligner: string;
	/** What was typed; null where what was found stands. */
	readonly metadata: Readonly<Record<MetadataField, string | null>>;
}

type GivenSide = { kinds: Record<number, SegmentKind> } & (
	| { text: string }
	| { upload: string; format: string }
);

export interface ImportBody {
	source?: GivenSide;
	target?: GivenSide;
	pairs?: {
		upload: string;
		format: string;
		source: string | null;
		target: string | null;
		columns?: TableColumns;
	};
	links?: { upload: string; format: string };
	lineByLine?: true;
	sourceLanguage?: string;
	targetLanguage?: string;
	paragraphs: ParagraphMode;
	origin: Origin;
	aligner: string;
	title?: string;
	publishedOn?: string | null;
	publisher?: string | null;
	byline?: string | null;
}

/** Chosen instead of an aligner where line n of one side translates line n of the other. */
export const lineByLine = "lines" as const;
const anyAligner = "one-to-one";

export const emptySide: SideForm = { text: "", file: null, language: null, kinds: {} };

export function emptyForm(aligner: string): ImportForm {
	return {
		source: emptySide,
		target: emptySide,
		pairs: null,
		links: null,
		paragraphs: null,
		origin: null,
		engine: "",
		aligner,
		metadata: { title: null, publishedOn: null, publisher: null, byline: null },
	};
}

export const sides = ["source", "target"] as const satisfies Side[];
const usualLanguage = { source: "zh-Hans", target: "en" } as const satisfies Record<Side, string>;

export function hasText(side: SideForm): boolean {
	return side.file !== null || /\S/.test(side.text);
}

export function isEmpty(form: ImportForm): boolean {
	return form.pairs === null && form.links === null && !sides.some((side) => hasText(form[side]));
}

/** Whether the document will have this side. */
export function hasSide(form: ImportForm, side: Side): boolean {
	if (!form.pairs) return hasText(form[side]);
	const { columns } = form.pairs;
	return (columns ? columns[side] : form.pairs[side]) !== null;
}

/** What the side's text or file says its language is; null where neither does. */
export function detectedLanguage({ file, text }: SideForm): string | null {
	return file ? (file.report.metadata?.language ?? null) : detectLanguage(text);
}

/** The chosen language, else the detected one, else the usual one of that side. */
export function languageOf(form: ImportForm, side: Side): string {
	return form[side].language ?? detectedLanguage(form[side]) ?? usualLanguage[side];
}

/** A text that stands on the side of the other language: English as the source, or Chinese as the translation. */
export function looksMisplaced(form: ImportForm, side: Side): boolean {
	if (form[side].language !== null || !hasText(form[side])) return false;
	const detected = detectedLanguage(form[side]);
	return (
		detected !== null && (detected === "en" ? side === "source" : isChineseTag(detected) && side === "target")
	);
}

const isChineseTag = (language: string) => /^zh\b/i.test(language);

/** So much of a text shows how its paragraphs are set. UTF-16 units. */
const enoughToGuess = 100_000;

/** One way for both sides: that of the longer text. */
export function paragraphsOf(form: ImportForm): ParagraphMode {
	if (form.paragraphs) return form.paragraphs;
	const longer = form.source.text.length >= form.target.text.length ? form.source : form.target;
	return guessParagraphs(longer.text.slice(0, enoughToGuess));
}

/** Lines make paragraphs by a choice only where a side is plain text. */
export function asksForParagraphs(form: ImportForm): boolean {
	if (form.pairs || form.links) return false;
	return sides.some((side) => {
		const { file, text } = form[side];
		return file ? file.report.format === "txt" : /\S/.test(text);
	});
}

/** Names a side's blocks: those of a file by their place, those of a text by what they say and how often before. */
export function blockKeys(form: ImportForm, side: Side, blocks?: number): string[] {
	const { file, text } = form[side];
	if (file) return Array.from({ length: blocks ?? file.report.count }, (_, i) => `#${i}`);
	const seen = new Map<string, number>();
	const options = { paragraphs: paragraphsOf(form), language: languageOf(form, side) };
	return pageOfText(text, options).blocks.map((block) => {
		const before = seen.get(block.text) ?? 0;
		seen.set(block.text, before + 1);
		return `${before} ${block.text}`;
	});
}

function chosenKinds(form: ImportForm, side: Side): Record<number, SegmentKind> {
	const kinds: Record<number, SegmentKind> = {};
	const chosen = form[side].kinds;
	if (Object.keys(chosen).length === 0) return kinds;
	for (const [index, key] of blockKeys(form, side).entries()) {
		const kind = chosen[key];
		if (kind) kinds[index] = kind;
	}
	return kinds;
}

function givenSide(form: ImportForm, side: Side): GivenSide {
	const { file, text } = form[side];
	const kinds = chosenKinds(form, side);
	return file ? { upload: file.upload, format: file.report.format, kinds } : { text, kinds };
}

/** What decides how the text is cut and aligned; null where nothing was given. */
export function importBody(form: ImportForm, origin: Origin): ImportBody | null {
	const lines = form.aligner === lineByLine;
	const aligner = lines ? anyAligner : form.aligner;
	const body: ImportBody = { paragraphs: paragraphsOf(form), origin, aligner };
	if (form.pairs) {
		const { file, source, target, columns } = form.pairs;
		body.pairs = {
			upload: file.upload,
			format: file.report.format,
			source,
			target,
			...(columns ? { columns } : {}),
		};
		for (const side of sides) {
			const { language } = form[side];
			if (language !== null) body[`${side}Language`] = language;
		}
		return body;
	}
	for (const side of sides) {
		if (!hasText(form[side])) continue;
		body[side] = givenSide(form, side);
		body[`${side}Language`] = languageOf(form, side);
	}
	if (form.links) {
		// Sentences are counted by lines.
		body.links = { upload: form.links.upload, format: form.links.report.format };
		body.paragraphs = "line";
	}
	if (lines && body.source && body.target) {
		body.lineByLine = true;
		body.paragraphs = "line";
	}
	return body.source || body.target || body.links ? body : null;
}

/** The same with what is said about the article; a field that was emptied stays empty. */
export function completeBody(form: ImportForm, origin: Origin): ImportBody | null {
	const body = importBody(form, origin);
	if (!body) return null;
	const { title, ...others } = form.metadata;
	if (title !== null && title.trim() !== "") body.title = title.trim();
	for (const field of ["publishedOn", "publisher", "byline"] as const) {
		const value = others[field];
		if (value !== null) body[field] = value.trim() === "" ? null : value.trim();
	}
	return body;
}

/** Null while the form does not say it completely. */
export function originOf(form: ImportForm): Origin | null {
	if (!hasSide(form, "target")) return { kind: "unknown" };
	if (form.origin !== "machine") return form.origin === null ? null : { kind: form.origin };
	const engine = form.engine.trim();
	return engine === "" ? null : { kind: "machine", engine };
}
