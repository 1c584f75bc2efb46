/** What one line looks like by itself, before its place on the page is known. */
import type { SegmentKind } from "../document/model.ts";
import { plainText } from "../formats/marked-text.ts";
import type { ReadLine } from "../formats/reader.ts";
import { columns } from "../text/paragraphs.ts";
import { isTrail } from "./crumbs.ts";
import { timeOnly } from "./dates.ts";
import { type Labelled, readLabelled } from "./labelled.ts";
import { hintedMark, type untoldRegions } from "./markup.ts";
import { firstMatch, isControlBar, isMenuBar, matchesAny, namesOrganisation } from "./rules/compiled.ts";

/**
 * `furniture`: the page's, wherever it stands. `end`: furniture that says the article is over. `links`: stands over a
 * list of links. `trail`: breadcrumb. `menu`, `beside`: furniture unless it stands in the article. `entry`: a line of a
 * link list. `control`: buttons. `meta`: credits. `closing`: credits that stand below an article. `date`: nothing but a date. `head-meta`:
 * credits only beside the title. `prose`: a sentence or more. `text`: short but surely text. `short`: everything else.
 */
export type Mark =
	| "furniture"
	| "end"
	| "links"
	| "trail"
	| "menu"
	| "control"
	| "beside"
	| "entry"
	| "meta"
	| "closing"
	| "date"
	| "head-meta"
	| "caption"
	| "item"
	| "prose"
	| "text"
	| "short";

export interface Evidence {
	readonly line: ReadLine;
	/** As it reads, without codes and edges. */
	readonly text: string;
	readonly width: number;
	readonly mark: Mark;
	/** Ends like a sentence. */
	readonly ended: boolean;
	/** Null where the line is too long to be credits. */
	readonly labelled: Labelled | null;
	/** The markup says what it is, and not its words. */
	readonly hinted: boolean;
	/** Settled by the markup or by what a reviewer taught. */
	readonly settled: SegmentKind | null;
}

/** Headings, credits and menus, in columns; a Chinese character takes two. */
export const shortLine = 200;
const shortCaption = 600;
/** A notice on copyright or cookies can be long; so much of its beginning tells. */
const telling = 600;

