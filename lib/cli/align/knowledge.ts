/** What an aligner is given beside the texts: dictionary, glossary, known translations, embedder. */
import type { AlignOptions, Example } from "#lib/core/align/contract.ts";
import { type PairsFile, readExamples, readTerms } from "#lib/core/align/pairs-file.ts";
import { t } from "../messages.ts";
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
): Promise<Knowledge> {
	const terms = glossary === undefined ? undefined : await readPairs(glossary, readTerms);
	const examples = examplesFile === undefined ? undefined : await readPairs(examplesFile, readExamples);
	const lexicon = aligner.ignoresWords ? null : await loadLexicon(source, target);
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

/** Loaded when it is needed only: with the dictionaries comes what reads and builds them. */
async function loadLexicon(source: string, target: string) {
	const lexicons = await import("#lib/server/lexicon.ts");
	return await lexicons.loadLexicon(source, target);
}

async function findEmbedder(aligner: string) {
	const { configuredEmbedder } = await import("#lib/server/embedders/configured.ts");
	const embedder = configuredEmbedder();
	if (embedder === null) throw new Refused(t("align.noEmbedder", { aligner }), 1);
	return embedder;
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
