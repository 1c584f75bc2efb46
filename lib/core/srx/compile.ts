import { type LanguageMap, rulesFor, type SrxDocument, type SrxRule } from "./document.ts";
import { Automaton, type Fuel } from "./pattern/automaton.ts";
import { parsePattern } from "./pattern/parse-pattern.ts";
import { type Direction, PatternError } from "./pattern/syntax-tree.ts";

/** Offsets (UTF-16 units) at which the text is broken, ascending, without 0 and the text's end. */
export type Breaker = (text: string) => number[];

/** What may be spent on a text: steps for each of its characters, and for any. */
const stepsPerCharacter = 1_000;
const stepsAnyway = 2_000_000;

/** A rule that is ready to be asked. */
interface ReadyRule {
	readonly breaks: boolean;
	readonly before: Automaton;
	readonly after: Automaton;
}

/**
 * Rules that somebody else wrote: they are followed in time that is bounded by the text's length, whatever their
 * patterns are. Patterns that cannot be read are passed over; `readSrx` has told of them. This, and the breaker, throw
 * `SrxWorkExceeded` where the rules would take longer than that.
 */
export function compileRules(document: SrxDocument, language: string): Breaker {
	const fuel: Fuel = { left: stepsAnyway };
	const rules = rulesFor(document, (map) => fits(map, language, fuel)).flatMap(readyRule);
	const breaking = [...rules.entries()].filter(([, rule]) => rule.breaks);
	return (text) => {
		const fuel: Fuel = { left: stepsAnyway + stepsPerCharacter * text.length };
		const starts: number[] = [];
		for (let at = 1; at < text.length; at += 1) {
			if (isInsidePair(text, at)) continue;
			// The first rule that fits decides, so exceptions matter only in front of the first that breaks
			const found = breaking.find(([, rule]) => applies(rule, text, at, fuel));
			if (found === undefined) continue;
			const kept = rules.some(
				(rule, index) => index < found[0] && !rule.breaks && applies(rule, text, at, fuel),
			);
			if (!kept) starts.push(at);
		}
		return starts;
	};
}

function applies({ before, after }: ReadyRule, text: string, at: number, fuel: Fuel): boolean {
	return after.matches(text, at, fuel) && before.matches(text, at, fuel);
}

function readyRule({ breaks, before, after }: SrxRule): ReadyRule[] {
	const [left, right] = [compilePattern(before, "behind"), compilePattern(after, "ahead")];
	return left === null || right === null ? [] : [{ breaks, before: left, after: right }];
}

function compilePattern(pattern: string, direction: Direction): Automaton | null {
	try {
		return new Automaton(parsePattern(pattern), direction);
	} catch (error) {
		if (error instanceof PatternError) return null;
		throw error;
	}
}

/** How large a pattern is, in instructions, or why it cannot be followed. */
export function measurePattern(pattern: string): number | PatternError {
	try {
		return new Automaton(parsePattern(pattern), "ahead").size;
	} catch (error) {
		if (error instanceof PatternError) return error;
		throw error;
	}
}

const longestTag = 100;

function fits({ pattern }: LanguageMap, language: string, fuel: Fuel): boolean {
	const whole = compilePattern(`(?i:${pattern})\\z`, "ahead");
	return whole?.matches(language.slice(0, longestTag), 0, fuel) ?? false;
}

function isInsidePair(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	return unit >= 0xdc00 && unit <= 0xdfff && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

/**
 * Rules of our own, which the browser's and the server's regular expressions run at full speed. Their patterns must mean
 * the same there as in ICU, and none may look far for a place that does not fit. Same results as `compileRules`.
 */
export function compileTrusted(document: SrxDocument, language: string): Breaker {
	const rules = rulesFor(document, (map) => new RegExp(`^(?:${map.pattern})$`, "iu").test(language));
	const blocks = inBlocks(rules).map(([keeping, breaking]) => ({
		keeping: keeping.length > 0 ? new RegExp(union(keeping), "uy") : null,
		breaking: new RegExp(union(breaking), "gu"),
	}));
	return (text) => {
		const decided = new Map<number, boolean>();
		const kept = (at: number, until: number) =>
			blocks.slice(0, until + 1).some(({ keeping }) => {
				if (keeping === null) return false;
				keeping.lastIndex = at;
				return keeping.test(text);
			});
		for (const [index, { breaking }] of blocks.entries()) {
			for (const { index: at } of text.matchAll(breaking)) {
				if (!decided.has(at)) decided.set(at, !kept(at, index));
			}
		}
		const starts = [...decided].flatMap(([at, breaks]) => (breaks && at > 0 && at < text.length ? [at] : []));
		return blocks.length > 1 ? starts.sort((a, b) => a - b) : starts;
	};
}

/** What follows is looked at first: our patterns are longer in front. */
const union = (rules: readonly SrxRule[]) =>
	rules.map(({ before, after }) => `(?=${after})(?<=${before})`).join("|");

/** Rules that do not break with the rules after them that do, up to the next that do not. */
function inBlocks(rules: readonly SrxRule[]): [keeping: SrxRule[], breaking: SrxRule[]][] {
	const blocks: [SrxRule[], SrxRule[]][] = [];
	let last: SrxRule | undefined;
	for (const rule of rules) {
		if (last === undefined || (last.breaks && !rule.breaks)) blocks.push([[], []]);
		blocks.at(-1)?.[rule.breaks ? 1 : 0].push(rule);
		last = rule;
	}
	return blocks.filter(([, breaking]) => breaking.length > 0);
}
