import { Wording } from "../../terms/loosely.ts";
import type { RenderingUse, TermMatcher, TermUse } from "../../terms/matcher.ts";
import { replacementAt } from "../../terms/replacement.ts";
import type { Term, TermRendering } from "../../terms/term.ts";
import { isChinese } from "../../text/language.ts";
import type { CheckedPassage, CheckedSegment, Fault, PassageCheck } from "../contract.ts";

/** What the glossary says of names and phrases: which rendering is wrong, and which one is missing. */
export const term = {
	id: "term",
	severity: "major",
	mqm: "terminology/inconsistent-with-resource",
	keys: ["forbidden", "forbidden-only", "missing"],
	concerns: ({ sides, sourceLanguage, targetLanguage }) =>
		sides.target && /^en\b/iu.test(targetLanguage) && isChinese(sourceLanguage),
	checkPassage(passage, _document, { terms }) {
		if (terms.size === 0 || passage.target.length === 0) return [];
		const uses = passage.source.flatMap((segment) => usesIn(segment, terms.inSource(segment.text)));
		// A name within a longer one is there too, though nobody has to render it by itself.
		const all = passage.source.flatMap((segment) => usesIn(segment, terms.allInSource(segment.text)));
		const named = new Map([...all, ...uses].map((use) => [use.term, use]));
		const wrong = passage.target.flatMap((segment) => forbiddenIn(segment, named, terms));
		return [
			...wrong.map(({ use, segment }) => forbiddenFault(use, segment, named.get(use.term))),
			...missing(passage, uses, new Set(wrong.map(({ use }) => use.term)), terms),
		];
	},
} as const satisfies PassageCheck;

interface SourceUse extends TermUse {
	readonly segment: CheckedSegment;
}

const usesIn = (segment: CheckedSegment, uses: readonly TermUse[]): SourceUse[] =>
	uses.map((use) => ({ ...use, segment }));

type Named = ReadonlyMap<Term, SourceUse>;

interface Wrong {
	readonly use: RenderingUse;
	readonly segment: CheckedSegment;
}

function forbiddenIn(segment: CheckedSegment, named: Named, terms: TermMatcher): Wrong[] {
	const places = Map.groupBy(terms.inTarget(segment.text), ({ start, end }) => `${start}-${end}`);
	return [...places.values()].flatMap((uses) => {
		const use = wrongOf(uses, named);
		return use ? [{ use: withoutVerb(use, terms.allInTarget(segment.text)), segment }] : [];
	});
}

/** Of the terms that know a wording, those count that the source names; without any, what is wrong everywhere. */
function wrongOf(uses: readonly RenderingUse[], named: Named): RenderingUse | undefined {
	const meant = uses.filter((use) => named.has(use.term));
	const right = (meant.length > 0 ? meant : uses).some(({ rendering }) => rendering.status !== "forbidden");
	if (right) return undefined;
	return meant[0] ?? uses.find(({ rendering }) => rendering.alwaysWrong);
}

/** Only the name in a phrase that was listed with its verb, because it is wrong everywhere only with it. */
function withoutVerb(use: RenderingUse, all: readonly RenderingUse[]): RenderingUse {
	const name = all.find(
		(one) =>
			one.term === use.term &&
			one.rendering.status === "forbidden" &&
			one.end === use.end &&
			one.start > use.start &&
			/^(?:\p{Lu}|(?:two|three|four|five|six|seven|eight|nine|ten)\s)/u.test(one.rendering.text) &&
			/^\p{Ll}/u.test(use.rendering.text),
	);
	return name ?? use;
}

/** Stands for an authority that nobody named. */
const nobody = "none";

const bestOf = ({ renderings }: Term): TermRendering | undefined =>
	renderings.find(({ status }) => status === "preferred") ??
	renderings.find(({ status }) => status === "allowed");

function forbiddenFault(
	use: RenderingUse,
	{ id, text }: CheckedSegment,
	source: SourceUse | undefined,
): Fault {
	const { start } = use;
	const end = closed(text, use);
	const found = text.slice(start, end);
	const place = { side: "target", segment: id, start, end } as const;
	const best = bestOf(use.term);
	const name = source ? source.segment.text.slice(source.start, source.end) : use.term.simplified;
	if (!best) {
		const authority = use.rendering.authority || nobody;
		return { ...place, key: "forbidden-only", values: { term: name, found, authority }, fix: null };
	}
	const values = { term: name, found, preferred: best.text, authority: best.authority || nobody };
	return {
		...place,
		key: "forbidden",
		values,
		fix: replacementAt({ text, start, end }, use.rendering.text, best.text),
	};
}

/** With the quotation mark that closes one in it: joint construction of “the Belt and Road”. */
function closed(text: string, { start, end }: RenderingUse): number {
	const marks = text.slice(start, end).match(/[“”"]/gu) ?? [];
	return marks.length % 2 === 1 && /[”"]/u.test(text.charAt(end)) ? end + 1 : end;
}

/** Terms of the source of which the target has no rendering; once each, where the source first names it. */
function missing(
	passage: CheckedPassage,
	uses: readonly SourceUse[],
	told: ReadonlySet<Term>,
	terms: TermMatcher,
): Fault[] {
	const texts = passage.target.map(({ text }) => text);
	if (uses.length === 0 || texts.every((text) => text.trim() === "")) return [];
	const rendered = new Set(told);
	for (const text of texts)
		for (const use of terms.allInTarget(text))
			if (use.rendering.status !== "forbidden") rendered.add(use.term);
	const wording = new Wording(texts);
	const places = Map.groupBy(uses, ({ segment, start }) => `${segment.id} ${start}`);
	const seen = new Set<Term>();
	return [...places.values()].flatMap((meanings) => {
		const again = meanings.some((use) => seen.has(use.term));
		for (const use of meanings) seen.add(use.term);
		const [first] = meanings;
		if (again || !first || meanings.some((use) => isRendered(use.term, rendered, wording))) return [];
		return [missingFault(first)];
	});
}

function isRendered(one: Term, rendered: ReadonlySet<Term>, wording: Wording): boolean {
	const right = one.renderings.filter(({ status }) => status !== "forbidden");
	return right.length === 0 || rendered.has(one) || right.some(({ text }) => wording.speaksOf(text));
}

function missingFault({ term: one, segment, start, end }: SourceUse): Fault {
	const best = bestOf(one);
	const values = {
		term: segment.text.slice(start, end),
		preferred: best?.text ?? "",
		authority: best?.authority || nobody,
	};
	return {
		side: "source",
		segment: segment.id,
		start,
		end,
		key: "missing",
		values,
		fix: null,
		severity: "minor",
	};
}
