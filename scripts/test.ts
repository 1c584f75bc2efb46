/**
 * `npm test`: static checks, then every test, on a Postgres and a browser of its own. `npm test -- NAME …`
 * runs only the named projects (core, server, cli, launch, e2e) or the named files.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { compiled, quiet } from "./bootstrap.mjs";
import { build, buildDictionary, generateClient, run } from "./building.ts";
import { giveUp, phase } from "./phases.mjs";

const quickProjects = ["core", "server", "cli", "launch"];
const projects = [...quickProjects, "e2e"];
const output = "tests/.output";

const checks: readonly [name: string, program: string, args: readonly string[]][] = [
	["biome", "@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]],
	["types", "typescript/bin/tsc", ["--noEmit"]],
	["core types", "typescript/bin/tsc", ["--noEmit", "--project", "lib/core"]],
	["knip", "knip/bin/knip.js", []],
];

interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
const failedChecks: string[] = [];
const failedTests: string[] = [];

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

async function runTests(name: string, names: readonly string[], files: readonly string[]): Promise<void> {
	const report = `${output}/${names.join("-")}.json`;
	rmSync(report, { force: true });
	await phase(name, async () => {
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
		const { found, failed } = readReport(report);
		// A run that broke outside its tests (a file that does not load, an unhandled rejection) has failed too.
		if (code !== 0 && found.failed === 0) found.failed = 1;
		for (const key of ["passed", "failed", "skipped"] as const) counts[key] += found[key];
		failedTests.push(...failed);
		return `${found.passed} passed, ${found.failed} failed, ${found.skipped} skipped`;
	});
}

/** What failed is told by name and reason, so that the end of a long run's output says it all. */
function readReport(report: string): { found: Counts; failed: string[] } {
	try {
		const { testResults, ...run } = JSON.parse(readFileSync(report, "utf8"));
		const found = {
			passed: run.numPassedTests,
			failed: run.numFailedTests,
			skipped: run.numPendingTests + run.numTodoTests,
		};
		return { found, failed: testResults.flatMap(failuresOf) };
	} catch {
		return { found: { passed: 0, failed: 0, skipped: 0 }, failed: [] };
	}
}

interface FileResult {
	name: string;
	status: string;
	message: string;
	assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
}

function failuresOf({ name, status, message, assertionResults }: FileResult): string[] {
	const file = relative(process.cwd(), name);
	const failed = assertionResults.filter((test) => test.status === "failed");
	if (failed.length === 0 && status === "failed") return [`${file}\n${message}`];
	return failed.map(
		(test) => `${file}: ${test.fullName}\n${test.failureMessages.join("\n").slice(0, 3_000)}`,
	);
}

main().catch(giveUp);
