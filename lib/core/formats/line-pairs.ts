import type { ReadLine, ReadProblem, ReadUnit, ReadVariant } from "./reader.ts";

/** Each of the two texts of a line pair: "source" and "target" where no language is known. */
export interface LinePairs {
	readonly units: readonly ReadUnit[];
	readonly problems: readonly ReadProblem[];
}

/**
 * Two texts of which line n of one translates line n of the other, as Moses reads them. A line that is blank on one
 * side is an empty side; a line blank on both ends a paragraph. Where one text has more lines, its rest stands alone
 * and the first line that has no partner is told.
 */
export function pairLines(
	source: readonly ReadLine[],
	target: readonly ReadLine[],
	languages: readonly [source: string, target: string] = ["source", "target"],
): LinePairs {
	const [left, right] = [byLine(source), byLine(target)];
	const counts = [lastLine(source), lastLine(target)] as const;
	const numbers = [...new Set([...left.keys(), ...right.keys()])].sort((a, b) => a - b);
	// Without a line that is blank on both sides, nothing is known of paragraphs
	const known = numbers.some((line, index) => line !== (numbers[index - 1] ?? line - 1) + 1);
	const units = numbers.map((line, index): ReadUnit => {
		const variants = [variant(languages[0], left.get(line)), variant(languages[1], right.get(line))];
		const paragraphStart = index === 0 || numbers[index - 1] !== line - 1;
		return { line, variants, ...(known && { paragraphStart }) };
	});
	return { units, problems: problemsOf(counts, numbers, left, right) };
}

function byLine(lines: readonly ReadLine[]): Map<number, ReadLine[]> {
	const found = new Map<number, ReadLine[]>();
	for (const line of lines) {
		const same = found.get(line.line);
		if (same === undefined) found.set(line.line, [line]);
		else same.push(line);
	}
	return found;
}

function lastLine(lines: readonly ReadLine[]): number {
	return lines.reduce((last, { line }) => Math.max(last, line), 0);
}

function variant(language: string, lines: readonly ReadLine[] = []): ReadVariant {
	return {
		language,
		segments: lines.map(({ text, codes }) => (codes === undefined ? { text } : { text, codes })),
	};
}

function problemsOf(
	[source, target]: readonly [number, number],
	numbers: readonly number[],
	left: ReadonlyMap<number, unknown>,
	right: ReadonlyMap<number, unknown>,
): ReadProblem[] {
	if (source === target) return [];
	const line =
		numbers.find((number) => left.has(number) !== right.has(number)) ?? Math.min(source, target) + 1;
	return [{ line, column: null, key: "lineCountsDiffer", values: { source, target } }];
}
