/** What the aligners make of texts that do not simply translate each other, and how sure they are of it. */
import { evaluate, judge } from "#lib/core/align/evaluate.ts";
import { table } from "../load/figures.ts";
import { type Contestant, findContestants } from "./contestants.ts";
import { plainSets, sizeOf } from "./corpora.ts";
import {
	deleteBlock,
	insertFurniture,
	partialTarget,
	repeatTarget,
	swapParagraphs,
	unrelated,
} from "./perturb.ts";
import { share } from "./quality.ts";
import type { GoldDocument, GoldSet, Side } from "./sets.ts";

const seed = 3;
/** A bead with so much confidence is called sure. */
const sure = 0.9;

interface Scenario {
	readonly name: string;
	/** `i` is the document's number in its set. */
	make(document: GoldDocument, i: number, all: readonly GoldDocument[]): GoldDocument;
}

const scenarios: readonly Scenario[] = [
	{ name: "as they are", make: (document) => document },
	{ name: "furniture in the target", make: (document, i) => insertFurniture(document, "target", seed + i) },
	{ name: "furniture in the source", make: (document, i) => insertFurniture(document, "source", seed + i) },
	{ name: "a tenth missing in the target", make: (document) => withoutBlock(document, "target") },
	{ name: "a tenth missing in the source", make: (document) => withoutBlock(document, "source") },
	{ name: "target a third as long", make: (document) => partialTarget(document) },
	{
		name: "two runs of 6 beads swapped",
		make: (document) => swapParagraphs(document, middle(document) - 6, 6),
	},
	{ name: "6 beads twice in the target", make: (document) => repeatTarget(document, middle(document), 6) },
	{
		name: "unrelated texts",
		make: (document, i, all) => unrelated(document, all[(i + 1) % all.length] ?? document),
	},
];

export async function measureRobustness(folder: string): Promise<void> {
	const { contestants, leftOut } = findContestants();
	for (const line of leftOut) console.log(line);
	for (const set of plainSets(folder)) {
		console.log(`\n${set.name}: ${sizeOf(set)} documents`);
		const lines: string[][] = [];
		for (const { name, make } of scenarios) {
			if (name === "unrelated texts" && set.documents.length === 1) continue;
			const changed = { ...set, documents: set.documents.map(make) };
			for (const contestant of contestants)
				lines.push([`${name}: ${contestant.id}`, ...(await figures(contestant, changed))]);
		}
		console.log(table([head, ...lines]));
	}
}

const head = ["", "strict F1", "lax F1", "nulls P", "R", "≥ .9", "not right", "nonsense"];

/**
 * Of the pairs, the beads with both sides, how many are sure; of these, how many are not exactly right, and how many
 * share no sentences with the gold. What stands alone is left out: of two runs that cross, one has to.
 */
async function figures(contestant: Contestant, set: GoldSet): Promise<string[]> {
	const { beads } = await contestant.align(set);
	const pairs = set.documents.map(({ gold }, i) => ({ gold, system: beads[i] ?? [] }));
	const { strict, lax, nulls } = evaluate(pairs);
	const linked = pairs.map(({ gold, system }) => ({
		gold,
		system: system.filter(
			({ source, target, confidence }) => source.length > 0 && target.length > 0 && confidence !== undefined,
		),
	}));
	const verdicts = linked.flatMap(({ gold, system }) =>
		system.filter(({ confidence = 0 }) => confidence >= sure).map(judge(gold)),
	);
	const rated = linked.reduce((sum, { system }) => sum + system.length, 0);
	return [
		...[strict.f1, lax.f1, nulls.precision, nulls.recall].map(share),
		portion(verdicts.length, rated),
		portion(verdicts.filter((verdict) => verdict !== "strict").length, verdicts.length),
		portion(verdicts.filter((verdict) => verdict === "wrong").length, verdicts.length),
	];
}

function portion(count: number, all: number): string {
	return all === 0 ? "–" : share(count / all);
}

function middle(document: GoldDocument): number {
	return Math.round(document.gold.length / 2);
}

function withoutBlock(document: GoldDocument, side: Side): GoldDocument {
	const { length } = document[side];
	return deleteBlock(document, side, Math.round(0.45 * length), Math.round(0.1 * length));
}
