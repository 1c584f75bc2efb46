/** The sentences of a passage's side with their places. */
import { sentenceStarts } from "../../text/sentences.ts";
import type { CheckedSegment } from "../contract.ts";
import { chinesePieces } from "./pieces.ts";

/** Offsets without the white space around. */
export interface SentencePlace {
	readonly segment: string;
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

export function sentencePlaces(segments: readonly CheckedSegment[], language: string): SentencePlace[] {
	return segments.flatMap(({ id, text }) => {
		const starts = [0, ...sentenceStarts(text, language)];
		return starts.flatMap((from, n): SentencePlace[] => {
			const whole = text.slice(from, starts[n + 1] ?? text.length);
			const sentence = whole.trim();
			if (sentence === "") return [];
			const start = from + whole.indexOf(sentence);
			return [{ segment: id, start, end: start + sentence.length, text: sentence }];
		});
	});
}

/** Chinese characters of the shortest clauses; a shorter one stays with the next, the last with the one before. */
const leastClause = 10;

export function clausePlaces(sentences: readonly SentencePlace[]): SentencePlace[] {
	return sentences.flatMap(({ segment, start, text }) => {
		const starts = [0];
		let [at, size] = [0, 0];
		for (const piece of chinesePieces(text)) {
			at += piece.length;
			size += piece.match(/\p{Script=Han}/gu)?.length ?? 0;
			if (size < leastClause) continue;
			starts.push(at);
			size = 0;
		}
		const last = starts.at(-1) ?? 0;
		if (starts.length > 1 && (last === text.length || size < leastClause)) starts.pop();
		return starts.map((from, n): SentencePlace => {
			const to = starts[n + 1] ?? text.length;
			return { segment, start: start + from, end: start + to, text: text.slice(from, to) };
		});
	});
}

/** Characters of a sentence that a message quotes. */
const quoted = 60;

export function shortened(text: string): string {
	return text.length <= quoted ? text : `${text.slice(0, quoted).trimEnd()}…`;
}
