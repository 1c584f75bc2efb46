import type { AlignOptions, Bead, FixedBead, Span } from "./contract.ts";

/** What lies before, between or after fixed beads; either span, or both, may be empty. */
export interface Gap {
	readonly source: Span;
	readonly target: Span;
}

/**
 * The gaps that fixed beads leave, one more than there are beads: gap i lies before bead i, the last one after all.
 * Throws a TypeError where the beads are out of order, overlap, cross, are empty or reach beyond the texts.
 */
export function gapsBetween(fixed: readonly FixedBead[], sources: number, targets: number): Gap[] {
	const gaps: Gap[] = [];
	let [source, target] = [0, 0];
	for (const [number, bead] of fixed.entries()) {
		for (const [[start, end], before, count] of [
			[bead.source, source, sources],
			[bead.target, target, targets],
		] as const) {
			if (!Number.isInteger(start) || !Number.isInteger(end) || start > end || end > count)
				throw new TypeError(
					`Fixed bead ${number} reaches from ${start} to ${end} in a text of ${count} sentences`,
				);
			if (start < before)
				throw new TypeError(`Fixed bead ${number} begins at ${start}, inside or before an earlier one`);
		}
		if (bead.source[0] === bead.source[1] && bead.target[0] === bead.target[1])
			throw new TypeError(`Fixed bead ${number} holds no sentence`);
		gaps.push({ source: [source, bead.source[0]], target: [target, bead.target[0]] });
		[source, target] = [bead.source[1], bead.target[1]];
	}
	gaps.push({ source: [source, sources], target: [target, targets] });
	return gaps;
}

type Align<Result> = (source: readonly string[], target: readonly string[], options: AlignOptions) => Result;

/**
 * Honours `options.fixed` for an aligner that knows nothing of it: each gap is aligned as if it were a text of its own,
 * and the fixed beads come back in their places with confidence 1. Without fixed beads the aligner gets everything.
 */
export function alignBetween(
	align: Align<Bead[]>,
	source: readonly string[],
	target: readonly string[],
	options: AlignOptions,
): Bead[] {
	if (noneFixed(options)) return align(source, target, options);
	const parts: Bead[][] = [];
	for (const part of partsBetween(source, target, options))
		parts.push(part ? align(part.source, part.target, part.options) : []);
	return withFixed(parts, options, source.length, target.length);
}

/** The same for an aligner that is waited for; the gaps are aligned one after the other. */
export async function alignBetweenInTurn(
	align: Align<Promise<Bead[]>>,
	source: readonly string[],
	target: readonly string[],
	options: AlignOptions,
): Promise<Bead[]> {
	if (noneFixed(options)) return align(source, target, options);
	const parts: Bead[][] = [];
	for (const part of partsBetween(source, target, options))
		parts.push(part ? await align(part.source, part.target, part.options) : []);
	return withFixed(parts, options, source.length, target.length);
}

function noneFixed({ fixed }: AlignOptions): boolean {
	return fixed === undefined || fixed.length === 0;
}

interface Part {
	readonly source: readonly string[];
	readonly target: readonly string[];
	readonly options: AlignOptions;
}

/** One part a gap, null for a gap without sentences. */
function partsBetween(
	source: readonly string[],
	target: readonly string[],
	options: AlignOptions,
): (Part | null)[] {
	const gaps = gapsBetween(options.fixed ?? [], source.length, target.length);
	const total = gaps.reduce((sum, gap) => sum + sentences(gap), 0);
	let before = 0;
	return gaps.map((gap) => {
		const count = sentences(gap);
		if (count === 0) return null;
		const done = before;
		before += count;
		return {
			source: source.slice(...gap.source),
			target: target.slice(...gap.target),
			options: optionsWithin(gap, options, (share) => options.progress?.(done + share * count, total)),
		};
	});
}

function sentences({ source, target }: Gap): number {
	return source[1] - source[0] + target[1] - target[0];
}

/** The options with what they say of the gap's own sentences, numbered from its start. */
function optionsWithin(gap: Gap, options: AlignOptions, report: (share: number) => void): AlignOptions {
	const { fixed: _, sourceParagraphs, targetParagraphs, sourceKinds, targetKinds, ...rest } = options;
	return {
		...rest,
		...(sourceParagraphs && { sourceParagraphs: startsWithin(gap.source, sourceParagraphs) }),
		...(targetParagraphs && { targetParagraphs: startsWithin(gap.target, targetParagraphs) }),
		...(sourceKinds && { sourceKinds: sourceKinds.slice(...gap.source) }),
		...(targetKinds && { targetKinds: targetKinds.slice(...gap.target) }),
		progress: (done, total) => report(total > 0 ? done / total : 1),
	};
}

function startsWithin([start, end]: Span, starts: readonly number[]): number[] {
	return starts.filter((at) => at >= start && at < end).map((at) => at - start);
}

function withFixed(
	parts: readonly (readonly Bead[])[],
	{ fixed = [] }: AlignOptions,
	sources: number,
	targets: number,
): Bead[] {
	const gaps = gapsBetween(fixed, sources, targets);
	return gaps.flatMap(({ source, target }, i) => {
		const within = (parts[i] ?? []).map((bead) => ({
			source: moved(bead.source, source[0]),
			target: moved(bead.target, target[0]),
			confidence: bead.confidence,
		}));
		const given = fixed[i];
		return given ? [...within, { source: given.source, target: given.target, confidence: 1 }] : within;
	});
}

function moved([start, end]: Span, by: number): Span {
	return [start + by, end + by];
}
