/**
 * `npm test`: static checks, then every test, on a Postgres and a browser of its own. `npm test -- NAME …`
 * runs only the named projects (core, server, cli, launch, e2e) or the named files.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { compiled, quiet } from "./bootstrap.mjs";
import { build, buildDictionary, generateClient, run } from "./building.ts";
import { giveUp, phase } from "./phases.mjs";
import {
	countsOf,
	type FileResult,
	failuresOf,
	hasFailed,
	pathOf,
	readResults,
	totalOf,
} from "./test-results.ts";

const quickProjects = ["core", "server", "cli", "launch"];
const projects = [...quickProjects, "e2e"];
const output = "tests/.output";

const checks: readonly [name: string, program: string, args: readonly string[]][] = [
	["biome", "@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]],
	["types", "typescript/bin/tsc", ["--noEmit"]],
	["core types", "typescript/bin/tsc", ["--noEmit", "--project", "lib/core"]],
	["knip", "knip/bin/knip.js", []],
];

/** The name under which a run is reported that broke outside its files. */
const outsideFiles = "outside the files";
/** A machine that is busy for a moment fails a file or two; more than that is no accident. */
const mostRepeated = 2;

const counts = totalOf([]);
const failedChecks: string[] = [];
const failedTests: string[] = [];
/** What passed only when it was repeated, with the reason of the first failure. */
const unsteadyTests: string[] = [];

// The developer's own settings stay out of the tests.
for (const name of Object.keys(process.env)) {
	if (/^(DATABASE_URL|HOST|PORT|(DUIZHAO|OIDC|NEXTAUTH)_.*)$/.test(name)) delete process.env[name];
}

async function main(): Promise<void> {
	const asked = process.argv.slice(2);
	const namedProjects = asked.filter((name) => projects.includes(name));
	const files = asked.filter((name) => !projects.includes(name));
	await generateClient();
	await buildDictionary();
	mkdirSync(output, { recursive: true });
	if (asked.length === 0) for (const check of checks) await runCheck(...check);
	const wanted = namedProjects.length > 0 ? namedProjects : projects;
	const quick = wanted.filter((name) => name !== "e2e" && (files.length === 0 || reaches(files, name)));
	if (quick.length > 0) await runTests("tests", quick, files);
	if (wanted.includes("e2e") && (files.length === 0 || reaches(files, "e2e"))) {
		await build();
		await runTests("browser tests", ["e2e"], files);
	}
	const bad = failedChecks.length > 0 || counts.failed > 0;
	if (failedChecks.length > 0) console.log(`\nfailed checks: ${failedChecks.join(", ")}`);
	for (const test of unsteadyTests) console.log(`\nfailed, and passed when repeated: ${test}`);
	for (const test of failedTests) console.log(`\nfailed: ${test}`);
	console.log(`\ntests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
	process.exitCode = bad ? 1 : 0;
}

/** A file filter that names a project's folder keeps the other projects, and the build, out of the run. */
function reaches(files: readonly string[], project: string): boolean {
	return files.some((file) => {
		const folder = /tests\/([a-z0-9]+)/.exec(file)?.[1];
		return folder === undefined || (folder === "app" ? "server" : folder) === project;
	});
}

async function runCheck(name: string, program: string, args: readonly string[]): Promise<void> {
	await phase(name, async () => {
		try {
			await run(program, args, name);
			return "passed";
		} catch {
			failedChecks.push(name);
			return "FAILED";
		}
	});
}

/** A file or two that fail are repeated once, alone; that they failed is told at the end all the same. */
async function runTests(name: string, names: readonly string[], files: readonly string[]): Promise<void> {
	await phase(name, async () => {
		const results = new Map((await vitest(names, files)).map((result) => [result.name, result]));
		const again = [...results.values()].filter(hasFailed);
		if (again.length > 0 && again.length <= mostRepeated && !results.has(outsideFiles)) {
			for (const result of await vitest(names, again.map(pathOf))) results.set(result.name, result);
			const mended = again.filter((result) => results.get(result.name)?.status === "passed");
			unsteadyTests.push(...mended.flatMap(failuresOf));
		}
		const found = totalOf([...results.values()].map(countsOf));
		for (const key of ["passed", "failed", "skipped"] as const) counts[key] += found[key];
		failedTests.push(...[...results.values()].flatMap(failuresOf));
		return `${found.passed} passed, ${found.failed} failed, ${found.skipped} skipped`;
	});
}

async function vitest(names: readonly string[], files: readonly string[]): Promise<FileResult[]> {
	const report = `${output}/${names.join("-")}.json`;
	rmSync(report, { force: true });
	const selected = names.flatMap((project) => ["--project", project]);
	const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
	const args = [
		"node_modules/vitest/vitest.mjs",
		"run",
		"--passWithNoTests",
		...selected,
		...reporters,
		...files,
	];
	const environment = { ...compiled, ...process.env, ...quiet };
	const child = spawn(process.execPath, args, { stdio: "inherit", env: environment });
	const [code] = await once(child, "exit");
	const results = readResults(report);
	if (code === 0 || results.some(hasFailed)) return results;
	const message = `vitest ended with ${code}: an unhandled rejection, or no report`;
	return [...results, { name: outsideFiles, status: "failed", message, assertionResults: [] }];
}

main().catch(giveUp);
