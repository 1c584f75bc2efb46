/** Trains the lexical aligner's weights, and tells by cross-validation how well such weights align unseen texts. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defaultParameters } from "#lib/core/align/lexical/parameters.ts";
import { passesOf, type Weights } from "#lib/core/align/lexical/search.ts";
import { loadLexicon } from "#lib/server/lexicon.ts";
import { crossValidate } from "./cross-validate.ts";
import {
	informedDocuments,
	informedFolds,
	type TrainingDocument,
	uninformedDocuments,
	uninformedFolds,
} from "./data.ts";
import { plausiblePrior } from "./fit.ts";
import { type Reading, readPassage } from "./passages.ts";
import { describe, reporter } from "./report.ts";
import { weightsModule } from "./write-weights.ts";

/** How strictly weights are held to plausible ones: 1 / variance. */
export const informedPrior = plausiblePrior(() => 1);
const uninformedPrior = plausiblePrior((name) => (name.startsWith("ending") ? 4 : 2));

/** Most steps of a search for weights: of a fold's, and of those for use. */
export const iterations = 40;
const finalIterations = 60;

const weightsFile = new URL("../../../../lib/core/align/lexical/trained-weights.ts", import.meta.url);

export async function trainWeights(folder: string, { write }: { write: boolean }): Promise<void> {
	const informed = trainOne("With a dictionary", informedDocuments(folder), {
		folds: informedFolds,
		rounds: passesOf(true) - 1,
		prior: informedPrior,
		reading: await informedReading(),
	});
	const uninformed = trainOne("Without a dictionary", uninformedDocuments(folder), {
		folds: uninformedFolds,
		rounds: passesOf(false) - 1,
		prior: uninformedPrior,
		reading: { parameters: defaultParameters },
	});
	if (!write) return;
	writeFileSync(weightsFile, weightsModule({ informed, uninformed }));
	console.log(`\nWritten: ${fileURLToPath(weightsFile)}`);
}

/** Reading Chinese and English with the dictionary that is installed. */
export async function informedReading(): Promise<Reading> {
	const lexicon = await loadLexicon("zh", "en");
	if (lexicon === null) throw new Error("No dictionary of Chinese and English is installed");
	return { parameters: defaultParameters, lexicon };
}

interface Course {
	readonly folds: number;
	/** Of later passes, as many as the aligner makes. */
	readonly rounds: number;
	readonly prior: typeof informedPrior;
	readonly reading: Reading;
}

function trainOne(name: string, documents: readonly TrainingDocument[], course: Course): Weights {
	const { folds, rounds, prior, reading } = course;
	const tell = reporter(name);
	tell("reading");
	const passages = documents.map((document) => readPassage(document, reading));
	const design = { folds, prior, rounds, iterations, finish: finalIterations, tell };
	const { first, later } = crossValidate(passages, design);
	console.log(`\n${name}, ${folds}-fold cross-validation, first pass\n${describe(passages, first)}`);
	console.log(`\n${name}, ${folds}-fold cross-validation, later passes\n${describe(passages, later)}`);
	return { first: first.final ?? prior.mean, later: later.final ?? prior.mean };
}
