/**
 * TER and chrF2 beside the values of sacreBLEU:  npm run bench -- measures [FOLDER] [GOLDEN.tsv]
 * FOLDER holds wmt22-zh-en (machine.en and reference.en in lines that correspond); GOLDEN has for each line its number,
 * TER and chrF2 in four digits after lines of explanation, the values of the whole among them.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { addRuns, characterRuns, chrF, noRuns } from "#lib/core/measure/chrf.ts";
import { addMeasured, measureTexts, nothingMeasured, ratesOf } from "#lib/core/measure/measure-texts.ts";
import { type Edits, editRate, translationEdits } from "#lib/core/measure/ter.ts";
import { table } from "./load/figures.ts";

/** What the same loop, TER and chrF2 line by line, took in sacreBLEU 2.6.0. Seconds. */
const sacreBleuSeconds = 73;

const [folder = "../shared/corpora", golden = join(folder, "../reference/wmt22-ter-chrf.tsv")] =
	process.argv.slice(process.argv[2] === "measures" ? 3 : 2);
const machine = linesOf(join(folder, "wmt22-zh-en/machine.en"));
const reference = linesOf(join(folder, "wmt22-zh-en/reference.en"));
const expected = linesOf(golden);
const values = expected.filter((line) => /^\d/.test(line)).map((line) => line.split("\t"));
const whole =
	expected
		.join("\n")
		.match(/TER ([\d.]+).*chrF2 ([\d.]+)/)
		?.slice(1) ?? [];

let edits: Edits = { edits: 0, words: 0 };
let runs = noRuns;
let [terSeconds, chrfSeconds] = [0, 0];
const different: string[] = [];
const started = process.cpuUsage();
for (const [i, text] of machine.entries()) {
	const begin = performance.now();
	const found = translationEdits(text, reference[i] ?? "", "en");
	const between = performance.now();
	const common = characterRuns(text, reference[i] ?? "");
	const [ter, chrf] = [editRate(found).toFixed(4), chrF(common).toFixed(4)];
	chrfSeconds += (performance.now() - between) / 1_000;
	terSeconds += (between - begin) / 1_000;
	edits = { edits: edits.edits + found.edits, words: edits.words + found.words };
	runs = addRuns(runs, common);
	const [number, goldTer, goldChrf] = values[i] ?? [];
	if (number !== String(i + 1) || goldTer !== ter || goldChrf !== chrf)
		different.push(`${i + 1}: TER ${ter}, wanted ${goldTer}; chrF2 ${chrf}, wanted ${goldChrf}`);
}
const corpus = [editRate(edits).toFixed(2), chrF(runs).toFixed(2)];
const seconds = terSeconds + chrfSeconds;
const processor = secondsOf(process.cpuUsage(started));
for (const line of different.slice(0, 20)) console.log(line);

const startedAll = process.cpuUsage();
const all = machine
	.map((text, i) => measureTexts(text, reference[i] ?? "", "en"))
	.reduce(addMeasured, nothingMeasured);
const everything = secondsOf(process.cpuUsage(startedAll));

console.log(
	table([
		["", "ours", "sacreBLEU 2.6.0"],
		["segments", String(machine.length), String(values.length)],
		["different from the golden value", String(different.length), ""],
		["TER of the whole", corpus[0] ?? "", whole[0] ?? ""],
		["chrF2 of the whole", corpus[1] ?? "", whole[1] ?? ""],
		["seconds", seconds.toFixed(2), String(sacreBleuSeconds)],
		["of the processor", processor.toFixed(2), ""],
		["of them TER", terSeconds.toFixed(2), ""],
		["of the processor for all that a screen shows", everything.toFixed(2), ""],
	]),
);
console.log(`${(sacreBleuSeconds / seconds).toFixed(0)} times as fast; ${JSON.stringify(withoutRuns(all))}`);
if (different.length > 0 || corpus.join() !== whole.join()) process.exitCode = 1;

function secondsOf({ user, system }: NodeJS.CpuUsage): number {
	return (user + system) / 1_000_000;
}

function withoutRuns({ runs: _, ...counts }: typeof all): object {
	return { ...counts, ...ratesOf(all) };
}

function linesOf(path: string): string[] {
	return readFileSync(resolve(path), "utf8").replace(/\n$/, "").split("\n");
}
