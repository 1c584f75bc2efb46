/** `duizhao align --evaluate`: aligns texts whose alignment is known, and counts. */
import { type Calibration, calibrate, judgeAll } from "#lib/core/align/calibration.ts";
import type { Aligner } from "#lib/core/align/contract.ts";
import { type Evaluation, evaluate, type IndexBead } from "#lib/core/align/evaluate.ts";
import { numbersOf } from "#lib/core/align/formats/contract.ts";
import { t } from "../messages.ts";
import type { ProgressLine } from "../progress-line.ts";
import type { GoldDocument, GoldFolder } from "./gold-folder.ts";
import type { Knowledge } from "./knowledge.ts";

export interface DocumentResult extends Evaluation {
	readonly name: string;
	/** Of aligning alone, without reading files and dictionaries. */
	readonly seconds: number;
}

export interface FolderResult {
	readonly aligner: string;
	readonly lexicon: string | null;
	readonly embedder: string | null;
	readonly sourceLanguage: string;
	readonly targetLanguage: string;
	readonly documents: readonly DocumentResult[];
	/** Over the beads of all documents together. */
	readonly total: Evaluation & { readonly seconds: number };
	readonly calibration: Calibration;
}

interface Aligned {
	readonly gold: readonly IndexBead[];
	readonly system: readonly (IndexBead & { readonly confidence: number })[];
	readonly seconds: number;
}

export async function evaluateFolder(
	aligner: Aligner,
	{ documents, ...languages }: GoldFolder,
	{ options, ...names }: Knowledge,
	line: ProgressLine,
): Promise<FolderResult> {
	const aligned: Aligned[] = [];
	for (const [index, document] of documents.entries()) {
		const progress = () =>
			line.update(t("align.evaluate.progress", { number: index + 1, count: documents.length }));
		progress();
		aligned.push(await alignDocument(aligner, document, { ...options, progress }));
	}
	line.clear();
	return {
		aligner: aligner.id,
		...names,
		...languages,
		documents: aligned.map((document, index) => ({
			name: documents[index]?.name ?? "",
			...evaluate([document]),
			seconds: document.seconds,
		})),
		total: { ...evaluate(aligned), seconds: aligned.reduce((sum, { seconds }) => sum + seconds, 0) },
		calibration: calibrate(judgeAll(aligned)),
	};
}

async function alignDocument(
	aligner: Aligner,
	{ source, target, gold }: GoldDocument,
	options: Parameters<Aligner["align"]>[2],
): Promise<Aligned> {
	const begin = performance.now();
	const beads = await aligner.align(source, target, options);
	const seconds = (performance.now() - begin) / 1000;
	const system = beads.map((bead) => ({
		source: numbersOf(bead.source),
		target: numbersOf(bead.target),
		confidence: bead.confidence,
	}));
	return { gold, system, seconds };
}
