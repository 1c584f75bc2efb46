/**
 * Reading a long translation memory, beside a bare pass of the parser over the same bytes:
 *   npm run bench -- read [MEGABYTES] [ROUNDS]
 * Each pass is a process of its own, so that its memory is its own; they take turns, round after round. The ratio is
 * of processor time, which depends least on who else is at work.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, table } from "./load/figures.ts";
import { writeMemory } from "./read/memory-file.ts";
import { type PassResult, type Way, ways } from "./read/pass.ts";

const [megabytes = 500, rounds = 3] = process.argv.slice(3).map(Number);

const folder = mkdtempSync(join(tmpdir(), "duizhao-read-"));
try {
	const file = join(folder, "memory.tmx");
	const units = await writeMemory(file, megabytes * 1_000_000);
	const results = new Map<Way, PassResult[]>(ways.map((way) => [way, []]));
	for (let round = 0; round < rounds; round += 1)
		for (const way of ways) results.get(way)?.push(pass(way, file));
	for (const { units: read } of results.get("reader") ?? [])
		if (read !== units) throw new Error(`${read} units were read where ${units} were written`);
	report(results, units);
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function pass(way: Way, file: string): PassResult {
	const program = fileURLToPath(new URL("./read/pass.ts", import.meta.url));
	const output = execFileSync(process.execPath, ["--no-warnings", program, way, file], { encoding: "utf8" });
	return JSON.parse(output) as PassResult;
}

function report(results: ReadonlyMap<Way, readonly PassResult[]>, units: number): void {
	const perSecond = (way: Way, seconds: (result: PassResult) => number) =>
		(results.get(way) ?? []).map((result) => result.bytes / 1_000_000 / seconds(result));
	const ofProcessor = (way: Way) => perSecond(way, ({ processorSeconds }) => processorSeconds);
	const bare = ofProcessor("saxes");
	const lines = ways.map((way) => {
		const own = ofProcessor(way);
		const wall = median(perSecond(way, ({ seconds }) => seconds));
		const ratio = median(own.map((rate, round) => rate / (bare[round] ?? Number.NaN)));
		const peak = Math.max(...(results.get(way) ?? []).map(({ peakBytes }) => peakBytes));
		return [way, wall.toFixed(0), median(own).toFixed(0), ratio.toFixed(2), (peak / 1_000_000).toFixed(0)];
	});
	console.log(`${megabytes} MB, ${units} units, ${rounds} rounds, medians; Node ${process.version}`);
	console.log(table([["", "MB/s", "MB per s of processor", "× saxes", "peak MB"], ...lines]));
}
