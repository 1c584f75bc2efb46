/**
 * What the checks find in texts as they are:  npm run bench -- checks [FOLDER] [PASSAGES] [--list] [--sample SEED]
 * FOLDER holds source.zh, reference.en (by people) and machine.en in lines that correspond; pofilter joins where it is
 * installed. The references are then repeated until there are PASSAGES (100,000) of them. `--list` prints every finding
 * of major or above in the references, `--sample` fifty findings in the machine's output, drawn by SEED.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { messageOf } from "#lib/cli/check/findings.ts";
import { checkAll } from "#lib/core/qa/check-all.ts";
import type { CheckedPassage, Finding } from "#lib/core/qa/contract.ts";
import { severities } from "#lib/core/qa/contract.ts";
import { checks } from "#lib/core/qa/registry.ts";
import { loadChecks } from "#lib/core/qa/run-checks.ts";
import { learnUsage } from "#lib/core/qa/usage/learn-usage.ts";
import { compileTerms } from "#lib/core/terms/matcher.ts";
import { starterTerms } from "#lib/core/terms/starter/starter-terms.ts";
import { loadLexicon } from "#lib/server/lexicon.ts";
import { type PofilterRun, pofilter } from "./checks/pofilter.ts";
import type { Pair } from "./faults/plant.ts";
import { Random } from "./faults/random.ts";
import { table } from "./load/figures.ts";

const sampleSize = 50;

const given = process.argv.slice(process.argv[2] === "checks" ? 3 : 2);
const seedAt = given.indexOf("--sample");
const seed = seedAt < 0 ? null : Number(given[seedAt + 1]);
const words = given.filter((word, i) => !word.startsWith("--") && (seedAt < 0 || i !== seedAt + 1));
const [folder = "../shared/corpora/wmt22-zh-en", most = "100000"] = words;

const [sources, references, machine] = ["source.zh", "reference.en", "machine.en"].map(readLines);
const people = pairsOf(references ?? []);
const lexicon = await loadLexicon("zh", "en");
const terms = compileTerms(starterTerms());
const inReferences = await findingsIn(people);
const inMachine = await findingsIn(pairsOf(machine ?? []));

console.log(`${people.length} segments: findings in the references, by people, and in the machine's output`);
console.log(`${table(perCheck(inReferences, inMachine))}\n`);
if (given.includes("--list")) list(inReferences);
if (seed === null) await compare();
else sample(inMachine, pairsOf(machine ?? []), new Random(seed));

function perCheck(reference: readonly Finding[][], output: readonly Finding[][]): string[][] {
	const counts = (all: readonly Finding[][], id: string | null) =>
		severities.map((severity) =>
			String(
				all.flat().filter((one) => (id === null || one.check === id) && one.severity === severity).length,
			),
		);
	const bad = (all: readonly Finding[][]) =>
		((100 * all.flat().filter(({ severity }) => severity !== "minor").length) / all.length).toFixed(2);
	return [
		[
			"",
			...severities.map((severity) => `people: ${severity}`),
			...severities.map((one) => `machine: ${one}`),
		],
		...checks.map(({ id }) => [id, ...counts(reference, id), ...counts(output, id)]),
		["all", ...counts(reference, null), ...counts(output, null)],
		["major or above, per 100 segments", "", bad(reference), "", "", bad(output), ""],
	];
}

function list(all: readonly Finding[][]): void {
	for (const [index, findings] of all.entries())
		for (const finding of findings.filter(({ severity }) => severity !== "minor"))
			console.log(`${index + 1} ${shown(finding, people[index])}`);
}

function sample(all: readonly Finding[][], pairs: readonly Pair[], random: Random): void {
	const every = all.flatMap((findings, index) => findings.map((finding) => ({ index, finding })));
	for (const { index, finding } of random.shuffled(every).slice(0, sampleSize))
		console.log(`${index + 1} ${shown(finding, pairs[index])}`);
}

function shown(finding: Finding, pair: Pair | undefined): string {
	const { check, severity, side, start, end } = finding;
	const text = pair?.[side] ?? "";
	const marked = `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
	const other = side === "source" ? pair?.target : pair?.source;
	return `${severity} ${check}: ${messageOf(finding)}\n    ${marked}\n    ${other}`;
}

async function findingsIn(pairs: readonly Pair[]): Promise<Finding[][]> {
	const passages = pairs.map(passageOf);
	const checker = await loadChecks(
		{ sourceLanguage: "zh-Hans", targetLanguage: "en", sides: { source: true, target: true } },
		{ lexicon, terms, usage: learnUsage(passages, lexicon) },
	);
	if (!checker) throw new Error("No check concerns Chinese and English.");
	return checkAll(checker, passages);
}

/** Speed and memory on many passages, each tool by itself. */
async function compare(): Promise<void> {
	const small = await pofilter(people);
	if (small) {
		const filters = small.filters.map(([name, count]) => `${name} ${count}`).join(", ");
		console.log(
			`pofilter flags ${small.flagged} of ${people.length} in ${small.seconds.toFixed(1)} s: ${filters}\n`,
		);
	}
	const wanted = Number(most);
	const many = Array.from(
		{ length: wanted },
		(_, i) => people[i % people.length] ?? { source: "", target: "" },
	);
	const began = performance.now();
	const found = await findingsIn(many);
	const seconds = (performance.now() - began) / 1_000;
	const ours = {
		flagged: found.filter(({ length }) => length > 0).length,
		seconds,
		megabytes: process.resourceUsage().maxRSS / 1_024,
	};
	const theirs = await pofilter(many);
	console.log(`${wanted} passages`);
	console.log(
		table([
			["", "flagged", "seconds", "passages a second", "peak MB"],
			line("Duizhao", ours, wanted),
			...(theirs ? [line("pofilter", theirs, wanted)] : []),
		]),
	);
}

function line(
	name: string,
	run: Pick<PofilterRun, "flagged" | "seconds" | "megabytes">,
	passages: number,
): string[] {
	const { flagged, seconds, megabytes } = run;
	return [name, String(flagged), seconds.toFixed(1), (passages / seconds).toFixed(0), megabytes.toFixed(0)];
}

function pairsOf(targets: readonly string[]): Pair[] {
	return (sources ?? []).map((source, i) => ({ source, target: targets[i] ?? "" }));
}

function passageOf({ source, target }: Pair, index: number): CheckedPassage {
	return {
		id: String(index),
		source: [{ id: "s", text: source }],
		target: target === "" ? [] : [{ id: "t", text: target }],
	};
}

function readLines(name: string): string[] {
	return readFileSync(join(resolve(folder), name), "utf8")
		.replace(/\n$/u, "")
		.split("\n");
}
