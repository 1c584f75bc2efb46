/** What holds for every pair of texts, with the dictionary that is built from the installed packages. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { lexical } from "#lib/core/align/aligners/lexical.ts";
import type { AlignOptions, Bead, FixedBead } from "#lib/core/align/contract.ts";
import type { Lexicon } from "#lib/core/align/lexicon/lexicon.ts";
import { loadLexicon } from "#lib/server/lexicon.ts";
import { type Fate, inTraditional, pool, type Step, shuffled, type Texts, textsOf } from "./sentence-pool.ts";

let known: { readonly lexicon: Lexicon };
let knownReversed: { readonly lexicon: Lexicon };
beforeAll(async () => {
	const [lexicon, reversed] = [await loadLexicon("zh-Hant", "en"), await loadLexicon("en", "zh")];
	if (!lexicon || !reversed) throw new Error("no dictionary is installed");
	[known, knownReversed] = [{ lexicon }, { lexicon: reversed }];
}, 60_000);

const fates: Fate[] = [
	"kept",
	"kept",
	"kept",
	"kept",
	"noSource",
	"noTarget",
	"sourceJoined",
	"targetJoined",
];
const steps = fc.array(fc.record({ pair: fc.nat(pool.length - 1), fate: fc.constantFrom(...fates) }), {
	maxLength: 24,
});
const texts = steps.map(textsOf);
/** Starts of paragraphs, kinds of segments: any, whether they make sense or not. */
const settings = (sentences: number) => ({
	starts: fc.subarray(Array.from({ length: sentences }, (_, i) => i)),
	kinds: fc.array(fc.constantFrom("body", "title", "meta"), { minLength: sentences, maxLength: sentences }),
});
const runs = { numRuns: 60 };

function align({ source, target }: Texts, options: AlignOptions): Bead[] {
	return lexical.align(source, target, options);
}

function expectPartition(beads: readonly Bead[], { source, target }: Texts): void {
	let [row, column] = [0, 0];
	for (const bead of beads) {
		expect([bead.source[0], bead.target[0]]).toEqual([row, column]);
		[row, column] = [bead.source[1], bead.target[1]];
		expect(row - bead.source[0] + column - bead.target[0]).toBeGreaterThan(0);
		expect(bead.confidence >= 0 && bead.confidence <= 1).toBe(true);
	}
	expect([row, column]).toEqual([source.length, target.length]);
}

const shapes = (beads: readonly Bead[]) =>
	beads.map(({ source, target }) => `${source.join("–")} : ${target.join("–")}`);
const mirrored = (beads: readonly Bead[]): Bead[] =>
	beads.map((bead) => ({ ...bead, source: bead.target, target: bead.source }));

/** Beads at which steps of both sides end, as if somebody had confirmed each n-th. */
function confirmed({ source, target }: Texts, spans: readonly FixedBead[]): FixedBead[] {
	let [row, column] = [0, 0];
	return spans.flatMap((given) => {
		const bead: FixedBead = {
			source: [row + given.source[0], row + given.source[0] + given.source[1]],
			target: [column + given.target[0], column + given.target[0] + given.target[1]],
		};
		const fits = bead.source[1] <= source.length && bead.target[1] <= target.length;
		if (!fits || given.source[1] + given.target[1] === 0) return [];
		[row, column] = [bead.source[1], bead.target[1]];
		return [bead];
	});
}
/** How many sentences are passed over and how many are taken, of each side. */
const pace = fc.tuple(fc.nat(5), fc.nat(2));
const fixedSpans = fc.array(fc.record({ source: pace, target: pace }), { maxLength: 6 });

describe("beads cover both sides in order", () => {
	test("with a dictionary and without", () => {
		fc.assert(
			fc.property(texts, fc.boolean(), (both, informed) => {
				expectPartition(align(both, informed ? known : {}), both);
			}),
			runs,
		);
	});

	test("with whatever is said of paragraphs and kinds", () => {
		const described = texts.chain((both) =>
			fc.record({
				both: fc.constant(both),
				source: fc.record(settings(both.source.length)),
				target: fc.record(settings(both.target.length)),
			}),
		);
		fc.assert(
			fc.property(described, ({ both, source, target }) => {
				const beads = align(both, {
					...known,
					sourceParagraphs: source.starts,
					targetParagraphs: target.starts,
					sourceKinds: source.kinds,
					targetKinds: target.kinds,
				});
				expectPartition(beads, both);
			}),
			runs,
		);
	});

	test("with sentences of any characters", () => {
		const any = fc.array(fc.string({ unit: "binary", maxLength: 12 }), { maxLength: 8 });
		fc.assert(
			fc.property(any, any, (source, target) =>
				expectPartition(align({ source, target }, known), { source, target }),
			),
			runs,
		);
	});
});

