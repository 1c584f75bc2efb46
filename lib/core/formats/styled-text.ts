/** What the inline codes in a text do to it, for formats that can show it. */
import { escapeAttribute, escapeText } from "../xml/escape.ts";
import { codeNumber, type InlineCode, marks } from "./marked-text.ts";

/** The codes of a document, by number. */
export type Codes = Readonly<Record<number, InlineCode>>;

export const looks = ["bold", "italic", "underline", "strike", "superscript", "subscript"] as const;
export type Look = (typeof looks)[number];

export interface StyledPiece {
	readonly text: string;
	readonly looks: ReadonlySet<Look>;
	/** Where the piece leads; only addresses that are safe to follow. */
	readonly link: string | null;
}

/** What is switched on while a text is walked through; kept from one piece of a paragraph to the next. */
export class StyleState {
	readonly #open: InlineCode[] = [];

	/** The pieces of a text, which differ in how they look; marks are gone, and a line break is a line feed. */
	pieces(text: string, codes: Codes): StyledPiece[] {
		const pieces: StyledPiece[] = [];
		let from = 0;
		const take = (piece: string) => {
			if (piece !== "") pieces.push({ text: piece, ...this.#look() });
		};
		for (const found of text.matchAll(marks)) {
			take(text.slice(from, found.index));
			from = found.index + found[0].length;
			const code = codes[codeNumber(found[0]) ?? -1];
			if (code?.part === "alone") pieces.push(...this.#alone(code));
			else if (code) this.#turn(code);
			else take(found[0]); // nothing but a character that somebody typed
		}
		take(text.slice(from));
		return pieces;
	}

	#turn(code: InlineCode): void {
		if (code.part === "start") this.#open.push(code);
		else {
			const place = this.#open.findLastIndex(({ kind }) => kind === code.kind);
			if (place >= 0) this.#open.splice(place, 1);
		}
	}

	#alone({ kind, value = "" }: InlineCode): StyledPiece[] {
		const here = this.#look();
		if (kind === "break") return [{ text: "\n", ...here }];
		if (kind === "character") return [{ text: value, ...here }];
		if (kind === "footnote" && value !== "")
			return [{ text: value, link: here.link, looks: new Set([...here.looks, "superscript"]) }];
		return [];
	}

	#look(): Pick<StyledPiece, "looks" | "link"> {
		const kinds = this.#open.map(({ kind }) => kind);
		const link = this.#open.findLast(({ kind }) => kind === "link")?.value ?? null;
		return {
			looks: new Set(looks.filter((look) => kinds.includes(look))),
			link: link !== null && /^(?:https?:|mailto:)/i.test(link) ? link : null,
		};
	}
}

/** The text as it reads, for formats that show no looks; a footnote's mark stands in brackets. */
export function readText(text: string, codes: Codes = {}): string {
	return text.replaceAll(marks, (mark) => {
		const code = codes[codeNumber(mark) ?? -1];
		if (!code) return mark;
		if (code.part !== "alone") return "";
		if (code.kind === "break") return "\n";
		if (code.kind === "character") return code.value ?? "";
		return code.kind === "footnote" && code.value ? `[${code.value.replaceAll(/[[\]]/g, "")}]` : "";
	});
}

const elements = {
	bold: "strong",
	italic: "em",
	underline: "u",
	strike: "s",
	superscript: "sup",
	subscript: "sub",
} as const satisfies Record<Look, string>;

/** The same as HTML, escaped. */
export function styledHtml(text: string, codes: Codes = {}): string {
	return new StyleState()
		.pieces(text, codes)
		.map((piece) => {
			const inner = [...piece.looks].reduceRight(
				(written, look) => `<${elements[look]}>${written}</${elements[look]}>`,
				escapeText(piece.text),
			);
			return piece.link === null ? inner : `<a href="${escapeAttribute(piece.link)}">${inner}</a>`;
		})
		.join("");
}
