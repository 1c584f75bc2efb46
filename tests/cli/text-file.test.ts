import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readTextFile } from "#lib/cli/text-file.ts";
import { processorTime } from "#tests/setup/processor-time.ts";
import { big5, gbk } from "../core/text/legacy-encoders.ts";

const folder = mkdtempSync(join(tmpdir(), "duizhao-text-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a file of 200 MB is refused without being read", async () => {
	const path = join(folder, "huge.txt");
	writeFileSync(path, "");
	truncateSync(path, 200 * 1024 * 1024);
	const begin = processorTime();
	expect(await readTextFile(path)).toEqual({
		ok: false,
		problem: `${path} is larger than 64 MB. Cut the texts into parts that belong together, such as chapters.`,
	});
	expect(processorTime() - begin).toBeLessThan(500);
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

async function readBytes(bytes: Uint8Array) {
	const path = join(folder, "text.txt");
	writeFileSync(path, bytes);
	const told: string[] = [];
	const file = await readTextFile(path, undefined, (line) => told.push(line.replace(path, "FILE")));
	return { ...file, ...(!file.ok && { problem: file.problem.replace(path, "FILE") }), told };
}

const simplified = "港口开放了，来了三艘船。引航员都上了岸。\n";
const traditional = "港口開放了，來了三艘船。引航員都上了岸。\n";
const english = "The port opened.\n";
const late = `${"Nothing but English.\n".repeat(4_000)}`;

test.each<[string, Uint8Array, string]>([
	["UTF-8", Buffer.from(simplified), simplified],
	["UTF-8 with its mark", Buffer.from(`\uFEFF${simplified}`), simplified],
	["UTF-8 of scripts that the guess does not know", Buffer.from("ᏣᎳᎩ"), "ᏣᎳᎩ"],
	["GB18030", gbk(simplified), simplified],
	["GB18030 after 80 kB of English", Buffer.concat([Buffer.from(late), gbk(simplified)]), late + simplified],
	["Big5", big5(traditional), traditional],
	["UTF-16LE with its mark", Buffer.from(`\uFEFF${simplified}`, "utf16le"), simplified],
	["UTF-16LE without one", Buffer.from(simplified, "utf16le"), simplified],
	["UTF-16LE English without one", Buffer.from(english, "utf16le"), english],
	["UTF-16BE with its mark", Buffer.from(`\uFEFF${simplified}`, "utf16le").swap16(), simplified],
])("%s is read, and nothing told", async (_, bytes, text) => {
	expect(await readBytes(bytes)).toEqual({ ok: true, text, told: [] });
});

test("an encoding that is a guess is read and told in one line", async () => {
	expect(await readBytes(big5("凝族"))).toEqual({
		ok: true,
		text: "凝族",
		told: ["FILE was read as Big5, which is a guess. If words look garbled, save it as UTF-8 and try again."],
	});
});

test.each<[string, Uint8Array, string]>([
	[
		"a damaged byte of UTF-8",
		Buffer.concat([Buffer.from("港口\r\nOK 中"), Uint8Array.of(0xe6), Buffer.from(" bad")]),
		"FILE, line 2, column 5: the bytes E6 20 are no character of UTF-8,",
	],
	[
		"a damaged byte of GB18030",
		Buffer.concat([gbk(simplified), Uint8Array.of(0xff), gbk(simplified)]),
		"FILE, line 2, column 1: the bytes FF are no character of GB18030,",
	],
	[
		"half a surrogate pair",
		Buffer.from("\uFEFFab\n c\uD800d", "utf16le"),
		"FILE, line 2, column 3: the bytes 00 D8 64 00 are no character of UTF-16LE,",
	],
	["NUL in UTF-8", Buffer.from("港\n口\0"), "FILE has a NUL character at line 2, column 2;"],
	["NUL in UTF-16", Buffer.from("\uFEFFab\0", "utf16le"), "FILE has a NUL character at line 1, column 3;"],
	["a PNG", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "FILE is not a text file."],
	[
		"Shift JIS",
		Uint8Array.from(
			Array.from({ length: 2 }, () => [
				0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xc5, 0x82, 0xb7,
			]).flat(),
		),
		"FILE are written: in line 1, column 1, the bytes 82 are not UTF-8,",
	],
])("%s is refused with its place", async (_, bytes, problem) => {
	expect(await readBytes(bytes)).toEqual({ ok: false, problem: expect.stringContaining(problem), told: [] });
});
