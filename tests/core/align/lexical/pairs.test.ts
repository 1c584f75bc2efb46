import fc from "fast-check";
import { expect, test } from "vitest";
import { byTarget, RowCollector } from "#lib/core/align/lexical/pairs.ts";

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

test("pairs by target word are the pairs by source word", () => {
	const rows = fc.array(fc.uniqueArray(fc.nat({ max: 6 }), { maxLength: 5 }), { maxLength: 6 });
	fc.assert(
		fc.property(rows, (all) => {
			const targets = Int32Array.from(all.flatMap((row) => row.toSorted((a, b) => a - b)));
			const starts = Int32Array.from([0, ...all.map((_, i) => all.slice(0, i + 1).flat().length)]);
			const { begins, sources, places } = byTarget({ starts, targets }, 7);
			const turned = Array.from({ length: 7 }, (_, e) =>
				[...sources.subarray(begins[e], begins[e + 1])].map((z) => [z, e]),
			).flat();
			const straight = all.flatMap((row, z) => row.map((e) => [z, e]));
			expect(turned.toSorted()).toEqual(straight.toSorted());
			for (const [k, place] of places.entries()) {
				const z = sources[k] ?? -1;
				expect(place).toBeGreaterThanOrEqual(starts[z] ?? 0);
				expect(place).toBeLessThan(starts[z + 1] ?? 0);
				expect(targets[place]).toBe(turned[k]?.[1]);
			}
		}),
	);
});
