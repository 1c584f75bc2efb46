/** Where the article is on its page: the stretch of lines in which text outweighs everything else. */
import type { Evidence, Mark } from "./evidence.ts";

/** From the first line of text to the last, end exclusive. */
export interface Span {
	readonly from: number;
	readonly to: number;
	/** There is so little prose that short lines are the text. */
	readonly scarce: boolean;
}

/**
 * What a line adds to the stretch, in paragraphs of one line. Signs that the article is over weigh more than the longest
 * comment below them; a list of links weighs less than the two paragraphs that may follow it.
 */
const weights: Readonly<Record<Exclude<Mark, "prose">, number>> = {
	furniture: -0.4,
	end: -5,
	links: -3,
	trail: -3,
	menu: -0.4,
	control: -0.4,
	beside: -0.4,
	entry: -0.3,
	meta: -0.3,
	closing: -2,
	date: -0.2,
	"head-meta": 0.1,
	caption: 0.8,
	item: 0.3,
	text: 0.4,
	short: -0.2,
};
/** A run of lines of one mark, a poem or a menu, weighs at most so much. */
const heaviestRun = 1.6;
/** Columns of a paragraph of weight 1. */
const paragraph = 60;
const heaviest = 3;
/** Of an article that is complete: what follows its end is comments and other pages. */
const whole = 8;
/** With less text than this the short lines are the text: a poem, a list, a gallery. */
const fewColumns = 240;

export function articleSpan(lines: readonly Evidence[]): Span {
	const scarce = lines.reduce((sum, line) => sum + (line.mark === "prose" ? line.width : 0), 0) < fewColumns;
	let best: Span = { from: 0, to: 0, scarce };
	let most = 0;
	let from = 0;
	let sum = 0;
	let run = 0;
	for (const [index, line] of lines.entries()) {
		const weight = weightOf(line, scarce);
		run = weight < 0 && lines[index - 1]?.mark === line.mark ? run + weight : weight;
		if (isOver(line) && sum >= whole) break;
		sum += run < -heaviestRun && weight > -1 ? 0 : weight;
		if (sum > most) {
			most = sum;
			best = { from, to: index + 1, scarce };
		}
		if (sum <= 0) {
			sum = 0;
			from = index + 1;
		}
	}
	return best;
}

function isOver({ mark, settled }: Evidence): boolean {
	return settled === null && (mark === "end" || mark === "closing");
}

function weightOf(line: Evidence, scarce: boolean): number {
	if (line.settled !== null)
		return { furniture: -1, meta: -0.3, title: 0, heading: 0 }[String(line.settled)] ?? 1;
	if (line.mark === "prose")
		return Math.min(heaviest, Math.max(0.4, line.width / paragraph)) + regionWeight(line);
	if (line.mark === "short" && scarce) return 0.2;
	return weights[line.mark];
}

function regionWeight({ line: { hint } }: Evidence): number {
	if (hint?.region === "article" || hint?.region === "main") return 0.5;
	return hint?.region === "aside" ? -1 : 0;
}
