/** What was cut and paired, written as the first revision of a document, with ids for everything. */
import type { DocumentDescription } from "#lib/core/document/model.ts";
import type { Stated, WrittenCode, WrittenNote } from "#lib/core/document/operations/carried.ts";
import type { Import } from "#lib/core/document/operations/import.ts";
import type { WrittenRow, WrittenSegment } from "#lib/core/document/operations/side.ts";
import type { InlineCode } from "#lib/core/formats/marked-text.ts";
import { plainText } from "#lib/core/formats/marked-text.ts";
import { shiftMarks } from "#lib/core/reading/cut-page.ts";
import type { Preview } from "./import-cut.ts";
import type { NewDocument } from "./import-input.ts";
import type { CutSide } from "./import-text.ts";
import { newId } from "./new-id.ts";

export function importOperation(input: NewDocument, preview: Preview): Import {
	const { source, target, rows } = preview;
	const after = source?.codes.length ?? 0; // the target's codes are numbered after the source's
	const written = { source: writeSide(source), target: writeSide(target, after) };
	const writtenRows = rows.map(
		([sources, targets, confidence]): WrittenRow => [newId(), sources, targets, confidence],
	);
	const codes = [...writeCodes(source?.codes ?? [], 0), ...writeCodes(target?.codes ?? [], after)];
	const stated = writeStatements(preview, writtenRows);
	const notes = writeNotes(preview, written);
	return {
		type: "import",
		v: 1,
		description: describe(input, preview),
		...written,
		origin: target ? input.origin : null,
		rows: writtenRows,
		...(codes.length > 0 ? { codes } : {}),
		...(stated.length > 0 ? { stated } : {}),
		...(notes.length > 0 ? { notes } : {}),
	};
}

/** `firstCode`: the document's number of the side's first code. */
export function writeSide(side: CutSide | null, firstCode = 0): WrittenSegment[] {
	return (side?.segments ?? []).map(({ kind, paragraphStart, text }) => [
		newId(),
		kind,
		paragraphStart,
		shiftMarks(text, firstCode),
	]);
}

/** An end belongs to the start before it that has the same name. */
export function writeCodes(codes: readonly InlineCode[], firstCode: number): WrittenCode[] {
	const starts = new Map<string, number>();
	return codes.map(({ kind, part, pair, value, original }, i): WrittenCode => {
		const number = firstCode + i;
		if (part === "start" && pair !== undefined) starts.set(pair, number);
		const start = part === "end" && pair !== undefined ? (starts.get(pair) ?? null) : null;
		return [number, kind, part, start, value ?? null, original ?? null];
	});
}

function writeStatements({ stated = [] }: Preview, rows: readonly WrittenRow[]): Stated[] {
	return rows.flatMap(([id], i): Stated[] => {
		const kinds = stated[i] ?? [];
		return kinds.length === 0 ? [] : [[id, [...kinds]]];
	});
}

/** A row's notes stand with its rendering, or with its source where there is none. */
function writeNotes(
	{ notes = [], rows }: Preview,
	sides: { readonly source: readonly WrittenSegment[]; readonly target: readonly WrittenSegment[] },
): WrittenNote[] {
	const counted = (side: readonly WrittenSegment[]) => side.filter(([, kind]) => kind !== "furniture");
	const [source, target] = [counted(sides.source), counted(sides.target)];
	let s = 0;
	let t = 0;
	return rows.flatMap(([sources, targets], i): WrittenNote[] => {
		const id = (targets > 0 ? target[t] : source[s])?.[0];
		s += sources;
		t += targets;
		return id === undefined ? [] : (notes[i] ?? []).map((text): WrittenNote => [id, text]);
	});
}

/** Longest title taken from a first line that is really a paragraph, in characters. */
const longestTitle = 120;

/** What a person said stands above what the pages say, and of these the target's above the source's. */
function describe(
	input: NewDocument,
	{ source, target, about }: Preview,
): Omit<DocumentDescription, "origins" | "labels"> {
	return {
		title: input.title ?? about.title ?? titleOf(target) ?? titleOf(source) ?? "",
		publishedOn: input.publishedOn === undefined ? readableDate(about.publishedOn) : input.publishedOn,
		publisher: input.publisher === undefined ? about.publisher : input.publisher,
		byline: input.byline === undefined ? about.byline : input.byline,
		sourceLanguage: source?.language ?? input.sourceLanguage ?? "zh-Hans",
		targetLanguage: target?.language ?? input.targetLanguage ?? "en",
	};
}

/** "2024-05-27T08:35" as people write it. */
const readableDate = (date: string | null) => date?.replace("T", " ") ?? null;

function titleOf(side: CutSide | null): string | undefined {
	const texts = side?.segments.filter((segment) => segment.kind !== "furniture") ?? [];
	const found = texts.find((segment) => segment.kind === "title") ?? texts[0];
	if (found === undefined) return undefined;
	const plain = plainText({ text: found.text, codes: side?.codes ?? [] });
	const characters = [...plain.replaceAll(/\s+/g, " ").trim()];
	return characters.length > longestTitle
		? `${characters.slice(0, longestTitle - 1).join("")}…`
		: characters.join("");
}
