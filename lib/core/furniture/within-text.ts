/** Words of a page's furniture said in the middle of an article, where they are its text. */
import type { Evidence, Mark } from "./evidence.ts";
import { matchesAny } from "./rules/compiled.ts";

/** What words alone can earn, and the middle of a text takes back. */
const byWords: ReadonlySet<Mark> = new Set(["furniture", "end", "links", "closing", "meta"]);
/** So many such lines can stand together: the facts of an event. */
const longestRun = 6;
/** Below what says that the article is over, so many lines of nothing but text say that it is not. */
const convincing = 3;
const besideFacts: ReadonlySet<Mark> = new Set(["head-meta", "beside", "meta", "short", "text"]);
const label = /^[^:：]{1,16}[:：]/u;
const sentence = /[。！？.!?][”"』」’）)]*(?:[①-⑳]|\[\d{1,3}\])?$/u;

/**
 * Between paragraphs a sentence is text whatever its words, a labelled fact is one of the article's, and a word that
 * stands over lists or comments is a heading when paragraphs follow it.
 */
export function withinText(lines: readonly Evidence[]): readonly Evidence[] {
	const kept = [...lines];
	for (let index = 0; index < lines.length; index += 1) {
		if (!isDoubtful(lines[index])) continue;
		let to = index + 1;
		while (to - index < longestRun && isDoubtful(lines[to])) to += 1;
		if (isText(lines[index - 1])) {
			const paragraphs = isTextFrom(lines, to) ? paragraphsFrom(lines, to) : null;
			const hasFacts = paragraphs === null && isTextBelowFacts(lines, to);
			for (let at = index; at < to; at += 1) {
				const line = lines[at];
				if (!line) break;
				const isFact = hasFacts && line.mark === "furniture" && matchesAny("facts", line.text);
				const mark = paragraphs === null ? (isFact ? "text" : null) : markInText(line, paragraphs);
				if (mark) kept[at] = { ...line, mark };
			}
		}
		index = to - 1;
	}
	return kept;
}

function isDoubtful(line: Evidence | undefined): boolean {
	return line !== undefined && line.settled === null && !line.hinted && byWords.has(line.mark);
}

function isText(line: Evidence | undefined): boolean {
	return line?.settled === null && (line.mark === "prose" || line.mark === "text" || line.mark === "item");
}

/** Text, or a heading above text. */
function isTextFrom(lines: readonly Evidence[], index: number): boolean {
	const line = lines[index];
	return isText(line) || (line?.mark === "short" && !line.ended && isText(lines[index + 1]));
}

/** Text below the other facts of an event: its time, its address. */
function isTextBelowFacts(lines: readonly Evidence[], index: number): boolean {
	let to = index;
	while (to - index < longestRun && besideFacts.has(lines[to]?.mark ?? "end")) to += 1;
	return lines[to]?.mark === "prose";
}

function isParagraph(line: Evidence | undefined): boolean {
	return line?.mark === "prose" || line?.mark === "text";
}

function paragraphsFrom(lines: readonly Evidence[], from: number): number {
	let count = 0;
	while (count < convincing && isParagraph(lines[from + count])) count += 1;
	return count;
}

/** Null where the line stays what its words say. */
function markInText({ mark, text, labelled }: Evidence, paragraphs: number): Mark | null {
	if (matchesAny("prompts", text)) return null;
	const isSentence = sentence.test(text);
	if (mark === "meta")
		return isSentence && labelled?.begins !== true && labelled?.dates.length === 0 ? "prose" : null;
	if (isSentence) return "prose";
	if (mark === "furniture") return matchesAny("facts", text) ? "text" : null;
	if (mark === "closing" || paragraphs < convincing) return null;
	if (label.test(text)) return "text";
	return /\d/u.test(text) ? null : "short";
}
