/** What a line of credits says: values under their labels, dates, and what stands beside them. */
import { type FoundDate, findDates } from "./dates.ts";
import { labels, roleOf } from "./rules/compiled.ts";
import type { LabelRole } from "./rules/contract.ts";

export interface LabelledValue {
	readonly role: LabelRole;
	readonly value: string;
}

export interface DatedValue extends FoundDate {
	/** What its label announces, null where none does. */
	readonly role: LabelRole | null;
}

export interface Labelled {
	readonly values: readonly LabelledValue[];
	readonly dates: readonly DatedValue[];
	/** Pieces without a label, cut at bars, tabs, wide gaps and brackets; dates taken out. */
	readonly rest: readonly string[];
	/** True where the line begins with a label. */
	readonly begins: boolean;
}

const spacedLabel =
	/(?<=^|[|｜】）)\d]\s{0,3}|[\s　]{2})\p{Script=Han}(?:[\s　]{1,6}\p{Script=Han}){1,3}(?=[\s　]*[:：])/gu;
const pieceBreak = /\s*[|｜\t【】〖〗[\]]\s*|[\s　]{2,}|　|\s[·•/–—-]\s/u;
const edges = /^[\s　:：,，、;；|｜·•/–—()（）-]+|[\s　:：,，、;；|｜·•/–—(（-]+$/gu;
const opening = /^[\s　•·*（(【[〖-]*$/u;

/** The line with the gaps inside its labels closed: "来  源：" becomes "来源：". */
export function closeLabels(text: string): string {
	return text.replaceAll(spacedLabel, (label) => label.replace(/[\s　]+/gu, ""));
}

export function readLabelled(line: string): Labelled {
	const text = closeLabels(line);
	const found = [...text.matchAll(labels)];
	const dates = findDates(text);
	const values: LabelledValue[] = [];
	const dated: DatedValue[] = [];
	const rest = pieces(text.slice(0, found[0]?.index ?? text.length), dates, 0);
	for (const date of dates)
		if (date.start < (found[0]?.index ?? text.length)) dated.push({ ...date, role: null });
	for (const [index, match] of found.entries()) {
		const role = roleOf(match.groups ?? {});
		const from = match.index + match[0].length;
		const to = found[index + 1]?.index ?? text.length;
		if (role === null) continue;
		const inside = dates.filter((date) => date.start >= match.index && date.start < to);
		dated.push(...inside.map((date) => ({ ...date, role })));
		const [value = "", ...others] = pieces(text.slice(from, to), inside, from);
		values.push({ role, value });
		rest.push(...others);
	}
	return {
		values,
		dates: dated,
		rest,
		begins: found[0] !== undefined && opening.test(text.slice(0, found[0].index)),
	};
}

/** Cut at wide gaps and at dates; `offset` is where the text begins in the line the dates were found in. */
function pieces(text: string, dates: readonly FoundDate[], offset: number): string[] {
	let open = text;
	for (const date of dates.toReversed()) {
		const start = Math.max(0, date.start - offset);
		if (date.end <= offset || start >= text.length) continue;
		open = `${open.slice(0, start)}\t${open.slice(date.end - offset)}`;
	}
	return open
		.split(pieceBreak)
		.map((piece) => withoutBrackets(piece.replaceAll(edges, "")))
		.filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

function withoutBrackets(piece: string): string {
	const inside = /^[（(]([^()（）]*)[)）]?$/u.exec(piece)?.[1];
	const open = inside ?? piece;
	return /[(（]/u.test(open) ? open : open.replace(/[)）]+$/u, "");
}
