/** From the pairs an aligner found to the passages that would change, as `realign` stores them. */
import type { Row } from "./model.ts";
import { isAsSeen, type Stretch } from "./operations/realign.ts";
import type { WrittenRow } from "./operations/side.ts";

/** A passage as it stands; one that is fixed stays as it is, and nothing is said of it. */
export interface SeenRow {
	readonly row: Row;
	readonly confidence: number | null;
	readonly fixed: boolean;
}

/** Numbers of segments, from the first up to but not including the second, counted over all rows given. */
export interface Pair {
	readonly source: readonly [number, number];
	readonly target: readonly [number, number];
	readonly confidence: number;
}

/** A confidence that moves by less is not worth an entry in the log. */
const worthSaying = 0.05;
/** Digits of a confidence that are stored. */
const precision = 1_000;

/**
 * Compares the passages (a run without gaps) with the pairs, which cover them in order. Where both have a border
 * in the same place a stretch ends. A passage keeps its id where what it begins with still begins a passage.
 * Throws a RangeError where the pairs do not cover the passages, or would change one that is fixed.
 */
export function regroup(rows: readonly SeenRow[], pairs: readonly Pair[], newId: () => string): Stretch[] {
	const stretches: Stretch[] = [];
	const [old, now] = [
		borders(rows.map(({ row }) => [row.source.length, row.target.length])),
		pairs.map(endOf),
	];
	let [r, p] = [0, 0];
	while (r < rows.length) {
		const [firstRow, firstPair] = [r, p];
		r += 1;
		p += 1;
		while (!meets(old[r - 1], now[p - 1])) {
			if (isBehind(old[r - 1], now[p - 1])) r += 1;
			else p += 1;
			if (r > rows.length || p > pairs.length) throw new RangeError("the pairs do not cover the passages");
		}
		const stretch = stretchOf(rows.slice(firstRow, r), pairs.slice(firstPair, p), newId);
		if (stretch) stretches.push(stretch);
	}
	if (p < pairs.length) throw new RangeError("the pairs are of more than the passages");
	return stretches;
}

type Border = readonly [source: number, target: number];

const endOf = ({ source, target }: Pair): Border => [source[1], target[1]];

function borders(sizes: readonly Border[]): Border[] {
	let [source, target] = [0, 0];
	return sizes.map(([sources, targets]) => {
		source += sources;
		target += targets;
		return [source, target];
	});
}

const meets = (a: Border | undefined, b: Border | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** Both sides only ever grow, so whichever has less of both together cannot have passed the next common border. */
const isBehind = (a: Border | undefined, b: Border | undefined) => sum(a) <= sum(b);
const sum = (border: Border | undefined) => (border ? border[0] + border[1] : Number.POSITIVE_INFINITY);

function stretchOf(
	rows: readonly SeenRow[],
	pairs: readonly Pair[],
	newId: () => string,
): Stretch | undefined {
	const [only] = rows;
	const [pair] = pairs;
	if (rows.length === 1 && pairs.length === 1 && only && pair) {
		if (only.fixed || !isNews(only.confidence, pair.confidence)) return undefined;
	}
	if (rows.some(({ fixed }) => fixed)) throw new RangeError("the pairs change a passage that is fixed");
	const source = rows.flatMap(({ row }) => row.source);
	const target = rows.flatMap(({ row }) => row.target);
	return {
		source: source.map(({ id, version }) => [id, version]),
		target: target.map(({ id }) => id),
		before: rows.map(({ row, confidence }) => [row.id, row.source.length, row.target.length, confidence]),
		after: named(rows, pairs, newId),
	};
}

const isNews = (before: number | null, after: number) =>
	before === null || Math.abs(before - after) >= worthSaying;

/** Ids that stay keep their order. */
function named(rows: readonly SeenRow[], pairs: readonly Pair[], newId: () => string): WrittenRow[] {
	const places = new Map(rows.map(({ row }, i) => [(row.source[0] ?? row.target[0])?.id, i]));
	const source = rows.flatMap(({ row }) => row.source);
	const target = rows.flatMap(({ row }) => row.target);
	const [firstSource, firstTarget] = [pairs[0]?.source[0] ?? 0, pairs[0]?.target[0] ?? 0];
	let last = -1;
	return pairs.map((pair): WrittenRow => {
		const [sources, targets] = [pair.source[1] - pair.source[0], pair.target[1] - pair.target[0]];
		const first = sources > 0 ? source[pair.source[0] - firstSource] : target[pair.target[0] - firstTarget];
		const place = places.get(first?.id) ?? -1;
		const kept = place > last ? rows[place]?.row.id : undefined;
		if (kept !== undefined) last = place;
		return [kept ?? newId(), sources, targets, Math.round(pair.confidence * precision) / precision];
	});
}

/** The stretches that still are as they were seen, texts of the source included, with nothing in them fixed since. */
export function stillFitting(
	rows: readonly Omit<SeenRow, "confidence">[],
	stretches: readonly Stretch[],
): Stretch[] {
	const places = new Map(rows.map(({ row }, i) => [row.id, i]));
	return stretches.filter((stretch) => {
		const first = places.get(stretch.before[0]?.[0] ?? "");
		if (first === undefined) return false;
		const now = rows.slice(first, first + stretch.before.length);
		const versions = now.flatMap(({ row }) => row.source.map(({ version }) => version));
		return (
			!now.some(({ fixed }) => fixed) &&
			isAsSeen(
				now.map(({ row }) => row),
				stretch,
			) &&
			stretch.source.every(([, version], i) => version === versions[i])
		);
	});
}
