import type { FormatCapabilities } from "#lib/core/formats/contract.ts";
import type { Codes } from "#lib/core/formats/styled-text.ts";
import { tmxSegment } from "#lib/core/formats/tmx-segment.ts";
import { escapeAttribute, escapeText } from "#lib/core/xml/escape.ts";

export interface TmxMemory {
	readonly title: string;
	readonly sourceLanguage: string;
	readonly targetLanguage: string;
	readonly units: readonly TmxUnit[];
	/** What the marks in the units' texts stand for. */
	readonly codes?: Codes;
}

export interface TmxUnit {
	readonly id: string;
	/** More than one sentence on a side: TMX calls that a block. */
	readonly several: boolean;
	readonly source: string;
	readonly target: string;
	/** ISO 8601 UTC. */
	readonly changed?: { readonly author: string; readonly at: string } | null;
	/** Type and value; a type of one's own begins with `x-`. */
	readonly properties: readonly (readonly [type: string, value: string])[];
}

export type TmxOrigin = Pick<FormatCapabilities, "application" | "exportedAt">;

/**
 * TMX 1.4 (LISA OSCAR), valid against its DTD.
 * What XML cannot carry becomes U+FFFD; tabs, line breaks and carriage returns survive.
 */
export function tmxFile(memory: TmxMemory, origin: TmxOrigin): string {
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
		'<tmx version="1.4">',
		header(memory, origin),
		"<body>",
		...memory.units.map((unit) => translationUnit(unit, memory)),
		"</body>",
		"</tmx>",
		"",
	].join("\n");
}

function header({ title, sourceLanguage }: TmxMemory, { application, exportedAt }: TmxOrigin): string {
	const start = tag("header", {
		creationtool: application.name,
		creationtoolversion: application.version,
		segtype: "sentence",
		"o-tmf": application.name,
		adminlang: "en",
		srclang: sourceLanguage,
		datatype: "plaintext",
		"o-encoding": "UTF-8",
		creationdate: basicDate(exportedAt),
	});
	return `${start}${property("x-title", title)}</header>`;
}

function translationUnit(unit: TmxUnit, { sourceLanguage, targetLanguage, codes = {} }: TmxMemory): string {
	const start = tag("tu", {
		tuid: unit.id,
		segtype: unit.several ? "block" : null,
		changedate: unit.changed ? basicDate(unit.changed.at) : null,
		changeid: unit.changed?.author ?? null,
	});
	return [
		start,
		...unit.properties.map(([type, value]) => property(type, value)),
		variant(sourceLanguage, unit.source, codes),
		variant(targetLanguage, unit.target, codes),
		"</tu>",
	].join("\n");
}

function variant(language: string, text: string, codes: Codes): string {
	return `${tag("tuv", { "xml:lang": language })}<seg>${tmxSegment(text, codes)}</seg></tuv>`;
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
