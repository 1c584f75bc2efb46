import type { Side } from "../../document/model.ts";
import { isChinese } from "../../text/language.ts";
import type { CheckedDocument, Fault, PassageCheck } from "../contract.ts";

const sides = ["source", "target"] as const satisfies readonly Side[];

const wide: Readonly<Record<string, string>> = {
	",": "，",
	";": "；",
	":": "：",
	"?": "？",
	"!": "！",
	"(": "（",
	")": "）",
};

/** A mark after a Chinese character or closing mark, and before a Chinese character, an opening mark or the end. */
const mark = /(?<=[\p{Script=Han}”’》〉」』）】])[,;:?!](?=[\p{Script=Han}“‘《〈「『（【]|\s*$)/gu;
/** Brackets around Chinese: not around a year or an abbreviation. */
const bracketed = /(?<=\p{Script=Han})\([^()]{0,200}\)/gu;

const isOfDocument = (document: CheckedDocument, side: Side): boolean =>
	document.sides[side] && isChinese(side === "source" ? document.sourceLanguage : document.targetLanguage);

/** Marks of Latin type in a Chinese text: a text that has them has many, so each segment is told once. */
export const halfWidth = {
	id: "half-width",
	severity: "minor",
	mqm: "linguistic-conventions/punctuation",
	keys: ["marks"],
	concerns: (document) => sides.some((side) => isOfDocument(document, side)),
	checkPassage: (passage, document) =>
		sides
			.filter((side) => isOfDocument(document, side))
			.flatMap((side) => passage[side].flatMap(({ id, text }) => slipOf(text, side, id))),
} as const satisfies PassageCheck;

function slipOf(text: string, side: Side, segment: string): Fault[] {
	const places = placesIn(text);
	const [first] = places;
	const last = places.at(-1);
	if (first === undefined || last === undefined) return [];
	const [start, end] = [first, last + 1];
	const wrong = new Set(places);
	const fix = Array.from({ length: end - start }, (_, i) => {
		const character = text.charAt(start + i);
		return wrong.has(start + i) ? (wide[character] ?? character) : character;
	}).join("");
	const values = {
		mark: text.charAt(start),
		chinese: fix.charAt(0),
		count: places.length,
		found: text.slice(start, end),
	};
	return [{ side, segment, start, end, key: "marks", values, fix }];
}

/** Of the marks, in order. */
function placesIn(text: string): number[] {
	const marks = [...text.matchAll(mark)].map(({ index }) => index);
	const brackets = [...text.matchAll(bracketed)]
		.filter(({ 0: found }) => /\p{Script=Han}/u.test(found))
		.flatMap(({ index, 0: found }) => [index, index + found.length - 1]);
	return [...marks, ...brackets].toSorted((one, other) => one - other);
}
