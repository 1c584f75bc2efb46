/** Finds the names that a document knows in an English text, and words that are nearly one of them. */
import type { CheckedSegment } from "../contract.ts";
import { type EnglishWord, englishWords } from "../usage/english-words.ts";
import { joined } from "../usage/joined.ts";
import { bareName, shortestName } from "../usage/names.ts";
import type { Usage } from "../usage/usage.ts";
import { isCommonWord } from "./common-words.ts";
import { isOneSlipApart } from "./distance.ts";
import { isGivenName } from "./given-names.ts";
import { isPlaceName } from "./places.ts";
import { syllables } from "./readings.ts";
import { SourceSpellings } from "./spellings.ts";

/** Offsets are UTF-16 code units, end exclusive. */
export interface NameUse {
	/** As the document mostly writes it. */
	readonly name: string;
	readonly written: string;
	readonly start: number;
	readonly end: number;
}

/** What people and things of a place are called, and several of a kind: no slips. */
const endings = ["s", "n", "i", "y"];

class KnownNames {
	readonly #names: ReadonlySet<string>;
	readonly #byEnd = new Map<string, string[]>();

	constructor(names: readonly string[]) {
		this.#names = new Set(names);
		for (const name of names) {
			if (name.length < shortestName) continue;
			for (const end of endsOf(name)) {
				const found = this.#byEnd.get(end);
				if (found) found.push(name);
				else this.#byEnd.set(end, [name]);
			}
		}
	}

	uses(text: string, source: readonly CheckedSegment[]): NameUse[] {
		const words = englishWords(text);
		let spellings: SourceSpellings | undefined;
		const found: NameUse[] = [];
		for (const [at, word] of words.entries()) {
			if (!word.capital) continue;
			const written = bareName(word.text);
			const [start, end] = [word.start, word.start + written.length];
			if (this.#names.has(written)) {
				if (written.length >= shortestName) found.push({ name: written, written, start, end });
				continue;
			}
			const near = this.#near(words, at);
			if (near === null) continue;
			if (source.some((segment) => segment.text.includes(written))) continue;
			spellings ??= new SourceSpellings(joined(source));
			if (spellings.spelt(written.toLowerCase())) continue;
			found.push({ name: near, written, start, end });
		}
		return found;
	}

	#near(words: readonly EnglishWord[], at: number): string | null {
		const written = bareName(words[at]?.text ?? "");
		if (written.length < shortestName - 1 || !/^\p{Lu}[\p{Ll}\p{M}]+$/u.test(written)) return null;
		const candidates = endsOf(written)
			.flatMap((end) => this.#byEnd.get(end) ?? [])
			.filter((name) => isOneSlipApart(name, written) && !isDerived(name, written));
		const paired = candidates.find((name) => this.#isPair(words, at, name));
		if (paired !== undefined) return paired;
		const [near] = candidates;
		if (near === undefined || words[at]?.first) return null;
		if (isCommonWord(written.toLowerCase()) || isGivenName(written) || isPlaceName(written)) return null;
		// Zhang and Zheng are two families
		return syllables.has(written.toLowerCase()) && syllables.has(near.toLowerCase()) ? null : near;
	}

	/** Whether it stands beside a word that the name often stands beside: United Stats, Mout Emei. */
	#isPair(words: readonly EnglishWord[], at: number, name: string): boolean {
		const [before, here, after] = [words[at - 1], words[at], words[at + 1]];
		return (
			(before !== undefined && !here?.parted && this.#names.has(`${bareName(before.text)} ${name}`)) ||
			(after !== undefined && !after.parted && this.#names.has(`${name} ${bareName(after.text)}`))
		);
	}
}

/** Of every slip the first or the last letters are kept. */
function endsOf(name: string): string[] {
	const half = name.length >= 7 ? 3 : 2;
	return half === 3
		? [name.slice(0, 3), name.slice(0, 2), `-${name.slice(-3)}`, `-${name.slice(-2)}`]
		: [name.slice(0, 2), `-${name.slice(-2)}`, name.charAt(0)];
}

/** Korean beside Korea. A letter doubled at the end is a slip. */
function isDerived(name: string, written: string): boolean {
	const [short, long] = name.length < written.length ? [name, written] : [written, name];
	if (long.at(-1) === long.at(-2) || (written === short && !long.endsWith("s"))) return false;
	return endings.some((ending) => long === short + ending);
}

const made = new WeakMap<Usage, KnownNames>();

export function knownNames(usage: Usage): KnownNames {
	const known = made.get(usage) ?? new KnownNames(usage.names);
	made.set(usage, known);
	return known;
}
