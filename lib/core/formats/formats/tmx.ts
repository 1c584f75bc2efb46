import { joinSentences } from "#lib/core/diff/sentences.ts";
import type { Format, FormatCapabilities } from "#lib/core/formats/contract.ts";
import type { Deliverable, DeliverPassage } from "#lib/core/formats/deliverable.ts";
import { escapeAttribute, escapeText } from "#lib/core/xml/escape.ts";

/**
 * TMX 1.4 (LISA OSCAR), one unit a passage that has a text on both sides.
 * What XML cannot carry becomes U+FFFD; tabs, line breaks and carriage returns survive.
 */
export const tmx = {
	id: "tmx",
	extension: "tmx",
	suffix: "",
	mediaType: "application/x-tmx+xml",
	messageKey: "deliver.format.tmx",
	needs: "both-sides",
	delivery: "download",
	write(article, capabilities) {
		const units = article.passages.flatMap((passage) => unit(passage, article) ?? []);
		return capabilities.encodeText(
			[
				'<?xml version="1.0" encoding="UTF-8"?>',
				'<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
				'<tmx version="1.4">',
				header(article, capabilities),
				"<body>",
				...units,
				"</body>",
				"</tmx>",
				"",
			].join("\n"),
		);
	},
} as const satisfies Format;

function header(article: Deliverable, { application, exportedAt }: FormatCapabilities): string {
	const start = tag("header", {
		creationtool: application.name,
		creationtoolversion: application.version,
		segtype: "sentence",
		"o-tmf": application.name,
		adminlang: "en",
		srclang: article.sourceLanguage,
		datatype: "plaintext",
		"o-encoding": "UTF-8",
		creationdate: basicDate(exportedAt),
	});
	return `${start}${property("x-title", article.title)}</header>`;
}

function unit(passage: DeliverPassage, article: Deliverable): string | null {
	const { sourceLanguage, targetLanguage } = article;
	const textOf = (side: "source" | "target", language: string) =>
		joinSentences(
			passage[side].map((segment) => segment.text),
			language,
		);
	const source = textOf("source", sourceLanguage);
	const target = textOf("target", targetLanguage);
	if (source === "" || target === "") return null;
	const latest = passage.target
		.flatMap((segment) => segment.history)
		.reduce<{ author: string; at: string } | null>(
			(last, entry) => (last === null || entry.at >= last.at ? entry : last),
			null,
		);
	const start = tag("tu", {
		tuid: String(passage.number),
		segtype: passage.source.length > 1 || passage.target.length > 1 ? "block" : null,
		changedate: latest === null ? null : basicDate(latest.at),
		changeid: latest?.author ?? null,
	});
	return [
		start,
		property("x-state", passage.state),
		property("x-link", passage.link),
		variant(sourceLanguage, source),
		variant(targetLanguage, target),
		"</tu>",
	].join("\n");
}

function variant(language: string, text: string): string {
	return `${tag("tuv", { "xml:lang": language })}<seg>${escapeText(text)}</seg></tuv>`;
}

function property(type: string, text: string): string {
	return `${tag("prop", { type })}${escapeText(text)}</prop>`;
}

function tag(name: string, attributes: Readonly<Record<string, string | null>>): string {
	const written = Object.entries(attributes).flatMap(([key, value]) =>
		value === null ? [] : [` ${key}="${escapeAttribute(value)}"`],
	);
	return `<${name}${written.join("")}>`;
}

/** TMX wants ISO 8601 basic: YYYYMMDDThhmmssZ. */
function basicDate(iso: string): string {
	return `${iso.slice(0, 19).replace(/[-:]/g, "")}Z`;
}
