import type { LanguageRule } from "../document.ts";
import { beforeNumbers } from "./english.ts";
import { anyCase, breakAt, keep } from "./rule-writing.ts";

const end = "[.!?…。！？]";
const closers = '(?:\\s?["”’»“]|["\'”’»“)\\]」』）}])';
const notes = "(?:\\[[0-9]{1,3}(?:[,–-] ?[0-9]{1,3}){0,3}\\]|[¹²³⁴⁵⁶⁷⁸⁹⁰])";
/** What the next sentence may begin with before its first word. */
const opening = "[\\p{Ps}\\p{Pi}\"'“‘¿¡•*–—\\s-]{0,10}";
const listNumber = "(?:[0-9]{1,3}(?:\\.[0-9]{1,2}){0,4}|[A-Za-z]|[ivxIVX]{1,5})";
const listLetter = "\\(?(?:[a-z]|[ivx]{1,5})[.)]\\s+\\p{Lu}";
/** The head of a paragraph, or a place where a sentence or a point of a list has ended; "No. 5." is none. */
const head = `(?:^|[;:,]\\s+|[!?…]${closers}{0,3}\\s+|(?<!(?:^|[^\\p{L}])(?:${anyCase(beforeNumbers)}))\\.${closers}{0,3}\\s+)`;

/** Languages that set a space between sentences: what marks, brackets, quotes and numbers tell in all of them. */
export const spaced: LanguageRule = {
	name: "Spaced",
	rules: [
		// A small letter goes on with the sentence, unless it numbers a point or begins a name such as iPhone
		keep("", `\\s+(?!${listLetter})${opening}(?!\\p{Ll}{1,3}\\p{Lu})\\p{Ll}`),
		keep("", `\\s+${opening}[,;:)\\]}.!?…%&/]`),
		// A closing mark that stands off
		keep("", "\\s[”’»](?=[\\s\\p{Pe}\\p{Pf}\"'.,;]|$)"),
		keep("", '\\s"(?=\\s|$)'),
		// J. S. Bach
		keep("(?:^|[^\\p{L}\\p{N}.])\\p{Lu}\\.", "\\s+\\p{Lu}\\."),
		// 1. (a) iv. at the head of a sentence is its number
		keep(`${head}[\\s(]{0,3}${listNumber}[.)]{1,2}`, "\\s"),
		keep(`^[\\s"'“‘(]{0,5}${end}{1,20}["'”’)]{0,3}`, "\\s"),
		// Inside a parenthesis, and at the end of one that opened in the middle of a sentence
		keep("\\([^()]{0,250}", "[^()]{0,250}\\)"),
		keep("（[^（）]{0,250}", "[^（）]{0,250}）"),
		keep(`[^.!?…\\s"”’)\\]]\\s{0,3}\\([^()]{0,250}(?:[!?…]|(?<!\\p{Ll}{4})\\.)["'”’]{0,2}\\)`, "\\s"),
		breakAt(`${end}${closers}{0,6}${notes}{0,5}`, "\\s"),
		// “I will not—” The line went dead
		breakAt('—["”’]{1,2}', `\\s{1,9}${opening}\\p{Lu}`),
	],
};