test("confirmed beads come back as they are with confidence 1, and nothing crosses them", () => {
	fc.assert(
		fc.property(texts, fixedSpans, (both, spans) => {
			const fixed = confirmed(both, spans);
			const beads = align(both, { ...known, fixed });
			expectPartition(beads, both);
			for (const bead of fixed) expect(beads).toContainEqual({ ...bead, confidence: 1 });
		}),
		runs,
	);
});

test("a sentence alone between confirmed ones finds its own, and is believed", () => {
	const both = textsOf(shuffled(0));
	for (const open of pool.keys()) {
		const fixed = [...pool.keys()]
			.filter((n) => n !== open)
			.map((n): FixedBead => ({ source: [n, n + 1], target: [n, n + 1] }));
		const bead = align(both, { ...known, fixed }).find(({ source }) => source[0] === open);
		expect(bead).toMatchObject({ source: [open, open + 1], target: [open, open + 1] });
		expect(bead?.confidence).toBeGreaterThan(0.5);
	}
});

test("the same texts give the same beads", () => {
	fc.assert(
		fc.property(texts, (both) => {
			expect(align(both, known)).toEqual(align(both, known));
		}),
		{ numRuns: 20 },
	);
});

/** A few sentences may have too little that tells traditional from simplified. */
const longTexts = fc
	.shuffledSubarray(
		Array.from(pool, (_, pair) => pair),
		{ minLength: 16 },
	)
	.chain((pairs) =>
		fc.tuple(...pairs.map((pair) => fc.constantFrom(...fates).map((fate) => ({ pair, fate })))),
	)
	.map(textsOf);

test("traditional characters and quotation marks align exactly as simplified ones", () => {
	fc.assert(
		fc.property(longTexts, (both) => {
			const beads = align(both, known);
			const others = align({ ...both, source: both.source.map(inTraditional) }, known);
			expect(shapes(others)).toEqual(shapes(beads));
			for (const [n, { confidence }] of others.entries())
				expect(confidence).toBeCloseTo(beads[n]?.confidence ?? Number.NaN, 4);
		}),
		runs,
	);
});

test("with the sides changed the beads are mirrored", () => {
	fc.assert(
		fc.property(texts, fixedSpans, (both, spans) => {
			const fixed = confirmed(both, spans);
			const starts = both.source.map((_, i) => i).filter((i) => i % 3 === 0);
			const [sourceParagraphs, targetParagraphs] = [starts, starts.filter((i) => i < both.target.length)];
			const there = align(both, { ...known, fixed, sourceParagraphs, targetParagraphs });
			const back = lexical.align(both.target, both.source, {
				...knownReversed,
				fixed: fixed.map(({ source, target }) => ({ source: target, target: source })),
				sourceParagraphs: targetParagraphs,
				targetParagraphs: sourceParagraphs,
			});
			expect(mirrored(back)).toEqual(there);
		}),
		runs,
	);
});

/** Every fifth pair of a text lacks a side or is joined with the next, all four in turn. */
function edited(start: number): Step[] {
	const turn: Fate[] = ["noTarget", "sourceJoined", "noSource", "targetJoined"];
	return shuffled(start).map((step, i) =>
		i % 5 === 2 ? { ...step, fate: turn[((i - 2) / 5) % turn.length] ?? "kept" } : step,
	);
}

