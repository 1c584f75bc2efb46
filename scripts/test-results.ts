/** What a run of vitest says in its JSON report. */
import { readFileSync } from "node:fs";
import { relative } from "node:path";

interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

export interface FileResult {
	readonly name: string;
	readonly status: string;
	readonly message: string;
	readonly assertionResults: readonly {
		readonly fullName: string;
		readonly status: string;
		readonly failureMessages: readonly string[];
	}[];
}

/** One result per file; none where the run ended before it wrote any. */
export function readResults(report: string): FileResult[] {
	try {
		return JSON.parse(readFileSync(report, "utf8")).testResults;
	} catch {
		return [];
	}
}

export const hasFailed = ({ status }: FileResult): boolean => status === "failed";

/** A file that failed outside its tests (it does not load, or nothing could be prepared) counts as one failure. */
export function countsOf({ status, assertionResults }: FileResult): Counts {
	const having = (wanted: string) => assertionResults.filter((test) => test.status === wanted).length;
	const passed = having("passed");
	const failed = having("failed");
	return {
		passed,
		failed: failed === 0 && status === "failed" ? 1 : failed,
		skipped: assertionResults.length - passed - failed,
	};
}

export function totalOf(counts: readonly Counts[]): Counts {
	const total: Counts = { passed: 0, failed: 0, skipped: 0 };
	for (const key of ["passed", "failed", "skipped"] as const) {
		for (const one of counts) total[key] += one[key];
	}
	return total;
}

export const pathOf = ({ name }: FileResult): string => relative(process.cwd(), name);

/** What failed is told by name and reason, so that the end of a long run's output says it all. */
export function failuresOf(result: FileResult): string[] {
	const file = pathOf(result);
	const { status, message, assertionResults } = result;
	const failed = assertionResults.filter((test) => test.status === "failed");
	if (failed.length === 0 && status === "failed") return [`${file}\n${message}`];
	return failed.map(
		(test) => `${file}: ${test.fullName}\n${test.failureMessages.join("\n").slice(0, 3_000)}`,
	);
}
