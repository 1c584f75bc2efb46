/**
 * The sets that a folder and the folders in it have: gold alignments (NAME.gold and two texts), and lines that
 * correspond (`source.zh`, `reference.en` and `machine.en`, the files of WMT 2022).
 */
import { existsSync, readdirSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { deleteSentences } from "./perturb.ts";
import { countSentences, type GoldDocument, type GoldSet, readGold, type Side } from "./sets.ts";
import { wmtDocuments } from "./wmt.ts";

const seed = 22;
/** Beads a paragraph has at most, where paragraphs are told. */
const paragraphs = 5;
/** How many of one side's sentences are deleted. */
const deleted = 0.1;

/** What the texts have of themselves. */
export function plainSets(folder: string): GoldSet[] {
	return [folder, ...subfolders(folder)].flatMap((each) => [...goldSet(each), ...wmtSets(each)]);
}

/** Those, the gold ones with sentences deleted, and lines in paragraphs. */
export function allSets(folder: string): GoldSet[] {
	return [folder, ...subfolders(folder)].flatMap((each) => [
		...goldSet(each).flatMap((set) => [set, withDeleted(set, "target"), withDeleted(set, "source")]),
		...wmtSets(each),
		...wmtSets(each, paragraphs),
	]);
}

/** Gold alignments alone. */
export function goldSets(folder: string): GoldSet[] {
	return [folder, ...subfolders(folder)].flatMap(goldSet);
}

/** The folders with lines that correspond. */
export function wmtFolders(folder: string): string[] {
	return [folder, ...subfolders(folder)].filter(hasLines);
}

function hasLines(folder: string): boolean {
	return existsSync(join(folder, "source.zh"));
}

function subfolders(folder: string): string[] {
	const entries = readdirSync(folder, { withFileTypes: true });
	return entries
		.filter((entry) => entry.isDirectory())
		.map((entry) => join(folder, entry.name))
		.sort();
}

function goldSet(folder: string): GoldSet[] {
	const files = readdirSync(folder);
	const gold = files.find((file) => file.endsWith(".gold"));
	if (gold === undefined) return [];
	const start = gold.slice(0, -"gold".length);
	const texts = files
		.filter((file) => file.startsWith(start) && file !== gold)
		.map((file) => extname(file).slice(1));
	const [one, other] = texts.sort();
	if (one === undefined || other === undefined || texts.length > 2)
		throw new Error(`${join(folder, gold)} has no pair of texts`);
	const ways = [
		{ source: one, target: other },
		{ source: other, target: one },
	].map((way) => ({
		...way,
		name: basename(folder),
		documents: readGold(folder, way.source, way.target),
	}));
	return ways.sort((a, b) => strangers(a.documents) - strangers(b.documents)).slice(0, 1);
}

/** Sentences on which texts and gold disagree: fewest where the gold's left side is taken for what it is. */
function strangers(documents: readonly GoldDocument[]): number {
	const off = (document: GoldDocument, side: Side) =>
		document.gold.filter((bead) => bead[side].some((i) => i >= document[side].length)).length;
	return documents.reduce((sum, document) => sum + off(document, "source") + off(document, "target"), 0);
}

function wmtSets(folder: string, most?: number): GoldSet[] {
	if (!hasLines(folder)) return [];
	return (["reference", "machine"] as const).map((translation) => ({
		name: `WMT22 ${translation}${most === undefined ? "" : ", paragraphs"}`,
		source: "zh",
		target: "en",
		documents: wmtDocuments(folder, translation, seed, most === undefined ? {} : { paragraphs: most }),
	}));
}

function withDeleted(set: GoldSet, side: Side): GoldSet {
	const documents = set.documents.map((document, i) => deleteSentences(document, side, deleted, seed + i));
	return { ...set, name: `${set.name}, ${100 * deleted} % of ${set[side]} deleted`, documents };
}

/** `1463 zh × 1951 en`. */
export function sizeOf({ source, target, documents }: GoldSet): string {
	const [sources, targets] = [countSentences(documents, "source"), countSentences(documents, "target")];
	return `${sources} ${source} × ${targets} ${target} in ${documents.length}`;
}
