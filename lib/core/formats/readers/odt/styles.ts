import type { LineHint, ReaderCapabilities } from "../../reader.ts";
import type { Formatting } from "../docx/formatting.ts";
import { headingHint, hintOfName, plainNames } from "../docx/styles.ts";
import { type PartTag, readPart } from "../office/read-part.ts";

interface Style {
	readonly parent: string | null;
	readonly formatting: Formatting;
	/** From 1; null where it is no heading. */
	readonly outline: number | null;
}

/** Named styles, and those that a file makes up for single paragraphs and words. */
export class OdtStyles {
	readonly #styles = new Map<string, Style>();
	/** Numbered levels of lists, as "name/level" with levels from 1. */
	readonly #numbered = new Set<string>();
	#open: Style | null = null;
	#list = "";

	static read(bytes: Uint8Array | null, capabilities: ReaderCapabilities): OdtStyles {
		const styles = new OdtStyles();
		if (bytes !== null) readPart(bytes, "styles.xml", { open: (tag) => styles.open(tag) }, capabilities);
		return styles;
	}

	open(tag: PartTag): void {
		const name = tag.attribute("style:name") ?? "";
		if (tag.name === "style:style") {
			const outline = Number(tag.attribute("style:default-outline-level") ?? 0);
			const parent = tag.attribute("style:parent-style-name") ?? null;
			this.#open = { parent, formatting: {}, outline: outline > 0 ? outline : null };
			this.#styles.set(name, this.#open);
		} else if (tag.name === "style:text-properties" && this.#open) describe(this.#open.formatting, tag);
		else if (tag.name === "text:list-style") this.#list = name;
		else if (tag.name === "text:list-level-style-number")
			this.#numbered.add(`${this.#list}/${tag.attribute("text:level")}`);
	}

	/** Formatting with all it inherits. */
	formatting(name: string): Formatting {
		const chain = [...this.#chain(name)].reverse();
		const all: Formatting = {};
		for (const step of chain) Object.assign(all, this.#styles.get(step)?.formatting);
		return all;
	}

	isNumbered(list: string, level: number): boolean {
		return this.#numbered.has(`${list}/${level + 1}`);
	}

	/** What the style of a paragraph, or one that it is made from, is called. */
	hint(name: string): LineHint {
		let classes: string | null = null;
		for (const step of this.#chain(name)) {
			const spelled = step.replaceAll("_20_", " ").replace(/^(Heading|Contents)(\d)$/u, "$1 $2");
			const outline = this.#styles.get(step)?.outline ?? null;
			const known = hintOfName(spelled) ?? (outline === null ? null : headingHint(outline - 1));
			if (known) return known;
			// "P1" is a style that the program made up for one paragraph.
			if (!/^P\d+$/u.test(step) && !plainNames.test(spelled)) classes ??= spelled;
		}
		return classes === null ? {} : { classes };
	}

	/** The name and those it is made from; a circle ends. */
	#chain(name: string): Set<string> {
		const steps = new Set<string>();
		for (
			let step: string | null = name;
			step && !steps.has(step);
			step = this.#styles.get(step)?.parent ?? null
		)
			steps.add(step);
		return steps;
	}
}

function describe(to: Formatting, tag: PartTag): void {
	const value = (name: string, take: (value: string) => void) => {
		const found = tag.attribute(name);
		if (found !== undefined) take(found);
	};
	value("fo:font-weight", (weight) => {
		to.bold = weight === "bold" || Number(weight) >= 600;
	});
	value("fo:font-style", (style) => {
		to.italic = style !== "normal";
	});
	value("style:text-underline-style", (style) => {
		to.underline = style !== "none";
	});
	value("style:text-line-through-style", (style) => {
		to.strike = style !== "none";
	});
	value("style:text-position", (position) => {
		// Or how far the text is raised, as LibreOffice writes of imported pages: "33% 80%"
		const raised = Number.parseFloat(position);
		to.superscript = position.startsWith("super") || raised > 0;
		to.subscript = position.startsWith("sub") || raised < 0;
	});
}
