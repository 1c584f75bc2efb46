/** Texts that a file paired, as two sides and their rows: nothing is cut or aligned anew. */
import { type InlineCode, markCharacters } from "../formats/marked-text.ts";
import type { ReadRow, ReadUnit, ReadVariant } from "../formats/reader.ts";
import type { TableColumns } from "../formats/table-columns.ts";
import { type CutSegment, type CutTexts, numberOn } from "./cut-page.ts";

/** One passage: how many segments of each side it takes, and the aligner's confidence. */
export type CutRow = readonly [source: number, target: number, confidence: number | null];

/** What is known of a row beside its texts. */
export type RowStatement = "link" | "review" | "approval";

export interface CutPairs {
	readonly source: CutTexts;
	readonly target: CutTexts;
	readonly rows: readonly CutRow[];
	/** By row: what the file says of it. */
	readonly stated: readonly (readonly RowStatement[])[];
	/** By row: notes about it. */
	readonly notes: readonly (readonly string[])[];
}

/** Which of a unit's variants are the sides: languages as the file writes them; null where one side is not wanted. */
export interface ChosenLanguages {
	readonly source: string | null;
	readonly target: string | null;
}

/**
 * One row a unit. A pair that a file made is a confirmed link unless it says otherwise, its state what the file says of it. Further variants
 * of a chosen language become notes. Units without a text in either language make no row.
 */
export function cutUnits(units: readonly ReadUnit[], chosen: ChosenLanguages): CutPairs {
	const sides = { source: new Side(), target: new Side() };
	const rows: CutRow[] = [];
	const stated: RowStatement[][] = [];
	const notes: string[][] = [];
	for (const unit of units) {
		const source = variantsOf(unit, chosen.source);
		const target = variantsOf(unit, chosen.target);
		const counts = [sides.source.take(unit, source[0]), sides.target.take(unit, target[0])] as const;
		if (counts[0] + counts[1] === 0) continue;
		rows.push([...counts, unit.confidence ?? null]);
		stated.push(statementsOf(unit, counts[0] > 0 && counts[1] > 0, counts[1] > 0));
		const others = [...source.slice(1), ...target.slice(1)].flatMap(({ segments }) =>
			segments.map(({ text }) => text),
		);
		notes.push([...(unit.notes ?? []), ...others].filter((note) => note.trim() !== ""));
	}
	return { source: sides.source.cut(), target: sides.target.cut(), rows, stated, notes };
}

function variantsOf({ variants }: ReadUnit, language: string | null): readonly ReadVariant[] {
	return language === null ? [] : variants.filter((variant) => variant.language === language);
}

/** Where the file does not say how its pairs came about, those with an aligner's confidence stay automatic. */
function statementsOf(unit: ReadUnit, paired: boolean, rendered: boolean): RowStatement[] {
	const { confidence, link = confidence === undefined ? "confirmed" : "automatic", state } = unit;
	const statements: RowStatement[] = paired && link === "confirmed" ? ["link"] : [];
	if (rendered && (state === "reviewed" || state === "approved")) statements.push("review");
	if (rendered && state === "approved") statements.push("approval");
	return statements;
}

class Side {
	readonly #segments: CutSegment[] = [];
	readonly #paragraphs: CutTexts["paragraphs"][number][] = [];
	readonly #codes: InlineCode[] = [];

	/** How many segments came. */
	take({ line, paragraphStart = true }: ReadUnit, variant: ReadVariant | undefined): number {
		const texts = (variant?.segments ?? []).filter(({ text }) => text !== "");
		for (const [place, text] of texts.entries())
			this.#segments.push({
				kind: "body",
				paragraphStart: place === 0 && (paragraphStart || this.#segments.length === 0),
				text: numberOn(text, this.#codes),
			});
		if (texts.length > 0) this.#paragraphs.push({ line, kind: "body", segments: texts.length });
		return texts.length;
	}

	cut(): CutTexts {
		return { segments: this.#segments, paragraphs: this.#paragraphs, codes: this.#codes };
	}
}

/** Rows of a table as units, by the columns chosen; rows of another sheet are left out. */
export function unitsOfTable(rows: readonly ReadRow[], columns: TableColumns): ReadUnit[] {
	const { source, target, header, notes, sheet } = columns;
	return rows
		.filter((row) => sheet === undefined || row.sheet === sheet)
		.slice(header ? 1 : 0)
		.map(({ line, cells }) => {
			const variant = (language: string, column: number | null): ReadVariant[] =>
				column === null ? [] : [{ language, segments: [markCharacters(cells[column] ?? "")] }];
			return {
				line,
				variants: [...variant("source", source), ...variant("target", target)],
				notes: (notes ?? []).flatMap((column) => cells[column] ?? []),
			};
		});
}
