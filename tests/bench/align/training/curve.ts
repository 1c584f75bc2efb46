/** How much the lexical aligner's weights gain from more training texts. */
import { table } from "../../load/figures.ts";
import { share } from "../quality.ts";
import { crossValidate, type Design, openAll } from "./cross-validate.ts";
import { informedDocuments, informedFolds } from "./data.ts";
import { readPassage } from "./passages.ts";
import { reporter, strictBySet } from "./report.ts";
import { informedPrior, informedReading, iterations } from "./train.ts";

/** What is made of the chapters; no news, of which there would be too many beside a single chapter. */
const tried = ["chapters", "a tenth of the target deleted", "a tenth of the source deleted"] as const;

/** The weights for a chapter are learned from the 1, 2, 3 … chapters after it, the first one following on the last. None: as they start. */
export async function measureCurve(folder: string): Promise<void> {
	const reading = await informedReading();
	const tell = reporter("learning curve");
	tell("reading");
	const documents = informedDocuments(folder).filter(({ set }) => tried.some((each) => each === set));
	const passages = documents.map((document) => readPassage(document, reading));
	const opening = openAll(passages, null);
	const design = { folds: informedFolds, prior: informedPrior, rounds: 1, iterations, opening };
	const lines: string[][] = [];
	let starts: Design["starts"];
	for (let chapters = 0; chapters < informedFolds; chapters += 1) {
		tell(`${chapters} chapters`);
		const learns = (fold: number, other: number) =>
			other !== fold && (other - fold + informedFolds) % informedFolds <= chapters;
		const { first, later } = crossValidate(passages, { ...design, learns, ...(starts && { starts }) });
		const found = strictBySet(passages, later);
		lines.push([String(chapters), ...tried.map((set) => share(found.get(set) ?? 0))]);
		starts = { first: first.weights, later: later.weights };
	}
	console.log(table([["chapters", ...tried], ...lines]));
}
