import { readXml } from "#lib/core/xml/read-xml.ts";
import { rootOf } from "#lib/core/xml/root-of.ts";
import type { XmlElement } from "#lib/core/xml/xml-events.ts";
import { asTrees, elementsOf, textOf, type XmlTree } from "#lib/core/xml/xml-tree.ts";
import { extensionOf } from "../extension.ts";
import { HiddenCharacters } from "../hidden-characters.ts";
import { seeUnit } from "../hidden-in-units.ts";
import { Losses } from "../losses.ts";
import { type Reader, ReadRefusal, type ReadSink } from "../reader.ts";
import { withCodes, writesShorthand } from "./tmx/shorthand.ts";
import { readUnit } from "./tmx/unit.ts";

/**
 * Translation memories, TMX 1.1 to 1.4b (LISA OSCAR). Every `<tu>` is a unit with all of its languages, inline codes
 * as the file writes them. The file streams: no more than one unit is held at a time.
 */
export const tmx = {
	id: "tmx",
	extensions: ["tmx"],
	messageKey: "formats.tmx",
	recognises({ name }, text) {
		if (text === null) return 0;
		if (rootOf(text)?.local === "tmx") return 3;
		return extensionOf(name) === "tmx" ? 1 : 0;
	},
	async read(file, sink, capabilities) {
		const memory = new MemoryReading(sink);
		await readXml(file, asTrees(memory), sink, capabilities);
		memory.end();
		return "pairs";
	},
} as const satisfies Reader;

class MemoryReading {
	readonly #sink: ReadSink;
	readonly #losses = new Losses();
	readonly #hidden = new HiddenCharacters();
	/** Enough to know whether there are two. */
	readonly #languages: string[] = [];
	#sourceLanguage: string | null = null;
	#begun = false;
	/** Codes stand in the texts as text. */
	#shorthand = false;

	constructor(sink: ReadSink) {
		this.#sink = sink;
	}

	open(element: XmlElement): "tree" | "skip" | undefined {
		if (!this.#begun && element.local !== "tmx")
			throw new ReadRefusal(
				"otherRoot",
				{ name: element.name, expected: "tmx" },
				element.line,
				element.column,
			);
		this.#begun = true;
		if (element.local === "tu" || element.local === "header") return "tree";
		if (element.local === "tmx" || element.local === "body") return undefined;
		this.#losses.add("unknownElements", element.line, element.name);
		return "skip";
	}

	tree(tree: XmlTree): void {
		if (tree.local === "header") this.#header(tree);
		else this.#unit(tree);
	}

	#unit(tree: XmlTree): void {
		const unit = readUnit(this.#shorthand ? withCodes(tree) : tree, this.#sourceLanguage, this.#losses);
		for (const { language } of unit.variants)
			if (this.#languages.length < 3 && !this.#languages.includes(language)) this.#languages.push(language);
		seeUnit(this.#hidden, unit);
		this.#sink.unit(unit);
	}

	end(): void {
		this.#tellTarget();
		this.#losses.tell(this.#sink);
		this.#hidden.tell(this.#sink);
	}

	#header(header: XmlTree): void {
		const { srclang, adminlang } = header.attributes;
		this.#shorthand = writesShorthand(header);
		if (srclang !== undefined && srclang !== "" && srclang !== "*all*") {
			this.#sourceLanguage = srclang;
			this.#sink.about({ sourceLanguage: srclang });
		}
		for (const property of elementsOf(header, "prop")) {
			const type = property.attributes["type"] ?? "";
			if (type === "x-title" && adminlang !== undefined) this.#sink.about({ title: textOf(property) });
			else this.#losses.add("detailsLeftOut", property.line, type);
		}
		for (const note of elementsOf(header, "note")) this.#losses.add("fileNotes", note.line);
	}

	/** The other language, where the file has two. */
	#tellTarget(): void {
		const others = this.#languages.filter((language) => language !== this.#sourceLanguage);
		const [other] = others;
		if (
			this.#sourceLanguage !== null &&
			this.#languages.length === 2 &&
			others.length === 1 &&
			other !== undefined
		)
			this.#sink.about({ targetLanguage: other });
	}
}
