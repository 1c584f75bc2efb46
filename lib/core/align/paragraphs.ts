import type { Evidence } from "./evidence.ts";

/** One side: how many sentences, and the numbers of those that begin a paragraph. */
export interface SideParagraphs {
	readonly sentences: number;
	readonly starts: readonly number[] | undefined;
}

/** How far the starts of corresponding sentences agree, from 0 (no more than by chance) to 1 (as far as they can). */
const agreement = 0.9;
/** A paragraph start inside a bead is this much rarer than elsewhere. */
const insideBead = 0.1;

/** Neither side, only the target, only the source, or both begin a paragraph. */
type StartRatios = readonly [neither: number, target: number, source: number, both: number];

/** Null where a side tells nothing: its paragraph starts are not given, or every sentence is one. */
export function paragraphEvidence(source: SideParagraphs, target: SideParagraphs): Evidence | null {
	const sourceMarks = marks(source);
	const targetMarks = marks(target);
	if (sourceMarks === null || targetMarks === null) return null;
	const ratios = startRatios(share(sourceMarks), share(targetMarks));
	const crossing = Math.log(insideBead);
	return {
		weigh(from, sources, across, targets) {
			if (sources === 0 || targets === 0) return 0;
			let sum = ratios[2 * (sourceMarks[from] ?? 0) + (targetMarks[across] ?? 0)] ?? 0;
			for (let i = 1; i < sources; i += 1) if (sourceMarks[from + i] === 1) sum += crossing;
			for (let j = 1; j < targets; j += 1) if (targetMarks[across + j] === 1) sum += crossing;
			return sum;
		},
	};
}

function marks({ sentences, starts }: SideParagraphs): Uint8Array | null {
	if (starts === undefined) return null;
	const marked = new Uint8Array(sentences);
	for (const start of starts) marked[start] = 1;
	return marked.includes(0) && marked.includes(1) ? marked : null;
}

function share(marked: Uint8Array): number {
	return marked.reduce((sum, mark) => sum + mark, 0) / marked.length;
}

/** Log ratios of the joint probabilities of starts at corresponding sentences to those at unrelated ones. */
function startRatios(source: number, target: number): StartRatios {
	const chance = source * target;
	const both = chance + agreement * (Math.min(source, target) - chance);
	return [
		Math.log((1 - source - target + both) / ((1 - source) * (1 - target))),
		Math.log((target - both) / ((1 - source) * target)),
		Math.log((source - both) / (source * (1 - target))),
		Math.log(both / (source * target)),
	];
}
