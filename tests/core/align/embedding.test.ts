import { describe, expect, test } from "vitest";
import { embedding } from "#lib/core/align/aligners/embedding.ts";
import type { AlignOptions, Bead, FixedBead } from "#lib/core/align/contract.ts";
import type { Embedder } from "#lib/core/align/embedder.ts";
import { clause, toyEmbedder, translate } from "./toy-embedder.ts";

/** Texts of numbered clauses: `[[1], [2, 3]]` are two sentences, the second of which has two clauses. */
const source = (sentences: readonly (readonly number[])[]) =>
	sentences.map((clauses) => `${clauses.map(clause).join(", ")}.`);
const target = (sentences: readonly (readonly number[])[]) => source(sentences).map(translate);
const one = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => [from + i]);
const show = (beads: readonly Bead[]) =>
	beads
		.filter(({ source: s, target: t }) => s[1] - s[0] !== 1 || t[1] - t[0] !== 1)
		.map(({ source: s, target: t }) => `${s.join("–")}:${t.join("–")}`);

async function align(
	ones: readonly (readonly number[])[],
	others: readonly (readonly number[])[],
	options: AlignOptions = {},
) {
	return embedding.align(source(ones), target(others), { embedder: toyEmbedder(), ...options });
}

describe("beads that are not one to one", () => {
	test.each<[string, number[][], number[][], string[]]>([
		["none in a parallel text", one(0, 30), one(0, 30), []],
		["1-2", [...one(0, 9), [9, 10], ...one(11, 20)], one(0, 20), ["9–10:9–11"]],
		["2-1", one(0, 20), [...one(0, 5), [5, 6], ...one(7, 20)], ["5–7:5–6"]],
		["1-3", [...one(0, 9), [9, 10, 11], ...one(12, 20)], one(0, 20), ["9–10:9–12"]],
		["1-5", [...one(0, 9), [9, 10, 11, 12, 13], ...one(14, 24)], one(0, 24), ["9–10:9–14"]],
		["3-1 at the start", one(0, 20), [[0, 1, 2], ...one(3, 20)], ["0–3:0–1"]],
		[
			"2-2, because the border is elsewhere",
			[...one(0, 8), [8, 9, 10], [11], ...one(12, 20)],
			[...one(0, 8), [8], [9, 10, 11], ...one(12, 20)],
			["8–10:8–10"],
		],
		["swapped sentences", one(0, 20), [...one(0, 10), [11], [10], ...one(12, 20)], ["10–12:10–12"]],
		["1-0", one(0, 20), [...one(0, 7), ...one(8, 20)], ["7–8:7–7"]],
		["0-1", [...one(0, 12), ...one(13, 20)], one(0, 20), ["12–12:12–13"]],
		[
			"a block left out",
			one(0, 30),
			[...one(0, 10), ...one(14, 30)],
			["10–11:10–10", "11–12:10–10", "12–13:10–10", "13–14:10–10"],
		],
		["an end left out", one(0, 20), one(0, 18), ["18–19:18–18", "19–20:18–18"]],
		["two texts of one sentence", [[1]], [[1]], []],
		["one sentence for two", [[1, 2]], [[1], [2]], ["0–1:0–2"]],
	])("%s", async (_, ones, others, wanted) => {
		const beads = await align(ones, others);
		expect(show(beads)).toEqual(wanted);
	});
});

test("confidence is high where vectors agree and low between texts that have nothing in common", async () => {
	const same = await align(one(0, 30), one(0, 30));
	expect(Math.min(...same.map(({ confidence }) => confidence))).toBeGreaterThan(0.95);
	const foreign = await align(one(0, 30), one(500, 530));
	const pairs = foreign.filter(({ source: s, target: t }) => s[1] > s[0] && t[1] > t[0]);
	for (const { confidence } of pairs) expect(confidence).toBeLessThan(0.9);
});

test.each([
	["before", [0, 3, 6, 7], ["8–9:7–8", "9–10:8–9"]],
	["after", [0, 3, 6, 8], ["6–7:6–7", "7–8:7–8"]],
])(
	"paragraphs tell that one of several equal sentences is missing %s a border",
	async (_, starts, wanted) => {
		const four = Array<string>(4).fill("Yes, she said.");
		const beads = await embedding.align(
			[...source(one(0, 6)), ...four],
			[...target(one(0, 6)), ...four.slice(1)],
			{
				embedder: toyEmbedder(),
				sourceParagraphs: [0, 3, 6, 8],
				targetParagraphs: starts,
			},
		);
		expect(beads.map(({ source: s, target: t }) => `${s.join("–")}:${t.join("–")}`)).toEqual(
			expect.arrayContaining(wanted),
		);
	},
);

test("like kinds go together where vectors do not decide", async () => {
	const same = ["Dawn", "Dawn", "Dawn"];
	const beads = await embedding.align(
		[...source(one(0, 9)), ...same],
		[...target(one(0, 9)), "DAWN", "DAWN"],
		{
			embedder: toyEmbedder(),
			sourceKinds: [...Array<string>(9).fill("body"), "body", "heading", "caption"],
			targetKinds: [...Array<string>(9).fill("body"), "heading", "caption"],
		},
	);
	expect(beads.slice(-2).map(({ source: s, target: t }) => [s[1] - s[0], ...t])).toEqual([
		[1, 9, 10],
		[1, 10, 11],
	]);
});

