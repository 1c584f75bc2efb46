/** Whether texts without a dictionary translate each other at all, which no comparison of alignments can tell. */
import type { Bead, Span } from "../contract.ts";
import type { WordPairs } from "./pairs.ts";
import type { Sides } from "./prior.ts";

/** Beads are compared with those so far on, where words meet by chance. */
const distances = [3, 4, 5, 6, 7] as const;
/** So many more beads of a hundred than by chance share a word where texts are surely related. */
const surely = 0.2;
/** So many beads that share a word are no evidence: short texts have them by luck. */
const byLuck = 2;
/** What is left of the confidence where nothing speaks for it but lengths and marks. */
const unsupported = 0.7;
/** More frequent words (share of running words) meet everywhere. */
const tooFrequent = 0.01;

/**
 * The beads with less confidence the fewer of them share words that are known beforehand (the same in both languages,
 * alike, of a term or an example), compared with beads that do not belong together.
 */
export function temper(beads: readonly Bead[], { source, target }: Sides, { forward }: WordPairs): Bead[] {
	const linked = beads.filter((bead) => bead.source[1] > bead.source[0] && bead.target[1] > bead.target[0]);
	const beyond = meeting(0) - chance() - byLuck / Math.max(1, linked.length);
	const support = Math.min(1, Math.max(0, beyond / surely));
	const factor = unsupported + (1 - unsupported) * support;
	return beads.map((bead) => ({ ...bead, confidence: bead.confidence * factor }));

	function chance(): number {
		const far = distances.filter((distance) => distance < linked.length);
		return far.length === 0 ? 0 : far.reduce((sum, distance) => sum + meeting(distance), 0) / far.length;
	}

	/** Share of the beads whose source shares a word with the target of the bead `distance` further on, in a circle. */
	function meeting(distance: number): number {
		const hits = linked.filter((bead, n) => {
			const other = linked[(n + distance) % linked.length];
			return other !== undefined && shareWord(bead.source, other.target);
		});
		return hits.length / Math.max(1, linked.length);
	}

	function shareWord(from: Span, across: Span): boolean {
		const words = new Set(
			target.words.subarray(target.starts[across[0]] ?? 0, target.starts[across[1]] ?? 0),
		);
		const most = Math.max(2, tooFrequent * target.words.length);
		for (let at = source.starts[from[0]] ?? 0; at < (source.starts[from[1]] ?? 0); at += 1) {
			const z = source.words[at] ?? 0;
			for (let k = forward.starts[z] ?? 0; k < (forward.starts[z + 1] ?? 0); k += 1) {
				const e = forward.others[k] ?? 0;
				if ((target.counts[e] ?? 0) <= most && words.has(e)) return true;
			}
		}
		return false;
	}
}
