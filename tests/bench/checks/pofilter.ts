/** translate-toolkit's pofilter on the same pairs, where it is installed. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pair } from "../faults/plant.ts";

export interface PofilterRun {
	readonly flagged: number;
	/** By the name of its filter, the most frequent first. */
	readonly filters: readonly (readonly [name: string, count: number])[];
	readonly seconds: number;
	/** Most memory held at once. */
	readonly megabytes: number;
}

/** How often its memory is looked at. Milliseconds. */
const look = 20;

/** Null where it is not installed. */
export async function pofilter(pairs: readonly Pair[]): Promise<PofilterRun | null> {
	if (spawnSync("pofilter", ["--version"]).error) return null;
	const folder = mkdtempSync(join(tmpdir(), "duizhao-pofilter-"));
	try {
		const [input, output] = [join(folder, "in.po"), join(folder, "out.po")];
		writeFileSync(input, asPo(pairs));
		const began = performance.now();
		const megabytes = await peakOf(["--language=en", "--progress=none", input, output]);
		const seconds = (performance.now() - began) / 1_000;
		return { ...count(readFileSync(output, "utf8")), seconds, megabytes };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function asPo(pairs: readonly Pair[]): string {
	const units = pairs.map(
		({ source, target }, i) =>
			`msgctxt "${i}"\nmsgid ${JSON.stringify(source)}\nmsgstr ${JSON.stringify(target)}\n`,
	);
	return `msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n${units.join("\n")}`;
}

function peakOf(args: readonly string[]): Promise<number> {
	const child = spawn("pofilter", args, { stdio: "ignore" });
	let peak = 0;
	const timer = setInterval(() => {
		const [, kilobytes = "0"] = /VmHWM:\s+(\d+)/u.exec(statusOf(child.pid)) ?? [];
		peak = Math.max(peak, Number(kilobytes) / 1_024);
	}, look);
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("exit", () => {
			clearInterval(timer);
			resolve(peak);
		});
	});
}

function statusOf(pid: number | undefined): string {
	try {
		return readFileSync(`/proc/${pid}/status`, "utf8");
	} catch {
		return ""; // it has just ended
	}
}

function count(output: string): Pick<PofilterRun, "flagged" | "filters"> {
	const counts = new Map<string, number>();
	let flagged = 0;
	for (const unit of output.split(/\n\n/u)) {
		const names = new Set([...unit.matchAll(/^# \(pofilter\) (\w+):/gmu)].map(([, name]) => name ?? ""));
		if (names.size > 0) flagged += 1;
		for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return { flagged, filters: [...counts].toSorted(([, one], [, other]) => other - one) };
}
