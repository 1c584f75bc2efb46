import type { PartTag } from "../office/read-part.ts";

/** The kinds of inline codes that formatting of characters becomes. */
export const formats = ["bold", "italic", "underline", "strike", "superscript", "subscript"] as const;
export type Format = (typeof formats)[number];

/** What a run or style says of itself; absent where it says nothing. */
export type Formatting = Partial<Record<Format, boolean>>;

/** Half points. Text that is raised less only stands level with another font. */
const leastRaised = 6;

const toggles: Readonly<Record<string, Format>> = {
	"w:b": "bold",
	"w:i": "italic",
	"w:strike": "strike",
	"w:dstrike": "strike",
};

/** Takes one element of run properties in. */
export function addFormatting(to: Formatting, tag: PartTag): void {
	const toggle = toggles[tag.name];
	if (toggle) to[toggle] = isOn(tag);
	else if (tag.name === "w:u") to.underline = (tag.attribute("w:val") ?? "single") !== "none";
	else if (tag.name === "w:vertAlign") {
		const align = tag.attribute("w:val");
		to.superscript = align === "superscript";
		to.subscript = align === "subscript";
	} else if (tag.name === "w:position" && Number(tag.attribute("w:val")) >= leastRaised)
		to.superscript = true;
}

/** An on/off property: there without a value means on. */
export function isOn(tag: PartTag): boolean {
	return !["0", "false", "off", "none"].includes(tag.attribute("w:val") ?? "1");
}

/**
 * How characters look in the end. What a run says itself wins; bold and italic of a paragraph style and of a
 * character style cancel each other out (ISO/IEC 29500-1, 17.7.3).
 */
export function effective(paragraph: Formatting, style: Formatting, own: Formatting): Looks {
	const on: Format[] = [];
	for (const format of formats) {
		const toggled = format === "bold" || format === "italic" || format === "strike";
		const styled = toggled
			? (paragraph[format] ?? false) !== (style[format] ?? false)
			: (style[format] ?? paragraph[format] ?? false);
		if (own[format] ?? styled) on.push(format);
	}
	return looksOf(on);
}

/** How characters look: the formats that are on. */
export type Looks = ReadonlySet<Format>;

const known = new Map<string, Looks>();

/** The same set for the same formats: there are few, and every run of a document has one. */
export function looksOf(on: readonly Format[]): Looks {
	const key = on.join();
	const found = known.get(key) ?? new Set(on);
	known.set(key, found);
	return found;
}

export function inBoth(one: Looks, other: Looks): Looks {
	return one === other ? one : looksOf([...one].filter((format) => other.has(format)));
}

export function looksSame(one: Looks, other: Looks): boolean {
	if (one === other) return true;
	return one.size === other.size && [...one].every((format) => other.has(format));
}