test("without an embedder it throws a TypeError", async () => {
	await expect(embedding.align(["a"], ["b"])).rejects.toThrow(TypeError);
});

test("without the other side nothing is embedded", async () => {
	const embedder = toyEmbedder();
	const beads = await embedding.align(["a", "b"], [], { embedder });
	expect(beads.map(({ source: s, target: t, confidence }) => [...s, ...t, confidence])).toEqual([
		[0, 1, 0, 0, 1],
		[1, 2, 0, 0, 1],
	]);
	expect(embedder.batches).toEqual([]);
});

test("each different text is embedded once, in batches, empty ones not at all", async () => {
	const embedder = toyEmbedder();
	const refrain = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? "The bell rings." : "  "));
	await embedding.align([...source(one(0, 300)), ...refrain], [...target(one(0, 300)), ...refrain], {
		embedder,
	});
	expect(embedder.batches[0]?.length).toBe(128);
	for (const batch of embedder.batches) {
		expect(batch.length).toBeLessThanOrEqual(128);
		for (const text of batch) expect(text.trim()).not.toBe("");
	}
	const sourceSentences = embedder.batches.slice(0, 3).flat();
	expect(sourceSentences).toEqual([...source(one(0, 300)), "The bell rings."]);
});

test("a very long sentence is cut between characters", async () => {
	const embedder = toyEmbedder();
	await embedding.align([`x${"😀".repeat(3_000)}`], ["y"], { embedder });
	const [longest = ""] = embedder.batches.flat();
	expect(longest.length).toBe(3_999);
	expect(longest.isWellFormed()).toBe(true);
});

test("fixed beads come back with confidence 1, and only what lies between is embedded", async () => {
	const embedder = toyEmbedder();
	const fixed: FixedBead[] = [
		{ source: [0, 30], target: [0, 31] },
		{ source: [34, 60], target: [34, 60] },
	];
	const beads = await embedding.align(source(one(0, 60)), target(one(0, 60)), { embedder, fixed });
	for (const bead of fixed) expect(beads).toContainEqual({ ...bead, confidence: 1 });
	expect(show(beads)).toEqual(["0–30:0–31", "30–31:31–31", "34–60:34–60"]);
	const seen = embedder.batches.flat().join(" ");
	for (const number of [29, 34, 59]) expect(seen.toLowerCase()).not.toContain(clause(number));
	expect(seen).toContain(clause(31));
	await expect(align(one(0, 5), one(0, 5), { fixed: [...fixed].reverse() })).rejects.toThrow(TypeError);
});

test("progress ascends to its total", async () => {
	const seen: [number, number][] = [];
	await align(one(0, 400), one(0, 400), { progress: (done, total) => seen.push([done, total]) });
	expect(seen.length).toBeGreaterThan(10);
	expect(seen.at(-1)).toEqual([4_000, 4_000]);
	for (const [i, [done, total]] of seen.entries()) {
		expect(total).toBe(4_000);
		expect(done).toBeGreaterThanOrEqual(seen[i - 1]?.[0] ?? 0);
		expect(done).toBeLessThanOrEqual(total);
	}
});

test("a cancel check stops the work before the next batch", async () => {
	const embedder = toyEmbedder();
	const aligning = embedding.align(source(one(0, 600)), target(one(0, 600)), {
		embedder,
		checkCancelled() {
			if (embedder.batches.length === 2) throw new Error("stopped");
		},
	});
	await expect(aligning).rejects.toThrow("stopped");
	expect(embedder.batches.length).toBe(2);
});

const broken = (embed: Embedder["embed"]): Embedder => ({ name: "the broken one", embed });

test.each<[string, Embedder, string]>([
	[
		"too few vectors",
		broken(async (texts) => texts.slice(1).map(() => new Float32Array([1, 0]))),
		"the broken one gave 1 vectors for 2 texts",
	],
	[
		"vectors of several dimensions",
		broken(async (texts) => texts.map((_, i) => new Float32Array(2 + i))),
		"the broken one gave vectors of 2 and of 3 dimensions",
	],
	[
		"its own error",
		broken(async () => {
			throw new Error("the model is away");
		}),
		"the model is away",
	],
])("an embedder that gives %s is heard", async (_, embedder, message) => {
	await expect(embedding.align(["a", "b"], ["c", "d"], { embedder })).rejects.toThrow(message);
});

describe("a long text", () => {
	const count = 2_400;

	test("is found its way through coarse to fine, and a missing block is jumped over", async () => {
		const [from, to] = [1_000, 1_180];
		const beads = await align(one(0, count), [...one(0, from), ...one(to, count)]);
		const right = beads.filter(({ source: s, target: t }) => {
			if (t[1] === t[0]) return s[0] >= from && s[1] <= to;
			return s[1] - s[0] === 1 && t[1] - t[0] === 1 && s[0] === (t[0] < from ? t[0] : t[0] + to - from);
		});
		expect(right.length).toBeGreaterThan(count * 0.99);
	});
});
