/** Which of many files belong together, by their names: `a.zh.txt` with `a.en.txt`, `001-中文` with `001-英文`. */
import type { Side } from "../document/model.ts";
import { extensionOf } from "../formats/extension.ts";

/** Files that become one document, by their places in the list; null where a side has none. */
export interface MatchedPair {
	/** What the names have in common: how the document is spoken of until its title is known. */
	readonly name: string;
	readonly source: number | null;
	readonly target: number | null;
}

/** What a name says of its text: a language, or the part that it plays. */
type Mark = { readonly side: Side } | { readonly language: string };

interface Reading {
	/** The name without the mark, so that the names of a pair are equal. */
	readonly key: string;
	readonly mark: Mark;
	/** The rest of the file's own name, without its folders. */
	readonly rest: string;
}

const languages =
	"ar|bg|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|id|it|ja|jp|kk|ko|kr|lt|lv|mn|ms|my|nl|no|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|uk|ur|uz|vi|zh";
/** Ways of writing the same language. */
const otherWords: Readonly<Record<string, string>> = {
	chi: "zh",
	chinese: "zh",
	chn: "zh",
	chs: "zh",
	cht: "zh",
	cn: "zh",
	eng: "en",
	english: "en",
	hans: "zh",
	hant: "zh",
	jp: "ja",
	kr: "ko",
	zho: "zh",
};
const sourceWords = ["source", "src", "original", "orig"];
const targetWords = ["target", "tgt", "trg", "translation", "translated", "trans"];

/** In Chinese words no space or dash needs to stand around them; single characters need it. */
const chineseWords: readonly [RegExp, Mark][] = [
	[/中文版?|汉语版?|漢語版?|华文|華文/gu, { language: "zh" }],
	[/英文版?|英语版?|英語版?/gu, { language: "en" }],
	[/原文|源文|原稿/gu, { side: "source" }],
	[/译文|譯文|译稿|譯稿|翻译|翻譯/gu, { side: "target" }],
];
const chineseCharacters: Readonly<Record<string, Mark>> = {
	中: { language: "zh" },
	汉: { language: "zh" },
	漢: { language: "zh" },
	英: { language: "en" },
	原: { side: "source" },
	译: { side: "target" },
	譯: { side: "target" },
};

const separator = "[\\s._\\-–—/+()（）\\[\\]【】「」]";
const word = new RegExp(
	`(?<=^|${separator})(?:(?:${languages})(?:[-_](?:[a-z]{2}|[a-z]{4}))?|${[...Object.keys(otherWords), ...sourceWords, ...targetWords, ...Object.keys(chineseCharacters)].join("|")})(?=$|${separator})`,
	"giu",
);

/**
 * Names may be paths: a folder called `en` says as much as the name of a file. Where more than two names differ only
 * in their languages nothing is guessed. A file without a partner stands alone, on the side that its name tells or,
 * where it tells none, the source if it is written in Chinese. Every file is in exactly one entry, in the list's order.
 */
export function matchPairs(names: readonly string[]): MatchedPair[] {
	const readings = names.map(readingsOf);
	const partner = new Map<number, number>();
	const join = (first: number, second: number) => partner.set(first, second).set(second, first);
	const free = (file: number) => !partner.has(file);

	// A mark further back says more: of "it-zh" the language is Chinese.
	const depth = Math.max(0, ...readings.map(({ length }) => length));
	for (let level = 0; level < depth; level++) {
		for (const group of groupsOf(readings, level, free)) {
			const [first, second, ...more] = group;
			if (first !== undefined && second !== undefined && more.length === 0) join(first, second);
		}
	}
	for (const [file, name] of names.entries()) {
		if (!free(file)) continue;
		const bare = keyOf(stemOf(name));
		const marked = readings.flatMap((found, other) =>
			other !== file && free(other) && found.some(({ key }) => key.replace(hole, "") === bare) ? [other] : [],
		);
		if (marked.length === 1 && marked[0] !== undefined) join(file, marked[0]);
	}
	return sorted(names, readings, partner);
}

/** Files whose names differ in nothing but the mark, where each has another one. */
function groupsOf(
	readings: readonly (readonly Reading[])[],
	level: number,
	free: (file: number) => boolean,
): number[][] {
	const groups = new Map<string, number[]>();
	for (const [file, found] of readings.entries()) {
		if (!free(file)) continue;
		for (const { key } of found.slice(0, level + 1)) groups.set(key, [...(groups.get(key) ?? []), file]);
	}
	const markAt = (file: number, key: string) => readings[file]?.find((reading) => reading.key === key)?.mark;
	return [...groups].flatMap(([key, files]) => {
		const marks = new Set(files.map((file) => JSON.stringify(markAt(file, key))));
		return marks.size === files.length && files.every(free) ? [files] : [];
	});
}

