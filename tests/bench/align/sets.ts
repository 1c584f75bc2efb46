/**
 * Gold alignments read from files. `perturb.ts` makes harder ones of them, `wmt.ts` makes documents of lines that
 * correspond.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { IndexBead } from "#lib/core/align/evaluate.ts";

export interface GoldDocument {
	readonly name: string;
	readonly source: readonly string[];
	readonly target: readonly string[];
	/** Every sentence is in exactly one bead; one without a counterpart in a bead of its own. */
	readonly gold: readonly IndexBead[];
	/** Ascending numbers of the sentences that begin a paragraph, where that is known. */
	readonly sourceParagraphs?: readonly number[];
	readonly targetParagraphs?: readonly number[];
}

export type Side = "source" | "target";
export const sides = ["source", "target"] as const satisfies readonly Side[];

/** Documents of one pair of languages. */
export interface GoldSet {
	readonly name: string;
	/** Languages as BCP 47. */
	readonly source: string;
	readonly target: string;
	readonly documents: readonly GoldDocument[];
}

/**
 * The documents of a folder with NAME.gold, lines `[0,1]:[0]`, and two texts of one sentence a line, named NAME and
 * the code of their language. The left side of the gold is `source`.
 */
export function readGold(folder: string, source: string, target: string): GoldDocument[] {
	return readdirSync(folder)
		.sort()
		.filter((file) => file.endsWith(".gold"))
		.map((file) => {
			const name = file.slice(0, -".gold".length);
			const document = {
				name,
				source: readLines(join(folder, `${name}.${source}`)),
				target: readLines(join(folder, `${name}.${target}`)),
				gold: readLines(join(folder, file)).map(readBead),
			};
			return { ...document, gold: complete(document) };
		});
}

export function readLines(file: string): string[] {
	return readFileSync(file, "utf8").replace(/\n$/u, "").split("\n");
}

/** How many sentences a set has on a side. */
export function countSentences(documents: readonly GoldDocument[], side: Side): number {
	return documents.reduce((sum, document) => sum + document[side].length, 0);
}

/** The beads in order: by their source, and those without one before the bead that their target precedes. */
export function inOrder(beads: readonly IndexBead[]): IndexBead[] {
	const by = (side: Side) => (a: IndexBead, b: IndexBead) => (a[side][0] ?? 0) - (b[side][0] ?? 0);
	const ofSource = beads.filter((bead) => bead.source.length > 0).sort(by("source"));
	const alone = beads.filter((bead) => bead.source.length === 0).sort(by("target"));
	const ordered: IndexBead[] = [];
	for (const bead of ofSource) {
		const [place] = bead.target;
		while (place !== undefined && (alone[0]?.target[0] ?? place) < place) ordered.push(...alone.splice(0, 1));
		ordered.push(bead);
	}
	return [...ordered, ...alone];
}

function readBead(line: string): IndexBead {
	const [source = "", target = ""] = line.split(":");
	return { source: numbers(source), target: numbers(target) };
}

function numbers(list: string): number[] {
	return (list.match(/\d+/gu) ?? []).map(Number);
}

/** The gold with a bead for each sentence that its file leaves out: the last one of a text may be such. */
function complete({ gold, ...texts }: Pick<GoldDocument, "source" | "target" | "gold">): IndexBead[] {
	const missing = sides.flatMap((side) => {
		const known = new Set(gold.flatMap((bead) => bead[side]));
		const unknown = texts[side].flatMap((_, i) => (known.has(i) ? [] : [i]));
		return unknown.map((i): IndexBead => ({ source: [], target: [], [side]: [i] }));
	});
	return inOrder([...gold, ...missing]);
}
