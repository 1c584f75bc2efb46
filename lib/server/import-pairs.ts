/** Imports whose texts are paired already: bilingual files, and texts with a file of links. */
import type { z } from "zod";
import type { Side } from "#lib/core/document/model.ts";
import { pairLines } from "#lib/core/formats/line-pairs.ts";
import { ReadRefusal } from "#lib/core/formats/reader.ts";
import { cutLinks, numberedSentences } from "#lib/core/reading/cut-links.ts";
import type { CutTexts } from "#lib/core/reading/cut-page.ts";
import { type ChosenLanguages, type CutPairs, cutUnits, unitsOfTable } from "#lib/core/reading/cut-units.ts";
import type { PairsReading, TableReading } from "#lib/core/reading/reading.ts";
import { AppError } from "./errors.ts";
import type { Preview, ReadUpload, SidePage } from "./import-cut.ts";
import type { GivenPairs, NewDocument } from "./import-input.ts";
import { aboutOf, type CutSide, checkLimits, languageOf } from "./import-text.ts";
import { problemOfRefusal } from "./reading-problem.ts";

/** Rows of a bilingual file that a preview shows. */
const rowsShown = 1_000;

/** Two texts with pairs by number: sentences as the lines have them. */
export async function cutLinked(
	links: NonNullable<NewDocument["links"]>,
	{ source, target }: Readonly<Record<Side, SidePage | null>>,
	read: ReadUpload,
): Promise<Preview> {
	const reading = await read(links.upload, { format: links.format });
	if (reading.shape !== "links" || !source || !target) throw new AppError("invalid", "linksNeedTexts");
	const numbered = ({ page, lines }: SidePage) => numberedSentences(page.blocks, lines);
	const cut = cutLinksOrRefuse(numbered(source), numbered(target), reading.links);
	return pairedPages(cut, source, target);
}

/** Two texts of which line n of one translates line n of the other. */
export function cutLines(source: SidePage, target: SidePage): Preview {
	const { units, problems } = pairLines(source.page.blocks, target.page.blocks);
	const cut = cutUnits(units, { source: "source", target: "target" });
	return { ...pairedPages(cut, source, target), problems };
}

function pairedPages(cut: CutPairs, source: SidePage, target: SidePage): Preview {
	const side = (side: Side, { language, problems }: SidePage) =>
		checkLimits(side, { ...cut[side], language, problems });
	return {
		...cut,
		source: side("source", source),
		target: side("target", target),
		about: aboutOf(target.page.metadata, source.page.metadata),
		partial: false,
		corrections: [],
	};
}

/** A bilingual file as it pairs its texts. */
export async function cutPairs(
	input: NewDocument,
	pairs: z.infer<typeof GivenPairs>,
	read: ReadUpload,
	most: number | undefined,
): Promise<Preview> {
	if (input.source || input.target)
		throw new AppError("invalid", "invalidBody", { field: "pairs", reason: "other" });
	const reading = await read(pairs.upload, { format: pairs.format });
	if (reading.shape !== "pairs" && reading.shape !== "table") throw new AppError("invalid", "notPairs");
	const { units, chosen } = chosenUnits(reading, pairs);
	const partial = most !== undefined && units.length > rowsShown;
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

function cutLinksOrRefuse(...given: Parameters<typeof cutLinks>): CutPairs {
	try {
		return cutLinks(...given);
	} catch (error) {
		throw error instanceof ReadRefusal ? problemOfRefusal(error) : error;
	}
}
