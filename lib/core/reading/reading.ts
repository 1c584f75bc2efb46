/** What a whole file turned out to be, as plain data. */
import type { ReadAbout, ReadLink, ReadProblem, ReadRow, ReadUnit } from "../formats/reader.ts";
import type { TableColumns } from "../formats/table-columns.ts";
import type { Page } from "../furniture/block.ts";

interface ReadBefore {
	/** Id of the reader. */
	readonly format: string;
	/** What the file says of itself. */
	readonly about: ReadAbout;
	readonly problems: readonly ReadProblem[];
}

export interface LanguageCount {
	/** As the file writes it; "" where it says nothing. */
	readonly language: string;
	/** Units that have a text in it. */
	readonly units: number;
}

/** One article of one language. */
export interface TextReading extends ReadBefore {
	readonly shape: "text";
	readonly page: Page;
	/** Blocks whose kind a project's own rule decided, by their place. */
	readonly learned: readonly number[];
}

/** Texts that belong together already. */
export interface PairsReading extends ReadBefore {
	readonly shape: "pairs";
	readonly units: readonly ReadUnit[];
	/** In the order in which they first appear. */
	readonly languages: readonly LanguageCount[];
}

/** A table whose columns a person chooses. */
export interface TableReading extends ReadBefore {
	readonly shape: "table";
	readonly rows: readonly ReadRow[];
	/** What the columns look like. */
	readonly columns: TableColumns;
}

/** Pairs of two texts that are in other files. */
export interface LinksReading extends ReadBefore {
	readonly shape: "links";
	readonly links: readonly ReadLink[];
}

export type Reading = TextReading | PairsReading | TableReading | LinksReading;
