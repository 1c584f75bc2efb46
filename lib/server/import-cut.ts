/** What an import would make: its sides read and cut, and paired by an aligner or as their file has them. */
import type { z } from "zod";
import type { Example } from "#lib/core/align/contract.ts";
import type { Side } from "#lib/core/document/model.ts";
import { plainText } from "#lib/core/formats/marked-text.ts";
import type { Metadata } from "#lib/core/furniture/block.ts";
import type { LearnedRules } from "#lib/core/furniture/classify-page.ts";
import type { Correction } from "#lib/core/furniture/learned-rules.ts";
import { type CutTexts, cutPage } from "#lib/core/reading/cut-page.ts";
import {
	type ChosenLanguages,
	type CutRow,
	cutUnits,
	type RowStatement,
	unitsOfTable,
} from "#lib/core/reading/cut-units.ts";
import { pageOfText } from "#lib/core/reading/page-of-text.ts";
import type { ReadingOptions } from "#lib/core/reading/read-whole.ts";
import type { PairsReading, Reading, TableReading, TextReading } from "#lib/core/reading/reading.ts";
import { alignTexts } from "./align-texts.ts";
import { AppError } from "./errors.ts";
import type { GivenPairs, Kinds, NewDocument } from "./import-input.ts";
import { type CutSide, checkLimits, checkStorable, languageOf, rowsOf, textsOf } from "./import-text.ts";
import type { Watch } from "./threads/in-thread.ts";

/** What the pages say of themselves, the target's word above the source's. */
export interface About {
	readonly title: string | null;
	readonly publishedOn: string | null;
	readonly publisher: string | null;
	readonly byline: string | null;
}

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
	/** Only the beginning was cut and paired. */
	readonly partial: boolean;
	/** Where somebody said that a line is something else than it was taken for. */
	readonly corrections: readonly Correction[];
}

/** Where uploaded files are read, and what the project has learned about pages. */
export interface Surroundings {
	/** Absent where nothing but text was given. */
	readonly read?: (uploadId: string, options: ReadingOptions) => Promise<Reading>;
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
	if (input.pairs) return await cutPairs(input, input.pairs, surroundings);
	const pages = {
		source: await pageOfSide("source", input, surroundings),
		target: await pageOfSide("target", input, surroundings),
	};
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

function readerOf({ read }: Surroundings): NonNullable<Surroundings["read"]> {
	if (!read) throw new TypeError("an uploaded file is read in a thread of its own");
	return read;
}

/** A side as read, before it is cut. */
interface SidePage extends Pick<TextReading, "page" | "learned" | "problems"> {
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
		return { page, language, problems: [], learned: page.learned, kinds: given.kinds };
	}
	const reading = await readerOf(surroundings)(given.upload, {
		format: given.format,
		learned,
		paragraphs,
		language: named,
	});
	if (reading.shape !== "text") throw new AppError("invalid", "notOneText", { side });
	const language = named ?? reading.page.metadata.language ?? languageOf(side, undefined);
	return { ...reading, language, kinds: given.kinds };
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

/** Rows of a bilingual file that a preview shows. */
const rowsShown = 1_000;

async function cutPairs(
	input: NewDocument,
	pairs: z.infer<typeof GivenPairs>,
	surroundings: Surroundings,
): Promise<Preview> {
	if (input.source || input.target)
		throw new AppError("invalid", "invalidBody", { field: "pairs", reason: "other" });
	const reading = await readerOf(surroundings)(pairs.upload, { format: pairs.format });
	if (reading.shape !== "pairs" && reading.shape !== "table") throw new AppError("invalid", "notPairs");
	const { units, chosen } = chosenUnits(reading, pairs);
	const partial = surroundings.most !== undefined && units.length > rowsShown;
	const { rows, stated, notes, ...cut } = cutUnits(partial ? units.slice(0, rowsShown) : units, chosen);
	const side = (side: Side, texts: CutTexts): CutSide | null => {
		if (texts.segments.length === 0) return null;
		const text = texts.segments.map((segment) => segment.text).join("\n");
		const language = input[`${side}Language`] ?? languageOf(side, text, tagOf(chosen[side]));
		return checkLimits(side, { ...texts, language, problems: side === "source" ? reading.problems : [] });
	};
	const sides = { source: side("source", cut.source), target: side("target", cut.target) };
	if (rows.length === 0) throw new AppError("invalid", "textEmpty");
	const { title = null, publishedAt = null, publisher = null, byline = null } = reading.about;
	const about = { title, publishedOn: publishedAt, publisher, byline };
	return { ...sides, rows, stated, notes, about, partial, corrections: [] };
}

/** Of a table, the texts of its columns; else the units as they are. */
function chosenUnits(
	reading: PairsReading | TableReading,
	{ source, target, columns }: z.infer<typeof GivenPairs>,
): { units: PairsReading["units"]; chosen: ChosenLanguages } {
	if (reading.shape === "pairs") return { units: reading.units, chosen: { source, target } };
	const used = columns ?? reading.columns;
	return {
		units: unitsOfTable(reading.rows, used),
		chosen: {
			source: used.source === null ? null : "source",
			target: used.target === null ? null : "target",
		},
	};
}

/** What a file writes is not always a tag: "EN_US", "source". */
function tagOf(language: string | null): string | undefined {
	const tag = language?.replaceAll("_", "-") ?? "";
	return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : undefined;
}

function aboutOf(first: Metadata | undefined, second: Metadata | undefined): About {
	return {
		title: first?.title ?? second?.title ?? null,
		publishedOn: first?.publishedAt ?? second?.publishedAt ?? null,
		publisher: first?.publisher ?? second?.publisher ?? null,
		byline: first?.byline ?? second?.byline ?? null,
	};
}
