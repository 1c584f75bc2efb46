/**
 * hunalign (D. Varga and others, "Parallel corpora for medium density languages", 2005), for comparison: the program
 * that HUNALIGN names, or one built from the sources in HUNALIGN_SOURCE, a folder or a git directory.
 */
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { IndexBead } from "#lib/core/align/evaluate.ts";
import type { Contestant, Result } from "./contestants.ts";
import { type GoldDocument, type GoldSet, readLines, type Side, sides } from "./sets.ts";

/** Counting bytes suits Chinese, which counting characters ruins; -realign makes it worse as well. */
const options = ["-onebyteencoding", "-batch"] as const;

/** Null where neither variable is set. */
export function findHunalign(): Contestant | null {
	const program = process.env["HUNALIGN"] ?? build(process.env["HUNALIGN_SOURCE"]);
	return program === null ? null : { id: "hunalign", align: (set) => run(program, set) };
}

/** The program, built in a folder of its own that goes with this process. */
function build(sources: string | undefined): string | null {
	if (sources === undefined) return null;
	const folder = temporary("build");
	process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
	if (existsSync(join(sources, "src/hunalign")))
		cpSync(join(sources, "src"), join(folder, "src"), { recursive: true });
	else {
		const archive = join(folder, "src.tar");
		execFileSync("git", ["--git-dir", sources, "archive", "--output", archive, "HEAD", "src"], {
			stdio: "pipe",
		});
		execFileSync("tar", ["--extract", "--file", archive, "--directory", folder]);
	}
	const made = join(folder, "src/hunalign");
	execFileSync("make", [], { cwd: made, stdio: "pipe" });
	// What this process starts finds the same program.
	process.env["HUNALIGN"] = join(made, "hunalign");
	return process.env["HUNALIGN"];
}

async function run(program: string, set: GoldSet): Promise<Result> {
	// Not loaded where hunalign does not run: the memory of the others is measured too.
	const { hunalignDictionary, tokenize } = await import("./hunalign-texts.ts");
	const folder = temporary("texts");
	try {
		const dictionary = join(folder, "dictionary");
		const known = set.source === "zh" && set.target === "en";
		writeFileSync(dictionary, known ? `${hunalignDictionary().join("\n")}\n` : "");
		const jobs = set.documents.map((document, i) =>
			writeTexts(join(folder, String(i)), document, (sentence, side) => tokenize(sentence, set[side])),
		);
		const batch = join(folder, "batch");
		writeFileSync(batch, jobs.map((files) => `${files.join("\t")}\n`).join(""));
		const begin = performance.now();
		const megabytes = await watch(resolve(program), [...options, dictionary, batch], folder);
		const seconds = (performance.now() - begin) / 1000;
		return {
			seconds,
			megabytes,
			beads: set.documents.map((document, i) => readLadder(jobs[i]?.[2], document)),
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

type Job = readonly [source: string, target: string, ladder: string];

function writeTexts(
	folder: string,
	document: GoldDocument,
	tokens: (sentence: string, side: Side) => string,
): Job {
	mkdirSync(folder);
	for (const side of sides) {
		const lines = document[side].map((sentence) => `${tokens(sentence, side)}\n`);
		writeFileSync(join(folder, side), lines.join(""));
	}
	return [join(folder, "source"), join(folder, "target"), join(folder, "ladder")];
}

/** Each line of a ladder is a rung: the sentences used so far. Texts of too different a size get none. */
function readLadder(file: string | undefined, document: GoldDocument): IndexBead[] {
	if (file === undefined || !existsSync(file) || readFileSync(file, "utf8") === "")
		return sides.flatMap((side) => document[side].map((_, i) => ({ source: [], target: [], [side]: [i] })));
	const rungs = readLines(file).map((line) => line.split("\t").map(Number));
	return rungs.slice(1).flatMap(([source = 0, target = 0], i) => {
		const [fromSource = 0, fromTarget = 0] = rungs[i] ?? [];
		const bead = { source: numbers(fromSource, source), target: numbers(fromTarget, target) };
		return bead.source.length + bead.target.length > 0 ? [bead] : [];
	});
}

function numbers(from: number, to: number): number[] {
	return Array.from({ length: to - from }, (_, i) => from + i);
}

/** How often the memory is looked at: the highest value so far is asked for, so only the end can be missed. */
const interval = 20;

/** Runs the program and gives the most memory it had, in megabytes, where the system tells. */
function watch(program: string, given: readonly string[], folder: string): Promise<number> {
	return new Promise((settle, reject) => {
		const child = spawn(program, given, { cwd: folder, stdio: "ignore" }); // it leaves a file behind
		let most = Number.NaN;
		const timer = setInterval(() => {
			most = highWater(child.pid) ?? most;
		}, interval);
		child.once("error", reject);
		child.once("exit", (code) => {
			clearInterval(timer);
			if (code === 0) settle(most);
			else reject(new Error(`hunalign ended with ${code}`));
		});
	});
}

function highWater(pid: number | undefined): number | null {
	const status = `/proc/${pid}/status`;
	const line = existsSync(status) ? /VmHWM:\s*(\d+) kB/u.exec(readFileSync(status, "utf8")) : null;
	return line ? Number(line[1]) / 1024 : null;
}

function temporary(what: string): string {
	return mkdtempSync(join(tmpdir(), `duizhao-hunalign-${what}-`));
}
