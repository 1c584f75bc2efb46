/**
 * To read, in this order: `lexical/prepare.ts` turns the texts into numbered words (`words.ts`, `han.ts`), marks of
 * punctuation (`marks.ts`) and what is known of the words (`prior.ts`: dictionary, names, terms). `coarse.ts` finds
 * roughly where the alignment runs, in long texts with the help of `anchors.ts`. `windows.ts` cuts long texts.
 * `search.ts` makes three passes: each reads the evidence for all beads near the path (`read-evidence.ts`, `spans.ts`,
 * `features.ts`), weighs it (`scores.ts`, `weights.ts`), decodes it (`../lattice.ts`) and learns words from the beads
 * found (`learn.ts`). `gaps.ts` aligns between beads that are given; `relatedness.ts` lowers
 * confidence where no known word speaks for it. docs/alignment.md tells what each part is worth.
 */
import type { Aligner, AlignOptions, Bead, Example } from "../contract.ts";
import type { Evidence } from "../evidence.ts";
import { kindEvidence } from "../kinds.ts";
import { coarsePath } from "../lexical/coarse.ts";
import { beadsAt, fillGaps, gapKey, groupGaps, optionsOf } from "../lexical/gaps.ts";
import type { WordPairs } from "../lexical/pairs.ts";
import { parametersFor } from "../lexical/parameters.ts";
import { type Prepared, prepare } from "../lexical/prepare.ts";
import { temper } from "../lexical/relatedness.ts";
import { decodeParts, firstPairs, passesOf, type Setting } from "../lexical/search.ts";
import { view } from "../lexical/view.ts";
import { weightsFor } from "../lexical/weights.ts";
import { decodeWindows, moved } from "../lexical/windows.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { oneSide } from "../one-side.ts";
import { paragraphEvidence } from "../paragraphs.ts";
import { length } from "./length.ts";

/**
 * Aligns by the words: how much likelier each sentence is beside the other than by chance, both ways, after IBM model 1
 * (Brown et al. 1993; the mixture with chance and the search after Moore 2002), with the translations of a dictionary
 * and those that the two texts teach. These likelihoods, lengths, punctuation, quotations left open and the kind of
 * bead are the features of a conditional random field over alignments (Lafferty et al. 2001), whose weights were
 * trained to make hand-made alignments likely; so a bead's posterior probability is its confidence. Paragraph starts and
 * kinds of segments add to it where they are given. Without a lexicon the words come from the texts alone, with words
 * that look alike to begin with. Time and memory grow with the length of the texts.
 */
export const lexical = {
	id: "lexical",
	align(source, target, options = {}) {
		if (source.length === 0 || target.length === 0) return oneSide(source.length, target.length);
		if (options.lexicon?.reversed) return alignReversed(source, target, options, options.lexicon);
		return options.fixed?.length ? alignGaps(source, target, options) : alignWhole(source, target, options);
	},
} as const satisfies Aligner;

/** The lexicon's head words are on the target side: the sides change places, and back. */
function alignReversed(
	source: readonly string[],
	target: readonly string[],
	options: AlignOptions,
	lexicon: Lexicon,
): Bead[] {
	const turn = ({ source: s, target: t }: Example): Example => ({ source: t, target: s });
	const { sourceParagraphs, targetParagraphs, sourceKinds, targetKinds, fixed, terms, examples, ...rest } =
		options;
	const beads = lexical.align(target, source, {
		...rest,
		lexicon: { ...lexicon, reversed: false },
		...(sourceParagraphs && { targetParagraphs: sourceParagraphs }),
		...(targetParagraphs && { sourceParagraphs: targetParagraphs }),
		...(sourceKinds && { targetKinds: sourceKinds }),
		...(targetKinds && { sourceKinds: targetKinds }),
		...(fixed && { fixed: fixed.map((bead) => ({ source: bead.target, target: bead.source })) }),
		...(terms && { terms: terms.map(turn) }),
		...(examples && { examples: examples.map(turn) }),
	});
	return beads.map((bead) => ({ ...bead, source: bead.target, target: bead.source }));
}

