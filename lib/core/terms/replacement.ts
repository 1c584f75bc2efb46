/** What to write in the place of a rendering. */
import { readWords } from "./english/read-words.ts";
import { wordKey } from "./english/word-key.ts";

interface Place {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/**
 * `wanted` as it must be written in the place of a found writing of `listed`: its verb in the same form, its capital
 * letter and article as the place asks for. Null where that is not certain.
 */
export function replacementAt(place: Place, listed: string, wanted: string): string | null {
	const found = place.text.slice(place.start, place.end);
	if (found.length > 3 && found === found.toUpperCase() && listed !== listed.toUpperCase()) return null;
	if (goesOn(place, found, wanted) || holdsMore(found, listed, wanted)) return null;
	const inflected = inflectedLike(found, listed, wanted);
	return inflected === null ? null : fitted(place, found, inflected);
}

/** The place is a part of a longer name that nobody listed: “Central ‹External Liaison Department›”. */
function goesOn({ text, start, end }: Place, found: string, wanted: string): boolean {
	if (/\sof\s/u.test(wanted) && /^['’]?s?\sof\s/u.test(text.slice(end, end + 6))) return true;
	if (!/^\p{Lu}/u.test(found)) return false;
	const before = /(?:^|[^\p{L}])(\p{Lu}[\p{L}-]*)\s$/u.exec(text.slice(Math.max(0, start - 40), start));
	return before !== null && !/^(?:The|An?|In|At|On|For|From|To|By|With|And)$/u.test(before[1] ?? "");
}

/** What `listed` says beside the term, a verb or one of a pair of quotation marks, would be lost. */
function holdsMore(found: string, listed: string, wanted: string): boolean {
	const marks = found.match(/[“”"]/gu)?.length ?? 0;
	if (marks % 2 === 1) return true;
	const named = /^(?:the\s)?[\p{Lu}\p{N}]/u.test(wanted);
	return named
		? !/^(?:the\s)?[\p{Lu}\p{N}]/u.test(listed) && !counted.test(listed)
		: !isAlike(listed, wanted);
}

/** A phrase may stand where another one does if both begin or end with the same word, or neither is long. */
function isAlike(listed: string, wanted: string): boolean {
	const [one, other] = [listed, wanted].map((text) => readWords(text).map(({ key }) => key));
	if (!one || !other) return false;
	if (one[0] === other[0] || one.at(-1) === other.at(-1)) return true;
	return other.length < long && one.length < long && !startsWithVerb(wanted);
}

const long = 4;
const verbs = new Set(
	`act adapt attract build cast comprehensively cut deepen ease enhance expel finish forge foster guard interfere
	invigorate obey place prevent pursue put rebuild release remain remove replace resume return seek serve stay
	streamline strengthen take tell violate`.split(/\s+/u),
);
const startsWithVerb = (text: string) => verbs.has(/^\p{L}+/u.exec(text)?.[0] ?? "");

/** A word of `found` that differs in form from `listed` is carried over to the same word of `wanted`. */
function inflectedLike(found: string, listed: string, wanted: string): string | null {
	const written = wordsOf(found);
	const usual = wordsOf(listed);
	if (written.length !== usual.length) return wanted;
	const differing = written.flatMap((word, i) =>
		word.toLowerCase() === usual[i]?.toLowerCase() ? [] : [{ word, last: i === written.length - 1 }],
	);
	const [one] = differing;
	// “Four awarenesses”: a number leaves nothing to say for the plural.
	if (!one || (one.last && counted.test(listed))) return wanted;
	if (differing.length > 1) return null;
	const own = wordsOf(wanted);
	const match = (one.last ? own.at(-1) : own[0]) ?? "";
	if (wordKey(match.toLowerCase()) !== wordKey(one.word.toLowerCase())) return null;
	const at = one.last ? wanted.lastIndexOf(match) : wanted.indexOf(match);
	return wanted.slice(0, at) + one.word + wanted.slice(at + match.length);
}

const wordsOf = (text: string) => readWords(text).map(({ start, end }) => text.slice(start, end));
const counted = /^(?:the\s)?["“]?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b/iu;

function fitted({ text, start }: Place, found: string, wanted: string): string | null {
	const before = text.slice(Math.max(0, start - 40), start);
	const article = /(?:^|[^\p{L}])(the|an?)\s["“'‘]?$/iu.exec(before)?.[1]?.toLowerCase();
	const own = /^(the|an?)\s/iu.exec(wanted)?.[1]?.toLowerCase();
	const bare = own === undefined ? wanted : wanted.slice(own.length + 1);
	if (article === undefined) return capitalised(before, found, wanted);
	if (article === "the")
		return own !== undefined || /^[\p{Lu}\p{N}]/u.test(bare) || counted.test(bare) ? bare : null;
	const fits = /^[aeiou]/iu.test(bare) === (article === "an");
	return own !== "the" && fits && (own !== undefined || !/^\p{Lu}/u.test(bare)) ? bare : null;
}

/** A sentence goes on beginning with a capital letter. */
function capitalised(before: string, found: string, wanted: string): string {
	const begins = /(?:^|[.!?]\s+)["“'‘]?$/u.test(before) && /^\p{Lu}/u.test(found);
	return begins ? wanted.charAt(0).toUpperCase() + wanted.slice(1) : wanted;
}
