/** Holds what two texts say in numbers against each other. */
import { compareDates, compareTimes, compareWeekdays } from "./compare-moments.ts";
import { compareUnits } from "./compare-units.ts";
import {
	type CalendarDate,
	type ClockTime,
	type ListMarker,
	type NamedDay,
	type NumberReading,
	type Quantity,
	valueKey,
} from "./quantity.ts";
import { inRow, isCut, isExchanged, isPowerOfTen, isRelated, keysOf, meets } from "./related.ts";

/** What does not agree. A number that one side alone tells has null for the other. */
export type Discrepancy =
	| { readonly about: "differs"; readonly source: Quantity; readonly target: Quantity }
	| { readonly about: "added"; readonly target: Quantity }
	| { readonly about: "missing"; readonly source: Quantity }
	/** Both tell it roughly, and not even roughly the same. */
	| { readonly about: "vague"; readonly source: Quantity; readonly target: Quantity }
	| { readonly about: "marker"; readonly source: ListMarker; readonly target: ListMarker }
	| { readonly about: "unit"; readonly source: Quantity; readonly target: Quantity }
	| { readonly about: "date"; readonly source: CalendarDate; readonly target: CalendarDate }
	| { readonly about: "time"; readonly source: ClockTime; readonly target: ClockTime }
	| { readonly about: "weekday"; readonly source: NamedDay; readonly target: NamedDay };

/** Of texts with more numbers that agree with nothing, the first tell enough. */
const mostUnmatched = 60;

export function compareReadings(source: NumberReading, target: NumberReading): Discrepancy[] {
	const sourceValues = valuesOf(source);
	const targetValues = valuesOf(target);
	const markers = compareMarkers(source.marker, target.marker);
	return [
		...markers,
		...compareNumbers(source, withoutMarker(target), sourceValues, targetValues),
		...compareVague(source.quantities, target.quantities),
		...compareUnits(source.quantities, target.quantities),
		...compareDates(source, target, sourceValues),
		...compareTimes(source.times, target.times),
		...compareWeekdays(source.weekdays, target.weekdays),
	];
}

/** 数百 and “hundreds”, and nothing rougher: from one to ten times. */
const isVague = ({ range }: Quantity): boolean => range !== null && range[1] === range[0] * 10;

function compareVague(sources: readonly Quantity[], targets: readonly Quantity[]): Discrepancy[] {
	const [source, second] = sources.filter(isVague);
	const [target, other] = targets.filter(isVague);
	if (!source?.range || !target?.range || second || other) return [];
	const [low, high] = source.range;
	const [least, most] = target.range;
	const apart = low >= most || least >= high;
	const told = targets.some((one) => one !== target && one.value >= low && one.value <= high);
	return apart && !told ? [{ about: "vague", source, target }] : [];
}

const compareMarkers = (source: ListMarker | null, target: ListMarker | null): Discrepancy[] =>
	source && target && source.value !== target.value ? [{ about: "marker", source, target }] : [];

/** A number before a list's item is held against that of the source alone. */
const withoutMarker = (reading: NumberReading): NumberReading =>
	reading.marker
		? { ...reading, quantities: reading.quantities.filter(({ start }) => start !== reading.marker?.start) }
		: reading;

function valuesOf(reading: NumberReading): Set<string> {
	const values = new Set(reading.implied.map(valueKey));
	for (const one of reading.quantities) for (const key of keysOf(one)) values.add(key);
	for (const { year, month, day } of reading.dates) {
		if (month !== null && day !== null)
			for (const value of [month + day / 100, month * 100 + day]) values.add(valueKey(value)); // 3.15, 618
		if (year !== null) values.add(valueKey(year));
		if (day !== null) values.add(valueKey(day));
	}
	for (const { hour, minute } of reading.times) {
		for (const value of [hour, minute, hour % 12, (hour % 12) + 12]) values.add(valueKey(value));
	}
	return values;
}

