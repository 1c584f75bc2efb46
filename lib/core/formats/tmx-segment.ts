import { codeNumber, type InlineCode, marks } from "#lib/core/formats/marked-text.ts";
import type { Codes } from "#lib/core/formats/styled-text.ts";
import { escapeAttribute, escapeText } from "#lib/core/xml/escape.ts";

/**
 * The inside of a TMX 1.4 `<seg>`: a code whose partner is in it too is `bpt` or `ept`, one whose partner is not `it`,
 * any other `ph`; each holds the code as its own file had it.
 */
export function tmxSegment(text: string, codes: Codes): string {
	const found = [...text.matchAll(marks)].map(([mark]) => codes[codeNumber(mark) ?? -1]);
	const partners = partnersOf(found);
	let at = 0;
	let from = 0;
	let written = "";
	for (const mark of text.matchAll(marks)) {
		written += escapeText(text.slice(from, mark.index));
		from = mark.index + mark[0].length;
		const code = found[at];
		written += code ? element(code, partners.get(at)) : mark[0];
		at += 1;
	}
	return written + escapeText(text.slice(from));
}

/** By the place of a mark among the marks: the number that it and its partner share. */
function partnersOf(codes: readonly (InlineCode | undefined)[]): Map<number, number> {
	const partners = new Map<number, number>();
	const open: number[] = [];
	let pairs = 0;
	for (const [place, code] of codes.entries()) {
		if (code?.part === "start") open.push(place);
		if (code?.part !== "end") continue;
		const start = open.findLastIndex((begun) => codes[begun]?.kind === code.kind);
		if (start === -1) continue;
		pairs += 1;
		partners.set(open[start] ?? 0, pairs);
		partners.set(place, pairs);
		open.splice(start, 1);
	}
	return partners;
}

function element(code: InlineCode, pair: number | undefined): string {
	if (code.kind === "character") return escapeText(code.value ?? "");
	const native = escapeText(nativeOf(code));
	const type = code.kind === "other" ? "" : ` type="${escapeAttribute(code.kind)}"`;
	if (code.part === "alone") return `<ph${type}>${native}</ph>`;
	if (pair === undefined) return `<it pos="${code.part === "start" ? "begin" : "end"}"${type}>${native}</it>`;
	return code.part === "start"
		? `<bpt i="${pair}"${type}>${native}</bpt>`
		: `<ept i="${pair}">${native}</ept>`;
}

const tags: Partial<Record<InlineCode["kind"], string>> = {
	bold: "b",
	italic: "i",
	underline: "u",
	strike: "s",
	superscript: "sup",
	subscript: "sub",
	link: "a",
};

/** What stood in the file, out of the TMX element that may have held it; HTML where nothing is known of it. */
function nativeOf({ original, kind, part, value }: InlineCode): string {
	const held = /^<(bpt|ept|ph|it|ut)\b[^>]*>(.*)<\/\1>$/s.exec(original ?? "")?.[2];
	if (held !== undefined) return unescaped(held.replaceAll(/<[^>]*>/g, ""));
	if (original !== undefined) return original;
	if (kind === "break") return "<br/>";
	const name = tags[kind];
	if (name === undefined) return value ?? "";
	if (part === "end") return `</${name}>`;
	return kind === "link" && value !== undefined ? `<a href="${escapeAttribute(value)}">` : `<${name}>`;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescaped(text: string): string {
	return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
		if (name !== undefined) return entities[String(name)] ?? whole;
		const point = decimal === undefined ? Number.parseInt(String(hexadecimal), 16) : Number(decimal);
		return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
	});
}
