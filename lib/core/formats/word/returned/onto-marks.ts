import { diffWords } from "#lib/core/diff/words.ts";
import { codeNumber, marks } from "../../marked-text.ts";
import type { Codes } from "../../styled-text.ts";
import { plainOf } from "./expected.ts";

/**
 * Makes of a text with codes what was made of its words outside. Every code of looks stays, those within what was
 * taken away at its place; a code that is read (a break, a note's mark) goes with its words.
 */
export function ontoMarks(marked: string, after: string, codes: Codes, language: string): string {
	const pieces = piecesOf(marked, codes);
	const before = pieces.map(({ plain }) => plain).join("");
	let made = "";
	let index = 0;
	let within = 0;
	const take = (length: number, keep: boolean) => {
		for (let left = length; left > 0 || pieces[index]?.plain === ""; ) {
			const piece = pieces[index];
			if (!piece) return;
			if (piece.plain === "") {
				if (left === 0 && !keep) return;
				made += piece.text;
				index += 1;
				continue;
			}
			const room = Math.min(left, piece.plain.length - within);
			if (room === 0) return;
			if (keep)
				made += piece.whole ? (within === 0 ? piece.text : "") : piece.plain.slice(within, within + room);
			within += room;
			left -= room;
			if (within < piece.plain.length) continue;
			index += 1;
			within = 0;
		}
	};
	for (const { kind, text } of diffWords(before, after, language)) {
		if (kind === "inserted") made += text;
		else take(text.length, kind === "same");
	}
	return (
		made +
		pieces
			.slice(index)
			.map(({ plain, text }) => (plain === "" ? text : ""))
			.join("")
	);
}

interface MarkedPiece {
	/** As it is stored, and as it is read. */
	readonly text: string;
	readonly plain: string;
	/** A code that is read as words, which stays or goes as one. */
	readonly whole: boolean;
}

function piecesOf(marked: string, codes: Codes): MarkedPiece[] {
	const pieces: MarkedPiece[] = [];
	let from = 0;
	for (const found of marked.matchAll(marks)) {
		if (found.index > from) pieces.push(words(marked.slice(from, found.index)));
		from = found.index + found[0].length;
		const code = codes[codeNumber(found[0]) ?? -1];
		if (code) pieces.push({ text: found[0], plain: plainOf(found[0], codes), whole: true });
		else pieces.push(words(found[0]));
	}
	if (from < marked.length) pieces.push(words(marked.slice(from)));
	return pieces;
}

const words = (text: string): MarkedPiece => ({ text, plain: text, whole: false });
