/** Alignments to write, and what they say: the tests read every format back with a reader of their own. */
import fc from "fast-check";
import type { Bead } from "#lib/core/align/contract.ts";
import type { AlignedText, Alignment, WritingSurroundings } from "#lib/core/align/formats/contract.ts";

export const surroundings: WritingSurroundings = {
	title: "海港.txt – harbour.txt",
	writtenAt: "2026-11-20T08:05:09.123Z",
	application: { name: "Duizhao", version: "0.1.0" },
};
const zh = (...sentences: string[]): AlignedText => ({ language: "zh-Hans", sentences });
const en = (...sentences: string[]): AlignedText => ({ language: "en", sentences });
export const bead = (source: Bead["source"], target: Bead["target"], confidence: number): Bead => {
	return { source, target, confidence };
};

/** 1-1, a lone source, 1-2, a lone target, 2-1. */
export const harbour: Alignment = {
	aligner: "length",
	source: zh("港口开放了。", "天气很好。", "来了三艘船。", "引航员上了岸。", "他们喝茶。"),
	target: en(
		"The port opened.",
		"Three ships came.",
		"All at once.",
		"Nobody knew why.",
		"The pilots had tea.",
	),
	beads: [
		bead([0, 1], [0, 1], 0.99314),
		bead([1, 2], [1, 1], 0.41),
		bead([2, 3], [1, 3], 0.87),
		bead([3, 3], [3, 4], 0.5),
		bead([3, 5], [4, 5], 1),
	],
};
export const withoutUnsure: Alignment = {
	...harbour,
	beads: harbour.beads.filter(({ confidence }) => confidence >= 0.8),
};
export const nothing: Alignment = { ...harbour, source: zh(), target: en(), beads: [] };

const word = fc.string({
	unit: fc.constantFrom("港", "a", "&", "<", '"', "\t", "\n", "\r", "\\", " ", "😀", "\u2028", "\0", "."),
	maxLength: 8,
});
/** Any texts, and beads that cover them in order, some of them left out. */
export const alignment: fc.Arbitrary<Alignment> = fc
	.array(
		fc.record({
			sources: fc.array(word, { maxLength: 3 }),
			targets: fc.array(word, { maxLength: 3 }),
			confidence: fc.double({ min: 0, max: 1, noNaN: true }),
			kept: fc.boolean(),
		}),
		{ maxLength: 8 },
	)
	.map((steps) => {
		const beads: Bead[] = [];
		const [source, target]: [string[], string[]] = [[], []];
		for (const { sources, targets, confidence, kept } of steps) {
			if (sources.length + targets.length === 0) continue;
			const [from, across] = [source.length, target.length];
			source.push(...sources);
			target.push(...targets);
			if (kept) beads.push(bead([from, source.length], [across, target.length], confidence));
		}
		return { aligner: "length", source: zh(...source), target: en(...target), beads };
	});

/** What a bead says in running text, as this test understands it. */
export function texts({ source, target, beads }: Alignment): [string, string, number][] {
	const inside = ({ sentences }: AlignedText, [from, to]: Bead["source"]) =>
		sentences.slice(from, to).filter((sentence) => sentence.trim() !== "");
	const spaced = (sentences: readonly string[]) =>
		sentences.reduce((left, right) => {
			return left === "" || /\s$/u.test(left) || /^\s/u.test(right) ? left + right : `${left} ${right}`;
		}, "");
	return beads.map((each) => [
		inside(source, each.source).join(""),
		spaced(inside(target, each.target)),
		each.confidence,
	]);
}

export const linesOf = (text: string) => (text === "" ? [] : text.replace(/\n$/u, "").split("\n"));
