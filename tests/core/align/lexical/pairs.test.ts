import fc from "fast-check";
import { expect, test } from "vitest";
import { RowCollector, wordPairs } from "#lib/core/align/lexical/pairs.ts";

test("a row has each word once, in ascending order, with the sum of its weights; the next begins empty", () => {
	const row = new RowCollector(9);
	for (const [target, weight] of [
		[7, 1],
		[2, 0.5],
		[7, 0.25],
	] as const)
		row.add(target, weight);
	const seen: [number, number][] = [];
	row.take((target, weight) => seen.push([target, weight]));
	expect(seen).toEqual([
		[2, 0.5],
		[7, 1.25],
	]);
	row.take(() => expect.unreachable());
	row.add(7, 1);
	row.take((target, weight) => expect([target, weight]).toEqual([7, 1]));
});

test("pairs by target word are the pairs by source word, with the ratios the other way", () => {
	const rows = fc.array(fc.uniqueArray(fc.nat({ max: 6 }), { maxLength: 5 }), { maxLength: 6 });
	fc.assert(
		fc.property(rows, (all) => {
			const straight = all.flatMap((row, z) => row.toSorted((a, b) => a - b).map((e) => ({ z, e })));
			const { forward, backward } = wordPairs(
				{
					starts: Int32Array.from([0, ...all.map((_, i) => all.slice(0, i + 1).flat().length)]),
					others: Int32Array.from(straight, ({ e }) => e),
					values: Float32Array.from(straight, (_, k) => k),
				},
				Float32Array.from(straight, (_, k) => 100 + k),
				7,
			);
			expect([...forward.values]).toEqual(straight.map((_, k) => k));
			const turned = Array.from({ length: 7 }, (_, e) => {
				const [from, to] = [backward.starts[e] ?? 0, backward.starts[e + 1] ?? 0];
				const sources = [...backward.others.subarray(from, to)];
				expect(sources).toEqual(sources.toSorted((a, b) => a - b));
				return sources.map((z, k) => ({ z, e, value: backward.values[from + k] }));
			}).flat();
			const byTarget = straight.map((pair, k) => ({ ...pair, value: 100 + k }));
			expect(turned).toEqual(byTarget.toSorted((one, other) => one.e - other.e || one.z - other.z));
		}),
	);
});
