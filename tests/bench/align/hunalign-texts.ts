/** Texts and dictionary in the form that hunalign reads: a sentence a line, tokens apart from each other. */
import { readFileSync } from "node:fs";
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";

const jieba = Jieba.withDict(dict);
const token = /[\p{L}\p{N}]+(?:['’-]\p{L}+)*|[^\s\p{L}\p{N}]/gu;

/**
 * Chinese in jieba's words without the ones it would invent, other languages in lower case; both with their
 * punctuation. Whatever else was tried on it gave hunalign less.
 */
export function tokenize(sentence: string, language: string): string {
	const tokens = language === "zh" ? jieba.cut(sentence, false) : tokensOf(sentence);
	const visible = tokens.filter((word) => word.trim() !== "").join(" ");
	return visible === "" ? "-" : visible;
}

type Entry = readonly [
	traditional: string,
	simplified: string,
	pinyin: string,
	definitions: string | readonly string[],
];

const remark = /\([^()]*\)|\[[^\]]*\]/gu;
const notTranslation = /\p{Script=Han}|^(?:CL:|surname |variant |see |abbr)/u;
/** Longer definitions explain more than they translate. */
const mostWords = 4;

/** CC-CEDICT's entries as lines `translation @ word`; from Chinese into English only. */
export function hunalignDictionary(): string[] {
	const text = readFileSync(new URL("../data/all.js", import.meta.resolve("cc-cedict")), "utf8");
	const { all }: { all: readonly Entry[] } = JSON.parse(text.slice(text.indexOf("{")));
	const lines = all.flatMap(([, simplified, , definitions]) =>
		[definitions]
			.flat()
			.flatMap(translations)
			.map((words) => `${words} @ ${simplified}`),
	);
	return [...new Set(lines)];
}

function translations(definition: string): string[] {
	const senses = definition.replaceAll(remark, " ").split(/[;/]/u);
	return senses.flatMap((sense) => {
		if (notTranslation.test(sense.trim())) return [];
		const words = tokensOf(sense).filter((word) => /\p{L}/u.test(word));
		const bare = words[0] === "to" ? words.slice(1) : words;
		return bare.length > 0 && bare.length <= mostWords ? [bare.join(" ")] : [];
	});
}

function tokensOf(text: string): string[] {
	return text.toLowerCase().match(token) ?? [];
}
