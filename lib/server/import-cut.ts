/** What an import would make: its sides read and cut, and paired by an aligner or as their file has them. */
import type { z } from "zod";
import type { Example } from "#lib/core/align/contract.ts";
import type { Side } from "#lib/core/document/model.ts";
import type { Metadata } from "#lib/core/furniture/block.ts";
import type { LearnedRules } from "#lib/core/furniture/classify-page.ts";
import { type CutTexts, cutPage } from "#lib/core/reading/cut-page.ts";
import {
	type ChosenLanguages,
	type CutRow,
	cutUnits,
	type RowStatement,
	unitsOfTable,
} from "#lib/core/reading/cut-units.ts";
import type { ReadingOptions } from "#lib/core/reading/read-whole.ts";
import type { PairsReading, Reading, TableReading } from "#lib/core/reading/reading.ts";
import { alignTexts } from "./align-texts.ts";
import { AppError } from "./errors.ts";
import type { GivenPairs, NewDocument } from "./import-input.ts";
import { type CutSide, checkLimits, cutSide, languageOf, rowsOf, textsOf } from "./import-text.ts";
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
}

/** Where uploaded files are read, and what the project has learned about pages. */
export interface Surroundings {
	readonly read: (uploadId: string, options: ReadingOptions) => Promise<Reading>;
	readonly learned?: LearnedRules | undefined;
}

/** Makes nothing. Without `surroundings` only pasted text can be given. */
export async function cutDocument(
	input: NewDocument,
	examples: readonly Example[] = [],
	watch: Watch = {},
	surroundings?: Surroundings,
): Promise<Preview> {
	if (input.pairs) return await cutPairs(input, input.pairs, required(surroundings));
	const source = await sideOf("source", input, surroundings);
	const target = await sideOf("target", input, surroundings);
	const about = aboutOf(target?.metadata, source?.metadata);
	if (source && target) {
		const sides = { source: textsOf(source), target: textsOf(target) };
		const beads = await alignTexts({ aligner: input.aligner, ...sides, examples }, watch);
		return { source, target, rows: rowsOf(beads), about };
	}
	const alone = source ?? target;
	if (!alone) throw new AppError("invalid", "textEmpty");
	const rows = textsOf(alone).texts.map((): CutRow => (source ? [1, 0, null] : [0, 1, null]));
	return { source, target, rows, about };
}

function required(surroundings: Surroundings | undefined): Surroundings {
	if (!surroundings) throw new TypeError("an uploaded file is read in a thread of its own");
	return surroundings;
}

async function sideOf(
	side: Side,
	input: NewDocument,
	surroundings: Surroundings | undefined,
): Promise<CutSide | null> {
	const given = input[side];
	if (!given) return null;
	const named = input[`${side}Language`];
	if ("text" in given) return cutSide(side, given, input.paragraphs, named, surroundings?.learned);
	const { read, learned } = required(surroundings);
	const { format } = given;
	const reading = await read(given.upload, {
		format,
		learned,
		paragraphs: input.paragraphs,
		language: named,
	});
	if (reading.shape !== "text") throw new AppError("invalid", "notOneText", { side });
	const { metadata, blocks } = reading.page;
	const language = named ?? metadata.language ?? languageOf(side, undefined);
	const { problems } = reading;
	const cut = cutPage(blocks, language, given.kinds);
	return checkLimits(side, { ...cut, language, metadata, problems, learned: reading.learned });
}

async function cutPairs(
	input: NewDocument,
	pairs: z.infer<typeof GivenPairs>,
	{ read }: Surroundings,
): Promise<Preview> {
	if (input.source || input.target)
		throw new AppError("invalid", "invalidBody", { field: "pairs", reason: "other" });
	const reading = await read(pairs.upload, { format: pairs.format });
	if (reading.shape !== "pairs" && reading.shape !== "table") throw new AppError("invalid", "notPairs");
	const { units, chosen } = chosenUnits(reading, pairs);
	const { rows, stated, notes, ...cut } = cutUnits(units, chosen);
	const side = (side: Side, texts: CutTexts): CutSide | null => {
		if (texts.segments.length === 0) return null;
		const text = texts.segments.map((segment) => segment.text).join("\n");
		const language = input[`${side}Language`] ?? languageOf(side, text, tagOf(chosen[side]));
		return checkLimits(side, { ...texts, language, problems: side === "source" ? reading.problems : [] });
	};
	const sides = { source: side("source", cut.source), target: side("target", cut.target) };
	if (rows.length === 0) throw new AppError("invalid", "textEmpty");
	const { title = null, publishedAt = null, publisher = null, byline = null } = reading.about;
	return { ...sides, rows, stated, notes, about: { title, publishedOn: publishedAt, publisher, byline } };
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
