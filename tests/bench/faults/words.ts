/** Names spelled wrongly, renderings that are forbidden, terms that are suddenly called otherwise. */
import type { Term } from "#lib/core/terms/term.ts";
import { matchesOf, type Pair, type Planted, type Planter, put } from "./plant.ts";
import type { Random } from "./random.ts";
import { otherNames, uniformTerms, type WordBook } from "./uniform-terms.ts";

/** The names that stand in several references, with where: a slip in one of them is known by the others. */
export function wrongName(pairs: readonly Pair[]): Planter {
	const known = new Set(pairs.flatMap(({ target }) => target.match(/[A-Za-z]+/gu) ?? []));
	return {
		kind: "wrong name spelling",
		few: true,
		plant({ target }, random) {
			const names = matchesOf(target, /(?<=[a-z,] )[A-Z][a-z]{3,}(?=[ ,.’'])/gu);
			const certain = names.filter(({ text: name }) => isKnown(name, pairs));
			const [place] = random.shuffled(certain);
			const slip = place ? misspelled(place.text, random) : null;
			if (!place || slip === null || known.has(slip) || known.has(slip.toLowerCase())) return null; // also a right spelling
			return { ...put(target, place, slip), about: place.text };
		},
	};
}

/** It stands in at least three references and never in small letters. */
function isKnown(name: string, pairs: readonly Pair[]): boolean {
	let uses = 0;
	for (const { target } of pairs) {
		const words: string[] = target.match(/[A-Za-z]+/gu) ?? [];
		if (words.includes(name.toLowerCase())) return false;
		if (words.includes(name)) uses += 1;
	}
	return uses >= 3;
}

function misspelled(name: string, random: Random): string | null {
	const at = 1 + random.below(name.length - 1);
	const letter = name.charAt(at);
	const others = [..."aeiouhnlrst"].filter((other) => other !== letter);
	const ways = [
		name.slice(0, at) + name.slice(at + 1),
		name.slice(0, at) + (random.pick(others) ?? "") + name.slice(at + 1),
		name.slice(0, at) + letter + name.slice(at),
	];
	const slip = random.pick(ways) ?? "";
	return slip === name ? null : slip;
}

/** A rendering that the glossary prefers becomes one that it forbids. */
export function forbiddenTerm(terms: readonly Term[]): Planter {
	return {
		kind: "forbidden term",
		plant({ source, target }, random) {
			const found = terms.flatMap((term) => {
				const wrong = term.renderings.filter(({ status }) => status === "forbidden");
				if (![term.simplified, term.traditional].some((text) => source.includes(text))) return [];
				return term.renderings
					.filter(({ status }) => status === "preferred")
					.flatMap(({ text }) => matchesOf(target, wholeWord(text)))
					.map((part) => ({ part, wrong }));
			});
			const [chosen] = random.shuffled(found);
			const wrong = chosen && random.pick(chosen.wrong);
			return chosen && wrong ? put(target, chosen.part, wrong.text) : null;
		},
	};
}

const wholeWord = (text: string): RegExp => new RegExp(`\\b${text}\\b`, "gu");

/** A glossary of the words that the references always use for a Chinese one; what else a noun may be called is forbidden. */
export function glossaryOf(pairs: readonly Pair[], book: WordBook): Term[] {
	const rendering = (text: string, status: "preferred" | "forbidden") => ({
		text,
		status,
		note: "",
		authority: "",
		alwaysWrong: false,
	});
	return uniformTerms(pairs, book).map(({ han, phrase, word }, i) => ({
		id: `uniform-${i}`,
		simplified: han,
		traditional: han,
		domain: "",
		note: "",
		renderings: [
			rendering(phrase, "preferred"),
			...otherNames(word, book).map((other) => rendering(phrase.slice(0, -word.length) + other, "forbidden")),
		],
	}));
}

/**
 * A term that the passages with the same Chinese phrase have is called otherwise in one of them.
 */
export function inconsistentTerm(pairs: readonly Pair[], book: WordBook): Planter {
	const uniform = uniformTerms(pairs, book);
	return {
		kind: "inconsistent term",
		few: true,
		plant(pair, random): Planted | null {
			const found = uniform.filter(
				({ han, phrase }) => pair.source.includes(han) && wordsOf(pair.target, phrase).length === 1,
			);
			const [chosen] = random.shuffled(found);
			const other = chosen && random.pick(otherNames(chosen.word, book));
			if (!chosen || !other || pair.target.includes(other)) return null;
			const [place] = wordsOf(pair.target, chosen.phrase);
			if (!place) return null;
			const text = chosen.phrase.slice(0, -chosen.word.length) + other;
			return { ...put(pair.target, place, text), about: chosen.han };
		},
	};
}

const wordsOf = (text: string, phrase: string) => matchesOf(text, new RegExp(`\\b${phrase}\\b`, "gu"));