describe("of two texts in one", () => {
	const near = 5; // sentences from the seam
	test.each([
		[3, 20],
		[11, 5],
		[8, 37],
		[26, 0],
	])("each part aligns as it does alone, except near the seam (%i, %i)", (first, second) => {
		const [one, two] = [textsOf(edited(first)), textsOf(edited(second))];
		const whole = align(
			{ source: [...one.source, ...two.source], target: [...one.target, ...two.target] },
			known,
		);
		const [row, column] = [one.source.length, one.target.length];
		const moved = align(two, known).map(({ source, target }) => ({
			source: [source[0] + row, source[1] + row] as const,
			target: [target[0] + column, target[1] + column] as const,
			confidence: 0,
		}));
		const far = ({ source, target }: Bead) =>
			Math.max(source[1], target[1] - column + row) <= row - near ||
			Math.min(source[0], target[0] - column + row) >= row + near;
		expect(shapes(whole.filter(far))).toEqual(shapes([...align(one, known), ...moved].filter(far)));
	});
});

describe("what was left out", () => {
	test.each(["noTarget", "noSource"] as const)("stands alone (%s)", (fate) => {
		const both = textsOf(shuffled(4).map((step, i) => (i % 9 === 4 ? { ...step, fate } : step)));
		const alone = align(both, known).filter((bead) => isEmpty(bead.source) || isEmpty(bead.target));
		const side = fate === "noTarget" ? "source" : "target";
		const other = side === "source" ? "target" : "source";
		expect(alone.map((bead) => bead[side][0])).toEqual([4, 13, 22, 31]);
		expect(alone.every((bead) => isEmpty(bead[other]))).toBe(true);
	});
});

const isEmpty = ([from, to]: Bead["source"]) => from === to;

describe("texts that are no usual ones", () => {
	const chinese = pool.map(({ source }) => source);
	const english = pool.map(({ target }) => target);
	test.each<[string, readonly string[], readonly string[]]>([
		["nothing on either side", [], []],
		["nothing on the source side", [], english],
		["nothing on the target side", chinese, []],
		["empty sentences", ["", "", ""], ["", ""]],
		["sentences without words", ["……", "——", "！？", "。"], ["…", "—", "?!", ".", "* * *"]],
		[
			"sentences without words among others",
			[...chinese.slice(0, 6), "……"],
			["* * *", ...english.slice(0, 6)],
		],
		[
			"a sentence of 20,000 characters",
			["雨".repeat(20_000), ...chinese],
			["rain ".repeat(4_000), ...english],
		],
		["a sentence of 20,000 characters on one side", chinese, [english.join(" ").repeat(10), ...english]],
		["one sentence against thirty", [chinese.slice(0, 30).join("")], english.slice(0, 30)],
		["thirty sentences against one", chinese.slice(0, 30), [english.slice(0, 30).join(" ")]],
		["one sentence against its like of another text", chinese.slice(0, 1), english.slice(9, 10)],
		["the same sentence again and again", Array(40).fill(chinese[0]), Array(55).fill(english[0])],
	])("%s", (_, source, target) => {
		for (const options of [known, {}]) {
			const beads = lexical.align(source, target, options);
			expectPartition(beads, { source, target });
		}
	});
});

describe("while it works", () => {
	const both = textsOf(shuffled(0));
	const fixed: FixedBead[] = [{ source: [12, 13], target: [12, 13] }];
	test.each<[string, AlignOptions]>([
		["as a whole", {}],
		["between confirmed beads", { fixed }],
	])("progress only grows, and ends at its total (%s)", (_, options) => {
		const seen: (readonly [number, number])[] = [];
		align(both, { ...known, ...options, progress: (done, total) => seen.push([done, total]) });
		expect(seen.length).toBeGreaterThan(1);
		for (const [n, [done, total]] of seen.entries()) {
			expect(done).toBeGreaterThanOrEqual(seen[n - 1]?.[0] ?? 0);
			expect(done).toBeLessThanOrEqual(total);
		}
		expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
	});

	test("a check that throws stops it, sooner or later, with what it threw", () => {
		const stopped = new Error("stopped");
		let calls = 0;
		align(both, { ...known, checkCancelled: () => (calls += 1) });
		expect(calls).toBeGreaterThan(3);
		for (const last of [1, 2, calls]) {
			let left = last;
			const checkCancelled = () => {
				left -= 1;
				if (left === 0) throw stopped;
			};
			expect(() => align(both, { ...known, checkCancelled })).toThrow(stopped);
		}
	});
});
