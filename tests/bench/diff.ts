/**
 * Differences beside other tools:  npm run bench -- diff [FOLDER] [LIBRARY]
 * FOLDER holds machine.en and reference.en in lines that correspond, as WMT 2022 has them. Every line of the one is
 * compared with its line of the other, then texts of 20,000 words. LIBRARY is the folder of an unpacked
 * diff-match-patch, which joins where it is given; git joins where it is installed.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Change, textAfter, textBefore } from "#lib/core/diff/words.ts";
import { longPairs } from "./diff/long-texts.ts";
import { type Tool, toolsFor } from "./diff/tools.ts";
import { median, table } from "./load/figures.ts";

const language = "en";
const words = 20_000;
const longRounds = 3;
const tags = { same: ["", ""], deleted: ["<del>", "</del>"], inserted: ["<ins>", "</ins>"] } as const;

const given = process.argv.slice(process.argv[2] === "diff" ? 3 : 2);
const [folder = "../shared/corpora/wmt22-zh-en", library] = given;
const [before, after] = ["machine.en", "reference.en"].map(readLines);
const tools = toolsFor(language, library);

console.log(`${before?.length} segments, machine to reference`);
const lines = [["", "exact", "median ms", "worst ms", "islands", "most", "kB of HTML", "of it marks"]];
for (const tool of tools) lines.push(judge(tool, before ?? [], after ?? []));
console.log(`${table(lines)}\n`);

console.log(`Texts of ${words} words: ms, and the share of the text that is found to have stayed`);
const long = longPairs(words, after ?? []);
const longLines = [["", ...tools.map(({ name }) => name)]];
for (const pair of long)
	longLines.push([pair.name, ...tools.map((tool) => timedOnce(tool, pair.before, pair.after))]);
console.log(table(longLines));
for (const tool of tools) tool.close?.();

function readLines(name: string): string[] {
	return readFileSync(join(resolve(folder), name), "utf8")
		.replace(/\n$/u, "")
		.split("\n");
}

function judge(tool: Tool, old: readonly string[], now: readonly string[]): string[] {
	const pairs = old.map((text, index) => [text, now[index] ?? ""] as const);
	// Once without the clock, so that everybody is measured warm.
	const answers = pairs.map(([text, other]) => tool.compare(text, other));
	const times = pairs.map(([text, other]) =>
		median(Array.from({ length: tool.rounds }, () => timed(() => tool.compare(text, other)))),
	);
	const exact = answers.filter(
		(changes, index) => textBefore(changes) === pairs[index]?.[0] && textAfter(changes) === pairs[index]?.[1],
	);
	const islands = answers.map(countIslands);
	const [whole, marks] = [sum(answers.map(htmlBytes)), sum(answers.map(markBytes))];
	return [
		tool.name,
		`${exact.length}`,
		median(times).toFixed(3),
		Math.max(...times).toFixed(1),
		(sum(islands) / islands.length).toFixed(2),
		`${Math.max(...islands)}`,
		(whole / 1_000).toFixed(0),
		(marks / 1_000).toFixed(0),
	];
}

function timed(run: () => void): number {
	const begin = performance.now();
	run();
	return performance.now() - begin;
}

function timedOnce(tool: Tool, old: string, now: string): string {
	let changes: readonly Change[] = [];
	const first = timed(() => {
		changes = tool.compare(old, now);
	});
	if (tool.patience !== undefined && first >= tool.patience)
		return `gave up after ${tool.patience / 1_000} s`;
	// The shortest of three: what a busy machine adds is not the tool's.
	const more =
		first > 5_000 ? [] : Array.from({ length: longRounds - 1 }, () => timed(() => tool.compare(old, now)));
	const stayed = sum(changes.map(({ kind, text }) => (kind === "same" ? text.length : 0)));
	return `${Math.min(first, ...more).toFixed(0)} · ${((100 * stayed) / Math.max(old.length, now.length)).toFixed(0)} %`;
}

/** Stretches of changes between two stretches that stayed. */
function countIslands(changes: readonly Change[]): number {
	return changes.filter(
		({ kind }, index) => kind !== "same" && (changes[index - 1]?.kind ?? "same") === "same",
	).length;
}

function html({ kind, text, moved }: Change): string {
	const [open, close] = tags[kind];
	return `${moved === undefined ? open : open.replace(">", ` data-moved="${moved}">`)}${text}${close}`;
}

function htmlBytes(changes: readonly Change[]): number {
	return Buffer.byteLength(changes.map(html).join(""));
}

function markBytes(changes: readonly Change[]): number {
	return htmlBytes(changes) - Buffer.byteLength(changes.map(({ text }) => text).join(""));
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
