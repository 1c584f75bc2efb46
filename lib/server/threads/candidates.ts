/** A thread that looks for what people have rendered alike again and again. */
import { mineCandidates } from "#lib/core/terms/candidates.ts";
import { compileTerms } from "#lib/core/terms/matcher.ts";
import type { Term } from "#lib/core/terms/term.ts";
import { answer } from "./answer.ts";

/** A passage with its texts. */
export interface MinedPassage {
	readonly documentId: string;
	readonly id: string;
	readonly source: string;
	readonly target: string;
}

export interface CandidatesTask {
	readonly passages: readonly MinedPassage[];
	readonly terms: readonly Term[];
}

await answer(async (task) => {
	const { passages, terms } = task as CandidatesTask;
	return mineCandidates(passages, { terms: compileTerms(terms) });
});
