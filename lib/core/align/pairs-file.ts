/** Files of texts that translate each other, which people keep as tab-separated lines. */
import type { Example } from "./contract.ts";

/** `line` and `column` count from 1, columns in characters; `key` names the sentence about it. */
export interface PairsProblem {
	readonly line: number;
	readonly column: number;
	readonly key: "noTab" | "secondTab" | "emptySource" | "emptyTarget";
}

export interface PairsFile {
	readonly pairs: readonly Example[];
	readonly problems: readonly PairsProblem[];
}

/**
 * A glossary: `source TAB target`, one entry a line. White space around a text does not count; empty lines and lines
 * that begin with # are skipped. A source may stand in several lines, with a target each.
 */
export function readTerms(text: string): PairsFile {
	const pairs: Example[] = [];
	const problems: PairsProblem[] = [];
	for (const [index, written] of lines(text).entries()) {
		if (written.trim() === "" || written.startsWith("#")) continue;
		const [source = "", target, ...more] = written.split("\t");
		const problem = (key: PairsProblem["key"], before: string) =>
			problems.push({ line: index + 1, column: [...before].length + 1, key });
		if (target === undefined) problem("noTab", written);
		else if (more.length > 0) problem("secondTab", `${source}\t${target}`);
		else if (source.trim() === "") problem("emptySource", "");
		else if (target.trim() === "") problem("emptyTarget", `${source}\t`);
		else pairs.push({ source: source.trim(), target: target.trim() });
	}
	return { pairs, problems };
}

/**
 * Confirmed passages, as TSV of the workbench or of `duizhao align`: source TAB target, with tab, line breaks and
 * backslash escaped; further columns are ignored, and passages that lack a side say nothing.
 */
export function readExamples(text: string): PairsFile {
	const pairs: Example[] = [];
	const problems: PairsProblem[] = [];
	for (const [index, written] of lines(text).entries()) {
		if (written.trim() === "") continue;
		const [source = "", target] = written.split("\t").map(unescapeField);
		if (target === undefined)
			problems.push({ line: index + 1, column: [...written].length + 1, key: "noTab" });
		else if (source.trim() !== "" && target.trim() !== "") pairs.push({ source, target });
	}
	return { pairs, problems };
}

function lines(text: string): string[] {
	return text.split(/\r\n|[\n\r]/u);
}

const meanings: Readonly<Record<string, string>> = { "\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r" };

export function unescapeField(field: string): string {
	return field.replace(/\\[\\tnr]/gu, (escaped) => meanings[escaped] ?? escaped);
}
