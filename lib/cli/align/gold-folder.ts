/** A folder of texts whose alignment is known: NAME.gold, and two texts NAME.LANGUAGE of one sentence a line. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { IndexBead } from "#lib/core/align/evaluate.ts";
import { readBeads } from "#lib/core/align/formats/vecalign.ts";
import { t } from "../messages.ts";
import { Refused } from "../refused.ts";
import { readTextFile } from "../text-file.ts";
import { readLines } from "./sides.ts";

export interface GoldDocument {
	readonly name: string;
	readonly source: readonly string[];
	readonly target: readonly string[];
	readonly gold: readonly IndexBead[];
}

export interface GoldFolder {
	/** The ends of the texts' names. */
	readonly sourceLanguage: string;
	readonly targetLanguage: string;
	readonly documents: readonly GoldDocument[];
}

type Extensions = readonly [source: string, target: string];

interface Found {
	readonly name: string;
	readonly gold: readonly IndexBead[];
	/** Sentences by extension. */
	readonly texts: ReadonlyMap<string, readonly string[]>;
}

const goldEnding = ".gold";
const languageCode = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/iu;

/**
 * All texts end in the same two language codes. The gold's left side is the text that has as many sentences as it
 * names; where either could be, `wanted` has to say which. Throws `Refused` where the folder is not like that.
 */
export async function readGoldFolder(folder: string, wanted: Partial<Record<"source" | "target", string>>) {
	const files = await readdir(folder).catch((error: unknown) => {
		throw new Refused(t("align.evaluate.noFolder", { path: folder, code: codeOf(error) }));
	});
	const names = files
		.filter((file) => file.endsWith(goldEnding))
		.map((file) => file.slice(0, -goldEnding.length));
	if (names.length === 0) throw new Refused(t("align.evaluate.noGold", { path: folder }));
	const found: Found[] = [];
	for (const name of names.sort()) found.push(await readDocument(folder, name, files, wanted));
	const [source, target] = sides(found, wanted);
	return {
		sourceLanguage: source,
		targetLanguage: target,
		documents: found.map(({ name, gold, texts }): GoldDocument => {
			return { name, gold, source: texts.get(source) ?? [], target: texts.get(target) ?? [] };
		}),
	} satisfies GoldFolder;
}

async function readDocument(
	folder: string,
	name: string,
	files: readonly string[],
	{ source, target }: Partial<Record<"source" | "target", string>>,
): Promise<Found> {
	const beside = files
		.filter((file) => file.startsWith(`${name}.`))
		.map((file) => file.slice(name.length + 1));
	const codes = beside.filter((end) => end !== "gold" && languageCode.test(end)).sort();
	const asked = codes.filter((code) => same(code, source) || same(code, target));
	const chosen = asked.length === 2 ? asked : codes;
	if (chosen.length !== 2) {
		throw new Refused(t("align.evaluate.noPair", { name, found: codes.join(", "), count: codes.length }));
	}
	const path = join(folder, name + goldEnding);
	const gold = readBeads(await read(path));
	if (!gold.ok)
		throw new Refused(t("align.evaluate.badGold", { path, line: gold.line, column: gold.column }));
	const texts = new Map<string, readonly string[]>();
	for (const code of chosen) {
		texts.set(code, readLines(await read(join(folder, `${name}.${code}`)), code).sentences);
	}
	return { name, gold: gold.beads, texts };
}

async function read(path: string): Promise<string> {
	const file = await readTextFile(path);
	if (!file.ok) throw new Refused(file.problem);
	return file.text;
}

function sides(
	found: readonly Found[],
	{ source, target }: Partial<Record<"source" | "target", string>>,
): Extensions {
	const [first = "", second = ""] = found[0]?.texts.keys() ?? [];
	const other = found.find(({ texts }) => !texts.has(first) || !texts.has(second));
	if (other) throw new Refused(t("align.evaluate.mixed", { name: other.name, first, second }));
	const orders: readonly Extensions[] = [
		[first, second],
		[second, first],
	];
	const asked = orders.filter((order) => same(order[0], source) || same(order[1], target));
	const possible = asked.length === 1 ? asked : orders;
	const fitting = possible.filter((order) => found.every((document) => misfit(document, order) === null));
	const [only, another] = fitting;
	if (only === undefined) throw new Refused(misfitSentence(found, possible));
	if (another !== undefined) throw new Refused(t("align.evaluate.ambiguous", { first, second }));
	return only;
}

function same(code: string, wanted: string | undefined): boolean {
	return code.toLowerCase() === wanted?.toLowerCase();
}

interface Misfit {
	readonly name: string;
	readonly language: string;
	/** From 0, as the gold has it. */
	readonly sentence: number;
	readonly count: number;
}

/** The first sentence that the gold names and the text does not have. */
function misfit({ name, gold, texts }: Found, [source, target]: Extensions): Misfit | null {
	for (const bead of gold) {
		for (const [language, numbers] of [
			[source, bead.source],
			[target, bead.target],
		] as const) {
			const count = texts.get(language)?.length ?? 0;
			const sentence = numbers.find((number) => number >= count);
			if (sentence !== undefined) return { name, language, sentence, count };
		}
	}
	return null;
}

/** Told for the order of languages that fits more documents. */
function misfitSentence(found: readonly Found[], possible: readonly Extensions[]): string {
	const misfits = possible.map((order) => found.flatMap((document) => misfit(document, order) ?? []));
	const [fewest = []] = misfits.toSorted((a, b) => a.length - b.length);
	const [{ name, language, sentence, count } = { name: "", language: "", sentence: 0, count: 0 }] = fewest;
	return t("align.evaluate.misfit", { name, language, sentence, count });
}

function codeOf(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : "";
}
