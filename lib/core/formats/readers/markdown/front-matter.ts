import type { Losses } from "../../losses.ts";
import type { ReadAbout } from "../../reader.ts";
import { isoDate } from "../html/metadata.ts";

export interface FrontMatter {
	readonly about: ReadAbout;
	/** Line of the title within the front matter, from 0. */
	readonly titleLine: number;
}

const meanings: Readonly<Record<string, "title" | "publishedAt" | "publisher" | "byline" | "language">> = {
	title: "title",
	date: "publishedAt",
	published: "publishedAt",
	pubdate: "publishedAt",
	"dcterms.date": "publishedAt",
	source: "publisher",
	publisher: "publisher",
	author: "byline",
	authors: "byline",
	byline: "byline",
	lang: "language",
	language: "language",
};

const entry = /^([\p{L}_][\p{L}\p{N}_.-]*)\s*[:=]\s*(.*)$/u;
const item = /^\s+-\s+(.*)$|^-\s+(.*)$/u;

/** The entries of YAML or TOML that describe a text; values are plain, quoted, or lists of these. Others are told. */
export function readFrontMatter(text: string, line: number, losses: Losses): FrontMatter {
	const about: { -readonly [Key in keyof ReadAbout]: ReadAbout[Key] } = {};
	let titleLine = 0;
	const lines = text.split("\n");
	for (const [index, written] of lines.entries()) {
		const [, key, value = ""] = entry.exec(written) ?? [];
		if (key === undefined) continue;
		const meaning = meanings[key.toLowerCase()];
		const plain = plainValue(value.trim() === "" ? listBelow(lines, index + 1) : value);
		const useful = meaning === "publishedAt" ? (isoDate(plain) ?? "") : plain;
		if (meaning === undefined || useful === "") losses.add("frontMatterLeftOut", line + index, key);
		else about[meaning] ??= useful;
		if (meaning === "title") titleLine = index;
	}
	return { about, titleLine };
}

function listBelow(lines: readonly string[], from: number): string {
	const items: string[] = [];
	for (const line of lines.slice(from)) {
		const [, indented, flush] = item.exec(line) ?? [];
		const value = indented ?? flush;
		if (value === undefined) break;
		items.push(plainValue(value));
	}
	return items.join(", ");
}

function plainValue(value: string): string {
	const written = value.trim();
	if (/^\[.*\]$/u.test(written)) return written.slice(1, -1).split(",").map(plainValue).join(", ");
	const [, quoted, single] = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/u.exec(written) ?? [];
	if (quoted !== undefined) return quoted.replaceAll(/\\(["\\])/gu, "$1");
	return single === undefined ? written.replace(/\s+#.*$/u, "") : single.replaceAll("''", "'");
}
