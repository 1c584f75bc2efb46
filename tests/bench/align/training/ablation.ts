/** What each ingredient of the lexical aligner is worth: cross-validation without it, trained anew. */
import type { Shape } from "#lib/core/align/lattice.ts";
import { featureNames, shapes } from "#lib/core/align/lexical/features.ts";
import type { LexicalParameters } from "#lib/core/align/lexical/parameters.ts";
import { share } from "../quality.ts";
import { crossValidate, type Opened, openAll, type Pass } from "./cross-validate.ts";
import { informedDocuments, type TrainingDocument } from "./data.ts";
import type { Prior } from "./fit.ts";
import { decodeWith, type Passage, type Reading, readPassage } from "./passages.ts";
import { reporter, strictBySet } from "./report.ts";
import { informedPrior, informedReading, iterations } from "./train.ts";

/** What is taken away. */
interface Ingredient {
	readonly name: string;
	readonly parameters?: Partial<LexicalParameters>;
	readonly withoutLexicon?: true;
	/** Weights that are 0. */
	readonly features?: RegExp;
	readonly usable?: readonly Shape[];
}

const ingredients: readonly Ingredient[] = [
	{ name: "dictionary", withoutLexicon: true },
	{ name: "neighbours of its words", parameters: { neighbourShare: 0 } },
	{ name: "characters of a word", parameters: { characterShare: 0 } },
	{ name: "names by their pinyin", parameters: { nameShare: 0 } },
	{ name: "words learned from the text", features: /^learned/u },
	{ name: "likelihood of targets given sources", features: /forward/iu },
	{ name: "likelihood of sources given targets", features: /backward/iu },
	{ name: "misfit, per root, weakest sentence", features: /Misfit|PerRoot|^weakest/u },
	{ name: "lengths", features: /^length/u },
	{ name: "what stands alone: words, how often", features: /Alone/u },
	{ name: "quotations that open and close", features: /^(?:opening|closing)|QuoteInside/u },
	{ name: "quotation left open", features: /^inside/u },
	{ name: "sentences that continue", features: /Continues/u },
	{ name: "endings", features: /^ending/u },
	{ name: "counts of marks", features: /^mark/u },
	{
		name: "beads larger than 2-2",
		usable: shapes.filter(({ source, target }) => Math.max(source, target) <= 2),
	},
];

/** The sets that are tried, and that is trained on, and in how many folds: with all of them it would take hours. */
const tried = ["chapters", "a tenth of the target deleted", "a tenth of the source deleted", "news"] as const;
const folds = 3;

/** Multiplies all scores, so that nearly all probability is on the best path, which is then the one decoded. */
const freezing = 30;

export async function measureAblation(folder: string): Promise<void> {
	const documents = informedDocuments(folder)
		.filter(({ set }) => tried.some((each) => each === set))
		.map((document) => ({ ...document, fold: document.fold % folds }));
	const reading = await informedReading();
	const tell = reporter("ablation");
	const passages = documents.map((document) => readPassage(document, reading));
	const opening = openAll(passages, null);
	tell("nothing missing");
	const design = { folds, rounds: 1, iterations, opening };
	const { first, later } = crossValidate(passages, { ...design, prior: informedPrior });
	const full = strictBySet(passages, later);
	console.log(["strict F1 without".padEnd(nameWidth), ...tried].join("  "));
	const print = (name: string, pass: Pass) => console.log(line(name, strictBySet(passages, pass), full));
	print("nothing", later);
	print("a second pass", first);
	print("posteriors: the best path", bestPaths(passages, later, openAll(passages, first.beads)));
	const starts = { first: first.weights, later: later.weights };
	for (const ingredient of ingredients) {
		tell(ingredient.name);
		const changed = changedReading(ingredient, documents, reading);
		const opened = changed ? openAll(changed, null) : opening;
		const own = { ...design, opening: opened, prior: without(ingredient), starts };
		print(ingredient.name, crossValidate(changed ?? passages, own).later);
	}
	tell("done");
}

function changedReading(
	{ parameters, withoutLexicon, usable }: Ingredient,
	documents: readonly TrainingDocument[],
	reading: Reading,
): Passage[] | null {
	if (!parameters && !withoutLexicon && !usable) return null;
	const changed: Reading = {
		parameters: { ...reading.parameters, ...parameters },
		lexicon: withoutLexicon ? undefined : reading.lexicon,
		...(usable && { usable }),
	};
	return documents.map((document) => readPassage(document, changed));
}

/** A bead with this weight never occurs. */
const never = -1_000;

function without({ features, usable }: Ingredient): Prior {
	const missing = new Map<string, number>();
	for (const name of featureNames) if (features?.test(name)) missing.set(name, 0);
	for (const shape of usable ? shapes : [])
		if (!usable?.includes(shape)) missing.set(`bead ${shape.source}-${shape.target}`, never);
	const { mean, strength } = informedPrior;
	return {
		mean: mean.map((weight, k) => missing.get(featureNames[k] ?? "") ?? weight),
		strength: strength.map((each, k) =>
			missing.has(featureNames[k] ?? "") ? Number.POSITIVE_INFINITY : each,
		),
	};
}

function bestPaths(passages: readonly Passage[], { weights }: Pass, opened: readonly Opened[]): Pass {
	const frozen = weights.map((each) => each.map((weight) => freezing * weight));
	const beads = passages.flatMap((passage, n) => {
		const [evidence, own] = [opened[n]?.evidence, frozen[passage.fold]];
		return evidence && own ? [decodeWith(passage, evidence, own)] : [];
	});
	return { beads, weights };
}

const nameWidth = 36;
const signed = new Intl.NumberFormat("en", {
	minimumFractionDigits: 1,
	maximumFractionDigits: 1,
	signDisplay: "exceptZero",
});

/** Strict F1 in each set, and in brackets how many hundredths more or less than `full`. */
function line(name: string, found: Map<string, number>, full: Map<string, number>): string {
	const cells = tried.map((set) => {
		const value = found.get(set) ?? 0;
		const change = 100 * (value - (full.get(set) ?? value));
		return `${share(value)} (${signed.format(change)})`.padStart(set.length);
	});
	return [name.padEnd(nameWidth), ...cells].join("  ");
}