function compareNumbers(
	source: NumberReading,
	target: NumberReading,
	sourceValues: ReadonlySet<string>,
	targetValues: ReadonlySet<string>,
): Discrepancy[] {
	const strays = target.quantities
		.filter((one) => one.sure !== "loose" || one.kind === "identifier")
		.filter((one) => !meets(one, sourceValues))
		.slice(0, mostUnmatched)
		.filter(
			(one) => !isRelated(one, source, isCut) && !inRow(one, target, source) && !isExchanged(one, source),
		);
	const unsaid = source.quantities
		.filter((one) => (one.value > 1 || one.sure !== "loose") && !meets(one, targetValues))
		.slice(0, mostUnmatched)
		.filter(
			(one) =>
				!isRelated(one, target, (long, short) => isCut(short, long)) &&
				!inRow(one, source, target) &&
				!isExchanged(one, target),
		);
	const free = new Set(unsaid);
	const spare = strays.length > 0 ? saidTooSeldom(source, target, free) : [];
	const found = strays.flatMap((one) => judgeStray(one, free, spare, source, targetValues));
	for (const one of free) if (one.sure === "figure") found.push({ about: "missing", source: one });
	return found;
}

function judgeStray(
	target: Quantity,
	free: Set<Quantity>,
	spare: readonly Quantity[],
	source: NumberReading,
	targetValues: ReadonlySet<string>,
): Discrepancy[] {
	const unsaid = bestPartner(target, free);
	const partner = unsaid ?? bestPartner(target, spare);
	if (
		target.kind === "identifier" &&
		unsaid?.sure !== "figure" &&
		!isKnownIdentifier(target, partner, source)
	)
		return [];
	const day = partner || target.kind !== "ordinal" ? null : unsaidDay(source, targetValues);
	if (day) return [{ about: "date", source: day, target: { ...day, start: target.start, end: target.end } }];
	if (!partner) return [{ about: "added", target }];
	free.delete(partner);
	return [{ about: "differs", source: partner, target }];
}

/** Numbers that the source tells more often than the rendering. */
function saidTooSeldom(
	source: NumberReading,
	target: NumberReading,
	free: ReadonlySet<Quantity>,
): Quantity[] {
	const counts = new Map<string, number>();
	for (const { readings } of target.quantities) {
		for (const key of new Set(readings.map(valueKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return source.quantities.filter((one) => {
		if ((one.sure !== "figure" && one.value < 4) || free.has(one)) return false;
		const key = valueKey(one.value);
		const left = (counts.get(key) ?? 0) - 1;
		counts.set(key, left);
		return left < 0;
	});
}

/** 18号, which “on the 58th” would be. */
const unsaidDay = (source: NumberReading, targetValues: ReadonlySet<string>): CalendarDate | null =>
	source.dates.find(({ day, implied }) => day !== null && !implied && !targetValues.has(valueKey(day))) ??
	null;

const isKnownIdentifier = (one: Quantity, partner: Quantity | null, source: NumberReading): boolean =>
	(one.letters === "covid" && one.value !== 19) ||
	partner?.kind === "identifier" ||
	source.quantities.some(({ letters }) => letters !== "" && letters === one.letters);

/** The one that it most likely renders. */
function bestPartner(one: Quantity, sources: Iterable<Quantity>): Quantity | null {
	let best: Quantity | null = null;
	let highest = 0;
	for (const other of sources) {
		const score = likeness(one, other);
		if (score > highest) [best, highest] = [other, score];
	}
	return best;
}

function likeness(one: Quantity, other: Quantity): number {
	if (!other.counted && one.sure !== "figure" && (one.kind === "ordinal" || one.value > 10)) return 0;
	const years = (one.kind === "year" ? 1 : 0) + (other.kind === "year" ? 1 : 0);
	const power = isPowerOfTen(one.value, other.value) ? 5 : 0;
	if (years === 1 && power === 0 && (other.sure === "loose" || one.value < 1000 || other.value < 1000))
		return 0;
	const sureness = other.sure === "figure" ? 3 : other.sure === "word" ? 2 : 1;
	const same = one.kind === other.kind ? 2 : 0;
	const unit = one.unit && other.unit && one.unit.dimension === other.unit.dimension ? 3 : 0;
	return sureness + same + unit + power;
}