const hole = "\u{0}";

/** Every way to take a mark out of a name, the last mark first. */
function readingsOf(name: string): Reading[] {
	const stem = stemOf(name);
	const found: { readonly at: number; readonly length: number; readonly mark: Mark }[] = [];
	for (const match of stem.matchAll(word))
		found.push({ at: match.index, length: match[0].length, mark: markOf(match[0].toLowerCase()) });
	for (const [pattern, mark] of chineseWords)
		for (const match of stem.matchAll(pattern))
			found.push({ at: match.index, length: match[0].length, mark });
	return found
		.toSorted((a, b) => b.at - a.at)
		.map(({ at, length, mark }) => ({
			key: keyOf(stem.slice(0, at) + hole + stem.slice(at + length)),
			mark,
			rest: restOf(stem, at, length),
		}));
}

/** Of a name that is nothing but its mark, all of it; so too where the mark is a folder's. */
function restOf(stem: string, at: number, length: number): string {
	const begin = stem.lastIndexOf("/") + 1;
	if (at < begin) return stem.slice(begin);
	const words = `${stem.slice(begin, at)} ${stem.slice(at + length)}`.split(new RegExp(separator, "u"));
	return words.filter((part) => part !== "").join(" ") || stem.slice(begin);
}

function markOf(written: string): Mark {
	const character = chineseCharacters[written];
	if (character) return character;
	if (sourceWords.includes(written)) return { side: "source" };
	if (targetWords.includes(written)) return { side: "target" };
	const tag = written.split(/[-_]/u)[0] ?? written;
	return { language: otherWords[tag] ?? tag };
}

/** Without the extension, unless that is the mark: of `train.zh` all counts. */
function stemOf(name: string): string {
	const plain = name.normalize("NFC").replaceAll("\\", "/");
	const extension = extensionOf(plain);
	if (extension === "" || new RegExp(`^(?:${word.source})$`, "iu").test(extension)) return plain;
	return plain.slice(0, -extension.length - 1);
}

/** However the parts are joined: `a_zh`, `a zh` and `a (zh)` are the same. */
function keyOf(stem: string): string {
	return stem
		.toLowerCase()
		.split("/")
		.map((part) => part.replaceAll(new RegExp(`${separator}+`, "gu"), "-").replaceAll(/^-+|-+$/gu, ""))
		.join("/")
		.replaceAll(new RegExp(`-?${hole}-?`, "gu"), hole);
}

function sorted(
	names: readonly string[],
	readings: readonly (readonly Reading[])[],
	partner: ReadonlyMap<number, number>,
): MatchedPair[] {
	const pairs: MatchedPair[] = [];
	for (const [file, path] of names.entries()) {
		const other = partner.get(file);
		const own = readings[file]?.[0];
		const stem = stemOf(path);
		const name = own?.rest ?? stem.slice(stem.lastIndexOf("/") + 1);
		if (other === undefined) {
			const side = sideOf(own?.mark) ?? (/\p{Script=Han}/u.test(stem) ? "source" : "target");
			pairs.push({ name, source: null, target: null, [side]: file });
		} else if (other > file) pairs.push({ name, ...turned(file, other, readings) });
	}
	return pairs;
}

/** Where neither name says which is the source, the first is. */
function turned(
	first: number,
	second: number,
	readings: readonly (readonly Reading[])[],
): Pick<MatchedPair, "source" | "target"> {
	const [one, two] = [first, second].map((file) => {
		const keys = new Set(readings[file === first ? second : first]?.map(({ key }) => key));
		const own = readings[file] ?? [];
		return sideOf((own.find(({ key }) => keys.has(key)) ?? own[0])?.mark);
	});
	const backwards = one === "target" || (one !== "source" && two === "source");
	const same = one === two && one !== null;
	return backwards && !same ? { source: second, target: first } : { source: first, target: second };
}

/** Most are translated from Chinese, or into English. */
function sideOf(mark: Mark | undefined): Side | null {
	if (mark === undefined) return null;
	if ("side" in mark) return mark.side;
	return mark.language === "zh" ? "source" : mark.language === "en" ? "target" : null;
}
