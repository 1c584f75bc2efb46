/** The number before a line, in the many ways in which engines and chat models give it back. */

export interface LineLabel {
	readonly number: number;
	/** What follows it. */
	readonly text: string;
	/** It might as well be a number that the sentence begins with: "12 people", "12.5 per cent". */
	readonly weak: boolean;
}

const digits = "(?<digits>[0-9０-９]{1,3}(?:,[0-9]{3})+|[0-9０-９]{1,7})";
const bold = "(?:\\*\\*|__)?";
const words = "(?:no|nr|line|passage|sentence|item|segment|row|paragraph)";
/** A table's edge counts once; a backslash is Markdown's. */
const separator = "\\\\?(?:[.．。、)）\\]:：]{1,2}|\\|)";

/** In this order; `weak` where what follows decides. */
const forms: readonly { readonly pattern: RegExp; readonly kind: "strong" | "weak" | "tight" | "cells" }[] = [
	{
		pattern: form(`[[【(（〔［<〈《「]\\s*${digits}\\s*[\\]】)）〕］>〉》」]${bold}\\s*[.:：、．。|–—-]?`),
		kind: "strong",
	},
	{ pattern: form(`第\\s*${digits}\\s*[句行段条條项項]${bold}\\s*[.:：、．。)）]?`), kind: "strong" },
	{ pattern: form(`#\\s*${digits}${bold}\\s*(?:${separator}|[–—-]|\\s|$)`), kind: "strong" },
	{
		pattern: form(`${words}\\.?\\s*#?\\s*${digits}${bold}\\s*(?:${separator}|[–—-]|$)`),
		kind: "strong",
	},
	{ pattern: form(`\\|\\s*${bold}${digits}${bold}\\s*[.．、)）:：]?\\s*\\|`), kind: "cells" },
	{ pattern: form(`${digits}${bold}[.．、)）:：]?\\t`), kind: "cells" },
	{ pattern: form(`${digits}${bold}\\s*${separator}`), kind: "tight" },
	{ pattern: form(`${digits}${bold}\\s*$`), kind: "strong" },
	{ pattern: form(`${digits}${bold}\\s*[–—-](?=\\s)`), kind: "tight" },
	{ pattern: form(`${digits}${bold}\\s*[,，;；–—-]\\s*(?=[^\\s0-9０-９])`), kind: "weak" },
	{ pattern: form(`${digits}${bold}(?=\\s)`), kind: "weak" },
];

function form(source: string): RegExp {
	return new RegExp(`^(?<open>\\*\\*|__)?${source}`, "iu");
}

/** Quotes, bullets and headings of Markdown before the number or the text; quotation marks before the number. */
const lead = /^[\s>\ufeff]*(?:[-*+•·▪‣●○]\s+)*(?:#{1,6}\s+)?/u;

export const withoutLead = (line: string): string => line.replace(lead, "").trimEnd();
export const hasLead = (line: string): boolean => /^\s*[-*+•·▪‣●○]\s/u.test(line);

/** Null where the line does not begin with a number. */
export function labelOf(line: string): LineLabel | null {
	const bare = unquoted(withoutLead(line));
	for (const { pattern, kind } of forms) {
		const match = pattern.exec(bare);
		if (!match) continue;
		const rest = bare.slice(match[0].length);
		const number = numberOf(match.groups?.["digits"] ?? "");
		const weak =
			kind === "weak" || (kind === "tight" && /^\s*[0-9０-９]/u.test(rest) && isTight(match[0], rest));
		return { number, weak, text: textAfter(rest, kind === "cells", match.groups?.["open"]) };
	}
	return null;
}

const unquoted = (line: string) => /^["“](?=[0-9０-９[【(（])(.*)["”],?$/u.exec(line)?.[1] ?? line;

/** "12.5", "10:30", "2019 – 2021"; but "12. 5 people" after a dot and a space is a label. */
const isTight = (label: string, rest: string) => !/^\s/u.test(rest) || /[–—-]$/u.test(label);

function numberOf(written: string): number {
	return Number(
		written
			.replaceAll(",", "")
			.replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30)),
	);
}

function textAfter(rest: string, cells: boolean, open: string | undefined): string {
	const text = (cells ? lastCell(rest) : rest).trim();
	if (open === undefined) return unwrapped(text);
	const closed = text.startsWith(open) && !text.endsWith(open) ? text.slice(open.length) : text;
	return unwrapped(
		!text.startsWith(open) && closed.endsWith(open) ? closed.slice(0, -open.length) : closed.trim(),
	);
}

/** Of a table with the source in it the rendering is what stands last. */
function lastCell(rest: string): string {
	const cells = rest.includes("\t") ? rest.split("\t") : rest.split(/(?<!\\)\|/u);
	return cells.findLast((cell) => cell.trim() !== "") ?? "";
}

/** A text that is bold as a whole: what was copied had no Markdown. */
export function unwrapped(text: string): string {
	const inner = /^(\*\*|__)(?=\S)(.+)(?<=\S)\1$/u.exec(text)?.[2];
	return inner === undefined || /\*\*|__/u.test(inner) ? text : inner;
}