const sentenceEnd = /[.!?:;,。！？：；，、…—][\p{Pe}\p{Pf}"'”’」』\s]*(?:[①-⑳]|\[\d{1,3}\])?$/u;
const bullet = /^[-–•*·●■◆▪○□※►▶]\s*(?=\S)/u;
const numbered = /^(?:[(（]?\d{1,2}[)）.、．]|[(（][一二三四五六七八九十]{1,3}[)）]|[①-⑳])\s*\S/u;
const closedArticle =
	/^[\s（([【]*(?:\[?[纠糾][错錯]\]?\s*)?[（([【]?\s*(?:(?:web |copy )?editors?(?: in charge)?\s*[:：]|edited by|[责責](?:任)?[编編]|[编編][辑輯]\s*[:：|｜丨]|[责責][编編])/iu;

/** A line of its own below a date. */
const cityTime = /^\p{Script=Han}{2}[时時][间間]\s*\d/u;

const furnitureMarks: ReadonlySet<Evidence["mark"]> = new Set([
	"furniture",
	"end",
	"links",
	"trail",
	"menu",
	"control",
	"beside",
	"entry",
]);
const creditMarks: ReadonlySet<Evidence["mark"]> = new Set(["meta", "date", "head-meta", "closing"]);

export function isFurniture(line: Evidence): boolean {
	return line.settled === null ? furnitureMarks.has(line.mark) : line.settled === "furniture";
}

export function isCredit(line: Evidence): boolean {
	return line.settled === null ? creditMarks.has(line.mark) : line.settled === "meta";
}

export function evidenceOf(
	line: ReadLine,
	taught: SegmentKind | null,
	untold: ReturnType<typeof untoldRegions> = new Set(),
): Evidence {
	const text = plainText(line)
		.replace(/[\u00A0\u200B\u2060\uFEFF]/gu, " ")
		.trim();
	const width = columns(text);
	const ended = sentenceEnd.test(text.slice(-12));
	const labelled = width <= shortLine ? readLabelled(text) : null;
	const base = { line, text, width, ended, labelled };
	const hinted = taught === null ? hintedMark(line, width, ended, untold) : null;
	const mark = hinted?.mark ?? markOf(base, line);
	return { ...base, mark, hinted: hinted !== null, settled: taught ?? hinted?.settled ?? null };
}

function markOf(line: Omit<Evidence, "mark" | "hinted" | "settled">, { hint }: ReadLine): Mark {
	const { text, width, ended } = line;
	const beginning = text.slice(0, telling);
	if (width > shortCaption)
		return matchesAny("ends", beginning) && !/[。.].{200}/u.test(text.slice(telling)) ? "end" : "prose";
	if (!/[\p{L}\p{N}]/u.test(text)) return /^[*＊＝=_—–-]{3,}$/u.test(text) ? "furniture" : "short";
	if (closedArticle.test(text) && width <= shortLine && !/[。？！]$/u.test(text)) return "closing";
	if (matchesAny("ends", text)) return "end";
	if (tellsPublication(line)) return "meta";
	if (width <= shortLine) {
		if (matchesAny("linkLists", text)) return "links";
		if (isTrail(text)) return "trail";
		if (matchesAny("furniture", text) || matchesAny("facts", text) || matchesAny("prompts", text))
			return "furniture";
		if (isControlBar(text)) return "control";
		if (isMenuBar(text)) return "menu";
	}
	if (matchesAny("captions", text)) return "caption";
	if (width > shortLine) return "prose";
	const credits = creditsMark(line);
	if (credits) return credits;
	if (matchesAny("text", text)) return "text";
	if (!ended && matchesAny("besideArticle", text)) return "beside";
	if (isMenuRow(text)) return "menu";
	if (ended && /\p{L}/u.test(text)) return bullet.test(text) || hint?.list ? "item" : "prose";
	return bullet.test(text) || numbered.test(text) || hint?.list ? "item" : "short";
}

/** Three or more short words between bars or wide gaps, none of them a sentence. Between tabs they are a row of a table. */
function isMenuRow(text: string): boolean {
	if (text.includes("\t")) return false;
	const cells = text.split(/\s*[|｜┊丨]\s*|\s{2,}|　+/u).filter((cell) => cell !== "");
	if (
		cells.length >= 3 &&
		cells.every((cell) => columns(cell) <= 30 && !/[。！？!?：:;；，]/u.test(cell) && !/\d{3}/u.test(cell))
	)
		return true;
	const words = text.split(/\s+/u);
	return words.length >= 4 && words.every((word) => /^\p{Script=Han}{2,8}$/u.test(word));
}

/** A date and a label of credits: whatever buttons stand on the same line. */
function tellsPublication({
	labelled,
	ended,
	width,
	text,
}: Omit<Evidence, "mark" | "hinted" | "settled">): boolean {
	if (labelled === null || labelled.dates.length === 0 || (ended && width > 100)) return false;
	if (!labelled.begins && !/^\D{0,12}\d|^by\s|[|｜]/iu.test(text)) return false;
	return labelled.values.some(
		({ role, value }) => (role === "publisher" || role === "byline") && value !== "",
	);
}

/** How a line of credits shows itself: by its label, by its shape, or by being little more than a date. */
function creditsMark(line: Omit<Evidence, "mark" | "hinted" | "settled">): Mark | null {
	const { text, width, labelled, ended } = line;
	if (labelled === null) return null;
	const undated = labelled.dates.length > 0 ? [labelled.rest.join(" ")] : [];
	const [first] = labelled.values;
	const [piece] = labelled.rest;
	if (firstMatch("credits", text) || undated.some((rest) => rest !== "" && firstMatch("credits", rest)))
		return "meta";
	if (piece !== undefined && !ended && text.startsWith(piece) && firstMatch("credits", piece)) return "meta";
	if (cityTime.test(text) && timeOnly(text) !== null) return "head-meta";
	const sentence = ended && !/[)）\]】:：]$/u.test(text) && width > 60;
	if (first && labelled.begins && !sentence) {
		const isControl =
			labelled.values.every((value) => value.role === "control") && labelled.dates.length === 0;
		if (isControl) return first.value === "" || /^[\d\s次+万,.]*$/u.test(first.value) ? "furniture" : null;
		if (/-in-head$/u.test(first.role) && /[。？！?!]$/u.test(text)) return null;
		if (/-in-head$/u.test(first.role) || first.role === "title")
			return labelled.values.length > 1 ? "meta" : "head-meta";
		return ended && /[。？！?!]$/u.test(text) ? "head-meta" : "meta";
	}
	if (labelled.dates.length === 0 || sentence) return null;
	return datedMark(text, labelled);
}

function datedMark(text: string, { values, rest, dates }: Labelled): Mark | null {
	const besides = rest.join(" ");
	if (values.some((value) => value.role !== "title" && !/-in-head$/u.test(value.role)))
		return columns(besides) <= 60 ? "meta" : null;
	if (besides === "") return dates.length <= 2 ? "date" : null;
	const [date] = dates;
	if (!date) return null;
	const around = [text.slice(0, date.start), text.slice(date.end)];
	const apart =
		/(?:^|[\s　|｜·()（）[\]【】,，])$/u.test(around[0] ?? "") &&
		/^(?:$|[\s　|｜·()（）[\]【】,，])/u.test(around[1] ?? "");
	if (!apart) return null;
	if (columns(besides) <= 40 && rest.every(isNameOrCredit) && !/\bon\s*$|\bin\s*$/u.test(around[0] ?? ""))
		return "meta";
	if (columns(besides) <= 40 && around[0]?.trim() === "" && rest.length === 1 && !/\t/u.test(text))
		return isSentenceFrom(around[1] ?? "") ? null : "head-meta";
	const last = dates.at(-1);
	const atEdge =
		around[0]?.trim() === "" ||
		(last !== undefined && text.slice(last.end).replace(/[\s)）\]】\d.,MKGB]/giu, "") === "");
	return atEdge && /[\t]|\s{2,}|　|[([（【]/u.test(text) ? "entry" : null;
}

/** What follows a date goes on as a sentence: "2023年5月12日，老渡口重新开放。", "May 12, 2023, the ferry came back." */
function isSentenceFrom(text: string): boolean {
	return (
		/^[，,]?\s*\p{Script=Han}.*[。！？][”’」』]?$/u.test(text) || /^,\s+\p{Ll}.*[.!?][”’"']?$/u.test(text)
	);
}

function isNameOrCredit(piece: string): boolean {
	return isNameOrPlace(piece) || firstMatch("credits", piece) !== null;
}

function isNameOrPlace(piece: string): boolean {
	if (/^[\p{Script=Han}·\s]{2,4}$/u.test(piece) || namesOrganisation(piece)) return true;
	return /^\p{Lu}[\p{L}.'’-]*(?:,? (?:and |of |the )?\p{Lu}[\p{L}.'’-]*){0,4},?$/u.test(piece);
}
