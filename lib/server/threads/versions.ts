/** A thread that finds the sentences of an older version in a newer one. */
import { compareVersions, type NewSentence, type OldSentence } from "#lib/core/document/newer/version.ts";
import { answer } from "./answer.ts";

export interface VersionsTask {
	readonly old: readonly OldSentence[];
	readonly now: readonly NewSentence[];
	readonly language: string;
}

await answer(async (task) => {
	const { old, now, language } = task as VersionsTask;
	return compareVersions(old, now, language);
});
