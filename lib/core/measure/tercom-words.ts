/**
 * The words that the translation edit rate counts, as sacreBLEU 2.6.0 cuts them (`TercomTokenizer`, Copyright 2020
 * Memsource, Apache License 2.0; after tercom's Normalizer.java).
 */
import { isUnspaced } from "#lib/core/text/unspaced.ts";
import { splitAtWhiteSpace } from "./white-space.ts";

/**
 * In a language with spaces, sacreBLEU's default: small letters, cut at white space alone, so that a word with its
 * comma is another word than without. In one written without spaces, where that would make a sentence one word, its
 * options `normalized` and `asian_support`: every character is a word, and so is every mark of punctuation.
 */
export function tercomWords(text: string, language: string): string[] {
	const small = text.trimEnd().toLowerCase();
	return splitAtWhiteSpace(isUnspaced(language) ? apart(small) : small);
}

/** Puts spaces around what is a word of its own. */
function apart(text: string): string {
	const spaced = ` ${unescaped(text)} `
		.replace(/([{-~[-` -&(-+:-@/])/g, " $1 ")
		.replace(/'s /g, " 's ")
		.replace(/([^0-9])([.,])/g, "$1 $2 ")
		.replace(/([.,])([^0-9])/g, " $1 $2")
		.replace(/([0-9])(-)/g, "$1 $2 ");
	return spaced.replace(ownWord, " $1 ");
}

function unescaped(text: string): string {
	return text
		.replace(/\n-/g, "")
		.replace(/\n/g, " ")
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, "&")
		.replace(/&lt;/g, "<")
		.replace(/&gt;/g, ">");
}

/**
 * Ideographs, strokes, radicals, compatibility and enclosed characters, and the marks of East Asia. Kana and the
 * scripts of South East Asia are ours: sacreBLEU leaves a sentence in them one word.
 */
const ownWord =
	/([\u4e00-\u9fff\u3400-\u4dbf\u31c0-\u31ef\u2e80-\u2eff\u3300-\u33ff\uf900-\ufaff\ufe30-\ufe4f\u3200-\u32ff\u3001\u3002\u3008-\u3011\u3014-\u301f\uff61-\uff65\u30fb\uff0e\uff0c\uff1f\uff1a\uff1b\uff01\uff02\uff08\uff09\u3040-\u30ff\u31f0-\u31ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])/g;
