/** Long texts are searched window by window, and nobody should see where one ends. */
import { beforeAll, expect, test } from "vitest";
import { lexical } from "#lib/core/align/aligners/lexical.ts";
import type { Bead } from "#lib/core/align/contract.ts";
import { beadsAt } from "#lib/core/align/lexical/gaps.ts";
import { parametersFor } from "#lib/core/align/lexical/parameters.ts";
import { weightsFor } from "#lib/core/align/lexical/weights.ts";
import { decodeWindows } from "#lib/core/align/lexical/windows.ts";
import type { Lexicon } from "#lib/core/align/lexicon/lexicon.ts";
import { loadLexicon } from "#lib/server/lexicon.ts";
import { pool } from "../sentence-pool.ts";
import { numbersTo, rareTexts } from "./rare-words.ts";

let lexicon: Lexicon;
beforeAll(async () => {
	const found = await loadLexicon("zh", "en");
	if (!found) throw new Error("no dictionary is installed");
	lexicon = found;
}, 60_000);

const names = [
	["王明", "Wang Ming"],
	["李红", "Li Hong"],
	["陈东", "Chen Dong"],
	["林海", "Lin Hai"],
	["高山", "Gao Shan"],
] as const;

/** Sentence n of a long text: one of the pool in an order of its own, with a name and, in every third, a number. */
function told(n: number): { source: string; target: string } {
	const pair = pool[(n * 7 + Math.floor(n / pool.length) * 3) % pool.length];
	const [chinese, english] = names[(n * 11) % names.length] ?? ["", ""];
	const numbered = n % 3 === 0;
	return {
		source: `${chinese}说${numbered ? `过${1_000 + n * 7}次` : ""}：${pair?.source}`,
		target: `${english} said${numbered ? ` ${1_000 + n * 7} times` : ""}: ${pair?.target}`,
	};
}

type Beads = Pick<Bead, "source" | "target">[];
interface LongTexts {
	readonly source: string[];
	readonly target: string[];
	readonly beads: Beads;
}

/** Every 17th has no counterpart, every 11th is in two sentences; nor have those between `lacking`. */
function longTexts(length: number, lacking: readonly [number, number] = [0, 0]): LongTexts {
	const texts: LongTexts = { source: [], target: [], beads: [] };
	for (let n = 0; n < length; n += 1) {
		const { source, target } = told(n);
		const begins = [texts.source.length, texts.target.length] as const;
		const isAlone = n % 17 === 5 || (n >= lacking[0] && n < lacking[1]);
		texts.source.push(source);
		if (!isAlone) texts.target.push(...(n % 11 === 3 ? target.split(/(?<=: )/u) : [target]));
		texts.beads.push({
			source: [begins[0], texts.source.length],
			target: [begins[1], texts.target.length],
		});
	}
	return texts;
}

const shape = ({ source, target }: Beads[number]) => `${source.join("–")} : ${target.join("–")}`;

function share(beads: Beads, among: Beads): number {
	const all = new Set(among.map(shape));
	return beads.filter((bead) => all.has(shape(bead))).length / beads.length;
}

function expectPartition(beads: readonly Bead[], { source, target }: LongTexts): void {
	const begins = beads.map((bead) => [bead.source[0], bead.target[0]]);
	const ends = beads.map((bead) => [bead.source[1], bead.target[1]]);
	expect([...begins, [source.length, target.length]]).toEqual([[0, 0], ...ends]);
}

function align({ source, target }: LongTexts): Bead[] {
	return lexical.align(source, target, { lexicon });
}

/** How many of the beads with both sides are found. */
function pairsFound(texts: LongTexts, beads: Beads): number {
	const paired = texts.beads.filter(({ source, target }) => source[0] < source[1] && target[0] < target[1]);
	return share(paired, beads);
}

test("a text of 3,000 sentences is aligned as its parts are when they are read alone", () => {
	const texts = longTexts(3_000);
	const beads = align(texts);
	expectPartition(beads, texts);
	const size = 150;
	const nearSeams = [6, 7, 8, 9, 14, 15, 16, 17]; // windows end after about 1,200 rows
	const parts = nearSeams.flatMap((n) => {
		const [first, last] = [texts.beads[n * size], texts.beads[(n + 1) * size - 1]];
		if (!first || !last) return [];
		const [row, column] = [first.source[0], first.target[0]];
		const source = texts.source.slice(row, last.source[1]);
		const target = texts.target.slice(column, last.target[1]);
		return beadsAt(lexical.align(source, target, { lexicon }), row, column);
	});
	expect(share(parts, beads)).toBeGreaterThan(0.99);
	expect(pairsFound(texts, beads)).toBeGreaterThan(0.98);
});

test.each<[string, number, readonly [number, number]]>([
	["at a seam", 1_700, [1_150, 1_300]],
	["longer than a window", 1_800, [300, 1_650]],
])("around a block without a counterpart, %s, the rest is found", (_, length, lacking) => {
	const texts = longTexts(length, lacking);
	const beads = align(texts);
	expectPartition(beads, texts);
	expect(pairsFound(texts, beads)).toBeGreaterThan(0.97);
});

test("what is given besides is asked about the sentences by their numbers in the whole text", () => {
	const length = 1_400;
	const { prepared, pairs } = rareTexts(numbersTo(length), numbersTo(length));
	const asked = { least: length, most: 0, farthest: 0 };
	const given = {
		weigh: (i: number, s: number, j: number, t: number) => {
			asked.least = Math.min(asked.least, i, j);
			asked.most = Math.max(asked.most, i + s, j + t);
			asked.farthest = Math.max(asked.farthest, Math.abs(i - j));
			return 0;
		},
	};
	const path = Int32Array.from(numbersTo(length + 1));
	const setting = { weights: weightsFor(true), parameters: parametersFor(true), step: () => {} };
	const beads = decodeWindows({ ...prepared, informed: true }, pairs, path, [given], setting);
	expect(beads.map(shape)).toEqual(numbersTo(length).map((n) => `${n}–${n + 1} : ${n}–${n + 1}`));
	expect(asked).toMatchObject({ least: 0, most: length });
	expect(asked.farthest).toBeLessThan(100);
});

test("a rough way that is some columns off where a window ends does no harm", () => {
	const length = 1_400;
	const { prepared, pairs } = rareTexts(numbersTo(length), numbersTo(length));
	const setting = { weights: weightsFor(true), parameters: parametersFor(true), step: () => {} };
	for (const off of [-4, 4]) {
		const path = Int32Array.from(numbersTo(length + 1), (n) => Math.min(length, Math.max(0, n + off)));
		const beads = decodeWindows({ ...prepared, informed: true }, pairs, path, [], setting);
		expect(beads.map(shape)).toEqual(numbersTo(length).map((n) => `${n}–${n + 1} : ${n}–${n + 1}`));
	}
});
