import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readTextFile } from "#lib/cli/text-file.ts";

const folder = mkdtempSync(join(tmpdir(), "duizhao-text-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a file of 200 MB is refused without being read", async () => {
	const path = join(folder, "huge.txt");
	writeFileSync(path, "");
	truncateSync(path, 200 * 1024 * 1024);
	const begin = performance.now();
	expect(await readTextFile(path)).toEqual({
		ok: false,
		problem: `${path} is larger than 64 MB. Cut the texts into parts that belong together, such as chapters.`,
	});
	expect(performance.now() - begin).toBeLessThan(500);
});

test.each([
	[1_000, true],
	[1_001, false],
])("%i bytes, where 1000 are taken: %s", async (size, ok) => {
	const path = join(folder, "sized.txt");
	writeFileSync(path, "x".repeat(size));
	expect((await readTextFile(path, 1_000)).ok).toBe(ok);
});

test("a pipe is read to its end, and no further than a file", async () => {
	const path = join(folder, "pipe");
	execFileSync("bash", ["-c", `mkfifo "$0"`, path]);
	const feed = (command: string) => spawn("bash", ["-c", `${command} > "$0"`, path], { stdio: "ignore" });
	feed("printf '港口\\n'");
	expect(await readTextFile(path)).toEqual({ ok: true, text: "港口\n" });
	const endless = feed("yes");
	expect((await readTextFile(path, 100_000)).ok).toBe(false);
	endless.kill();
});
