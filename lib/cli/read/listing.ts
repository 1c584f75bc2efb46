/** What was found, for people: what the page says of itself, its blocks, and what is to be told. */
import reading from "#lib/messages/en/reading.json" with { type: "json" };
import { t } from "../messages.ts";
import type { Found, FoundBlock } from "./found.ts";

/** How a terminal shows what recedes. */
const grey = (text: string) => `\u001B[2m${text}\u001B[22m`;

export function listing(found: Found, format: string, coloured: boolean): string {
	const aside = coloured ? grey : (text: string) => text;
	const about = aboutLines(found, format).map(([name, value]) => `${aside(name)}  ${shown(value)}`);
	const blocks = blockLines(found.blocks, aside);
	const problems = found.problems.map(({ line, message }) => t("read.problem", { line, message }));
	return [about, blocks, problems]
		.filter((part) => part.length > 0)
		.map((part) => part.join("\n"))
		.join("\n\n");
}

function aboutLines(found: Found, format: string): [string, string][] {
	const names = ["title", "publishedAt", "publisher", "byline", "language"] as const;
	const given = names.flatMap((name): [string, string][] => {
		const value = found[name];
		return value === null ? [] : [[t(`read.about.${name}`), value]];
	});
	const formats: Readonly<Record<string, string>> = reading.formats;
	const lines: [string, string][] = [[t("read.about.format"), formats[format] ?? format], ...given];
	const widest = Math.max(...lines.map(([name]) => name.length));
	return lines.map(([name, value]) => [name.padEnd(widest), value]);
}

function blockLines(blocks: readonly FoundBlock[], aside: (text: string) => string): string[] {
	const kinds = blocks.map(({ kind }) => t(`read.kinds.${kind}`));
	const digits = blocks.reduce((most, { line }) => Math.max(most, String(line).length), 0);
	const widest = kinds.reduce((most, kind) => Math.max(most, kind.length), 0);
	return blocks.map(({ line, kind, text }, i) => {
		const margin = `${String(line).padStart(digits)}  ${(kinds[i] ?? "").padEnd(widest)}`;
		return kind === "furniture" ? aside(`${margin}  ${shown(text)}`) : `${aside(margin)}  ${shown(text)}`;
	});
}

/** On one line, with nothing in it that could give orders to a terminal. */
function shown(text: string): string {
	return text.replace(/\s+/gu, " ").replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "\u{fffd}");
}
