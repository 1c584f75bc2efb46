import { eachLine } from "../each-line.ts";
import { extensionOf } from "../extension.ts";
import { HiddenCharacters } from "../hidden-characters.ts";
import { seeUnit } from "../hidden-in-units.ts";
import { Losses } from "../losses.ts";
import { markCharacters } from "../marked-text.ts";
import type { Reader, ReadSink, ReadUnit, UnitState } from "../reader.ts";
import { findEncoding } from "../text-file.ts";
import type { PoEntry } from "./po/entry.ts";
import { PoMessages } from "./po/messages.ts";

const extensions = ["po", "pot"];
const charset = /"Content-Type:[^"\n]*charset=([A-Za-z0-9_.:-]+)/u;
const firstStatement = /^\s*(?:msgid|msgctxt)\s+"/u;

/**
 * Catalogues of GNU gettext, PO and POT. A message is a unit: what stands in the program beside its translation; a
 * message with plurals has a text for each of them on both sides.
 */
export const po = {
	id: "po",
	extensions,
	messageKey: "formats.po",
	recognises({ name }, text) {
		if (text === null) return 0;
		const first = text
			.replace(/^\ufeff/u, "")
			.split(/\r?\n/u, 500)
			.find((line) => !/^\s*(?:#|$)/u.test(line));
		if (first !== undefined && firstStatement.test(first)) return 3;
		return extensions.includes(extensionOf(name)) ? 1 : 0;
	},
	async read(file, sink, capabilities) {
		const { encoding } = await findEncoding(file, sink, capabilities, charsetIn(file.head));
		const losses = new Losses();
		const catalogue = new CatalogueReading(sink, losses);
		const messages = new PoMessages((entry) => catalogue.take(entry), losses);
		await eachLine(file, encoding, capabilities, (text, line) =>
			messages.line(line === 1 ? text.replace(/^\ufeff/u, "") : text, line),
		);
		messages.end();
		catalogue.end();
		return "pairs";
	},
} as const satisfies Reader;

/** What the header says; a template still has the word CHARSET there. */
function charsetIn(head: Uint8Array): string | undefined {
	let start = "";
	for (const byte of head.subarray(0, 8_192)) start += String.fromCharCode(byte);
	const said = charset.exec(start)?.[1];
	return said === "CHARSET" ? undefined : said;
}

class CatalogueReading {
	readonly #sink: ReadSink;
	readonly #losses: Losses;
	readonly #hidden = new HiddenCharacters();
	#source = "source";
	#target = "target";

	constructor(sink: ReadSink, losses: Losses) {
		this.#sink = sink;
		this.#losses = losses;
	}

	take(entry: PoEntry): void {
		if (entry.id === "" && entry.context === null) {
			this.#header(entry.strings.get(0) ?? "");
			return;
		}
		if (entry.references) this.#losses.add("detailsLeftOut", entry.line, "#:");
		if (entry.previous) this.#losses.add("detailsLeftOut", entry.line, "#|");
		for (const flag of entry.flags)
			if (flag !== "fuzzy" && flag !== "") this.#losses.add("detailsLeftOut", entry.line, flag);
		const unit = this.#unit(entry);
		seeUnit(this.#hidden, unit);
		this.#sink.unit(unit);
	}

	end(): void {
		this.#losses.tell(this.#sink);
		this.#hidden.tell(this.#sink);
	}

	#unit({ line, id, plural, context, comments, flags, strings }: PoEntry): ReadUnit {
		const source = plural === null ? [id ?? ""] : [id ?? "", plural];
		const forms = [...strings].toSorted(([one], [other]) => one - other).map(([, text]) => text);
		const translated = forms.some((text) => text !== "");
		const state: UnitState | undefined = translated
			? flags.has("fuzzy")
				? "draft"
				: undefined
			: "untranslated";
		return {
			line,
			variants: [
				{ language: this.#source, segments: source.map(markCharacters) },
				{ language: this.#target, segments: translated ? forms.map(markCharacters) : [] },
			],
			...(context === null ? {} : { id: context }),
			...(state === undefined ? {} : { state }),
			...(comments.length === 0 ? {} : { notes: [...comments] }),
		};
	}

	/** The translation of the empty message: lines `Name: value`. */
	#header(text: string): void {
		const said = (name: string) => new RegExp(`^${name}:\\s*(\\S.*?)\\s*$`, "imu").exec(text)?.[1];
		const target = tagOf(said("Language"));
		const source = tagOf(said("X-Source-Language"));
		if (target !== undefined) this.#target = target;
		if (source !== undefined) this.#source = source;
		if (target !== undefined) this.#sink.about({ targetLanguage: target });
		if (source !== undefined) this.#sink.about({ sourceLanguage: source });
	}
}

/** `zh_CN` as `zh-CN`; a script is named after an @ sign: `sr@latin`. */
function tagOf(locale: string | undefined): string | undefined {
	const [language = "", variant] = locale?.split("@") ?? [];
	if (!/^[A-Za-z]{2,8}(?:[_-][A-Za-z0-9]+)*$/u.test(language)) return undefined;
	const script = { latin: "Latn", cyrillic: "Cyrl" }[variant?.toLowerCase() ?? ""];
	const [first = "", ...more] = language.split(/[_-]/u);
	return [first, ...(script === undefined ? [] : [script]), ...more].join("-");
}
