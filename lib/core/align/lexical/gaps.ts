/** Between beads that are given, each gap is searched by itself; what the gaps teach of the words is put together. */
import { gapsBetween } from "../between.ts";
import type { AlignOptions, Bead, Example, FixedBead, Span } from "../contract.ts";
import { shifted } from "./windows.ts";

/** Gaps up to so many sentences of the source together share what they learn. */
const groupRows = 1_200;
/** So many given beads before and after a group of gaps teach words. */
const neighbours = 150;

/** Sentences of several gaps, one gap after the other. */
export interface GapGroup {
	readonly gaps: readonly Place[];
	/** The sentences that are in it, by their number in the whole text. */
	readonly sources: readonly number[];
	readonly targets: readonly number[];
	readonly examples: readonly Example[];
}

interface Place {
	/** In the group. */
	readonly source: Span;
	readonly target: Span;
	/** Where the gap begins in the whole texts. */
	readonly row: number;
	readonly column: number;
}

/** Groups of neighbouring gaps that have sentences on both sides; a gap with one side only needs no search. */
export function groupGaps(
	fixed: readonly FixedBead[],
	source: readonly string[],
	target: readonly string[],
): GapGroup[] {
	const groups: { first: number; last: number; gaps: Place[]; sources: number[]; targets: number[] }[] = [];
	for (const [number, gap] of gapsBetween(fixed, source.length, target.length).entries()) {
		const [rows, columns] = [size(gap.source), size(gap.target)];
		if (rows === 0 || columns === 0) continue;
		let group = groups.at(-1);
		if (group === undefined || group.sources.length + rows > groupRows) {
			group = { first: number, last: number, gaps: [], sources: [], targets: [] };
			groups.push(group);
		}
		group.last = number;
		group.gaps.push({
			source: [group.sources.length, group.sources.length + rows],
			target: [group.targets.length, group.targets.length + columns],
			row: gap.source[0],
			column: gap.target[0],
		});
		group.sources.push(...numbers(gap.source));
		group.targets.push(...numbers(gap.target));
	}
	return groups.map(({ first, last, ...group }) => ({
		...group,
		examples: fixed
			.slice(Math.max(0, first - neighbours), last + neighbours)
			.filter((bead) => size(bead.source) > 0 && size(bead.target) > 0)
			.map((bead) => ({
				source: source.slice(...bead.source).join(" "),
				target: target.slice(...bead.target).join(" "),
			})),
	}));
}

/** The options with what they say of the group's sentences, by their numbers in the group. */
export function optionsOf(group: GapGroup, options: AlignOptions): AlignOptions {
	const {
		fixed: _,
		sourceParagraphs,
		targetParagraphs,
		sourceKinds,
		targetKinds,
		examples = [],
		...rest
	} = options;
	const starts = (all: readonly number[], chosen: readonly number[]) => {
		const set = new Set(all);
		return chosen.flatMap((number, at) => (set.has(number) ? [at] : []));
	};
	const kinds = (all: readonly string[], chosen: readonly number[]) =>
		chosen.map((number) => all[number] ?? "");
	return {
		...rest,
		examples: [...group.examples, ...examples],
		...(sourceParagraphs && { sourceParagraphs: starts(sourceParagraphs, group.sources) }),
		...(targetParagraphs && { targetParagraphs: starts(targetParagraphs, group.targets) }),
		...(sourceKinds && { sourceKinds: kinds(sourceKinds, group.sources) }),
		...(targetKinds && { targetKinds: kinds(targetKinds, group.targets) }),
	};
}

/** The given beads with confidence 1, the found ones between them, and what has one side only alone. */
export function fillGaps(
	fixed: readonly FixedBead[],
	found: ReadonlyMap<number, readonly Bead[]>,
	sources: number,
	targets: number,
): Bead[] {
	return gapsBetween(fixed, sources, targets).flatMap((gap, number): Bead[] => {
		const given = fixed[number];
		const last: Bead[] = given ? [{ source: given.source, target: given.target, confidence: 1 }] : [];
		return [
			...(found.get(gapKey(gap.source[0], gap.target[0], targets)) ?? alone(gap.source, gap.target)),
			...last,
		];
	});
}

export function gapKey(row: number, column: number, targets: number): number {
	return row * (targets + 1) + column;
}

function alone(source: Span, target: Span): Bead[] {
	return [
		...numbers(source).map(
			(i): Bead => ({ source: [i, i + 1], target: [target[0], target[0]], confidence: 1 }),
		),
		...numbers(target).map(
			(j): Bead => ({ source: [source[1], source[1]], target: [j, j + 1], confidence: 1 }),
		),
	];
}

function size([from, to]: Span): number {
	return to - from;
}

function numbers([from, to]: Span): number[] {
	return Array.from({ length: to - from }, (_, i) => from + i);
}

export function beadsAt(beads: readonly Bead[], row: number, column: number): Bead[] {
	return beads.map(({ source, target, confidence }) => ({
		source: shifted(source, row),
		target: shifted(target, column),
		confidence,
	}));
}
