/** What was found in a file, in the form in which `duizhao read` tells it. */
import { plainText } from "#lib/core/formats/marked-text.ts";
import type { ReadProblem } from "#lib/core/formats/reader.ts";
import { type BlockKind, blockKindOf, type Metadata } from "#lib/core/furniture/block.ts";
import type { Reading } from "#lib/core/reading/reading.ts";
import { told } from "./problem.ts";

export interface FoundBlock {
	/** Line of the input, from 1. */
	readonly line: number;
	readonly kind: BlockKind;
	/** As it reads, without inline codes. */
	readonly text: string;
}

/** The JSON of `duizhao read --json`: other programs rely on its names and their order. */
export interface Found extends Metadata {
	readonly blocks: readonly FoundBlock[];
	readonly problems: readonly { readonly line: number; readonly message: string }[];
}

export function foundIn(reading: Reading): Found {
	const { title, publishedAt, publisher, byline, language } = metadataOf(reading);
	return {
		title,
		publishedAt,
		publisher,
		byline,
		language,
		blocks: blocksOf(reading),
		problems: reading.problems.map((problem: ReadProblem) => ({
			line: problem.line,
			message: told(problem),
		})),
	};
}

function metadataOf(reading: Reading): Metadata {
	if (reading.shape === "text") return reading.page.metadata;
	const {
		title = null,
		publishedAt = null,
		publisher = null,
		byline = null,
		language = null,
	} = reading.about;
	return { title, publishedAt, publisher, byline, language };
}

/** Of texts that a file pairs, and of a table's cells, each is a block; links have no text of their own. */
function blocksOf(reading: Reading): FoundBlock[] {
	switch (reading.shape) {
		case "text":
			return reading.page.blocks.map(({ line, kind, ...text }) => ({
				line,
				kind: blockKindOf(kind),
				text: plainText(text),
			}));
		case "pairs":
			return reading.units.flatMap(({ line, variants }) =>
				variants.flatMap(({ segments }) =>
					segments.map((text): FoundBlock => ({ line, kind: "body", text: plainText(text) })),
				),
			);
		case "table":
			return reading.rows.flatMap(({ line, cells }) =>
				cells.filter((text) => text !== "").map((text): FoundBlock => ({ line, kind: "body", text })),
			);
		case "links":
			return [];
	}
}
