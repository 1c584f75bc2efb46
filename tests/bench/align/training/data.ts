/**
 * What the weights are trained on: chapters and news with Chinese on one side, and texts in languages without a
 * dictionary; as they are, and with what real texts suffer from. Whatever is made of a document is in its fold, so no
 * test sees a text that its weights were trained on.
 */
import { goldSets, wmtFolders } from "../corpora.ts";
import { deleteBlock, deleteSentences, insertFurniture, unrelated } from "../perturb.ts";
import type { GoldDocument, Side } from "../sets.ts";
import { wmtDocuments } from "../wmt.ts";

export interface TrainingDocument {
	readonly set: string;
	/** Number of the part of the data that it belongs to. */
	readonly fold: number;
	/** How much it counts beside the others; found by trying, so that chapters lose nothing to the damaged texts. */
	readonly weight: number;
	readonly document: GoldDocument;
	/** All stands alone, so one order of it is as good as another: the gold path has no place of its own. */
	readonly anyOrder?: true;
}

const deleted = 0.1;

/** Chapters and news that there is a dictionary for, in six folds. */
export const informedFolds = 6;

export function informedDocuments(folder: string): TrainingDocument[] {
	const chapters = chaptersIn(folder);
	const news = wmtFolders(folder);
	const folded = (set: string, weight: number, documents: readonly GoldDocument[]) =>
		documents.map((document, i) => ({ set, fold: i % informedFolds, weight, document }));
	const without = (side: Side, seed: number) =>
		chapters.map((chapter, i) => deleteSentences(chapter, side, deleted, seed + i));
	return [
		...folded("chapters", 1, chapters),
		...folded("a tenth of the target deleted", 0.4, without("target", 100)),
		...folded("a tenth of the source deleted", 0.4, without("source", 200)),
		...folded("the same, others deleted", 0.32, without("target", 300)),
		...folded("the same, others deleted", 0.32, without("source", 400)),
		...chapters.flatMap((chapter, i) => damaged(chapter, i, chapters)),
		...folded("news in paragraphs", 0.4, news.flatMap(inParagraphs)),
		...folded(
			"news",
			0.5,
			news.flatMap((each) => [
				...wmtDocuments(each, "reference", 1).filter((_, i) => i % 2 === 0),
				...wmtDocuments(each, "machine", 2).filter((_, i) => i % 2 === 1),
			]),
		),
	];
}

/** Text-Berg's pair and its like in four folds, and the chapters once more as if there were no dictionary. */
export const uninformedFolds = 4;

export function uninformedDocuments(folder: string): TrainingDocument[] {
	const all = goldSets(folder);
	const foreign = all.filter((set) => set.source !== "zh").flatMap((set) => set.documents);
	const chapters = chaptersIn(folder);
	const blocks = foreign.flatMap((document) =>
		Array.from({ length: uninformedFolds }, (_, fold) => {
			const at = (k: number) => Math.floor((document.gold.length * k) / uninformedFolds);
			return { fold, document: excerpt(document, at(fold), at(fold + 1)) };
		}),
	);
	const without = (document: GoldDocument, i: number, seed: number) =>
		deleteSentences(document, i % 2 === 1 ? "source" : "target", deleted, seed + i);
	return [
		...blocks.map((block) => ({ set: "without a dictionary", weight: 1, ...block })),
		...blocks.map(({ fold, document }) => ({
			set: "without a dictionary, a tenth deleted",
			fold,
			weight: 0.3,
			document: without(document, fold, 800),
		})),
		...chapters.flatMap((document, i) => [
			{ set: "chapters", fold: i % uninformedFolds, weight: 0.3, document },
			{
				set: "chapters, a tenth deleted",
				fold: i % uninformedFolds,
				weight: 0.15,
				document: without(document, i, 700),
			},
		]),
	];
}

function chaptersIn(folder: string): GoldDocument[] {
	return goldSets(folder)
		.filter((set) => set.source === "zh")
		.flatMap((set) => [...set.documents]);
}

const missing = 0.12;
/** So many beads of two chapters are set beside each other that have nothing to do with each other. */
const unrelatedBeads = 60;

/** A block missing on either side, half a side, page furniture, and texts that do not belong together. */
function damaged(chapter: GoldDocument, i: number, chapters: readonly GoldDocument[]): TrainingDocument[] {
	const fold = i % informedFolds;
	const [sources, targets] = [chapter.source.length, chapter.target.length];
	const block = (side: Side, all: number, from: number) =>
		deleteBlock(chapter, side, Math.floor(all * from), Math.floor(all * missing));
	const most = Math.floor(targets * 0.4);
	const part =
		i % 2 === 1
			? deleteBlock(chapter, "target", most, targets - most)
			: deleteBlock(chapter, "source", 0, Math.floor(sources * 0.6));
	const other = chapters[(i + 1) % chapters.length] ?? chapter;
	const apart = unrelated(excerpt(chapter, 0, unrelatedBeads), excerpt(other, 0, unrelatedBeads));
	return [
		{ set: "a block missing", weight: 0.25, document: block("target", targets, 0.2 + 0.1 * fold) },
		{ set: "a block missing", weight: 0.25, document: block("source", sources, 0.7 - 0.1 * fold) },
		{ set: "two fifths of a side", weight: 0.15, document: part },
		{
			set: "furniture",
			weight: 0.25,
			document: insertFurniture(chapter, i % 2 === 1 ? "source" : "target", 900 + i),
		},
		// Tried only: trained on, they make every lone sentence doubtful, also between confirmed beads
		{ set: "unrelated texts", weight: 0, document: apart, anyOrder: true as const },
	].map((each) => ({ ...each, fold }));
}

function inParagraphs(folder: string): GoldDocument[] {
	return [1, 2, 4].flatMap((paragraphs) => {
		const translation = paragraphs % 2 === 1 ? "reference" : "machine";
		const documents = wmtDocuments(folder, translation, 20 + paragraphs, { paragraphs });
		return documents.filter((_, i) => i % 4 === paragraphs % 4);
	});
}

/** The gold beads from one to before another, as a document. */
function excerpt(document: GoldDocument, from: number, to: number): GoldDocument {
	const beads = document.gold.slice(from, to);
	const sources = beads.flatMap((bead) => bead.source);
	const targets = beads.flatMap((bead) => bead.target);
	const [source, target] = [Math.min(...sources), Math.min(...targets)];
	return {
		name: `${document.name} from ${from}`,
		source: document.source.slice(source, Math.max(...sources) + 1),
		target: document.target.slice(target, Math.max(...targets) + 1),
		gold: beads.map((bead) => ({
			source: bead.source.map((i) => i - source),
			target: bead.target.map((j) => j - target),
		})),
	};
}
