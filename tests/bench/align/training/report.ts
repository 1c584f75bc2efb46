/** Results of cross-validation in figures. */
import { calibrate, type Judged, judgeAll } from "#lib/core/align/calibration.ts";
import { evaluate } from "#lib/core/align/evaluate.ts";
import { table } from "../../load/figures.ts";
import { share } from "../quality.ts";
import type { Pass } from "./cross-validate.ts";
import { listed, type Passage } from "./passages.ts";

/** Documents of one set, with the beads that a pass found. */
interface Found {
	readonly set: string;
	readonly documents: Documents;
}

type Documents = { gold: Passage["document"]["gold"]; system: ReturnType<typeof listed> }[];

/** Strict F1 by set. */
export function strictBySet(passages: readonly Passage[], pass: Pass): Map<string, number> {
	return new Map(
		bySet(passages, pass).map(({ set, documents }) => [set, evaluate(documents).strict.f1] as const),
	);
}

/** Per set what is right and how far confidences can be believed; then the reliability curve of all together. */
export function describe(passages: readonly Passage[], pass: Pass): string {
	const sets = bySet(passages, pass);
	const lines = sets.map(({ set, documents }) => {
		const { strict, lax, nulls } = evaluate(documents);
		const { error, sure } = calibrate(judgePairs(documents));
		const figures = [strict.f1, lax.f1, nulls.precision, nulls.recall, error, sure.right].map(share);
		return [set, String(documents.length), ...figures];
	});
	const { bins, sure } = calibrate(judgePairs(sets.flatMap(({ documents }) => documents)));
	const curve = bins.map(({ from, to, beads, confidence, right }) => [
		`${from.toFixed(2)}–${to.toFixed(2)}`,
		String(beads),
		...[confidence, right, Math.abs(confidence - right)].map(share),
	]);
	return [
		table([head, ...lines]),
		`\nAll sets together, beads with both sides, ≥ .95: ${sure.beads}, ${share(sure.right)} of them right`,
		table([["confidence", "beads", "mean", "right", "apart"], ...curve]),
	].join("\n");
}

const head = [
	"",
	"documents",
	"strict F1",
	"lax F1",
	"nulls P",
	"R",
	"confidence off by",
	"right where ≥ .95",
];

/** Beads with both sides: where a sentence alone stands between two others is often arbitrary. */
function judgePairs(documents: Documents): Judged[] {
	return judgeAll(
		documents.map(({ gold, system }) => ({
			gold,
			system: system.filter(({ source, target }) => source.length > 0 && target.length > 0),
		})),
	);
}

function bySet(passages: readonly Passage[], { beads }: Pass): Found[] {
	const found = new Map<string, Documents>();
	for (const [n, { set, document }] of passages.entries()) {
		const documents = found.get(set) ?? [];
		documents.push({ gold: document.gold, system: listed(beads[n] ?? []) });
		found.set(set, documents);
	}
	return [...found].map(([set, documents]) => ({ set, documents }));
}

/** Tells on stderr what is going on, with the seconds since this was made. */
export function reporter(name: string): (what: string) => void {
	const begin = performance.now();
	return (what) => console.error(`${((performance.now() - begin) / 1000).toFixed(0)} s  ${name}: ${what}`);
}
