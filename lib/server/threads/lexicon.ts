/** A thread that builds the lexicon of a language pair where it is not kept yet. */
import { loadLexicon } from "#lib/server/lexicon.ts";
import { answer } from "./answer.ts";

export interface LexiconTask {
	readonly source: string;
	readonly target: string;
}

await answer(async (task) => {
	const { source, target } = task as LexiconTask;
	return (await loadLexicon(source, target)) !== null;
});
