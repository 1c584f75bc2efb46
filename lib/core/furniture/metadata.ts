/** Title, date, publisher and byline from the lines that tell them. */
import { columns } from "../text/paragraphs.ts";
import { crumbsOf } from "./crumbs.ts";
import { timeOnly } from "./dates.ts";
import type { Evidence } from "./evidence.ts";
import {
	firstMatch,
	isControlBar,
	isMenuBar,
	matchesAny,
	namesNobody,
	namesOrganisation,
	withoutSiteSuffix,
} from "./rules/compiled.ts";
import type { LabelRole } from "./rules/contract.ts";

/** A line that became `meta`, and whether it stands above the text. */
export interface Told {
	readonly line: Evidence;
	readonly inHead: boolean;
	/** Named by its place: between the title and the date, or over the date of a signature. */
	readonly isByline: boolean;
}

export interface Found {
	readonly publishedAt: string | null;
	readonly publisher: string | null;
	readonly byline: string | null;
}

const longestName = 80;

export function findMetadata(told: readonly Told[], siteName: string | null): Found {
	const byline = findByline(told);
	return {
		publishedAt: findDate(told),
		publisher:
			findPublisher(told) ?? siteName ?? told.find((one) => one.isByline && !one.inHead)?.line.text ?? null,
		byline,
	};
}

const dateRanks: readonly (LabelRole | null)[] = [
	"published",
	"date-in-head",
	"publisher",
	null,
	"byline",
	"record",
	"updated",
];

/** The date that is called that of publication, else one beside the title, else the one below the text. */
function findDate(told: readonly Told[]): string | null {
	const dates = told.flatMap(({ line, inHead }, index) =>
		(line.labelled?.dates ?? []).map((date) => ({ iso: date.iso, role: date.role, inHead, index })),
	);
	const rank = (role: LabelRole | null): number => {
		const found = dateRanks.indexOf(role);
		return found === -1 ? dateRanks.length : found;
	};
	const hinted = told.find((one) => one.line.line.hint?.date !== undefined)?.line.line.hint?.date;
	const [best] = dates.toSorted(
		(one, other) =>
			Number(other.inHead) - Number(one.inHead) ||
			rank(one.role) - rank(other.role) ||
			one.index - other.index,
	);
	if (!best) return hinted ?? told.map(({ line }) => yearAlone(line)).find((year) => year !== null) ?? null;
	const sameDay = dates.find((date) => date.iso.startsWith(`${best.iso}T`));
	const time = [told[best.index - 1], told[best.index + 1]]
		.map((near) => near && timeOfLine(near.line))
		.find((found) => found);
	if (best.iso.length > 10 || best.iso.length < 10) return best.iso;
	return sameDay?.iso ?? (time ? best.iso + time : best.iso);
}

function timeOfLine({ text, labelled }: Evidence): string | null {
	return (labelled?.dates.length ?? 0) > 0 ? null : timeOnly(text);
}

/** "Published: 2020". */
function yearAlone({ labelled }: Evidence): string | null {
	const value =
		labelled?.values.find((one) => one.role === "published" || one.role === "date-in-head")?.value ?? "";
	return /^(?:19|20)\d\d$/u.test(value) ? value : null;
}

function findPublisher(told: readonly Told[]): string | null {
	for (const { line } of told) {
		const labelled = line.labelled?.values.find((value) => value.role === "publisher" && isName(value.value));
		if (labelled) return cleanName(labelled.value);
		const named = firstMatch("credits", line.text)?.["publisher"];
		if (named) return cleanName(named);
	}
	for (const { line, inHead, isByline } of told) {
		if (!inHead || isByline || (line.labelled?.dates.length ?? 0) === 0) continue;
		const beside = line.labelled?.rest.find((piece) => isName(piece) && isPublisherName(piece, line.text));
		if (beside) return cleanName(beside);
	}
	return null;
}

