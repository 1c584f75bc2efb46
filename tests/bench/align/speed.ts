/**
 * Time and memory on one thread, each measurement in a process of its own. The contestants take turns, so that a busy
 * machine is as busy for each. Reading the texts is no part of it, nor hunalign's having its words apart already.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { median, table } from "../load/figures.ts";
import { findContestants } from "./contestants.ts";
import { type Load, loads } from "./loads.ts";
import type { Measured } from "./measure.ts";
import { share } from "./quality.ts";

/** What the issue of speed is not about. */
const unmeasured: readonly string[] = ["one-to-one", "embedding"];

/** `part` of the size that is measured in full. */
export async function measureSpeed(folder: string, part = 1): Promise<void> {
	const { contestants, leftOut } = findContestants();
	for (const line of leftOut) console.log(line);
	const ids = contestants.map(({ id }) => id).filter((id) => !unmeasured.includes(id));
	for (const load of loads) {
		const runs = Array.from({ length: load.rounds }, () =>
			ids.map((id) => measure(id, load, folder, part)),
		).flat();
		const lines = ids.map((id) => {
			const own = runs.filter((run) => run.id === id);
			const of = (figure: (run: Measured) => number) => median(own.map(figure));
			const [seconds, idle, most] = [
				of((run) => run.seconds),
				of((run) => run.before),
				of((run) => run.megabytes),
			];
			return [id, seconds.toFixed(2), idle.toFixed(0), most.toFixed(0), share(of((run) => run.strict))];
		});
		console.log(
			`\n${load.name}: ${runs[0]?.size ?? ""} documents, ${load.rounds} rounds\n${table([head, ...lines])}`,
		);
	}
}

const head = ["", "s", "MB before", "MB at most", "strict F1"];

function measure(id: string, load: Load, folder: string, part: number): Measured {
	const child = [join(import.meta.dirname, "measure.ts"), id, load.name, folder, String(part)];
	const printed = execFileSync(process.execPath, child, {
		encoding: "utf8",
		stdio: ["ignore", "pipe", "inherit"],
	});
	const measured: Measured = JSON.parse(printed.trim().split("\n").at(-1) ?? "");
	return measured;
}