function alignWhole(source: readonly string[], target: readonly string[], options: AlignOptions): Bead[] {
	const prepared = prepare(source, target, options, parametersFor(options.lexicon !== undefined));
	options.checkCancelled?.();
	const watch = setting(options, source.length);
	const known = firstPairs(prepared, watch.parameters);
	const path = roughPath(prepared, known, source, target, options);
	const beads = decodeWindows(prepared, known, path, evidenceOf(source, target, options), watch);
	return prepared.informed ? beads : temper(beads, prepared.sides, known);
}

function alignGaps(source: readonly string[], target: readonly string[], options: AlignOptions): Bead[] {
	const fixed = options.fixed ?? [];
	const found = new Map<number, readonly Bead[]>();
	const groups = groupGaps(fixed, source, target);
	const rows = groups.reduce((sum, group) => sum + group.sources.length, 0);
	const watch = setting(options, rows);
	for (const group of groups) {
		const texts = {
			source: group.sources.map((i) => source[i] ?? ""),
			target: group.targets.map((j) => target[j] ?? ""),
		};
		const own = optionsOf(group, options);
		const prepared = prepare(texts.source, texts.target, own, watch.parameters);
		const known = firstPairs(prepared, watch.parameters);
		const given = evidenceOf(texts.source, texts.target, own);
		const parts = group.gaps.map((gap) => {
			const within = view(prepared, gap.source, gap.target);
			const sides = [texts.source.slice(...gap.source), texts.target.slice(...gap.target)] as const;
			return {
				prepared: within,
				path: roughPath(within, known, ...sides, options),
				given: given.map((each) => moved(each, gap.source[0], gap.target[0])),
			};
		});
		const [only] = parts;
		const beads =
			parts.length === 1 && only
				? [decodeWindows(only.prepared, known, only.path, only.given, watch)]
				: decodeParts(parts, known, watch);
		for (const [n, { row, column }] of group.gaps.entries())
			found.set(gapKey(row, column, target.length), beadsAt(beads[n] ?? [], row, column));
	}
	return fillGaps(fixed, found, source.length, target.length);
}

/** With a dictionary the words tell; else the lengths do. */
function roughPath(
	prepared: Prepared,
	known: WordPairs,
	source: readonly string[],
	target: readonly string[],
	options: AlignOptions,
): Int32Array {
	const check = () => options.checkCancelled?.();
	if (prepared.informed) return coarsePath(prepared, known, parametersFor(true), check);
	const path = new Int32Array(source.length + 1);
	for (const { source: s, target: t } of length.align(source, target, { checkCancelled: check }))
		for (let row = s[0] + 1; row <= s[1]; row += 1) path[row] = t[1];
	return path;
}

/** The weight of what is given was trained on paragraphs, of which one in ten differs; kinds can be believed more. */
const surer = 3;

function evidenceOf(source: readonly string[], target: readonly string[], options: AlignOptions): Evidence[] {
	const kinds = kindEvidence(options.sourceKinds, options.targetKinds);
	return [
		kinds && { weigh: (...bead: Parameters<Evidence["weigh"]>) => surer * kinds.weigh(...bead) },
		paragraphEvidence(
			{ sentences: source.length, starts: options.sourceParagraphs },
			{ sentences: target.length, starts: options.targetParagraphs },
		),
	].filter((found) => found !== null);
}

function setting({ lexicon, progress, checkCancelled }: AlignOptions, rows: number): Setting {
	let done = 0;
	return {
		weights: weightsFor(lexicon !== undefined),
		parameters: parametersFor(lexicon !== undefined),
		step(more) {
			checkCancelled?.();
			done += more;
			const total = Math.max(passesOf(lexicon !== undefined) * (rows + 1), done);
			progress?.(done, total);
		},
	};
}
