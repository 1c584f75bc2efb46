/** What somebody fills in on the import screen, and the request it makes. */
import type { Origin, SegmentKind, Side } from "#lib/core/document/model.ts";
import { detectLanguage } from "#lib/core/text/language.ts";
import { guessParagraphs, type ParagraphMode, readParagraphs } from "#lib/core/text/paragraphs.ts";

export interface SideForm {
	readonly text: string;
	/** Null: as detected. */
	readonly language: string | null;
	readonly fileName: string | null;
	/** Kinds that were switched by hand, by `paragraphKey`: they stay with their paragraph when lines come and go. */
	readonly kinds: Readonly<Record<string, SegmentKind>>;
}

export const metadataFields = ["title", "publishedOn", "publisher", "byline"] as const;
export type MetadataField = (typeof metadataFields)[number];

export interface ImportForm {
	readonly source: SideForm;
	readonly target: SideForm;
	/** Null: as guessed. */
	readonly paragraphs: ParagraphMode | null;
	/** Null: not chosen yet. */
	readonly origin: Origin["kind"] | null;
	readonly engine: string;
	readonly aligner: string;
	readonly metadata: Readonly<Record<MetadataField, string>>;
}

export interface ImportBody {
	source?: { text: string; kinds: Record<number, SegmentKind> };
	target?: { text: string; kinds: Record<number, SegmentKind> };
	sourceLanguage?: string;
	targetLanguage?: string;
	paragraphs: ParagraphMode;
	origin: Origin;
	aligner: string;
	title?: string;
	publishedOn?: string;
	publisher?: string;
	byline?: string;
}

const emptySide: SideForm = { text: "", language: null, fileName: null, kinds: {} };

export function emptyForm(aligner: string): ImportForm {
	return {
		source: emptySide,
		target: emptySide,
		paragraphs: null,
		origin: null,
		engine: "",
		aligner,
		metadata: { title: "", publishedOn: "", publisher: "", byline: "" },
	};
}

export const sides = ["source", "target"] as const satisfies Side[];
const usualLanguage = { source: "zh-Hans", target: "en" } as const satisfies Record<Side, string>;

export function hasText(side: SideForm): boolean {
	return /\S/.test(side.text);
}

/** The chosen language, else the detected one, else the usual one of that side. */
export function languageOf(form: ImportForm, side: Side): string {
	return form[side].language ?? detectLanguage(form[side].text) ?? usualLanguage[side];
}

/** A text that stands on the side of the other language: English as the source, or Chinese as the translation. */
export function looksMisplaced(form: ImportForm, side: Side): boolean {
	if (form[side].language !== null || !hasText(form[side])) return false;
	const detected = detectLanguage(form[side].text);
	return detected !== null && (detected === "en") !== (side === "target");
}

/** So much of a text shows how its paragraphs are set. UTF-16 units. */
const enoughToGuess = 100_000;

/** One way for both sides: that of the longer text. */
export function paragraphsOf(form: ImportForm): ParagraphMode {
	if (form.paragraphs) return form.paragraphs;
	const longer = form.source.text.length >= form.target.text.length ? form.source : form.target;
	return guessParagraphs(longer.text.slice(0, enoughToGuess));
}

/** Names a paragraph by its text and how often the same text came before it. */
export function paragraphKeys(text: string, mode: ParagraphMode): string[] {
	const seen = new Map<string, number>();
	return readParagraphs(text, mode).map((paragraph) => {
		const before = seen.get(paragraph.text) ?? 0;
		seen.set(paragraph.text, before + 1);
		return `${before} ${paragraph.text}`;
	});
}

function chosenKinds(side: SideForm, mode: ParagraphMode): Record<number, SegmentKind> {
	const kinds: Record<number, SegmentKind> = {};
	if (Object.keys(side.kinds).length === 0) return kinds;
	for (const [index, key] of paragraphKeys(side.text, mode).entries()) {
		const kind = side.kinds[key];
		if (kind) kinds[index] = kind;
	}
	return kinds;
}

/** What decides how the text is cut and aligned; null where nothing was given. */
export function importBody(form: ImportForm, origin: Origin): ImportBody | null {
	const mode = paragraphsOf(form);
	const body: ImportBody = { paragraphs: mode, origin, aligner: form.aligner };
	for (const side of sides) {
		if (!hasText(form[side])) continue;
		body[side] = { text: form[side].text, kinds: chosenKinds(form[side], mode) };
		body[`${side}Language`] = languageOf(form, side);
	}
	if (!body.source && !body.target) return null;
	return body;
}

/** The same with what is said about the article. */
export function completeBody(form: ImportForm, origin: Origin): ImportBody | null {
	const body = importBody(form, origin);
	if (!body) return null;
	for (const field of metadataFields) {
		const value = form.metadata[field].trim();
		if (value !== "") body[field] = value;
	}
	return body;
}

/** Null while the form does not say it completely. */
export function originOf(form: ImportForm): Origin | null {
	if (!hasText(form.target)) return { kind: "unknown" };
	if (form.origin !== "machine") return form.origin === null ? null : { kind: form.origin };
	const engine = form.engine.trim();
	return engine === "" ? null : { kind: "machine", engine };
}
