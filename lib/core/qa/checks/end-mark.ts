import { isChinese } from "../../text/language.ts";
import type { CheckedSegment, PassageCheck } from "../contract.ts";
import { rendersEnglish } from "../typography/in-english.ts";

/** A question that became a statement, a statement that became a question, a sentence without its last mark. */
export const endMark = {
	id: "end-mark",
	severity: "minor",
	mqm: "linguistic-conventions/punctuation",
	keys: ["statement", "question", "missing"],
	concerns: (document) =>
		rendersEnglish(document) && document.sides.source && isChinese(document.sourceLanguage),
	checkPassage({ source, target }) {
		const from = source.findLast(({ text }) => text.trim() !== "");
		const to = target.findLast(({ text }) => text.trim() !== "");
		if (!from || !to) return [];
		const key = faultIn(withoutClosing(from.text), withoutClosing(to.text), to.text);
		return key ? [faultAt(key, to)] : [];
	},
} as const satisfies PassageCheck;

/** Closing quotation marks and brackets may stand after or before the last mark. */
const withoutClosing = (text: string): string =>
	text
		.trimEnd()
		.slice(-200)
		.replace(/[\s"'“”‘’」』)）\]】》]+$/u, "");

/** Asked in earnest: of 谁, 怎 and the like half are no questions, 吗 nearly always is one. */
const asks = /[吗嗎][？?。]?$/u;
const isMarkedQuestion = /[？?]$/u;
/** “I wonder why” and “whether he comes”: a question that English puts into a statement. */
const indirect = /\b(?:if|whether|wh(?:y|at|o|om|ich|ere|en|ose)|how|wonder)\b/i;
/** “When is the meeting”: the verb before its subject. */
const inverted =
	/^["'“‘(]?(?:(?:what|how|why|when|where|who|which|whose)(?: \w+){0,2} )?(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|may)(?:n['’]t)? (?:you|he|she|it|we|they|I|the|this|that|these|those|there|your|his|her|its|our|their|my|any|anyone|some)\b/i;
/** “Go,” he said: the question is inside. */
const attributed = /[”’"'] [^“‘"”]{0,60}$/u;
/** Words with which a question may be put also without its mark, or a wish as a question. */
const mayAsk =
	/[吗呢嗎吧么麼谁誰哪几幾怎何孰啥嘛难難岂豈请請求劳勞烦煩？?]|什么|是否|是不是|能不能|可不可以|有没有|有沒有|多少|多久|多大|(.)不\1|(.)没\2/u;
/** Wishes, proposals and “…, do you?”, which Chinese has without a question. */
const isPolite =
	/^["'“‘(]?(?:can|could|would|will|won['’]t|shall|may|why not|why don['’]t|what about|how about|do you mind)\b|, (?:[a-z]+(?:n['’]t)?|[a-z]+) (?:you|he|she|it|we|they|I|there)(?: not)?\?$|, (?:right|OK|okay|eh|huh|yes|no)\?$/i;

function faultIn(
	source: string,
	rendering: string,
	whole: string,
): "statement" | "question" | "missing" | null {
	const end = rendering.at(-1) ?? "";
	const last = lastSentence(rendering);
	if (end === "." && isAsked(source, last) && !/[?？]/.test(lastSentences(rendering))) return "statement";
	if (/[。.]$/.test(source) && /[?？]/.test(end) && !mayAsk.test(source) && !isPolite.test(last))
		return "question";
	if (/[。！？!?]$/u.test(source) && /[\p{Ll}\p{N}]$/u.test(whole.trimEnd()) && isSentence(whole))
		return "missing";
	return null;
}

function isAsked(source: string, last: string): boolean {
	if (attributed.test(last)) return false;
	return (
		(asks.test(source) && !indirect.test(last)) || (isMarkedQuestion.test(source) && inverted.test(last))
	);
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!]["'”’]?)\s/);
const lastSentence = (text: string): string => sentencesOf(text).at(-1) ?? "";
/** “Will he come? I wonder.” renders one question by two sentences. */
const lastSentences = (text: string): string => sentencesOf(text).slice(-2).join(" ");

const fewestWords = 5;
const isSentence = (text: string): boolean =>
	text.trim().split(/\s+/, fewestWords).length >= fewestWords && /^["'“‘([]?\p{Lu}/u.test(text.trim());

const markFor = { statement: "?", question: ".", missing: "." } as const;

/** From the last mark on; where the mark is missing, from the last word on. */
function faultAt(key: keyof typeof markFor, { id, text }: CheckedSegment) {
	const trimmed = text.trimEnd();
	const tail = key === "missing" ? /\S{1,100}$/u : /[.?!。？！][\s"'“”‘’」』)）\]】》]*$/u;
	const found = tail.exec(trimmed.slice(-120))?.[0] ?? "";
	const mark = markFor[key];
	const fix = key === "missing" ? found + mark : mark + found.slice(1);
	const start = trimmed.length - found.length;
	return {
		side: "target" as const,
		segment: id,
		start,
		end: trimmed.length,
		key,
		values: { found, mark },
		fix,
	};
}
