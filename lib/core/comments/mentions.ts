import type { Mentioned } from "./wire.ts";

/** A person in the text of a comment. */
const token = /@\{([0-9A-Za-z_-]{1,64})\}/g;

/** Ids of those whom a text mentions, each once. */
export function mentionedIn(text: string): string[] {
	return [...new Set([...text.matchAll(token)].map(([, id = ""]) => id))];
}

export const mentionOf = (id: string) => `@{${id}}`;

/** The text in pieces: what was typed, and names. An id that nobody of the project had stays as it was typed. */
export function piecesOf(text: string, people: Mentioned): { text: string; person: string | null }[] {
	const pieces: { text: string; person: string | null }[] = [];
	let at = 0;
	for (const match of text.matchAll(token)) {
		const id = match[1] ?? "";
		const name = Object.hasOwn(people, id) ? people[id] : undefined;
		if (name === undefined) continue;
		if (match.index > at) pieces.push({ text: text.slice(at, match.index), person: null });
		pieces.push({ text: name, person: id });
		at = match.index + match[0].length;
	}
	if (at < text.length) pieces.push({ text: text.slice(at), person: null });
	return pieces;
}

/** The text as one line to read. */
export function readable(text: string, people: Mentioned): string {
	return piecesOf(text, people)
		.map((piece) => (piece.person === null ? piece.text : `@${piece.text}`))
		.join("");
}
