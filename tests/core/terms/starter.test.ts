import { expect, test } from "vitest";
import { foldText } from "#lib/core/scripts/fold.ts";
import { readWords } from "#lib/core/terms/english/read-words.ts";
import { compileTerms } from "#lib/core/terms/matcher.ts";
import { starterTerms } from "#lib/core/terms/starter/starter-terms.ts";
import { catalogues, english } from "#lib/messages/catalogue.ts";

const terms = starterTerms();
const keysOf = (text: string) =>
	` ${readWords(text)
		.map(({ key, capitals }) => capitals ?? key)
		.join(" ")} `;

test("there are at least four hundred terms, of several domains", () => {
	expect(terms.length).toBeGreaterThanOrEqual(400);
	expect(new Set(terms.map(({ domain }) => domain)).size).toBeGreaterThan(8);
});

test("every domain has a name in each language of the screens", () => {
	const domains = [...new Set(terms.map(({ domain }) => domain))].toSorted();
	for (const { glossary } of Object.values(catalogues))
		expect(Object.keys(glossary.domainName).toSorted()).toEqual(domains);
	expect(Object.keys(english.glossary.domainName)).toEqual(Object.values(english.glossary.domainName));
});

test("no term is there twice, in either script or by its id", () => {
	for (const names of [
		terms.map(({ id }) => id),
		terms.map(({ simplified }) => foldText(simplified)),
		terms.map(({ traditional }) => traditional),
	])
		expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test("every term has one preferred rendering, an authority for it and a domain", () => {
	const lacking = terms.filter(({ domain, renderings }) => {
		const best = renderings.filter(({ status }) => status === "preferred");
		return best.length !== 1 || best[0]?.authority === "" || domain === "";
	});
	expect(lacking.map(({ simplified }) => simplified)).toEqual([]);
});

test("the traditional writing is that of the same words", () => {
	const other = terms.filter(({ simplified, traditional }) => foldText(traditional) !== foldText(simplified));
	expect(other.map(({ simplified, traditional }) => `${simplified} ${traditional}`)).toEqual([]);
});

test("no rendering of a term is there twice, in whatever form", () => {
	const twice = terms.flatMap(({ simplified, renderings }) => {
		const keys = renderings.map(({ text }) => keysOf(text));
		return keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => simplified + key);
	});
	expect(twice).toEqual([]);
});

test("what is forbidden is found in no right rendering of its term, and what is always wrong in none at all", () => {
	const right = terms.flatMap((term) =>
		term.renderings
			.filter(({ status }) => status !== "forbidden")
			.map(({ text }) => ({ term, text, keys: keysOf(text) })),
	);
	const wrong = terms.flatMap((term) =>
		term.renderings
			.filter(({ status }) => status === "forbidden")
			.flatMap(({ text, alwaysWrong }) => {
				const keys = keysOf(text);
				return right
					.filter((one) => (alwaysWrong || one.term === term) && one.keys.includes(keys))
					.map((one) => `${term.simplified}: ${text} in ${one.text}`);
			}),
	);
	expect(wrong).toEqual([]);
});

test("each term is found in its own writings, and each of its renderings in itself", () => {
	const matcher = compileTerms(terms);
	for (const term of terms) {
		for (const text of [term.simplified, term.traditional])
			expect(matcher.inSource(text).map((use) => use.term.id)).toEqual([term.id]);
		for (const { text } of term.renderings)
			expect(matcher.inTarget(text).some((use) => use.term === term)).toBe(true);
	}
});
