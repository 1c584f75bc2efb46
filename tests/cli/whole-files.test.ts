import { spawn } from "node:child_process";
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { refuseUnwritable, writeWholeFiles } from "#lib/cli/whole-files.ts";

let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "duizhao-whole-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("files appear whole, replace what was there and keep its permissions", async () => {
	writeFileSync(at("old"), "before");
	chmodSync(at("old"), 0o600);
	await writeWholeFiles([
		{ path: at("old"), text: "after" },
		{ path: at("new"), text: "港口\n" },
	]);
	expect(readdirSync(folder).sort()).toEqual(["new", "old"]);
	expect([readFileSync(at("old"), "utf8"), readFileSync(at("new"), "utf8")]).toEqual(["after", "港口\n"]);
	expect(statSync(at("old")).mode & 0o777).toBe(0o600);
});

test("a symbolic link stays one", async () => {
	writeFileSync(at("real"), "before");
	symlinkSync("real", at("link"));
	await writeWholeFiles([{ path: at("link"), text: "after" }]);
	expect(readlinkSync(at("link"))).toBe("real");
	expect(readFileSync(at("real"), "utf8")).toBe("after");
});

test("where one cannot be written, none is, and nothing is left lying about", async () => {
	writeFileSync(at("first"), "before");
	mkdirSync(at("second"));
	const files = ["first", "second"].map((name) => ({ path: at(name), text: "after" }));
	await expect(writeWholeFiles(files)).rejects.toThrow("is a folder");
	expect(readFileSync(at("first"), "utf8")).toBe("before");
	expect(readdirSync(folder).sort()).toEqual(["first", "second"]);
});

test.each([
	["new", null],
	["folder/new", null],
	["folder", "is a folder; --output needs the name of a file."],
	["nowhere/new", "cannot be written: there is no such folder."],
])("whether %s can be written is known beforehand, and nothing is", async (name, problem) => {
	mkdirSync(at("folder"));
	const told = refuseUnwritable(at(name));
	if (problem === null) await told;
	else await expect(told).rejects.toMatchObject({ message: `${at(name)} ${problem}`, exitCode: 1 });
	expect(readdirSync(folder, { recursive: true })).toEqual(["folder"]);
});

test("what is no file is written to as it is", async () => {
	await writeWholeFiles([{ path: "/dev/null", text: "after" }]);
	expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
});

/** Writes one large file after the other, and says when it has begun. */
const writer = (target: string) => `
	import { writeWholeFiles } from ${JSON.stringify(new URL("../../lib/cli/whole-files.ts", import.meta.url).href)};
	const text = "x".repeat(32 * 1024 * 1024);
	console.log("begun");
	while (true) await writeWholeFiles([{ path: ${JSON.stringify(target)}, text }]);
`;

test.each(["SIGINT", "SIGTERM"] as const)(
	"ended by %s in the middle: the old file or the new one",
	async (signal) => {
		writeFileSync(at("target"), "before");
		const child = spawn(process.execPath, ["--input-type=module", "--eval", writer(at("target"))], {
			cwd: fileURLToPath(new URL("../..", import.meta.url)),
			stdio: ["ignore", "pipe", "inherit"],
		});
		const ended = new Promise((resolve) => child.on("exit", (_, by) => resolve(by)));
		child.stdout.once("data", () => setTimeout(() => child.kill(signal), 40));
		expect(await ended).toBe(signal);
		expect(readdirSync(folder)).toEqual(["target"]);
		expect([6, 32 * 1024 * 1024]).toContain(statSync(at("target")).size);
	},
);
