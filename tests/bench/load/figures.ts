/** Medians, percentiles and tables of what was measured. */

export interface Timings {
	readonly perSecond: number;
	/** How long each took. */
	readonly milliseconds: readonly number[];
}

/** The value below which this share of the values lies, by the nearest rank; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Lines with their columns under each other, numbers to the right. */
export function table(lines: readonly (readonly string[])[]): string {
	const widths = (lines[0] ?? []).map((_, column) =>
		Math.max(...lines.map((line) => (line[column] ?? "").length)),
	);
	return lines
		.map((line) =>
			line
				.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
				.join("  "),
		)
		.join("\n");
}
