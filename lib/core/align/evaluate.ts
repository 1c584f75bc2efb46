/** A bead as lists of sentence numbers, the form of gold files; either list may be empty. */
export interface IndexBead {
	readonly source: readonly number[];
	readonly target: readonly number[];
}

export interface Score {
	readonly precision: number;
	readonly recall: number;
	readonly f1: number;
}

export interface Evaluation {
	/** The bead equals a gold bead. */
	readonly strict: Score;
	/** The bead shares a pair of sentences with a gold bead. */
	readonly lax: Score;
	/** Sentences left alone, each side counted sentence by sentence. */
	readonly nulls: Score;
	/** How many sentences the gold leaves alone. */
	readonly alone: number;
	/** How many beads the aligner printed. */
	readonly beads: number;
}

/**
 * The metric of the Vecalign and Bertalign evaluations over several documents. Precision counts every bead of the
 * system, null beads too; recall counts the gold beads that have both sides.
 */
export function evaluate(
	documents: readonly { gold: readonly IndexBead[]; system: readonly IndexBead[] }[],
): Evaluation {
	const precision = { strict: 0, lax: 0, all: 0 };
	const recall = { strict: 0, lax: 0, all: 0 };
	const nulls = { found: 0, printed: 0, gold: 0 };
	for (const { gold, system } of documents) {
		add(precision, countHits(gold, system));
		add(recall, countHits(system.filter(isLinked), gold.filter(isLinked)));
		const wanted = leftAlone(gold);
		const printed = leftAlone(system);
		nulls.gold += wanted.size;
		nulls.printed += printed.size;
		for (const sentence of printed) if (wanted.has(sentence)) nulls.found += 1;
	}
	return {
		strict: score(precision.strict, precision.all, recall.strict, recall.all),
		lax: score(precision.lax, precision.all, recall.lax, recall.all),
		nulls: score(nulls.found, nulls.printed, nulls.found, nulls.gold),
		alone: nulls.gold,
		beads: precision.all,
	};
}

/** Whether the gold has exactly this bead, or one that shares a pair of sentences with it. */
export function judge(gold: readonly IndexBead[]): (bead: IndexBead) => "strict" | "lax" | "wrong" {
	const exact = new Set(gold.map(key));
	const targetsOf = new Map<number, Set<number>>();
	for (const bead of gold) {
		for (const source of bead.source) {
			const targets = targetsOf.get(source) ?? new Set();
			for (const target of bead.target) targets.add(target);
			targetsOf.set(source, targets);
		}
	}
	return (bead) => {
		if (exact.has(key(bead))) return "strict";
		return bead.source.some((s) => bead.target.some((t) => targetsOf.get(s)?.has(t))) ? "lax" : "wrong";
	};
}

interface Hits {
	strict: number;
	lax: number;
	all: number;
}

function countHits(reference: readonly IndexBead[], candidates: readonly IndexBead[]): Hits {
	const verdict = judge(reference);
	const hits = { strict: 0, lax: 0, all: 0 };
	for (const bead of new Map(candidates.map((candidate) => [key(candidate), candidate])).values()) {
		if (bead.source.length === 0 && bead.target.length === 0) continue;
		const judged = verdict(bead);
		hits.all += 1;
		if (judged === "strict") hits.strict += 1;
		if (judged !== "wrong") hits.lax += 1;
	}
	return hits;
}

function add(total: Hits, part: Hits): void {
	total.strict += part.strict;
	total.lax += part.lax;
	total.all += part.all;
}

function leftAlone(beads: readonly IndexBead[]): Set<string> {
	const alone = beads.filter((bead) => !isLinked(bead));
	return new Set(
		alone.flatMap((bead) => [...bead.source.map((s) => `s${s}`), ...bead.target.map((t) => `t${t}`)]),
	);
}

function isLinked(bead: IndexBead): boolean {
	return bead.source.length > 0 && bead.target.length > 0;
}

function key(bead: IndexBead): string {
	return `${bead.source.join(",")}|${bead.target.join(",")}`;
}

function score(right: number, printed: number, found: number, wanted: number): Score {
	const precision = printed === 0 ? 0 : right / printed;
	const recall = wanted === 0 ? 0 : found / wanted;
	const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
	return { precision, recall, f1 };
}
