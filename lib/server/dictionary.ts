/** CC-CEDICT, to look words of a source text up in: read once in a process, when somebody asks for the first time. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import {
	Dictionary,
	type FoundWord,
	isWhole,
	type PackageEntry,
	tableOf,
	tableVersion,
} from "./dictionary-table.ts";
import { packagesFolder, versionOf } from "./installed-packages.ts";
import { keepFile } from "./keep-file.ts";

/** Longest text that is looked up, in UTF-16 code units: a sentence. */
const longestText = 200;
const name = "cc-cedict";

export const DictionaryQuery = z.strictObject({ text: z.string().min(1).max(longestText) });

/** The words of a text that the dictionary has, the longest at each place; `available: false` where it is not installed. */
export async function lookUp(text: string): Promise<{ available: boolean; words: FoundWord[] }> {
	const dictionary = await loadDictionary();
	return { available: dictionary !== null, words: dictionary?.wordsIn(text) ?? [] };
}

/** Reads the dictionary, or first makes its table, in some seconds, where the installation has not. */
let loading: Promise<Dictionary | null> | undefined;

export function loadDictionary(): Promise<Dictionary | null> {
	loading ??= installed().catch((error: unknown) => {
		loading = undefined;
		throw error;
	});
	return loading;
}

async function installed(): Promise<Dictionary | null> {
	const modules = await packagesFolder(name);
	if (modules === null) return null;
	const version = (await versionOf(modules, name)).replace(" ", "-");
	const file = join(modules, ".cache/duizhao", `${version}.${tableVersion}.table`);
	const stored = await readFile(file).catch(() => null);
	if (stored && isWhole(stored)) return new Dictionary(stored);
	const code = await readFile(join(modules, name, "data/all.js"), "utf8");
	const { all }: { all: readonly PackageEntry[] } = JSON.parse(code.slice(code.indexOf("{")));
	const table = tableOf(all);
	await keepFile(file, table);
	return new Dictionary(table);
}
