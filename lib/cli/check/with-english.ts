import type { CheckedDocument, CheckedPassage } from "#lib/core/qa/contract.ts";
import { spellingOf } from "#lib/core/qa/english/spelling.ts";
import { rendersEnglish } from "#lib/core/qa/typography/in-english.ts";
import type { Output } from "../command.ts";
import { t } from "../messages.ts";
import type { ProgressLine } from "../progress-line.ts";
import type { Request } from "./request.ts";

/** Read without being asked: more take longer than ten seconds or so. */
const mostUnasked = 1_500;

/** The passages with what a reader of English remarks on their renderings; says where it was not asked. */
export async function withEnglish(
	passages: readonly CheckedPassage[],
	document: CheckedDocument,
	{ english }: Request,
	{ complain }: Output,
	line: ProgressLine,
): Promise<readonly CheckedPassage[]> {
	if (english === false || !rendersEnglish(document)) return passages;
	const texts = passages.flatMap(({ target }) => target.map(({ text }) => text));
	if (texts.length === 0) return passages;
	if (english === undefined && texts.length > mostUnasked) {
		complain(t("check.englishNotRead", { count: texts.length, most: mostUnasked }));
		return passages;
	}
	const { readEnglishHere } = await import("#lib/server/read-english-here.ts");
	const remarks = await readEnglishHere(
		{ texts, spelling: spellingOf(document.targetLanguage) },
		{ progress: (done, total) => line.update(t("check.readingEnglish", { share: done / total })) },
	);
	line.clear();
	const next = remarks.values();
	return passages.map((passage) => ({
		...passage,
		target: passage.target.map((segment) => ({ ...segment, remarks: next.next().value ?? [] })),
	}));
}
