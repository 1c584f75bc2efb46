import type { DayFigures } from "#lib/core/measure/wire.ts";

/** A day, or so many days from it that a chart of all of them can be read. */
export interface Span extends DayFigures {
	/** Days in it. */
	readonly length: number;
}

const day = 86_400_000; // ms
/** Columns that a chart has room for. */
const mostSpans = 62;
const lengths = [1, 7, 28, 91, 364];

/** Every day from the first to the last, those of rest too; where they are many, weeks, four weeks, quarters or years. */
export function spansOf(days: readonly DayFigures[]): Span[] {
	const [first, last] = [days[0], days.at(-1)];
	if (!first || !last) return [];
	const begin = Date.parse(first.day);
	const count = (Date.parse(last.day) - begin) / day + 1;
	const length = lengths.find((one) => count / one <= mostSpans) ?? lengths.at(-1) ?? 1;
	const spans = Array.from({ length: Math.ceil(count / length) }, (_, i) => ({
		day: new Date(begin + i * length * day).toISOString().slice(0, 10),
		length,
		wordsChanged: 0,
		confirmed: 0,
		changes: 0,
		minutes: 0,
	}));
	for (const one of days) {
		const span = spans[Math.floor((Date.parse(one.day) - begin) / day / length)];
		if (!span) continue;
		span.wordsChanged += one.wordsChanged;
		span.confirmed += one.confirmed;
		span.changes += one.changes;
		span.minutes += one.minutes;
	}
	return spans;
}
