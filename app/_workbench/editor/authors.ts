/** Who wrote which part of a text, as it is drawn: each author with a colour and a line of their own. */
import { rewritten, stretchesOf, type Written } from "#lib/core/diff/blame.ts";
import { diffWords } from "#lib/core/diff/words.ts";
import type { WireTextBlame, WireWriter } from "#lib/core/document/blame/wire.ts";
import { colourOf } from "../people/initials.ts";

export type Author =
	| { readonly is: "machine"; readonly engine: string }
	| { readonly is: "human" | "unknown" | "file" | "now" }
	| { readonly is: "person"; readonly id: string; readonly name: string };

/** Told apart without colours as well. */
export type Line = "none" | "dotted" | "solid" | "dashed" | "double" | "wavy";

/** Of people, in the order in which their words come. */
const peoplesLines: readonly Line[] = ["solid", "dashed", "double", "wavy"];

export interface AuthorHere {
	readonly key: string;
	readonly author: Author;
	readonly line: Line;
	/** A colour of the style sheet. */
	readonly colour: string;
	/** Of the text, 0–1. */
	readonly share: number;
}

export interface PartHere {
	readonly start: number;
	readonly text: string;
	/** Place among the authors. */
	readonly author: number;
	/** Null: it is not in the version that was told of. */
	readonly writer: WireWriter | null;
}

/** `text`: as it is now, which may be later than what was told. */
export function authorsOf(
	told: WireTextBlame,
	writers: readonly WireWriter[],
	text: string,
	language: string,
): { parts: PartHere[]; authors: AuthorHere[] } {
	const written = told.stretches.map(
		([start, end, writer]): Written<WireWriter | null> => ({
			...{ start, end, by: writers[writer] ?? null, from: start },
		}),
	);
	const now = rewritten(written, diffWords(told.text, text, language), null).written;
	const found = new Map<string, { author: Author; length: number }>();
	const parts = stretchesOf(now, (one, other) => one === other).map(({ start, end, by }) => {
		const author = authorOf(by);
		const key = keyOf(author);
		const known = found.get(key) ?? { author, length: 0 };
		found.set(key, { author, length: known.length + end - start });
		return { start, text: text.slice(start, end), writer: by, key };
	});
	const keys = [...found.keys()];
	let people = 0;
	const authors = Array.from(found, ([key, { author, length }]): AuthorHere => {
		const line =
			author.is === "person" ? (peoplesLines[people++ % peoplesLines.length] ?? "solid") : lines[author.is];
		return { key, author, line, colour: colourFor(author), share: length / text.length };
	});
	return { parts: parts.map(({ key, ...part }) => ({ ...part, author: keys.indexOf(key) })), authors };
}

const lines: Readonly<Record<Exclude<Author["is"], "person">, Line>> = {
	machine: "dotted",
	human: "none",
	unknown: "none",
	file: "none",
	now: "solid",
};

/** Words that were suggested are whoever's who suggested them. */
function authorOf(writer: WireWriter | null): Author {
	if (writer === null) return { is: "now" };
	if (writer.is === "person") return { is: "person", ...(writer.suggestedBy ?? writer.actor) };
	const { origin } = writer;
	if (origin === null) return { is: "file" };
	return origin.kind === "machine" ? { is: "machine", engine: origin.engine } : { is: origin.kind };
}

function keyOf(author: Author): string {
	if (author.is === "person") return `person ${author.id}`;
	return author.is === "machine" ? `machine ${author.engine}` : author.is;
}

function colourFor(author: Author): string {
	if (author.is === "person") return `var(--person-${colourOf(author.id)})`;
	return author.is === "machine" ? "var(--state-machine)" : "var(--ink)";
}
