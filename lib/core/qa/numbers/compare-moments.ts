/** Holds dates, times and weekdays of two texts against each other. */
import type { Discrepancy } from "./compare.ts";
import {
	type CalendarDate,
	type ClockTime,
	type NamedDay,
	type NumberReading,
	valueKey,
} from "./quantity.ts";

const mostDates = 200;

export function compareDates(
	source: NumberReading,
	target: NumberReading,
	sourceValues: ReadonlySet<string>,
): Discrepancy[] {
	const sources = source.dates.slice(0, mostDates);
	const targets = target.dates.slice(0, mostDates);
	if (source.lunar) return [];
	const months = new Set(sources.map(({ month }) => month));
	const sameDay = (one: CalendarDate, other: CalendarDate): boolean => isSameDay(one, other, months);
	const unsaid = sources.filter((one) => !targets.some((other) => sameDay(one, other)));
	return targets.flatMap((one): Discrepancy[] => {
		if (one.month === null || sources.some((other) => sameDay(other, one))) return [];
		const partner = datePartner(one, sources, unsaid, sourceValues);
		return partner ? [{ about: "date", source: partner, target: one }] : [];
	});
}

/** What one of them leaves open agrees with anything. */
function isSameDay(source: CalendarDate, target: CalendarDate, months: ReadonlySet<number | null>): boolean {
	const inMonth = (month: number | null): boolean =>
		agree(source.month ?? source.assumedMonth, month) || (source.month === null && months.has(month));
	const fits = (month: number | null, day: number | null): boolean =>
		inMonth(month) && agree(source.day, day);
	return fits(target.month, target.day) || (target.eitherOrder && fits(target.day, target.month));
}

const agree = (one: number | null, other: number | null): boolean =>
	one === null || other === null || one === other;

/** The date that is meant; null where the rendering may tell a day that the source only hints at. */
function datePartner(
	one: CalendarDate,
	sources: readonly CalendarDate[],
	unsaid: readonly CalendarDate[],
	sourceValues: ReadonlySet<string>,
): CalendarDate | null {
	const full = sources.filter(({ month, implied }) => month !== null && !implied);
	const swapped = full.find(({ month, day }) => day !== null && month === one.day && day === one.month);
	if (swapped) return swapped;
	const strange = one.day !== null && !sourceValues.has(valueKey(one.day));
	const sameNumber = sources.find(({ day }) => day !== null && day === one.day);
	if (sameNumber) return sameNumber;
	const sameMonth = full.filter(({ month }) => month === one.month);
	const [nearby] = sameMonth.filter((other) => strange || unsaid.includes(other));
	if (nearby) return nearby;
	return (
		unsaid.find(({ month, implied }) => month !== null && !implied) ??
		(strange ? (unsaid.find(({ implied }) => !implied) ?? null) : null)
	);
}

export function compareTimes(sources: readonly ClockTime[], targets: readonly ClockTime[]): Discrepancy[] {
	const some = sources.slice(0, mostDates);
	const others = targets.slice(0, mostDates);
	const unsaid = some.filter((one) => !others.some((other) => sameTime(one, other)));
	return others.flatMap((one): Discrepancy[] => {
		if (some.some((other) => sameTime(other, one))) return [];
		const partner = unsaid.shift();
		return partner ? [{ about: "time", source: partner, target: one }] : [];
	});
}

const sameTime = (one: ClockTime, other: ClockTime): boolean =>
	minutesOf(one).some((minutes) => minutesOf(other).includes(minutes));

const halfDay = 720;

/** Of the day; both halves of it where the text does not say which. */
function minutesOf({ hour, minute, half }: ClockTime): number[] {
	const minutes = (hour % 12) * 60 + minute;
	if (half === "am") return [minutes];
	if (half === "pm") return hour === 24 ? [minutes] : [minutes + halfDay];
	return [minutes, minutes + halfDay];
}

export function compareWeekdays(sources: readonly NamedDay[], targets: readonly NamedDay[]): Discrepancy[] {
	const said = new Set(targets.map(({ weekday }) => weekday));
	const known = new Set(sources.map(({ weekday }) => weekday));
	const unsaid = sources.filter(({ weekday }) => !said.has(weekday));
	return targets.flatMap((one): Discrepancy[] => {
		const partner = known.has(one.weekday) ? undefined : unsaid.shift();
		return partner ? [{ about: "weekday", source: partner, target: one }] : [];
	});
}
