import { readXml } from "#lib/core/xml/read-xml.ts";
import { rootOf } from "#lib/core/xml/root-of.ts";
import type { XmlElement } from "#lib/core/xml/xml-events.ts";
import { asTrees, textOf, type XmlTree } from "#lib/core/xml/xml-tree.ts";
import { extensionOf } from "../extension.ts";
import { HiddenCharacters } from "../hidden-characters.ts";
import { seeUnit } from "../hidden-in-units.ts";
import { Losses } from "../losses.ts";
import { type Reader, ReadRefusal, type ReadSink } from "../reader.ts";
import type { Surroundings } from "./xliff/surroundings.ts";
import { readTransUnit } from "./xliff/unit-1.ts";
import { readUnit } from "./xliff/unit-2.ts";

const extensions = ["xlf", "xliff", "sdlxliff", "mqxliff", "mxliff", "txlf"];

/**
 * XLIFF 1.1 and 1.2, and 2.0 to 2.2 (OASIS), with what Trados, memoQ and Phrase add to 1.2. Every segment is a unit;
 * the file streams. What a state of XLIFF means here is in `xliff/states.ts`.
 */
export const xliff = {
	id: "xliff",
	extensions,
	messageKey: "formats.xliff",
	recognises({ name }, text) {
		if (text === null) return 0;
		if (rootOf(text)?.local === "xliff") return 3;
		return extensions.includes(extensionOf(name)) ? 1 : 0;
	},
	async read(file, sink, capabilities) {
		const reading = new XliffReading(sink);
		await readXml(file, asTrees(reading), sink, capabilities);
		reading.end();
		return "pairs";
	},
} as const satisfies Reader;

/** What else stands around units: passed through, skipped without a word because it holds no text, or told. */
const passed = new Set(["xliff", "file", "body", "group", "header"]);
const silent = new Set(["skl", "skeleton", "tool", "phase-group", "count-group", "prop-group", "reference"]);

class XliffReading {
	readonly #sink: ReadSink;
	readonly #losses = new Losses();
	readonly #hidden = new HiddenCharacters();
	readonly #around: Surroundings[] = [];
	readonly #files: string[] = [];
	#version: 1 | 2 | null = null;
	#languages = "";

	constructor(sink: ReadSink) {
		this.#sink = sink;
	}

	open(element: XmlElement): "tree" | "skip" | undefined {
		if (this.#version === null) this.#version = versionOf(element);
		const { local } = element;
		if (local === "trans-unit" || (local === "unit" && this.#version === 2)) return "tree";
		if (local === "note" || local === "notes") return "tree";
		if (!passed.has(local)) {
			const ours =
				element.namespace === "" || element.namespace.startsWith("urn:oasis:names:tc:xliff:document:");
			if (!ours) this.#losses.add("detailsLeftOut", element.line, element.name);
			else if (!silent.has(local)) this.#losses.add("unknownElements", element.line, element.name);
			return "skip";
		}
		this.#around.push(this.#inside(element));
		if (local === "file") this.#tellFile(element);
		return undefined;
	}

	close(element: XmlElement): void {
		if (passed.has(element.local)) this.#around.pop();
	}

	tree(tree: XmlTree): void {
		if (tree.local === "note" || tree.local === "notes") {
			if (textOf(tree).trim() !== "") this.#losses.add("fileNotes", tree.line);
			return;
		}
		const around = this.#around.at(-1) ?? nowhere;
		const read = tree.local === "trans-unit" ? readTransUnit : readUnit;
		for (const unit of read(tree, around, this.#losses)) {
			seeUnit(this.#hidden, unit);
			this.#sink.unit(unit);
		}
	}

	end(): void {
		this.#losses.tell(this.#sink);
		this.#hidden.tell(this.#sink);
		if (this.#files.length > 1) {
			const values = { count: this.#files.length, names: this.#files.slice(0, 12).join(", ") };
			this.#sink.problem({ line: 1, column: null, key: "severalFiles", values });
		}
	}

	#inside({ attributes }: XmlElement): Surroundings {
		const before = this.#around.at(-1) ?? nowhere;
		return {
			source: attributes["source-language"] ?? attributes["srcLang"] ?? before.source,
			target: attributes["target-language"] ?? attributes["trgLang"] ?? before.target,
			preserve:
				attributes["xml:space"] === undefined ? before.preserve : attributes["xml:space"] === "preserve",
			translate: attributes["translate"] === undefined ? before.translate : attributes["translate"] !== "no",
		};
	}

	#tellFile({ attributes }: XmlElement): void {
		this.#files.push(attributes["original"] ?? attributes["id"] ?? "");
		const { source = "", target = "" } = this.#around.at(-1) ?? nowhere;
		if (this.#languages !== "") return;
		this.#languages = `${source} ${target}`;
		if (source !== "") this.#sink.about({ sourceLanguage: source });
		if (target !== "") this.#sink.about({ targetLanguage: target });
	}
}

const nowhere: Surroundings = { source: "", target: "", preserve: false, translate: true };

function versionOf({ local, name, attributes, line, column }: XmlElement): 1 | 2 {
	if (local !== "xliff") throw new ReadRefusal("otherRoot", { name, expected: "xliff" }, line, column);
	const { version = "1.2" } = attributes;
	if (/^1\./u.test(version)) return 1;
	if (/^2\./u.test(version)) return 2;
	throw new ReadRefusal("xliffVersion", { version }, line, column);
}
