import type { ReaderCapabilities } from "../../reader.ts";
import { readPart } from "../office/read-part.ts";
import type { ListPlace } from "./styles.ts";

/** "bullet" where Word draws a mark, "number" where it counts, "none" where it shows nothing. */
export type ListForm = "bullet" | "number" | "none";

/** How a paragraph at a place of the numberings is marked. */
export type Numbering = (place: ListPlace) => ListForm;

interface Definitions {
	/** Forms by definition and level. */
	readonly forms: Map<string, ListForm>;
	/** Numbering → definition. */
	readonly uses: Map<string, string>;
}

export function readNumbering(bytes: Uint8Array | null, capabilities: ReaderCapabilities): Numbering {
	const { forms, uses }: Definitions = { forms: new Map(), uses: new Map() };
	let definition = "";
	let level = "";
	let number = "";
	if (bytes !== null) {
		const open = {
			"w:abstractNum": (value: Value) => {
				definition = value("w:abstractNumId");
			},
			"w:num": (value: Value) => {
				number = value("w:numId");
				definition = `of ${number}`;
			},
			"w:abstractNumId": (value: Value) => uses.set(number, value("w:val")),
			"w:lvl": (value: Value) => {
				level = value("w:ilvl");
			},
			"w:numFmt": (value: Value) => forms.set(`${definition}/${level}`, formOf(value("w:val"))),
		} as const;
		readPart(
			bytes,
			"word/numbering.xml",
			{
				open(tag) {
					const take = Object.hasOwn(open, tag.name) ? open[tag.name as keyof typeof open] : undefined;
					take?.((name) => tag.attribute(name) ?? "");
				},
			},
			capabilities,
		);
	}
	return ({ number: id, level: at }) => {
		if (id === "0") return "none";
		return forms.get(`of ${id}/${at}`) ?? forms.get(`${uses.get(id)}/${at}`) ?? "bullet";
	};
}

type Value = (name: string) => string;

function formOf(format: string): ListForm {
	if (format === "none") return "none";
	return format === "bullet" ? "bullet" : "number";
}
