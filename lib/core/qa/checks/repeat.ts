import { isChinese, isEnglish } from "../../text/language.ts";
import type { CheckedSegment, Fault, PassageCheck } from "../contract.ts";
import { findRepeats, type Repeat } from "../drafts/find-repeats.ts";
import { isLoop, judgeRepeat, type RepeatPlace, settle } from "../drafts/judge-repeat.ts";
import { runningWords } from "../drafts/running-words.ts";
import { sentencePlaces, shortened } from "../drafts/sentence-places.ts";
import { listsSeveral, sourceRepeats } from "../drafts/source-repeats.ts";

/** What machines say twice: instructions and instructions, the the, a clause and the same clause. */
export const repeat = {
	id: "repeat",
	severity: "major",
	mqm: "accuracy/addition",
	keys: ["joined", "touching", "clause", "sentence"],
	concerns: ({ sides, targetLanguage }) => sides.target && isEnglish(targetLanguage),
	checkPassage({ source, target }, { sides, sourceLanguage, targetLanguage }) {
		const known = sides.source && source.length > 0 && isChinese(sourceLanguage);
		const original = known ? source.map(({ text }) => text).join("") : "";
		const said = known ? sourceRepeats(original) : null;
		const lists = listsSeveral(original);
		let goesRound = false; // that is another check's
		const stretches = target.flatMap(({ id, text }) => {
			const place: RepeatPlace = { text, words: runningWords(text), source: said };
			return findRepeats(place.words).flatMap((unsettled): Fault[] => {
				const found = settle(unsettled, place);
				if (isLoop(found)) {
					goesRound = true;
					return [];
				}
				const severity = judgeRepeat(found, place);
				return severity === null
					? []
					: [
							{
								...describe(found, place, severity === "major" && !(found.joiner !== "" && lists)),
								side: "target",
								segment: id,
								severity,
							},
						];
			});
		});
		const isToldOf = (again: Fault) =>
			stretches.some(({ segment, end }) => segment === again.segment && end > again.start);
		const sentences = repeatedSentences(target, targetLanguage).filter((again) => !isToldOf(again));
		const isMeant = goesRound || repeatedSentences(source, sourceLanguage).length > 0;
		return [...stretches, ...(isMeant ? [] : sentences)];
	},
} as const satisfies PassageCheck;

/** Letters of the shortest sentence that nobody says twice for its force. */
const leastEnglish = 25;
const leastChinese = 6;

/** Sentences that stand in the passage before, elsewhere than right before. */
function repeatedSentences(segments: readonly CheckedSegment[], language: string): Fault[] {
	const known = new Set<string>();
	const least = isChinese(language) ? leastChinese : leastEnglish;
	return sentencePlaces(segments, language).flatMap(({ segment, start, end, text }): Fault[] => {
		const bare = text
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N}]+/gu, " ")
			.trim();
		if (bare.length < least) return [];
		const values = { repeated: shortened(text), joiner: "" };
		if (known.has(bare))
			return [{ side: "target", segment, start, end, key: "sentence", values, fix: null, severity: "minor" }];
		known.add(bare);
		return [];
	});
}

function describe(found: Repeat, place: RepeatPlace, mayFix: boolean) {
	const { text, words } = place;
	const start = words[found.from]?.start ?? 0;
	const once = text.slice(start, words[found.from + found.size - 1]?.end);
	const end = words[found.again + found.size * (found.times - 1) - 1]?.end ?? text.length;
	const key = found.joiner !== "" ? "joined" : found.size < fewWords ? "touching" : "clause";
	return {
		start,
		end,
		key,
		values: { repeated: once, joiner: found.joiner },
		fix: mayFix ? safeFix(place, start, end, once) : null,
	};
}

/** From so many words on it is called a clause. */
const fewWords = 4;

/**
 * One of the two; none where the words around would then be said twice (learning by doing and doing by doing), and
 * where one of them was to be another: B2 and B2.
 */
function safeFix({ text }: RepeatPlace, start: number, end: number, once: string): string | null {
	const from = Math.max(0, start - near);
	const around = `${text.slice(from, start)}${once}${text.slice(end, end + near)}`;
	const left = findRepeats(runningWords(around)).some(({ joiner }) => joiner === "");
	return left || /["“”(（\d]/u.test(text.slice(start, end)) ? null : once;
}

/** Characters on both sides that are looked at. */
const near = 60;
