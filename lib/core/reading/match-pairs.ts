import type { Side } from "../document/model.ts";

/** Files that become one document, by their places in the list; null where a side has none. */
export interface MatchedPair {
	/** What the names have in common: how the document is spoken of until its title is known. */
	readonly name: string;
	readonly source: number | null;
	readonly target: number | null;
}

/** Words in a file's name, or its folder's, that say which side it is. */
const sourceWords =
	/^(?:zh|zho|chi|cn|chs|cht|zh[-_]?(?:cn|tw|hk|sg|mo|hans|hant)|chinese|中文|中|汉语|漢語|原文|原|source|src|sources)$/iu;
const targetWords =
	/^(?:en|eng|en[-_]?(?:us|gb|uk|au|ca)|english|英文|英|英语|英語|译文|譯文|译|譯|target|tgt|translation|translations|mt)$/iu;
/** A tag's second part, whose hyphen separates nothing. */
const regions = /(?<![a-z])(zh|en)[-_](cn|tw|hk|sg|mo|hans|hant|us|gb|uk|au|ca)(?![a-z])/giu;
const separators = /[\s._\-()[\]（）【】]+/u;

/**
 * Which files of a list are two sides of one article, by their names: `001.zh.txt` and `001.en.docx`, `报告-中文` and
 * `报告-英文`, `zh/a.txt` and `en/a.txt`. A file without a partner stands alone, on the side that its name tells or,
 * where it tells none, the source if it is written in Chinese. Every file is in exactly one entry, in the list's order.
 */
export function matchPairs(names: readonly string[]): MatchedPair[] {
	const pairs: { name: string; source: number | null; target: number | null }[] = [];
	const open = new Map<string, (typeof pairs)[number]>();
	for (const [index, path] of names.entries()) {
		const { side, name, key } = describe(path);
		const waiting = side === null ? undefined : open.get(key);
		if (side !== null && waiting && waiting[side] === null) {
			waiting[side] = index;
			open.delete(key);
			continue;
		}
		const own = side ?? (/\p{Script=Han}/u.test(name) ? "source" : "target");
		const pair = { name, source: own === "source" ? index : null, target: own === "target" ? index : null };
		pairs.push(pair);
		if (side !== null) open.set(key, pair);
	}
	return pairs;
}

function describe(path: string): { side: Side | null; name: string; key: string } {
	const steps = path.split(/[/\\]/u);
	const file = steps.pop() ?? "";
	const stem = file.replace(/(?<=.)\.[^.]{1,5}$/u, "");
	const inName = takeSide(stem);
	if (inName.side !== null) return { ...inName, key: keyOf([...steps, inName.name]) };
	const folder = steps.findLastIndex((step) => sideOfWord(step) !== null);
	const side = sideOfWord(steps[folder] ?? "");
	const others = steps.filter((_, i) => i !== folder);
	return { side, name: stem, key: keyOf([...others, stem]) };
}

/** The last word of a name that tells the side, and the name without it. */
function takeSide(stem: string): { side: Side | null; name: string } {
	const words = stem.replaceAll(regions, "$1$2").split(separators);
	const place = words.findLastIndex((word) => sideOfWord(word) !== null);
	if (place === -1) return { side: null, name: stem };
	const rest = words.filter((word, i) => i !== place && word !== "").join(" ");
	return { side: sideOfWord(words[place] ?? ""), name: rest === "" ? stem : rest };
}

function sideOfWord(word: string): Side | null {
	if (sourceWords.test(word)) return "source";
	return targetWords.test(word) ? "target" : null;
}

const keyOf = (steps: readonly string[]) =>
	steps.join("/").toLowerCase().split(separators).join(" ").normalize("NFKC");
