/** A reading while it is made. */
import type { CalendarDate, ClockTime, DigitRow, NamedDay, NumberReading, Quantity } from "./quantity.ts";

export interface ReadingDraft {
	readonly quantities: Quantity[];
	readonly dates: CalendarDate[];
	readonly times: ClockTime[];
	readonly weekdays: NamedDay[];
	readonly implied: number[];
}

export const emptyDraft = (): ReadingDraft => ({
	quantities: [],
	dates: [],
	times: [],
	weekdays: [],
	implied: [],
});

/** A count of which only the given is unusual. */
export const quantity = (told: Pick<Quantity, "start" | "end" | "value"> & Partial<Quantity>): Quantity => ({
	kind: "count",
	readings: [told.value],
	shares: [],
	range: null,
	unit: null,
	sure: "loose",
	letters: "",
	counted: true,
	rough: false,
	measured: { start: told.start, end: told.end },
	...told,
});

/** Digits with hyphens, spaces and brackets between, or many without: numbers of telephones, accounts and books. */
const rowsOfDigits = /\d[\d\s().-]{5,40}\d/gu;

export const digitRowsOf = (text: string): DigitRow[] =>
	[...text.matchAll(rowsOfDigits)].map(({ index, 0: row }) => ({
		start: index,
		end: index + row.length,
		digits: row.replace(/\D/gu, ""),
	}));

const addresses = /(?:https?:\/\/|www\.)[!-~]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/giu;

/** As long as the text, with nothing in the place of addresses: their digits count nothing. */
export const withoutAddresses = (text: string): string =>
	/[@:w]/iu.test(text) ? text.replace(addresses, (address) => " ".repeat(address.length)) : text;

export const moveSpans = (reading: NumberReading, place: (offset: number) => number): NumberReading => {
	const moved = <T extends { readonly start: number; readonly end: number }>(spans: readonly T[]): T[] =>
		spans.map((span) => ({ ...span, start: place(span.start), end: place(span.end) }));
	return {
		...reading,
		quantities: moved(reading.quantities).map((one) => ({
			...one,
			measured: { start: place(one.measured.start), end: place(one.measured.end) },
		})),
		dates: moved(reading.dates),
		times: moved(reading.times),
		weekdays: moved(reading.weekdays),
		digitRows: moved(reading.digitRows),
		marker: moved(reading.marker ? [reading.marker] : [])[0] ?? null,
	};
};
