/**
 * How many planted faults the checks find:  npm run bench -- faults [FOLDER] [SEED] [--missed] [--only=KIND]
 * FOLDER holds source.zh and reference.en in lines that correspond. Of each kind up to 200 faults are planted in
 * renderings, all the others staying as they are; a fault counts as found where a finding that was not there before
 * touches it. `--missed` lists those that were not; `--only=term` plants the kinds with “term” in their names alone.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkAll } from "#lib/core/qa/check-all.ts";
import type { CheckedPassage, Finding } from "#lib/core/qa/contract.ts";
import { loadChecks } from "#lib/core/qa/run-checks.ts";
import { learnUsage } from "#lib/core/qa/usage/learn-usage.ts";
import { compileTerms, type TermMatcher } from "#lib/core/terms/matcher.ts";
import { starterTerms } from "#lib/core/terms/starter/starter-terms.ts";
import type { Term } from "#lib/core/terms/term.ts";
import { loadLexicon } from "#lib/server/lexicon.ts";
import { fullWidthMark, unbalancedBracket, wrongQuotes } from "./faults/marks.ts";
import { swappedDate, wrongMagnitude, wrongNumber } from "./faults/numbers.ts";
import type { Pair, Planted, Planter } from "./faults/plant.ts";
import { Random } from "./faults/random.ts";
import { droppedSentence, leftOverHan, repeatedPhrase } from "./faults/texts.ts";
import { wordBook } from "./faults/word-book.ts";
import { forbiddenTerm, glossaryOf, inconsistentTerm, wrongName } from "./faults/words.ts";
import { table } from "./load/figures.ts";

const wanted = 200;
/** Where a run of all texts has no room for so many, the next has other faults in the same ones. */
const rounds = 12;
const paragraphLines = 3;

/** The texts that faults are planted in, who checks them, and what is found before. */
interface Ground {
	readonly pairs: readonly Pair[];
	readonly terms: TermMatcher;
	readonly before: readonly Finding[][];
}

const given = process.argv.slice(process.argv[2] === "faults" ? 3 : 2);
const showMissed = given.includes("--missed");
const only = given.find((word) => word.startsWith("--only="))?.slice("--only=".length) ?? "";
const [folder = "../shared/corpora/wmt22-zh-en", seed = "1"] = given.filter((word) => !word.startsWith("--"));
const [sources, references] = ["source.zh", "reference.en"].map(readLines);
const pairs: Pair[] = (sources ?? []).map((source, i) => ({ source, target: references?.[i] ?? "" }));
const lexicon = await loadLexicon("zh", "en");
const book = wordBook(lexicon);
const starter = starterTerms();
const glossary = glossaryOf(pairs, book);

const lines = await groundOf(pairs, starter);
const paragraphs = await groundOf(inParagraphs(pairs), starter);
const withGlossary = await groundOf(pairs, [...starter, ...glossary]);
const plans: readonly (readonly [Planter, Ground])[] = [
	[wrongNumber, lines],
	[wrongMagnitude, lines],
	[swappedDate, lines],
	[repeatedPhrase, lines],
	[leftOverHan, lines],
	[droppedSentence, paragraphs],
	[wrongName(pairs), lines],
	[forbiddenTerm([...starter, ...glossary]), withGlossary],
	[wrongQuotes, lines],
	[fullWidthMark, lines],
	[unbalancedBracket, lines],
	[inconsistentTerm(pairs, book), lines],
];
const told = [["", "planted", "found", "%", "major or above", "new elsewhere", "by"]];
for (const [planter, ground] of plans.filter(([{ kind }]) => kind.includes(only)))
	told.push(await judge(planter, ground));
console.log(`${pairs.length} pairs, seed ${seed}`);
console.log(table(told));

async function groundOf(on: readonly Pair[], terms: readonly Term[]): Promise<Ground> {
	const matcher = compileTerms(terms);
	return { pairs: on, terms: matcher, before: await run(on, matcher) };
}

async function run(on: readonly Pair[], terms: TermMatcher): Promise<Finding[][]> {
	const passages = on.map(passageOf);
	const checker = await loadChecks(
		{ sourceLanguage: "zh-Hans", targetLanguage: "en", sides: { source: true, target: true } },
		{ lexicon, terms, usage: learnUsage(passages, lexicon) },
	);
	if (!checker) throw new Error("No check concerns Chinese and English.");
	return checkAll(checker, passages);
}

