/** From the hours in which something was done to the days of a reader's own zone. */
import { activeMinutes } from "./activity.ts";
import { type HourTally, mergeHours } from "./tally.ts";
import type { DayFigures } from "./wire.ts";

const hour = 3_600_000; // ms
const minutesInHour = 60;

/**
 * The days on which something was done, in order; a person's hours may come from several documents. An hour belongs to
 * the day in which it begins, so that where a zone is off by half an hour midnight is not quite sharp; the minutes of two
 * people at the same time count twice.
 */
export function daysOf(hours: readonly HourTally[], zone: string): DayFigures[] {
	const dayOf = dayIn(zone);
	const days = new Map<string, HourTally[]>();
	for (const one of mergeHours(hours)) {
		const day = dayOf(one.hour * hour);
		days.set(day, [...(days.get(day) ?? []), one]);
	}
	return [...days]
		.map(([day, done]) => ({
			day,
			wordsChanged: sum(done, "wordsChanged"),
			confirmed: sum(done, "confirmed"),
			changes: sum(done, "changes"),
			minutes: [...people(done).values()].reduce((all, theirs) => all + minutesOf(theirs), 0),
		}))
		.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** A person's minutes at work and changes: the minutes add up to those of the days. */
export function activityOf(
	hours: readonly HourTally[],
	zone: string,
): Map<string, { minutes: number; changes: number }> {
	const found = new Map<string, { minutes: number; changes: number }>();
	for (const [actor, theirs] of people(hours)) {
		const days = daysOf(theirs, zone);
		found.set(actor, { minutes: sum(days, "minutes"), changes: sum(days, "changes") });
	}
	return found;
}

/** Whether the zone is one that dates can be told in. */
export function isZone(zone: string): boolean {
	try {
		dayIn(zone);
		return true;
	} catch {
		return false;
	}
}

function dayIn(zone: string): (at: number) => string {
	const parts = new Intl.DateTimeFormat("en-CA", {
		timeZone: zone,
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
	});
	return (at) => parts.format(at);
}

function people(hours: readonly HourTally[]): Map<string, HourTally[]> {
	const found = new Map<string, HourTally[]>();
	for (const one of hours) {
		const theirs = found.get(one.actor);
		if (theirs) theirs.push(one);
		else found.set(one.actor, [one]);
	}
	return found;
}

function minutesOf(hours: readonly HourTally[]): number {
	return activeMinutes(
		hours.flatMap((one) => {
			const bits = BigInt(`0x${one.minutes}`);
			return Array.from({ length: minutesInHour }, (_, minute) => minute)
				.filter((minute) => (bits >> BigInt(minute)) & 1n)
				.map((minute) => one.hour * minutesInHour + minute);
		}),
	);
}

function sum<Name extends string>(all: readonly Readonly<Record<Name, number>>[], name: Name): number {
	return all.reduce((total, one) => total + one[name], 0);
}
