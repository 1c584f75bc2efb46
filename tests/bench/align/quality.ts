/** How right the aligners are on each set, and whether their confidence tells. */
import { calibrate, type Judged, judgeAll } from "#lib/core/align/calibration.ts";
import { evaluate, type IndexBead, type Score } from "#lib/core/align/evaluate.ts";
import { table } from "../load/figures.ts";
import { findContestants, type RatedBead } from "./contestants.ts";
import { allSets, sizeOf } from "./corpora.ts";

export async function measureQuality(folder: string): Promise<void> {
	const { contestants, leftOut } = findContestants();
	for (const line of leftOut) console.log(line);
	const everything = new Map<string, Judged[]>();
	const calibration: string[][] = [];
	for (const set of allSets(folder)) {
		const lines: string[][] = [];
		for (const contestant of contestants) {
			const { beads, seconds } = await contestant.align(set);
			const pairs = set.documents.map(({ gold }, i) => ({ gold, system: beads[i] ?? [] }));
			const { strict, lax, nulls, beads: printed } = evaluate(pairs);
			const figures = [...scores(strict), ...scores(lax), share(nulls.precision), share(nulls.recall)];
			lines.push([contestant.id, ...figures, String(printed), seconds.toFixed(2)]);
			const rated = judged(pairs);
			if (rated.length === 0) continue;
			calibration.push([`${set.name}: ${contestant.id}`, ...summary(rated)]);
			everything.set(contestant.id, [...(everything.get(contestant.id) ?? []), ...rated]);
		}
		console.log(`\n${set.name}: ${sizeOf(set)} documents\n${table([head, ...lines])}`);
	}
	console.log(
		`\nConfidence, and how often it is right (strictly)\n${table([calibrationHead, ...calibration])}`,
	);
	for (const [id, beads] of everything) console.log(`\n${id}, all sets together\n${table(curve(beads))}`);
}

const head = ["", "strict P", "R", "F1", "lax P", "R", "F1", "nulls P", "R", "beads", "s"];
const calibrationHead = ["", "beads", "error", "≥ .95", "of these right"];

/** The beads that have a confidence, with the gold's verdict. */
function judged(
	documents: readonly { gold: readonly IndexBead[]; system: readonly RatedBead[] }[],
): Judged[] {
	return judgeAll(
		documents.map(({ gold, system }) => ({
			gold,
			system: system.flatMap(({ confidence, ...bead }) =>
				confidence === undefined ? [] : [{ ...bead, confidence }],
			),
		})),
	);
}

/** Beads, expected calibration error, share of the beads that are sure, share of these that is right. */
function summary(beads: readonly Judged[]): string[] {
	const { error, sure } = calibrate(beads);
	const right = sure.beads === 0 ? "–" : share(sure.right);
	return [String(beads.length), share(error), share(sure.beads / beads.length), right];
}

/** The reliability curve: mean confidence and share right should be the same. */
function curve(beads: readonly Judged[]): string[][] {
	const lines = calibrate(beads).bins.map(({ from, to, beads: count, confidence, right }) => {
		const apart = share(Math.abs(confidence - right));
		return [`${from.toFixed(2)}–${to.toFixed(2)}`, String(count), share(confidence), share(right), apart];
	});
	return [["confidence", "beads", "mean", "right", "apart"], ...lines];
}

function scores({ precision, recall, f1 }: Score): string[] {
	return [precision, recall, f1].map(share);
}

/** `.914`. */
export function share(value: number): string {
	return value.toFixed(3).replace(/^0/u, "");
}
