/** What an import would make: its sides read and cut, and paired by an aligner or as their file has them. */
import type { z } from "zod";
import type { Example } from "#lib/core/align/contract.ts";
import type { Side } from "#lib/core/document/model.ts";
import { plainText } from "#lib/core/formats/marked-text.ts";
import type { ReadProblem } from "#lib/core/formats/reader.ts";
import type { LearnedRules } from "#lib/core/furniture/classify-page.ts";
import type { Correction } from "#lib/core/furniture/learned-rules.ts";
import { cutPage } from "#lib/core/reading/cut-page.ts";
import type { CutRow, RowStatement } from "#lib/core/reading/cut-units.ts";
import { pageOfText } from "#lib/core/reading/page-of-text.ts";
import type { ReadingOptions } from "#lib/core/reading/read-whole.ts";
import type { Reading, TextReading } from "#lib/core/reading/reading.ts";
import { alignTexts } from "./align-texts.ts";
import { AppError } from "./errors.ts";
import type { Kinds, NewDocument } from "./import-input.ts";
import { cutLines, cutLinked, cutPairs } from "./import-pairs.ts";
import {
	type About,
	aboutOf,
	type CutSide,
	checkLimits,
	checkStorable,
	languageOf,
	rowsOf,
	textsOf,
} from "./import-text.ts";
import type { Watch } from "./threads/in-thread.ts";

/** Two sides and how they lie beside each other. */
export interface PairedSides {
	readonly source: CutSide | null;
	readonly target: CutSide | null;
	readonly rows: readonly CutRow[];
}

export interface Preview extends PairedSides {
	readonly about: About;
	/** By row, where a file paired the texts: what it says of the pair. */
	readonly stated?: readonly (readonly RowStatement[])[];
	readonly notes?: readonly (readonly string[])[];
	/** What is to be told of how the two sides fit. */
	readonly problems?: readonly ReadProblem[];
	/** Only the beginning was cut and paired. */
	readonly partial: boolean;
	/** Where somebody said that a line is something else than it was taken for. */
	readonly corrections: readonly Correction[];
}

export type ReadUpload = (uploadId: string, options: ReadingOptions) => Promise<Reading>;

/** Where uploaded files are read, and what the project has learned about pages. */
export interface Surroundings {
	/** Absent where nothing but text was given. */
	readonly read?: ReadUpload;
	readonly learned?: LearnedRules | undefined;
	/** Characters of the longer side after which the rest is left out. */
	readonly most?: number | undefined;
}

/** Makes nothing: what an import would be. */
export async function cutDocument(
	input: NewDocument,
	examples: readonly Example[] = [],
	watch: Watch = {},
	surroundings: Surroundings = {},
): Promise<Preview> {
	if (input.pairs) return await cutPairs(input, input.pairs, readerOf(surroundings), surroundings.most);
	const pages = {
		source: await pageOfSide("source", input, surroundings),
		target: await pageOfSide("target", input, surroundings),
	};
	if (input.links) return await cutLinked(input.links, pages, readerOf(surroundings));
	if (input.lineByLine && pages.source && pages.target) return cutLines(pages.source, pages.target);
	const share = shareWithin(surroundings.most, pages.source, pages.target);
	const source = pages.source && cutBeginning("source", pages.source, share);
	const target = pages.target && cutBeginning("target", pages.target, share);
	const told = {
		about: aboutOf(target?.metadata, source?.metadata),
		partial: share < 1,
		corrections: [pages.source, pages.target].flatMap((page) => (page ? correctionsOf(page) : [])),
	};
	if (source && target) {
		const sides = { source: textsOf(source), target: textsOf(target) };
		const beads = await alignTexts({ aligner: input.aligner, ...sides, examples }, watch);
		return { source, target, rows: rowsOf(beads), ...told };
	}
	const alone = source ?? target;
	if (!alone) throw new AppError("invalid", "textEmpty");
	const rows = textsOf(alone).texts.map((): CutRow => (source ? [1, 0, null] : [0, 1, null]));
	return { source, target, rows, ...told };
}

function readerOf({ read }: Surroundings): ReadUpload {
	if (!read) throw new TypeError("an uploaded file is read in a thread of its own");
	return read;
}

/** A side as read, before it is cut. */
export interface SidePage extends Pick<TextReading, "page" | "learned" | "problems"> {
	/** Its blocks are the lines of a plain text. */
	readonly lines: boolean;
	readonly language: string;
	readonly kinds: z.infer<typeof Kinds> | undefined;
}

async function pageOfSide(
	side: Side,
	input: NewDocument,
	surroundings: Surroundings,
): Promise<SidePage | null> {
	const given = input[side];
	if (!given) return null;
	const { paragraphs } = input;
	const { learned } = surroundings;
	const named = input[`${side}Language`];
	if ("text" in given) {
		checkStorable(side, given.text);
		const language = languageOf(side, given.text, named);
		const page = pageOfText(given.text, { paragraphs, language, learned });
		return { page, language, problems: [], learned: page.learned, kinds: given.kinds, lines: true };
	}
	const reading = await readerOf(surroundings)(given.upload, {
		format: given.format,
		learned,
		paragraphs,
		language: named,
	});
	if (reading.shape !== "text") throw new AppError("invalid", "notOneText", { side });
	const language = named ?? reading.page.metadata.language ?? languageOf(side, undefined);
	return { ...reading, language, kinds: given.kinds, lines: reading.format === "txt" };
}

function correctionsOf({ page, kinds = {} }: SidePage): Correction[] {
	const { publisher } = page.metadata;
	return page.blocks.flatMap((block, index) => {
		const kind = kinds[index];
		return kind === undefined || kind === block.kind ? [] : [{ text: plainText(block), kind, publisher }];
	});
}

/** Which share of both sides is looked at, so that the longer one stays within `most` characters. */
function shareWithin(most: number | undefined, ...pages: (SidePage | null)[]): number {
	const lengths = pages.map((side) => side?.page.blocks.reduce((sum, { text }) => sum + text.length, 0) ?? 0);
	const longest = Math.max(...lengths);
	return most === undefined || longest <= most ? 1 : most / longest;
}

function cutBeginning(
	side: Side,
	{ page, language, kinds, problems, learned }: SidePage,
	share: number,
): CutSide {
	const { blocks, metadata } = page;
	const first = share < 1 ? blocks.slice(0, Math.max(1, Math.floor(blocks.length * share))) : blocks;
	return checkLimits(side, { ...cutPage(first, language, kinds), language, metadata, problems, learned });
}
