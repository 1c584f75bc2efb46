import { elementsOf, textOf, type XmlTree } from "#lib/core/xml/xml-tree.ts";
import type { Losses } from "../../losses.ts";
import type { ReadUnit, ReadVariant, UnitState } from "../../reader.ts";
import { readSegment, withoutTidying } from "./segment.ts";

/** Properties that tell a unit's state: our own export's, and those of Trados. */
const states: Readonly<Record<string, Readonly<Record<string, UnitState>>>> = {
	"x-state": {
		empty: "untranslated",
		draft: "draft",
		edited: "draft",
		reviewed: "reviewed",
		approved: "approved",
	},
	"x-ConfirmationLevel": {
		Unspecified: "draft",
		Draft: "draft",
		Translated: "draft",
		RejectedTranslation: "draft",
		RejectedSignOff: "draft",
		ApprovedTranslation: "reviewed",
		ApprovedSignOff: "approved",
	},
};

/** Attributes that say something of a unit or variant which documents have no place for. */
const leftOut = ["usagecount", "lastusagedate"] as const;

/** `<tu>` as a unit, its variants in the file's order. */
export function readUnit(tree: XmlTree, sourceLanguage: string | null, losses: Losses): ReadUnit {
	const { tuid, segtype, srclang } = tree.attributes;
	const source = srclang !== undefined && srclang !== "*all*" ? srclang : sourceLanguage;
	const changed = changeOf(tree);
	const variants = elementsOf(tree, "tuv").map((variant) => {
		const own = readVariant(variant, losses);
		return own.language === source ? own : { ...changed, ...own };
	});
	if (new Set(variants.map(({ language }) => language)).size < variants.length)
		losses.add("repeatedLanguage", tree.line);
	countUnknown(tree, ["tuv", "note", "prop"], losses);
	const { state, confidence } = readProperties(tree, losses);
	const notes = [tree, ...elementsOf(tree, "tuv")].flatMap((part) => elementsOf(part, "note").map(textOf));
	return {
		line: tree.line,
		variants,
		...(tuid === undefined ? {} : { id: tuid }),
		...(state === undefined ? {} : { state }),
		...(confidence === undefined ? {} : { confidence }),
		...(notes.length === 0 ? {} : { notes }),
		...(segtype === "paragraph" ? { paragraphStart: true } : {}),
	};
}

function readVariant(tree: XmlTree, losses: Losses): ReadVariant {
	for (const property of elementsOf(tree, "prop"))
		losses.add("detailsLeftOut", property.line, typeOf(property));
	countLeftOut(tree, losses);
	countUnknown(tree, ["seg", "note", "prop"], losses);
	const { "xml:lang": language = tree.attributes["lang"] ?? "" } = tree.attributes;
	const kept = tree.attributes["xml:space"] === "preserve";
	const segments = tree.children.flatMap((child, index) => {
		if (typeof child === "string" || child.local !== "seg") return [];
		const before = tree.children[index - 1];
		const preserved = kept || child.attributes["xml:space"] === "preserve" || typeof before !== "string";
		return readSegment(preserved ? child : withoutTidying(child, before), losses);
	});
	return { language, segments, ...changeOf(tree) };
}

function readProperties(tree: XmlTree, losses: Losses): Pick<ReadUnit, "state" | "confidence"> {
	let found: Pick<ReadUnit, "state" | "confidence"> = {};
	countLeftOut(tree, losses);
	for (const property of elementsOf(tree, "prop")) {
		const type = typeOf(property);
		const value = textOf(property);
		const state = states[type]?.[value];
		const confidence = type === "x-confidence" ? Number(value) : Number.NaN;
		if (state !== undefined) found = { ...found, state };
		else if (confidence >= 0 && confidence <= 1) found = { ...found, confidence };
		else losses.add("detailsLeftOut", property.line, type);
	}
	return found;
}

function countLeftOut({ attributes, line }: XmlTree, losses: Losses): void {
	for (const name of leftOut) if (attributes[name] !== undefined) losses.add("detailsLeftOut", line, name);
}

/** What TMX does not have here; text beside elements too. */
function countUnknown({ children, line }: XmlTree, known: readonly string[], losses: Losses): void {
	for (const child of children) {
		if (typeof child !== "string") {
			if (!known.includes(child.local)) losses.add("unknownElements", child.line, child.name);
		} else if (/\S/u.test(child)) losses.add("unknownElements", line, child.trim().slice(0, 20));
	}
}

function typeOf({ attributes }: XmlTree): string {
	return attributes["type"] ?? "";
}

/** Who last changed it and when; who made it, where nobody changed it since. */
function changeOf({ attributes }: XmlTree): Pick<ReadVariant, "author" | "changedAt"> {
	const author = attributes["changeid"] ?? attributes["creationid"];
	const changedAt = isoDate(attributes["changedate"] ?? attributes["creationdate"]);
	return { ...(author ? { author } : {}), ...(changedAt === null ? {} : { changedAt }) };
}

const basic = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/iu;

/** ISO 8601 extended of the basic form that TMX writes; what is in no form of ISO 8601 is null. */
function isoDate(date: string | undefined): string | null {
	const text = date?.trim() ?? "";
	const [, year, month, day, hours, minutes, seconds] = basic.exec(text) ?? [];
	if (year === undefined) return Number.isNaN(Date.parse(text)) ? null : text;
	const time = hours === undefined ? "" : `T${hours}:${minutes}:${seconds}Z`;
	const iso = `${year}-${month}-${day}${time}`;
	return Number.isNaN(Date.parse(iso)) ? null : iso;
}
