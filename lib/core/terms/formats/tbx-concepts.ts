/** The concepts of a TBX file of any of its styles, as terms. */
import { foldText } from "../../scripts/fold.ts";
import { elementsOf, firstOf, textOf, type XmlTree } from "../../xml/xml-tree.ts";
import type { RenderingStatus, TermRendering } from "../term.ts";
import type { GlossarySink } from "./contract.ts";
import { statusOf, wrongEverywhere } from "./status.ts";
import { isTraditional } from "./table.ts";

interface Named {
	/** The element whose children tell of the term. */
	readonly section: XmlTree;
	readonly text: string;
}

type Source = { readonly simplified: string; readonly traditional: string };

export class TbxConcepts {
	readonly #sink: GlossarySink;
	readonly #languages = new Set<string>();
	#withoutChinese = 0;

	constructor(sink: GlossarySink) {
		this.#sink = sink;
	}

	read(concept: XmlTree): void {
		const chinese: [simplified: string[], traditional: string[]] = [[], []];
		const english: Named[] = [];
		let named = true;
		for (const section of elementsOf(concept)) {
			if (section.local !== "langSec" && section.local !== "langSet") continue;
			const language = (section.attributes["xml:lang"] ?? section.attributes["lang"] ?? "").toLowerCase();
			const terms = termsOf(section);
			if (language === "zh") named = false;
			if (/^zh\b/u.test(language)) for (const { text } of terms) chinese[scriptAt(language, text)].push(text);
			else if (/^en\b/u.test(language)) english.push(...terms);
			else if (terms.length > 0) this.#languages.add(language);
		}
		const sources = pairsOf(...chinese, named);
		if (sources.length === 0) this.#withoutChinese += 1;
		const rest = {
			domain: textIn(concept, "subjectField"),
			note: notesOf(concept).join("\n"),
			renderings: this.#renderings(english),
		};
		for (const source of sources) this.#sink.term({ ...source, ...rest }, concept.line);
	}

	/** Tells what was left out. */
	end(): void {
		const at = { line: 1, column: null };
		if (this.#languages.size > 0)
			this.#sink.remark({
				...at,
				key: "glossaryOtherLanguages",
				values: { languages: [...this.#languages].toSorted().join(", ") },
			});
		if (this.#withoutChinese > 0)
			this.#sink.remark({ ...at, key: "glossaryWithoutChinese", values: { count: this.#withoutChinese } });
	}

	/** Where no term has a status, the first one is what the file would have. */
	#renderings(terms: readonly Named[]): TermRendering[] {
		const statuses = terms.map(({ section }) => this.#statusOf(section));
		const none = statuses.every((status) => status === null);
		return terms.map(({ section, text }, at) => {
			const status = none && at === 0 ? "preferred" : (statuses[at] ?? "allowed");
			const [first, ...others] = notesOf(section);
			const alwaysWrong = status === "forbidden" && first === wrongEverywhere;
			const notes = alwaysWrong || first === undefined ? others : [first, ...others];
			return { text, status, note: notes.join("\n"), authority: authorityOf(section), alwaysWrong };
		});
	}

	#statusOf(section: XmlTree): RenderingStatus | null {
		const written = textIn(section, "administrativeStatus") || textIn(section, "normativeAuthorization");
		if (written === "") return null;
		const status = statusOf(written);
		if (status === null)
			this.#sink.remark({
				line: section.line,
				column: null,
				key: "glossaryUnknownStatus",
				values: { status: written },
			});
		return status;
	}
}

const sectionNames = new Set(["termSec", "tig", "ntig"]);

function termsOf(section: XmlTree): Named[] {
	return elementsOf(section)
		.filter(({ local }) => sectionNames.has(local))
		.flatMap((one) => {
			const group = firstOf(one, "termGrp");
			const term = firstOf(one, "term") ?? (group && firstOf(group, "term"));
			const text = term ? textOf(term).replaceAll(/\s+/gu, " ").trim() : "";
			return text === "" ? [] : [{ section: one, text }];
		});
}

const scriptAt = (language: string, text: string): 0 | 1 => {
	if (/^zh-(?:hant|tw|hk|mo)\b/u.test(language)) return 1;
	return /^zh-(?:hans|cn|sg|my)\b/u.test(language) || !isTraditional(text) ? 0 : 1;
};

/**
 * The writings of a term in both scripts belong together; a synonym is a term of its own. Where the file has named the
 * scripts, and as many terms in each, their order says what belongs together.
 */
function pairsOf(simplified: readonly string[], traditional: readonly string[], named: boolean): Source[] {
	const left = [...traditional];
	const pairs = simplified.map((text, at) => {
		const folded = foldText(text);
		const alike = left.findIndex((other) => foldText(other) === folded);
		const same = named && simplified.length === traditional.length ? left.indexOf(traditional[at] ?? "") : -1;
		const found = alike >= 0 ? alike : same;
		return { simplified: text, traditional: found >= 0 ? (left.splice(found, 1)[0] ?? "") : "" };
	});
	return [...pairs, ...left.map((text) => ({ simplified: "", traditional: text }))];
}

/** Of a data category, in an attribute or as an element of its own, alone or in a group. */
function elementOf(tree: XmlTree, category: string): XmlTree | undefined {
	for (const child of elementsOf(tree)) {
		if (child.attributes["type"] === category || child.local === category) return child;
		const inner = /Grp$/u.test(child.local) ? elementOf(child, category) : undefined;
		if (inner) return inner;
	}
	return undefined;
}

function textIn(tree: XmlTree, category: string): string {
	const found = elementOf(tree, category);
	return found ? textOf(found).trim() : "";
}

const notesOf = (tree: XmlTree) => elementsOf(tree, "note").map((note) => textOf(note).trim());

function authorityOf(section: XmlTree): string {
	const said = textIn(section, "source");
	if (said !== "") return said;
	const reference = elementOf(section, "externalCrossReference");
	return reference ? (reference.attributes["target"] ?? textOf(reference).trim()) : "";
}
