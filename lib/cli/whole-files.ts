import { constants, fstatSync, writeFileSync } from "node:fs";
import { access, chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { t } from "./messages.ts";
import { Refused } from "./refused.ts";

export interface WholeFile {
	readonly path: string;
	readonly text: string;
}

/** How people and systems end a program that they still let tidy up. */
const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Under temporary names, of all that is being written. */
const unfinished = new Set<string>();
let isEnding = false;

/** Ends the program by the signal once nothing unfinished is left. */
function end(signal: NodeJS.Signals): void {
	isEnding = true;
	void tidy(unfinished).finally(() => {
		for (const ending of endings) process.off(ending, end);
		process.kill(process.pid, signal);
	});
}

const tidy = (paths: Iterable<string>) => Promise.all(Array.from(paths, (path) => rm(path, { force: true })));

/**
 * Writes all of the files or none: under temporary names beside them first, and moved when all are complete, so that
 * whoever looks sees the old text or the new one. What is no file (a pipe, /dev/stdout) is written to as it is.
 * Ended by a signal meanwhile, it leaves nothing behind. Throws `Refused` where it cannot write.
 */
export async function writeWholeFiles(files: readonly WholeFile[]): Promise<void> {
	if (isEnding) return new Promise(() => undefined); // nothing new is begun
	const temporary: string[] = [];
	// Stays: a signal that arrives while a listener is taken away would be lost.
	if (!process.listeners("SIGTERM").includes(end)) for (const ending of endings) process.on(ending, end);
	try {
		const moves: { from: string; to: string }[] = [];
		for (const { path, text } of files) {
			const there = await destination(path);
			if (there.kind === "stream") {
				await writeFile(path, text);
				continue;
			}
			if (there.kind === "standard output") {
				writeFileSync(process.stdout.fd, text);
				continue;
			}
			const from = join(dirname(there.path), `.${basename(there.path)}.${process.pid}.part`);
			temporary.push(from);
			unfinished.add(from);
			await writeFile(from, text, { flag: "wx" });
			if (there.mode !== null) await chmod(from, there.mode);
			moves.push({ from, to: there.path });
		}
		for (const { from, to } of moves) await rename(from, to);
	} catch (error) {
		await tidy(temporary);
		throw refusal(files, error);
	} finally {
		for (const from of temporary) unfinished.delete(from);
	}
}

/** Throws `Refused` where a file could not be written: long work should not find that out at its end. */
export async function refuseUnwritable(path: string): Promise<void> {
	try {
		const there = await destination(path);
		if (there.kind === "file") await access(dirname(there.path), constants.W_OK);
	} catch (error) {
		throw refusal([{ path }], error);
	}
}

type Destination =
	| { kind: "stream" }
	| { kind: "standard output" }
	| { kind: "file"; path: string; mode: number | null };

/**
 * A symbolic link stays one: what it points to is replaced. Not so where that is the file to which the shell sends
 * standard output, as /dev/stdout may be: the shell would go on writing to the file that is no longer there.
 */
async function destination(path: string): Promise<Destination> {
	const found = await stat(path).catch((error: unknown) => {
		if (codeOf(error) === "ENOENT") return null;
		throw error;
	});
	if (found === null) return { kind: "file", path, mode: null };
	if (found.isDirectory()) throw Object.assign(new Error(path), { code: "EISDIR" });
	if (!found.isFile()) return { kind: "stream" };
	const standard = fstatSync(process.stdout.fd);
	if (found.dev === standard.dev && found.ino === standard.ino) return { kind: "standard output" };
	return { kind: "file", path: await realpath(path), mode: found.mode };
}

function refusal(files: readonly Pick<WholeFile, "path">[], error: unknown): unknown {
	const code = codeOf(error);
	if (code === null) return error;
	const path = files.map((file) => file.path).join(", ");
	if (code === "EISDIR") return new Refused(t("output.folder", { path }), 1);
	if (code === "ENOENT" || code === "ENOTDIR") return new Refused(t("output.noFolder", { path }), 1);
	return new Refused(t("output.unwritable", { path, code }), 1);
}

function codeOf(error: unknown): string | null {
	return error instanceof Error && "code" in error ? String(error.code) : null;
}
