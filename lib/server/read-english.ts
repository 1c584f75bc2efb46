/** What a reader of English remarks on texts; for jobs and the command line, since its beginning alone takes a second. */
import type { Spelling } from "#lib/core/qa/english/spelling.ts";
import type { Remark } from "#lib/core/qa/english/trusted.ts";
import type { Watch } from "./threads/in-thread.ts";
import { KeptThread } from "./threads/kept-thread.ts";

export interface EnglishTask {
	readonly texts: readonly string[];
	/** `spellingOf` the language of the texts. */
	readonly spelling: Spelling;
}

const thread = new KeptThread<EnglishTask, Remark[][]>("english");

/**
 * The remarks on each text, in the order of the texts, read in a thread of its own. Nothing is fetched: the dictionary
 * is in the package. Paragraphs are read at about 200 a second; the thread takes 300 MB and is gone a minute afterwards.
 */
export async function readEnglish(
	task: EnglishTask,
	{ signal }: Pick<Watch, "signal"> = {},
): Promise<Remark[][]> {
	return task.texts.length === 0 ? [] : await thread.ask(task, signal);
}