/** Beside a date stands a paper's name, a place or an author: between bars or in brackets, or called an office. */
function isPublisherName(piece: string, line: string): boolean {
	if (isMenuBar(piece) || firstMatch("credits", piece)?.["byline"] !== undefined || /^by\s/iu.test(piece))
		return false;
	if (/^[\p{Script=Han}]{2,4}$/u.test(piece)) return /[社网網报報台刊]$/u.test(piece);
	if (/^\p{Script=Han}{4,12}$/u.test(piece) && /^\s*[\d(（]/u.test(line)) return true;
	return namesOrganisation(piece) || /[|｜]/u.test(line) || /^[（(]/u.test(line);
}

function findByline(told: readonly Told[]): string | null {
	for (const { line } of told) {
		const value = line.labelled?.values.find((one) => one.role === "byline" && isName(one.value));
		if (value) return cleanName(value.value);
	}
	for (const { line, inHead, isByline } of told) {
		const text = line.text;
		for (const piece of [...piecesOf(line), text]) {
			const named = firstMatch("credits", piece)?.["byline"];
			if (named) return inHead || !isByline ? keepRole(piece, named) : cleanName(named);
		}
		if (inHead) {
			const said = line.labelled?.values.find(
				(one) => one.role === "byline-in-head" && /^[^\p{Ll}]/u.test(one.value) && isName(one.value),
			);
			if (said) return cleanName(said.value);
		}
		if (line.line.hint?.byline && isName(text)) return cleanName(text.replace(/^by\s+/iu, ""));
	}
	const placed = told.find(({ line, isByline }) => isByline && isName(line.text) && !isControlBar(line.text));
	return placed ? cleanName(placed.line.text) : null;
}

const dateline =
	/^[^。！？]{0,40}[（(](?:本[报報刊网網])?[记記]者[\s　:：]*(?<names>[\p{Script=Han}·、\s　]{2,40})[)）]/u;

/** "新华社临河5月3日电（记者甲乙、丙丁）": the first paragraph names who wrote it. */
export function byDateline(lines: readonly Evidence[]): string | null {
	const first = lines.find((line) => line.mark === "prose");
	return (first && dateline.exec(first.text.slice(0, 120))?.groups?.["names"]?.trim()) ?? null;
}

/** What stands in the line beside its dates, and behind the words that announce a date. */
function piecesOf({ labelled }: Evidence): string[] {
	const behind = labelled?.values.filter((one) => one.role === "published" || one.role === "updated") ?? [];
	return [...(labelled?.rest ?? []), ...behind.map((one) => one.value)];
}

/** "本报记者 陶明远" is signed with the office it was written for; "By Ann Lee" is signed Ann Lee. */
function keepRole(text: string, named: string): string {
	return /^[\p{Script=Han}]/u.test(text) &&
		text.includes(named) &&
		columns(text) <= longestName &&
		!/^原创|^[文图編编]/u.test(text)
		? cleanName(text)
		: cleanName(named);
}

function isName(value: string): boolean {
	return (
		value !== "" &&
		columns(value) <= longestName &&
		/\p{L}/u.test(value) &&
		!/^\S+@\S+$|[。！？]$/u.test(value) &&
		!namesNobody(value) &&
		!matchesAny("furniture", value)
	);
}

function cleanName(value: string): string {
	return value
		.replace(
			/(?:^|[\s　]+|(?=[（(【[]))(?:[（(【[]?(?:打印|列印|分享|字[号號体體]|[关關][闭閉]|收藏|[评評][论論]|print|share)[^，。]*)$/iu,
			"",
		)
		.replace(/^[\s　“"《]+(?=[^”"》]*$)|^[《“"](?=[^》”"]*[》”"]$)|[\s　,，;；|｜]+$/gu, "")
		.replace(/^([^《“"]*)[》”"]$/u, "$1")
		.trim();
}

/** Among so many first lines an office's name is that of the site. */
const atTop = 4;

function isSiteName(line: Evidence): boolean {
	return line.mark === "short" && namesOrganisation(line.text) && line.width <= 90;
}

/** In the copyright line or the breadcrumb too. */
function isRepeated({ text }: Evidence, lines: readonly Evidence[]): boolean {
	return lines.some((line) => (line.mark === "end" || line.mark === "trail") && line.text.includes(text));
}

/** What the page calls itself: in its welcome, as the first crumb, at its head, in its copyright line. */
export function findSiteName(lines: readonly Evidence[], headEnd: number): string | null {
	const near = [...lines.slice(0, headEnd), ...lines.slice(Math.max(headEnd, lines.length - 40))];
	const welcome = near.find((line) => /^(?:welcome|[欢歡]迎)/iu.test(line.text));
	const welcomed = welcome && firstMatch("siteNames", welcome.text)?.["name"];
	if (welcomed) return withoutSiteSuffix(cleanName(welcomed));
	const named = lines
		.slice(0, headEnd)
		.find((line, index) => isSiteName(line) && (index < atTop || isRepeated(line, near)));
	if (named) return withoutSiteSuffix(named.text);
	const trail = lines.slice(0, headEnd).find((line) => line.mark === "trail");
	const [first = ""] = trail ? crumbsOf(trail.text) : [];
	const fromHome = /^(?<name>\p{Script=Han}{2,6}[网網报報])首[页頁]$/u.exec(first)?.groups?.["name"];
	if (fromHome) return fromHome;
	if (first !== "" && !matchesAny("home", first) && !isMenuBar(first) && columns(first) <= 60)
		return withoutSiteSuffix(first);
	for (const line of near.toReversed()) {
		const owner =
			line.mark === "end" || line.mark === "furniture"
				? firstMatch("siteNames", line.text)?.["name"]
				: undefined;
		if (owner && !/\b(?:support|reserved|privacy)\b/iu.test(owner))
			return withoutSiteSuffix(cleanName(owner));
	}
	return null;
}

/** The first line above a menu: most often the name of the site, but no proof of it. */
export function nameAtTop(lines: readonly Evidence[], headEnd: number): string | null {
	const [first] = lines;
	const isAbove = lines
		.slice(1, headEnd)
		.some((line) => line.mark === "menu" || line.mark === "trail" || line.mark === "furniture");
	return first?.mark === "short" && first.width <= 40 && isAbove && headEnd > 1 && /\p{L}/u.test(first.text)
		? first.text
		: null;
}
