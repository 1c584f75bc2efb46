/** What differences are measured beside: each tool answers with the same three kinds of change. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { diffWordsWithSpace, diffWords as jsdiffWords } from "diff";
import { type Change, diffWithMoves } from "#lib/core/diff/words.ts";

export interface Tool {
	readonly name: string;
	compare(before: string, after: string): readonly Change[];
	/** Rounds on every pair: a process for each is dear. */
	readonly rounds: number;
	/** It has no bound of its own; this many milliseconds are given to it on long texts. */
	readonly patience?: number;
	close?(): void;
}

/** `library` is the folder of an unpacked diff-match-patch; without it that one is left out. */
export function toolsFor(language: string, library: string | undefined): Tool[] {
	return [
		{ name: "Duizhao", rounds: 5, compare: (before, after) => diffWithMoves(before, after, language) },
		jsdiff("diff: diffWords", jsdiffWords),
		jsdiff("diff: diffWordsWithSpace", diffWordsWithSpace),
		gitWords(),
		...(library === undefined ? [] : [matchPatch(resolve(library))]),
	];
}

const longestWait = 20_000;

type JsdiffWords = typeof diffWordsWithSpace;

function jsdiff(name: string, words: JsdiffWords): Tool {
	return {
		name,
		rounds: 5,
		patience: longestWait,
		compare(before, after) {
			const parts = words(before, after, { timeout: longestWait }) ?? [
				{ value: before, removed: true, added: false },
				{ value: after, removed: false, added: true },
			];
			return parts.map(({ value, added, removed }) => ({
				kind: removed ? "deleted" : added ? "inserted" : "same",
				text: value,
			}));
		},
	};
}

/** A process for every pair, as somebody without a library would do it. */
function gitWords(): Tool {
	const folder = mkdtempSync(join(tmpdir(), "duizhao-diff-"));
	const kinds = new Map<string | undefined, Change["kind"]>([
		["-", "deleted"],
		["+", "inserted"],
		[" ", "same"],
	]);
	return {
		name: "git diff --word-diff",
		rounds: 1,
		compare(before, after) {
			writeFileSync(join(folder, "before"), before);
			writeFileSync(join(folder, "after"), after);
			const options = ["diff", "--no-index", "--no-color", "--word-diff=porcelain", "before", "after"];
			const { stdout } = spawnSync("git", options, {
				cwd: folder,
				encoding: "utf8",
				maxBuffer: 100_000_000,
			});
			const lines = stdout
				.split("\n")
				.slice(stdout.split("\n").findIndex((line) => line.startsWith("@@")) + 1);
			const read = lines.flatMap((line) => {
				const kind = kinds.get(line[0]);
				return kind === undefined ? [] : [{ kind, text: line.slice(1) }];
			});
			return stdout === "" ? [{ kind: "same", text: before }] : read;
		},
		close: () => rmSync(folder, { recursive: true }),
	};
}

interface MatchPatch {
	diff_main(before: string, after: string): [number, string][];
	diff_cleanupSemantic(parts: [number, string][]): void;
}

/** As its documentation advises for people: characters first, then what makes sense to them. */
function matchPatch(library: string): Tool {
	if (!existsSync(library)) throw new Error(`There is no ${library}`);
	const Library: new () => MatchPatch = createRequire(import.meta.url)(library);
	const engine = new Library();
	return {
		name: "diff-match-patch, semantic",
		rounds: 5,
		compare(before, after) {
			const parts = engine.diff_main(before, after);
			engine.diff_cleanupSemantic(parts);
			return parts.map(([sign, text]) => ({
				kind: sign < 0 ? "deleted" : sign > 0 ? "inserted" : "same",
				text,
			}));
		},
	};
}
