import { trimEdges } from "../../../text/paragraphs.ts";
import type { ReadAbout } from "../../reader.ts";
import { attributeOf, type HtmlElement, textBelow } from "./tree.ts";

/** Names of `<meta>` in lower case, the most telling first; those in capitals are of Chinese government sites. */
const names = {
	title: ["articletitle", "og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title"],
	publishedAt: [
		"article:published_time",
		"pubdate",
		"publishdate",
		"publish_date",
		"publish-date",
		"firstpublishedtime",
		"datepublished",
		"dcterms.date",
		"dcterms.issued",
		"dc.date.issued",
		"dc.date",
		"citation_publication_date",
		"parsely-pub-date",
		"date",
	],
	publisher: [
		"contentsource",
		"source",
		"publisher",
		"dc.publisher",
		"dcterms.publisher",
		"article:publisher",
		"og:site_name",
		"sitename",
	],
	byline: [
		"author",
		"article:author",
		"dc.creator",
		"dcterms.creator",
		"citation_author",
		"parsely-author",
		"byl",
	],
} as const;

/** Gathers what a page says of itself in its head. */
export class PageDescription {
	readonly #metas = new Map<string, string>();
	#title: string | undefined;
	#language: string | undefined;

	/** Takes any element of the page; of a title all that is within must be there. */
	see(element: HtmlElement): void {
		if (element.tagName === "html") {
			this.#language ??= attributeOf(element, "lang") ?? attributeOf(element, "xml:lang");
		} else if (element.tagName === "meta") this.#remember(element);
		// An SVG's title is the title of a picture
		else if (element.tagName === "title" && element.namespaceURI.endsWith("xhtml")) {
			this.#title ??= textBelow(element);
		}
	}

	about(): ReadAbout {
		const metas = this.#metas;
		const dates = names.publishedAt.map((name) => isoDate(metas.get(name) ?? ""));
		const locale = tidy(metas.get("og:locale"))?.replace("_", "-");
		const said = {
			title: first(metas, names.title) ?? tidy(this.#title),
			publishedAt: dates.find((date) => date !== null),
			publisher: first(metas, names.publisher),
			byline: first(metas, names.byline),
			language: tidy(this.#language) ?? tidy(metas.get("content-language")) ?? locale,
		};
		return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
	}

	#remember(meta: HtmlElement): void {
		const attributes = ["name", "property", "itemprop", "http-equiv"];
		const name = attributes
			.map((attribute) => attributeOf(meta, attribute))
			.find((value) => value !== undefined);
		const key = name?.trim().toLowerCase();
		const content = attributeOf(meta, "content");
		if (key !== undefined && content !== undefined && !this.#metas.has(key)) this.#metas.set(key, content);
	}
}

function first(metas: ReadonlyMap<string, string>, keys: readonly string[]): string | undefined {
	// An address is nobody's name
	return keys
		.map((key) => tidy(metas.get(key)))
		.find((value) => value !== undefined && !/^https?:/iu.test(value));
}

function tidy(value: string | undefined): string | undefined {
	const text = trimEdges((value ?? "").replaceAll(/\s+/gu, " "));
	return text === "" ? undefined : text;
}

const written =
	/^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})日?)?(?:[T\s]*(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/u;

/** A date as markup writes it, as precise as it is: `2023-5-3 09:20` is `2023-05-03T09:20`. Null where it is none. */
export function isoDate(text: string): string | null {
	const [found, year, month = "", day, hour, minute, second, zone] = written.exec(text) ?? [];
	if (found === undefined || Number(month) < 1 || Number(month) > 12) return null;
	const pad = (value: string) => value.padStart(2, "0");
	if (day === undefined) return `${year}-${pad(month)}`;
	if (Number(day) < 1 || Number(day) > 31) return null;
	const date = `${year}-${pad(month)}-${pad(day)}`;
	if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return date;
	const offset = zone?.replace(/^([+-]\d{2}):?(\d{2})$/u, "$1:$2") ?? "";
	return `${date}T${pad(hour)}:${minute}${second === undefined ? "" : `:${second}`}${offset}`;
}
