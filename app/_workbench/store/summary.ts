import { wordsChanged } from "#lib/core/diff/measure.ts";
import { diffWords } from "#lib/core/diff/words.ts";
import { countWords } from "#lib/core/text/words.ts";
import type { TallyState } from "./tally.ts";

export interface SessionSummary {
	readonly since: number;
	/** Passages whose rendering is another than when this person came to it. */
	readonly edited: number;
	readonly confirmed: number;
	/** Words of renderings put in, taken out or replaced, net of what happened in between. */
	readonly changedWords: number;
	/** Words of the renderings that were confirmed. */
	readonly reviewedWords: number;
	readonly minutes: number;
	/** Confirmed passages in an hour of activity; null before there is a minute of it. */
	readonly perHour: number | null;
}

const minute = 60_000;

export function summaryOf(tally: TallyState, language: string): SessionSummary {
	const written = Object.values(tally.written);
	const confirmed = Object.values(tally.confirmed);
	const words = (texts: readonly string[]) =>
		texts.reduce((sum, text) => sum + countWords(text, language), 0);
	return {
		since: tally.since,
		edited: new Set(written.map(({ passage }) => passage)).size,
		confirmed: confirmed.length,
		changedWords: written.reduce(
			(sum, { before, after }) => sum + wordsChanged(diffWords(before, after, language), language),
			0,
		),
		reviewedWords: confirmed.reduce((sum, texts) => sum + words(texts), 0),
		minutes: Math.floor(tally.active / minute),
		perHour: tally.active < minute ? null : Math.round((confirmed.length * 60 * minute) / tally.active),
	};
}
