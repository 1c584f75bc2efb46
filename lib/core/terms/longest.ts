interface Span {
	readonly start: number;
	readonly end: number;
}

/** Of spans that overlap only the longest, and of equally long ones the first; spans of the same place stay together. */
export function longestOnly<T extends Span>(spans: readonly T[], length: number): T[] {
	if (spans.length < 2) return [...spans];
	const owner = new Int32Array(length);
	const byLength = spans.toSorted((one, other) => sizeOf(other) - sizeOf(one) || one.start - other.start);
	const kept: T[] = [];
	let last: T | undefined;
	for (const span of byLength) {
		const same = last?.start === span.start && last.end === span.end;
		// Longer spans come first: one that is overlapped has an end in the longer one.
		if (!same && (owner[span.start] !== 0 || owner[span.end - 1] !== 0)) continue;
		if (!same) owner.fill(1, span.start, span.end);
		kept.push(span);
		last = span;
	}
	return kept.toSorted((one, other) => one.start - other.start);
}

const sizeOf = ({ start, end }: Span) => end - start;