function inParagraphs(all: readonly Pair[]): Pair[] {
	const groups = Math.floor(all.length / paragraphLines);
	return Array.from({ length: groups }, (_, i) => {
		const part = all.slice(i * paragraphLines, (i + 1) * paragraphLines);
		return {
			source: part.map(({ source }) => source).join(""),
			target: part.map(({ target }) => target).join(" "),
		};
	});
}

async function judge(planter: Planter, ground: Ground): Promise<string[]> {
	const random = new Random(Number(seed));
	const counts = { planted: 0, found: 0, major: 0, elsewhere: 0 };
	const checks = new Map<string, number>();
	const used = new Set<string>();
	const most = planter.few ? Math.ceil(wanted / rounds) : wanted;
	for (let round = 0; round < rounds && counts.planted < wanted; round += 1) {
		const planted = plantIn(planter, ground, Math.min(most, wanted - counts.planted), random, used);
		counts.planted += planted.size;
		for (const [index, fresh] of (await freshFindings(ground, planted)).entries()) {
			const fault = planted.get(index);
			const hits = fault ? fresh.filter((finding) => touches(finding, fault)) : [];
			if (!fault) counts.elsewhere += fresh.filter(isMajor).length;
			else if (hits.length > 0) {
				counts.found += 1;
				if (hits.some(isMajor)) counts.major += 1;
				for (const id of new Set(hits.map(({ check }) => check))) checks.set(id, (checks.get(id) ?? 0) + 1);
			} else if (showMissed) console.log(missed(planter, ground, index, fault));
		}
	}
	const finders = [...checks].toSorted(([, a], [, b]) => b - a).map(([id, count]) => `${id} ${count}`);
	const share = counts.planted > 0 ? ((100 * counts.found) / counts.planted).toFixed(1) : "–";
	const figures = [counts.planted, counts.found, share, counts.major, counts.elsewhere].map(String);
	return [planter.kind, ...figures, finders.join(", ")];
}

/** Faults in other passages, or other faults in the same ones, than before. */
function plantIn(
	planter: Planter,
	{ pairs: on }: Ground,
	most: number,
	random: Random,
	used: Set<string>,
): Map<number, Planted> {
	const planted = new Map<number, Planted>();
	const subjects = new Set<string>();
	for (const index of random.shuffled([...on.keys()])) {
		if (planted.size >= most) break;
		const pair = on[index];
		const fault = pair ? planter.plant(pair, random) : null;
		if (!fault || used.has(fault.target)) continue;
		if (fault.about !== undefined && subjects.has(fault.about)) continue;
		subjects.add(fault.about ?? "");
		planted.set(index, fault);
		used.add(fault.target);
	}
	return planted;
}

async function freshFindings(
	{ pairs: on, terms, before }: Ground,
	planted: ReadonlyMap<number, Planted>,
): Promise<Finding[][]> {
	const changed = on.map(({ source, target }, i) => ({ source, target: planted.get(i)?.target ?? target }));
	return (await run(changed, terms)).map((findings, i) => {
		const known = new Set(before[i]?.map(nameOf));
		return findings.filter((finding) => !known.has(nameOf(finding)));
	});
}

function passageOf({ source, target }: Pair, index: number): CheckedPassage {
	return {
		id: String(index),
		source: [{ id: "s", text: source }],
		target: target === "" ? [] : [{ id: "t", text: target }],
	};
}

/** Wherever it stands: a text before it may have grown. */
function nameOf({ check, key, values }: Finding): string {
	return `${check} ${key} ${JSON.stringify(values)}`;
}

function isMajor({ severity }: Finding): boolean {
	return severity !== "minor";
}

/** A finding on the source side speaks of the whole. */
function touches({ side, start, end }: Finding, fault: Planted): boolean {
	return side === "source" || (start <= fault.end && end >= fault.start);
}

function missed(
	{ kind }: Planter,
	{ pairs: on }: Ground,
	index: number,
	{ target, start, end }: Planted,
): string {
	const shown = `${target.slice(0, start)}⟦${target.slice(start, end)}⟧${target.slice(end)}`;
	return `${kind}, ${index + 1}\n  ${on[index]?.source}\n  ${shown}`;
}

function readLines(name: string): string[] {
	return readFileSync(join(resolve(folder), name), "utf8")
		.replace(/\n$/u, "")
		.split("\n");
}
