import { startTag, textOf, writeXml, type XmlTree } from "#lib/core/xml/xml-tree.ts";
import { joinerBetween } from "../../../text/paragraphs.ts";
import type { MarkedText } from "../../marked-text.ts";
import { InlineText } from "../inline/inline-text.ts";
import { meaningOf } from "../inline/native-code.ts";

/** Words and marks that are annotated one by one: their text counts, their elements do not. */
const transparent = new Set(["w", "pc", "c", "s", "seg", "name", "persName", "placeName", "date", "num"]);

/** The text of a sentence or paragraph; white space runs are one space, as TEI sets its lines freely. */
export function elementText(tree: XmlTree): MarkedText {
	const text = new InlineText(tree.line);
	const writer = new ElementText(text);
	writer.inside(tree);
	return text.finish();
}

/** A line break between two characters of Chinese stands for nothing. */
function spaceFor(run: string, words: string, at: number): string {
	const after = at + run.length;
	return run.includes("\n") ? joinerBetween(words.slice(at - 1, at), words.slice(after, after + 1)) : " ";
}

class ElementText {
	readonly #text: InlineText;
	#pairs = 0;
	/** White space that is only written where more text follows. */
	#space = false;
	#begun = false;

	constructor(text: InlineText) {
		this.#text = text;
	}

	inside(tree: XmlTree): void {
		for (const child of tree.children) {
			if (typeof child === "string") this.#write(child);
			else this.#element(child);
		}
	}

	#write(text: string): void {
		const words = text.trim();
		if (text === "") return;
		if (words === "" || /^\s/u.test(text)) this.#space = this.#begun;
		if (words === "") return;
		this.#flush();
		this.#text.text(words.replaceAll(/\s+/gu, (run, at: number) => spaceFor(run, words, at)));
		this.#begun = true;
		this.#space = /\s$/u.test(text);
	}

	#flush(): void {
		if (this.#space) this.#text.text(" ");
		this.#space = false;
	}

	#element(element: XmlTree): void {
		if (transparent.has(element.local)) {
			this.inside(element);
			return;
		}
		const { rend, type, target } = element.attributes;
		const meaning = meaningOf(
			[rend, element.local === "ref" ? "link" : element.local, type],
			startTag(element),
		);
		const value = meaning.kind === "link" && target !== undefined ? { value: target } : {};
		this.#flush();
		if (textOf(element).trim() === "") {
			const kind = element.local === "lb" ? "break" : meaning.kind;
			this.#text.code({ ...meaning, kind, part: "alone", original: writeXml(element) });
			return;
		}
		this.#pairs += 1;
		const pair = `${element.local}${this.#pairs}`;
		this.#text.code({ ...meaning, ...value, part: "start", pair, original: startTag(element) });
		this.inside(element);
		this.#text.code({ kind: meaning.kind, part: "end", pair, original: `</${element.name}>` });
	}
}
