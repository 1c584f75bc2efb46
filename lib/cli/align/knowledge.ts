/** What an aligner is given beside the texts: dictionary, glossary, known translations, embedder. */
import type { AlignOptions, Example } from "#lib/core/align/contract.ts";
import type { Embedder } from "#lib/core/align/embedder.ts";
import { type PairsFile, readExamples, readTerms } from "#lib/core/align/pairs-file.ts";
import { t } from "../messages.ts";
import type { ProgressLine } from "../progress-line.ts";
import { Refused } from "../refused.ts";
import { readTextFile } from "../text-file.ts";
import type { Means } from "./request.ts";

export interface Knowledge {
	readonly options: Pick<AlignOptions, "lexicon" | "terms" | "examples" | "embedder">;
	/** Of the dictionaries and the embedder, for a report; null where there are none. */
	readonly lexicon: string | null;
	readonly embedder: string | null;
}

/** How many lines of a bad file are told one by one. */
const mostProblems = 8;

/** Languages as BCP 47. Throws `Refused` where a file is not as it must be, or no embedder is configured. */
export async function gatherKnowledge(
	{ aligner, lexicon: glossary, examples: examplesFile }: Means,
	source: string,
	target: string,
	line: ProgressLine,
): Promise<Knowledge> {
	const terms = glossary === undefined ? undefined : await readPairs(glossary, readTerms);
	const examples = examplesFile === undefined ? undefined : await readPairs(examplesFile, readExamples);
	const lexicon = aligner.ignoresWords ? null : await loadLexicon(source, target, line);
	const embedder = aligner.needsEmbedder ? await findEmbedder(aligner.id) : null;
	return {
		options: {
			...(lexicon && { lexicon }),
			...(terms && { terms }),
			...(examples && { examples }),
			...(embedder && { embedder }),
		},
		lexicon: lexicon?.name ?? null,
		embedder: embedder?.name ?? null,
	};
}

/** The code too comes when it is needed only. Where the table is still to be built, it takes some seconds. */
async function loadLexicon(source: string, target: string, line: ProgressLine) {
	const lexicons = await import("#lib/server/lexicon.ts");
	line.announce(t("align.dictionary"));
	const lexicon = await lexicons.loadLexicon(source, target);
	line.clear();
	return lexicon;
}

/** What fails while it works is told in its own words. */
async function findEmbedder(aligner: string): Promise<Embedder> {
	const { configuredEmbedder } = await import("#lib/server/embedders/configured.ts");
	const { EmbedderError } = await import("#lib/server/embedders/embedder-error.ts");
	const embedder = configuredEmbedder();
	if (embedder === null) throw new Refused(t("align.noEmbedder", { aligner }), 1);
	return {
		name: embedder.name,
		embed: (texts) =>
			embedder.embed(texts).catch((error: unknown) => {
				if (!(error instanceof EmbedderError)) throw error;
				throw new Refused(t("align.embedderFailed", { reason: error.message }), 1);
			}),
	};
}

async function readPairs(path: string, read: (text: string) => PairsFile): Promise<readonly Example[]> {
	const file = await readTextFile(path);
	if (!file.ok) throw new Refused(file.problem);
	const { pairs, problems } = read(file.text);
	if (problems.length === 0) return pairs;
	const told = problems
		.slice(0, mostProblems)
		.map(({ line, column, key }) => t(`align.pairs.${key}`, { path, line, column }));
	const more = problems.length - told.length;
	throw new Refused(more > 0 ? [...told, t("align.pairs.more", { count: more })] : told);
}
