import { trimEdges } from "../../text/paragraphs.ts";
import { extensionOf } from "../extension.ts";
import { HiddenCharacters } from "../hidden-characters.ts";
import { markCharacters } from "../marked-text.ts";
import { type Reader, ReadRefusal, type ReadSink } from "../reader.ts";
import { findEncoding, wholeText } from "../text-file.ts";

/** Bytes. */
const largestFile = 64 * 1024 * 1024;

const lineEnd = /\r\n|[\n\r]/u;
const number = String.raw`-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const rung = new RegExp(`^(\\d+)\\t(\\d+)(?:\\t(${number}))?\\s*$`, "iu");
const pair = new RegExp(`^([^\\t]*)\\t([^\\t]*)\\t(${number})\\s*$`, "iu");
const separator = " ~~~ ";
/** Sentences by which hunalign tells paragraphs. */
const paragraphMark = "<p>";

/**
 * What hunalign prints (its README, "File formats"). With `-text` the sentences themselves: source TAB target TAB
 * score, sentences of one side apart by ` ~~~ `. Else a ladder of numbers: rung (n, m) says that the first n
 * sentences correspond to the first m, its score is of what lies between it and the next one.
 */
export const ladder: Reader = {
	id: "ladder",
	extensions: ["ladder", "hunalign"],
	messageKey: "formats.ladder",
	recognises(file, text) {
		const named = ladder.extensions.includes(extensionOf(file.name));
		if (text === null) return 0;
		const lines = wholeLines(text, file.size > file.head.length);
		if (lines.length === 0) return 0;
		if (lines.every((line) => rung.test(line))) return named || /^0\t0\t/u.test(lines[0] ?? "") ? 3 : 0;
		if (!lines.every((line) => pair.test(line))) return 0;
		return lines.some((line) => line.includes(separator)) ? 3 : named ? 2 : 0;
	},
	async read(file, sink, capabilities) {
		const { encoding } = await findEncoding(file, sink, capabilities);
		const text = await wholeText(file, encoding, capabilities, largestFile);
		const lines = text.split(lineEnd);
		const first = lines.find((line) => line.trim() !== "") ?? "";
		const shape = rung.test(first) ? "links" : "pairs";
		if (shape === "links") readRungs(lines, sink);
		else readPairs(lines, sink);
		capabilities.progress(file.size, file.size);
		return shape;
	},
};

/** Lines that are not blank; the last one of a beginning is cut off somewhere. */
function wholeLines(text: string, cut: boolean): string[] {
	const lines = text.replace(/^\uFEFF/u, "").split(lineEnd);
	return (cut ? lines.slice(0, -1) : lines).filter((line) => line.trim() !== "").slice(0, 200);
}

interface Rung {
	readonly line: number;
	readonly source: number;
	readonly target: number;
	readonly score: number | null;
}

function readRungs(lines: readonly string[], sink: ReadSink): void {
	const rungs: Rung[] = [];
	for (const [index, written] of lines.entries()) {
		if (written.trim() === "") continue;
		const [found, source, target, score] = rung.exec(written) ?? [];
		const line = index + 1;
		if (found === undefined) throw new ReadRefusal("ladderBadRung", {}, line, 1);
		const before = rungs.at(-1);
		const here = {
			line,
			source: Number(source),
			target: Number(target),
			score: score === undefined ? null : Number(score),
		};
		if (before && (here.source < before.source || here.target < before.target))
			throw new ReadRefusal("ladderGoesBack", {}, line, 1);
		rungs.push(here);
	}
	const first = rungs[0];
	if (first && (first.source > 0 || first.target > 0))
		rungs.unshift({ line: first.line, source: 0, target: 0, score: null });
	const scale = areShares(rungs.slice(0, -1).map(({ score }) => score));
	if (!scale) sink.problem({ line: 1, column: null, key: "ladderScores" });
	for (const [index, { line, source, target, score }] of rungs.entries()) {
		const next = rungs[index + 1];
		if (next === undefined || (next.source === source && next.target === target)) continue;
		const spans = { source: [source, next.source], target: [target, next.target] } as const;
		sink.link({ line, ...spans, ...(scale && score !== null && { confidence: score }) });
	}
}

function readPairs(lines: readonly string[], sink: ReadSink): void {
	const hidden = new HiddenCharacters();
	const found = lines.flatMap((written, index) => {
		if (written.trim() === "") return [];
		const [whole, source = "", target = "", score = ""] = pair.exec(written) ?? [];
		if (whole === undefined) throw new ReadRefusal("ladderBadPair", {}, index + 1, 1);
		return [
			{ line: index + 1, sides: [sentences(source), sentences(target)] as const, score: Number(score) },
		];
	});
	const scale = areShares(found.map(({ score }) => score));
	if (!scale) sink.problem({ line: 1, column: null, key: "ladderScores" });
	const paragraphs = found.some(({ sides }) => sides.some((side) => side.includes(paragraphMark)));
	let paragraphStart = true;
	for (const { line, sides, score } of found) {
		const texts = sides.map((side) => side.filter((sentence) => sentence !== paragraphMark));
		const ends = sides.some((side) => side.at(-1) === paragraphMark);
		if (texts.some((side) => side.length > 0)) {
			for (const text of texts.flat()) hidden.see(text, line);
			const variants = texts.map((side, index) => ({
				language: index === 0 ? "source" : "target",
				segments: side.map(markCharacters),
			}));
			const confidence = scale ? { confidence: score } : {};
			sink.unit({ line, variants, ...confidence, ...(paragraphs && { paragraphStart }) });
			paragraphStart = false;
		}
		paragraphStart ||= ends;
	}
	hidden.tell(sink);
}

function sentences(side: string): string[] {
	return side
		.split(separator)
		.map(trimEdges)
		.filter((sentence) => sentence !== "");
}

/** Whether scores can be confidences. hunalign's own are similarities, beyond 1 and below 0. */
function areShares(scores: readonly (number | null)[]): boolean {
	return scores.every((score) => score === null || (score >= 0 && score <= 1));
}
