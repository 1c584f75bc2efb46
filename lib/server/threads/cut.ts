/** A thread that cuts the text of an import into sentences and pairs them. */
import type { Example } from "#lib/core/align/contract.ts";
import { cutDocument } from "#lib/server/import-cut.ts";
import type { NewDocument } from "#lib/server/import-input.ts";
import { answer } from "./answer.ts";

export interface CutTask {
	readonly input: NewDocument;
	readonly examples: readonly Example[];
}

await answer((task, watch) => {
	const { input, examples } = task as CutTask;
	return cutDocument(input, examples, watch);
});
