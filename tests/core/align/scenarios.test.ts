import { beforeAll, describe, expect, test } from "vitest";
import { lexical } from "#lib/core/align/aligners/lexical.ts";
import type { Bead } from "#lib/core/align/contract.ts";
import { evaluate, type IndexBead } from "#lib/core/align/evaluate.ts";
import type { Lexicon } from "#lib/core/align/lexicon/lexicon.ts";
import { loadLexicon } from "#lib/server/lexicon.ts";
import {
	deleteBlock,
	insertFurniture,
	partialTarget,
	repeatTarget,
	swapParagraphs,
	unrelated,
} from "#tests/bench/align/perturb.ts";
import type { GoldDocument } from "#tests/bench/align/sets.ts";
import { bakeryScene, bridgeScene } from "./scenes.ts";

let lexicon: Lexicon | null;
beforeAll(async () => {
	lexicon = await loadLexicon("zh", "en");
}, 60_000);

/** The sentences that belong together, as texts: what stands there twice belongs there twice. */
const written = new Set(pairs(bridgeScene, bridgeScene.gold));
/** Beads with so much confidence would be taken without a look. */
const sure = 0.9;

const disorder: readonly (readonly [string, GoldDocument, number])[] = [
	["nothing is missing", bridgeScene, 0.9],
	["navigation and a share bar are left in the English", insertFurniture(bridgeScene, "target", 1), 0.85],
	["navigation and a share bar are left in the Chinese", insertFurniture(bridgeScene, "source", 1), 0.85],
	["five English sentences are missing in the middle", deleteBlock(bridgeScene, "target", 12, 5), 0.85],
	["five Chinese sentences are missing in the middle", deleteBlock(bridgeScene, "source", 12, 5), 0.85],
	["the English ends after a third", partialTarget(bridgeScene), 0.4],
	["the English of three beads stands there twice", repeatTarget(bridgeScene, 12, 3), 0.8],
	["two English paragraphs are swapped", swapParagraphs(bridgeScene, 10, 4), 0.6],
];

describe.each(disorder)("where %s", (_, document, least) => {
	test.each(["source", "target"] as const)("the gold has each sentence of the %s once", (side) => {
		const all = document.gold.flatMap((bead) => [...bead[side]]).sort((a, b) => a - b);
		expect(all).toEqual(document[side].map((_sentence, i) => i));
	});

	test(`at least ${least} of the beads are right`, () => {
		const { strict } = evaluate([{ gold: document.gold, system: align(document) }]);
		expect(strict.f1).toBeGreaterThanOrEqual(least);
	});

	test("no wrong pair is sure", () => {
		expect(
			surePairs(document).filter((bead) => pairs(document, [bead]).every((pair) => !written.has(pair))),
		).toEqual([]);
	});
});

test.each([
	[bridgeScene, bakeryScene],
	[bakeryScene, bridgeScene],
])(
	"of texts that have nothing to do with each other, no pair is sure but that of the titles",
	(source, target) => {
		const pairs = surePairs(unrelated(source, target));
		expect(pairs.filter((bead) => bead.source[0] !== 0 || bead.target[0] !== 0)).toEqual([]);
	},
);

interface RatedBead extends IndexBead {
	readonly confidence: number;
}

function align({ source, target }: GoldDocument): RatedBead[] {
	const numbers = ([start, end]: Bead["source"]) => Array.from({ length: end - start }, (_, i) => start + i);
	return lexical
		.align(source, target, lexicon ? { lexicon } : {})
		.map((bead) => ({ ...bead, source: numbers(bead.source), target: numbers(bead.target) }));
}

function pairs({ source, target }: GoldDocument, beads: readonly IndexBead[]): string[] {
	return beads.flatMap((bead) =>
		bead.source.flatMap((i) => bead.target.map((j) => `${source[i]} ${target[j]}`)),
	);
}

function surePairs(document: GoldDocument): RatedBead[] {
	return align(document).filter(
		({ source, target, confidence }) => source.length > 0 && target.length > 0 && confidence >= sure,
	);
}
