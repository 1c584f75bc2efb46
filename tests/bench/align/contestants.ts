/** What is measured: the registry's aligners, and hunalign where there is one. */

import type { Aligner, AlignOptions, Span } from "#lib/core/align/contract.ts";
import type { IndexBead } from "#lib/core/align/evaluate.ts";
import { aligners } from "#lib/core/align/registry.ts";
import { configuredEmbedder } from "#lib/server/embedders/configured.ts";
import { loadLexicon } from "#lib/server/lexicon.ts";
import { findHunalign } from "./hunalign.ts";
import type { GoldDocument, GoldSet } from "./sets.ts";

export interface RatedBead extends IndexBead {
	/** Not there where the aligner gives none. */
	readonly confidence?: number;
}

export interface Result {
	/** Beads of each of the documents. */
	readonly beads: readonly (readonly RatedBead[])[];
	/** Time of the alignment alone: lexicons and models of ours are there before. */
	readonly seconds: number;
	/** Most memory of a program of its own; not there for what runs in this process. */
	readonly megabytes?: number;
}

export interface Contestant {
	readonly id: string;
	/** Loads what the set's languages need, where anything is; otherwise the first `align` does, outside its time. */
	prepare?(set: GoldSet): Promise<unknown>;
	align(set: GoldSet): Promise<Result>;
}

/** `left out` says why something is not measured, a line each. */
export function findContestants(): { contestants: Contestant[]; leftOut: string[] } {
	const embedder = configuredEmbedder();
	const leftOut: string[] = [];
	const contestants = aligners.flatMap((aligner: Aligner): Contestant[] => {
		if (!aligner.needsEmbedder || embedder) return [inProcess(aligner, embedder ? { embedder } : {})];
		leftOut.push(`${aligner.id} is left out: no embedder is configured (docs/neural-embeddings.md)`);
		return [];
	});
	const hunalign = findHunalign();
	if (hunalign) contestants.push(hunalign);
	else
		leftOut.push(
			"hunalign is left out: neither HUNALIGN (a program) nor HUNALIGN_SOURCE (its sources) is set",
		);
	return { contestants, leftOut };
}

function inProcess(aligner: Aligner, given: AlignOptions): Contestant {
	const load = async (set: GoldSet) => (aligner.ignoresWords ? null : loadLexicon(set.source, set.target));
	return {
		id: aligner.id,
		prepare: load,
		async align(set) {
			const lexicon = await load(set);
			const options = lexicon ? { ...given, lexicon } : given;
			const beads: RatedBead[][] = [];
			const begin = performance.now();
			for (const document of set.documents) beads.push(await alignDocument(aligner, document, options));
			return { beads, seconds: (performance.now() - begin) / 1000 };
		},
	};
}

async function alignDocument(
	aligner: Aligner,
	{ source, target, sourceParagraphs, targetParagraphs }: GoldDocument,
	options: AlignOptions,
): Promise<RatedBead[]> {
	const beads = await aligner.align(source, target, {
		...options,
		...(sourceParagraphs && { sourceParagraphs }),
		...(targetParagraphs && { targetParagraphs }),
	});
	return beads.map((bead) => ({
		source: numbers(bead.source),
		target: numbers(bead.target),
		confidence: bead.confidence,
	}));
}

function numbers([start, end]: Span): number[] {
	return Array.from({ length: end - start }, (_, i) => start + i);
}
