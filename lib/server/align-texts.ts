/** Pairing two lists of texts: here while they are short, in a thread of its own where that would take long. */
import { isMainThread } from "node:worker_threads";
import type { Aligner, AlignOptions, Bead, Example, FixedBead } from "#lib/core/align/contract.ts";
import type { Lexicon } from "#lib/core/align/lexicon/lexicon.ts";
import { type AlignerId, aligners, findAligner } from "#lib/core/align/registry.ts";
import type { SegmentKind } from "#lib/core/document/model.ts";
import { withoutMarks } from "#lib/core/formats/marked-text.ts";
import { configuredEmbedder } from "./embedders/configured.ts";
import { EmbedderError } from "./embedders/embedder-error.ts";
import { AppError } from "./errors.ts";
import { hasLexicon, loadLexicon } from "./lexicon.ts";
import { inThread, type Watch } from "./threads/in-thread.ts";
import type { LexiconTask } from "./threads/lexicon.ts";

/** What an aligner sees of a side: `starts` are the indices at which paragraphs begin, `kinds` has one entry a text. */
export interface SideTexts {
	readonly texts: readonly string[];
	readonly starts: readonly number[];
	readonly kinds: readonly SegmentKind[];
	readonly language: string;
}

export interface Alignment {
	readonly aligner: AlignerId;
	readonly source: SideTexts;
	readonly target: SideTexts;
	/** Pairs that are to stay as they are. */
	readonly fixed?: readonly FixedBead[];
	/** What people of the project have confirmed. */
	readonly examples?: readonly Example[];
}

/** Sentences of both sides up to which a request waits for them to be paired; more are a job, and have a thread. */
export const shortAlignment = 2_000;
/** The same where a model turns each sentence into a vector, which takes it some milliseconds. */
const shortEmbedding = 200;

/** Whether pairing so many sentences takes longer than somebody should wait without a sign. */
export function isLongAlignment(aligner: AlignerId, sentences: number): boolean {
	return sentences > (needsEmbedder(aligner) ? shortEmbedding : shortAlignment);
}

/** Characters of one side above which cutting and pairing take longer than somebody should wait without a sign. */
const longText = 40_000;
const longEmbeddedText = 4_000;

/** Characters of one side that are cut and paired while somebody waits. */
export function longestText(aligner: AlignerId): number {
	return needsEmbedder(aligner) ? longEmbeddedText : longText;
}

export function isLongText(aligner: AlignerId, characters: number): boolean {
	return characters > longestText(aligner);
}

/** The aligners that work on this server, the usual one first. */
export function offeredAligners(): AlignerId[] {
	return aligners.map(({ id }) => id).filter((id) => !needsEmbedder(id) || configuredEmbedder() !== null);
}

/** Throws `refused` where the aligner needs what this server does not have. */
export function requireAligner(aligner: AlignerId): void {
	if (!offeredAligners().includes(aligner)) throw new AppError("refused", "noEmbedder");
}

/** Throws what `requireAligner` throws, and the signal's reason when aborted. */
export async function alignTexts(alignment: Alignment, watch: Watch = {}): Promise<Bead[]> {
	requireAligner(alignment.aligner);
	const sentences = alignment.source.texts.length + alignment.target.texts.length;
	if (isMainThread && sentences > shortAlignment) return await inThread<Bead[]>("align", alignment, watch);
	return await alignHere(alignment, watch);
}

/** In this thread; stopped only between two reports of progress. */
export async function alignHere(alignment: Alignment, { progress, signal }: Watch = {}): Promise<Bead[]> {
	const { source, target, fixed = [], examples = [] } = alignment;
	const aligner = findAligner(alignment.aligner);
	if (!aligner) throw new AppError("invalid", "invalidParameter", { field: "aligner" });
	const embedder = aligner.needsEmbedder ? configuredEmbedder() : null;
	const lexicon = await lexiconFor(aligner, alignment);
	const options: AlignOptions = {
		sourceParagraphs: source.starts,
		targetParagraphs: target.starts,
		sourceKinds: source.kinds,
		targetKinds: target.kinds,
		...(lexicon && { lexicon }),
		...(fixed.length > 0 && { fixed }),
		...(examples.length > 0 && { examples: examples.map(plainExample) }),
		...(embedder && { embedder }),
		...(progress && { progress }),
		...(signal && { checkCancelled: () => signal.throwIfAborted() }),
	};
	try {
		return await aligner.align(source.texts.map(withoutMarks), target.texts.map(withoutMarks), options);
	} catch (error) {
		if (!(error instanceof EmbedderError)) throw error;
		throw new AppError("refused", "embedderFailed", { reason: error.message });
	}
}

const plainExample = ({ source, target }: Example): Example => ({
	source: withoutMarks(source),
	target: withoutMarks(target),
});

let built: Promise<unknown> | undefined;

/** The first time on a machine the table is built, which takes seconds: a thread does that. */
async function lexiconFor(aligner: Aligner, { source, target }: Alignment): Promise<Lexicon | null> {
	const task: LexiconTask = { source: source.language, target: target.language };
	if (aligner.ignoresWords || !hasLexicon(task.source, task.target)) return null;
	built ??= isMainThread ? inThread("lexicon", task, {}).catch(() => undefined) : Promise.resolve();
	await built;
	return await loadLexicon(task.source, task.target);
}

const needsEmbedder = (id: AlignerId) => findAligner(id)?.needsEmbedder === true;
