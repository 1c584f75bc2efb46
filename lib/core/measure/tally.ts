/** Adding up what was measured of passages: in all, by person, and by the hour in which it was done. */
import { addMeasured, type Measured, nothingMeasured, ratesOf } from "./measure-texts.ts";
import { bandEnds, type Figures } from "./wire.ts";

/** Who did something and in which hour, counted from 1970. */
export interface Doing {
	readonly actor: string;
	readonly hour: number;
}

export interface MeasuredPassage {
	readonly measured: Measured;
	/** Its rendering is another than the draft. */
	readonly edited: boolean;
	readonly confirmed: boolean;
	/** Who worded it last; null where nobody did, or a file. */
	readonly worded: Doing | null;
	/** Who said that it reads correctly. */
	readonly confirmation: Doing | null;
}

export interface Tally {
	/** Passages by their edit rate, as `bandEnds` has it. */
	readonly bands: readonly number[];
	readonly passages: number;
	readonly edited: number;
	readonly confirmed: number;
	readonly confirmedUntouched: number;
	readonly measured: Measured;
}

/** One person's hour. */
export interface HourTally extends Doing {
	/** The minutes of the hour in which something was saved: bit 0 is the first, in hexadecimal. */
	readonly minutes: string;
	readonly changes: number;
	readonly confirmed: number;
	readonly wordsChanged: number;
}

export interface WholeTally {
	readonly drafted: { readonly machine: number; readonly other: number };
	readonly total: Tally;
	/** By the person's id. */
	readonly people: Readonly<Record<string, Tally>>;
	/** When wording and confirmations were written, those that stand. */
	readonly hours: readonly HourTally[];
	/** When anything was saved. */
	readonly activity: readonly HourTally[];
}

export const noTally: Tally = {
	bands: bandEnds.map(() => 0),
	passages: 0,
	edited: 0,
	confirmed: 0,
	confirmedUntouched: 0,
	measured: nothingMeasured,
};

export function addTallies(one: Tally, other: Tally): Tally {
	return {
		bands: one.bands.map((count, i) => count + (other.bands[i] ?? 0)),
		passages: one.passages + other.passages,
		edited: one.edited + other.edited,
		confirmed: one.confirmed + other.confirmed,
		confirmedUntouched: one.confirmedUntouched + other.confirmedUntouched,
		measured: addMeasured(one.measured, other.measured),
	};
}

export function figuresOf({ measured, ...counts }: Tally): Figures {
	const { runs: _, ...sums } = measured;
	return { ...counts, ...sums, ...ratesOf(measured) };
}

/** Takes passages one after another. */
export class TallyBook {
	total: Tally = noTally;
	readonly #people = new Map<string, Tally>();
	#hours: HourTally[] = [];

	add(passage: MeasuredPassage): void {
		const { measured, edited, confirmed, worded, confirmation } = passage;
		const band = bandEnds.findIndex((end) => ratesOf(measured).ter <= end);
		const bands = bandEnds.map((_, i) => (i === band ? 1 : 0));
		const wording = { ...noTally, bands, passages: 1, edited: edited ? 1 : 0, measured };
		const confirming = {
			...noTally,
			confirmed: confirmed ? 1 : 0,
			confirmedUntouched: confirmed && !edited ? 1 : 0,
		};
		this.total = addTallies(addTallies(this.total, wording), confirming);
		const whose = edited ? worded : confirmation;
		if (whose) this.#person(whose.actor, wording);
		if (edited && worded) this.#hours.push({ ...noHour, ...worded, wordsChanged: measured.wordsChanged });
		if (!confirmed || !confirmation) return;
		this.#person(confirmation.actor, confirming);
		this.#hours.push({ ...noHour, ...confirmation, confirmed: 1 });
	}

	get people(): Record<string, Tally> {
		return Object.fromEntries(this.#people);
	}

	get hours(): HourTally[] {
		this.#hours = mergeHours(this.#hours);
		return this.#hours;
	}

	#person(actor: string, tally: Tally): void {
		this.#people.set(actor, addTallies(this.#people.get(actor) ?? noTally, tally));
	}
}

/** To begin an hour with. */
export const noHour = { minutes: "0", changes: 0, confirmed: 0, wordsChanged: 0 };

/** Each person's hours once. */
export function mergeHours(hours: readonly HourTally[]): HourTally[] {
	const merged = new Map<string, HourTally>();
	for (const one of hours) {
		const name = `${one.actor} ${one.hour}`;
		const known = merged.get(name);
		merged.set(name, known ? addHours(known, one) : one);
	}
	return [...merged.values()];
}

/** The same person's same hour, in two documents or for two reasons: a minute counts once. */
function addHours(one: HourTally, other: HourTally): HourTally {
	return {
		...one,
		minutes: (BigInt(`0x${one.minutes}`) | BigInt(`0x${other.minutes}`)).toString(16),
		changes: one.changes + other.changes,
		confirmed: one.confirmed + other.confirmed,
		wordsChanged: one.wordsChanged + other.wordsChanged,
	};
}
