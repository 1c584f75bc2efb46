import { textOf, type XmlTree } from "#lib/core/xml/xml-tree.ts";
import type { Losses } from "../../losses.ts";
import type { MarkedText } from "../../marked-text.ts";
import type { ReadUnit, ReadVariant, UnitState } from "../../reader.ts";
import { readSegment, withoutTidying } from "./segment.ts";

/** Properties that tell a unit's state: our own export's, and those of Trados. */
const states: ReadonlyMap<string, ReadonlyMap<string, UnitState>> = new Map([
	[
		"x-state",
		new Map<string, UnitState>([
			["empty", "untranslated"],
			["draft", "draft"],
			["edited", "draft"],
			["reviewed", "reviewed"],
			["approved", "approved"],
		]),
	],
	[
		"x-ConfirmationLevel",
		new Map<string, UnitState>([
			["Unspecified", "draft"],
			["Draft", "draft"],
			["Translated", "draft"],
			["RejectedTranslation", "draft"],
			["RejectedSignOff", "draft"],
			["ApprovedTranslation", "reviewed"],
			["ApprovedSignOff", "approved"],
		]),
	],
]);

/** Values that documents have no state for: what is read in their place is told. */
const simplified: ReadonlySet<string> = new Set(["edited", "RejectedTranslation", "RejectedSignOff"]);

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Attributes that say something of a unit or variant which documents have no place for. */
const leftOut = ["usagecount", "lastusagedate"] as const;

/** `<tu>` as a unit, its variants in the file's order. */
export function readUnit(tree: XmlTree, sourceLanguage: string | null, losses: Losses): ReadUnit {
	const { tuid, segtype, srclang } = tree.attributes;
	const source = srclang !== undefined && srclang !== "*all*" ? srclang : sourceLanguage;
	countLeftOut(tree, losses);
	const variants: ReadVariant[] = [];
	const notes: string[] = [];
	const unit: Writable<ReadUnit> = { line: tree.line, variants };
	for (const child of tree.children) {
		if (typeof child === "string") countText(child, tree, losses);
		else if (child.local === "tuv") variants.push(readVariant(child, tree, source, notes, losses));
		else if (child.local === "note") notes.push(textOf(child));
		else if (child.local === "prop") readProperty(child, unit, losses);
		else losses.add("unknownElements", child.line, child.name);
	}
	if (variants.some(({ language }, index) => comesBefore(language, variants, index)))
		losses.add("repeatedLanguage", tree.line);
	if (tuid !== undefined) unit.id = tuid;
	if (notes.length > 0) unit.notes = notes;
	if (segtype === "paragraph") unit.paragraphStart = true;
	return unit;
}

/** What a unit says of its last change is about all of its texts but the source. */
function readVariant(
	tree: XmlTree,
	unit: XmlTree,
	source: string | null,
	notes: string[],
	losses: Losses,
): ReadVariant {
	const { attributes } = tree;
	const language = attributes["xml:lang"] ?? attributes["lang"] ?? "";
	const segments: MarkedText[] = [];
	countLeftOut(tree, losses);
	let before: string | undefined;
	for (const child of tree.children) {
		if (typeof child === "string") {
			countText(child, tree, losses);
			before = child;
		} else if (child.local === "seg") segments.push(readSegment(tidied(child, tree, before), losses));
		else if (child.local === "note") notes.push(textOf(child));
		else losses.add(child.local === "prop" ? "detailsLeftOut" : "unknownElements", child.line, nameOf(child));
		if (typeof child !== "string") before = undefined;
	}
	const variant: Writable<ReadVariant> = { language, segments };
	setChange(variant, attributes);
	const said = variant.author !== undefined || variant.changedAt !== undefined;
	if (!said && language !== source) setChange(variant, unit.attributes);
	return variant;
}

function tidied(segment: XmlTree, variant: XmlTree, before: string | undefined): XmlTree {
	if (before === undefined) return segment;
	const kept = segment.attributes["xml:space"] ?? variant.attributes["xml:space"];
	return kept === "preserve" ? segment : withoutTidying(segment, before);
}

function readProperty(property: XmlTree, unit: Writable<ReadUnit>, losses: Losses): void {
	const type = nameOf(property);
	const value = textOf(property);
	const state = states.get(type)?.get(value);
	const confidence = type === "x-confidence" ? Number(value) : Number.NaN;
	if (state !== undefined) {
		unit.state = state;
		if (simplified.has(value)) losses.add("statesSimplified", property.line, value);
	} else if (type === "x-link" && isLink(value)) {
		unit.link = value === "confirmed" ? "confirmed" : "automatic";
		if (value === "stale") losses.add("staleLinks", property.line);
	} else if (confidence >= 0 && confidence <= 1) unit.confidence = confidence;
	else losses.add("detailsLeftOut", property.line, type);
}

/** Links as our own export tells them. */
function isLink(value: string): boolean {
	return value === "automatic" || value === "confirmed" || value === "stale";
}

function comesBefore(language: string, variants: readonly ReadVariant[], end: number): boolean {
	for (let index = 0; index < end; index += 1) if (variants[index]?.language === language) return true;
	return false;
}

function countLeftOut({ attributes, line }: XmlTree, losses: Losses): void {
	for (const name of leftOut) if (attributes[name] !== undefined) losses.add("detailsLeftOut", line, name);
}

/** Text beside elements, which TMX does not have here. */
function countText(text: string, { line }: XmlTree, losses: Losses): void {
	if (text.trim() !== "") losses.add("unknownElements", line, text.trim().slice(0, 20));
}

function nameOf({ local, name, attributes }: XmlTree): string {
	return local === "prop" ? (attributes["type"] ?? "") : name;
}

/** Who last changed it and when; who made it, where nobody changed it since. */
function setChange(variant: Writable<ReadVariant>, attributes: XmlTree["attributes"]): void {
	const author = attributes["changeid"] ?? attributes["creationid"];
	const date = attributes["changedate"] ?? attributes["creationdate"];
	const changedAt = date === undefined ? undefined : isoDate(date.trim());
	if (author !== undefined && author !== "") variant.author = author;
	if (changedAt !== undefined) variant.changedAt = changedAt;
}

const basic = /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$/;

/** ISO 8601 extended of the basic form that TMX writes; undefined where it is in no form of ISO 8601. */
function isoDate(date: string): string | undefined {
	if (!basic.test(date)) return Number.isNaN(Date.parse(date)) ? undefined : date;
	const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;
	if (date.length === 8) return day;
	return `${day}T${date.slice(9, 11)}:${date.slice(11, 13)}:${date.slice(13, 15)}Z`;
}
