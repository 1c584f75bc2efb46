/**
 * Where the sentence splitter cuts, beside Intl.Segmenter:  npm run bench -- sentences [FOLDER] [RULES.srx]
 * FOLDER holds wmt22-zh-en (source.zh, reference.en, machine.en in lines that correspond) and mac-dev (NNN.zh, NNN.en,
 * a sentence a line). The lines are joined in blocks, as a paragraph would have them, and the splitters look for where
 * they met. The lines are not quite sentences, which counts against all alike. RULES.srx joins the contest.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { compileRules } from "#lib/core/srx/compile.ts";
import type { SrxDocument } from "#lib/core/srx/document.ts";
import { duizhaoRules } from "#lib/core/srx/duizhao-rules.ts";
import { readSrx } from "#lib/core/srx/read.ts";
import { sentenceJoiner } from "#lib/core/text/sentence-joiner.ts";
import { sentenceStarts } from "#lib/core/text/sentences.ts";
import { table } from "./load/figures.ts";

type Splitter = (text: string, language: string) => readonly number[];

/** Lines joined to one text. All places are offsets of the first visible character after a boundary. */
interface Block {
	readonly text: string;
	readonly boundaries: ReadonlySet<number>;
	/** Those after a mark that may end a sentence; the others no splitter can see. */
	readonly marked: ReadonlySet<number>;
}

interface Corpus {
	readonly name: string;
	readonly language: string;
	readonly blocks: readonly Block[];
}

const segmenters = new Map<string, Intl.Segmenter>();
const linesInBlock = 50;
const rounds = 7;
const passes = 5;
const endMark = /[.!?。！？…][\s"'“”’」』)）\]]*$/u;

const [folder = "../shared/corpora", rulesPath] = process.argv.slice(process.argv[2] === "sentences" ? 3 : 2);

const splitters: Record<string, Splitter> = {
	Duizhao: sentenceStarts,
	"Duizhao, rules from a file": withRules({ ...duizhaoRules }),
	...(rulesPath !== undefined && { [rulesPath]: withRules(readRules(rulesPath)) }),
	"Intl.Segmenter": intlStarts,
};

const lines: string[][] = [["", "P", "R", "F1", "R, marked", "F1, marked", "wrong", "missed", "MB/s"]];
for (const corpus of corpora(resolve(folder))) {
	for (const [name, splitter] of Object.entries(splitters))
		lines.push([`${corpus.name}: ${name}`, ...judge(corpus, splitter), speed(corpus, splitter)]);
}
console.log(table(lines));

function corpora(folder: string): Corpus[] {
	const [wmt, mac] = [join(folder, "wmt22-zh-en"), join(folder, "mac-dev")];
	const found: Corpus[] = [];
	for (const file of existsSync(wmt) ? ["source.zh", "reference.en", "machine.en"] : [])
		found.push(readCorpus(`wmt22 ${file}`, [join(wmt, file)]));
	for (const extension of existsSync(mac) ? ["zh", "en"] : []) {
		const files = readdirSync(mac).filter((file) => file.endsWith(`.${extension}`));
		found.push(
			readCorpus(
				`mac-dev ${extension}`,
				files.sort().map((file) => join(mac, file)),
			),
		);
	}
	return found;
}

function readCorpus(name: string, files: readonly string[]): Corpus {
	const language = name.endsWith("zh") ? "zh" : "en";
	const blocks = files.flatMap((file) => {
		const all = readFileSync(file, "utf8")
			.split("\n")
			.map((line) => line.trim())
			.filter((line) => line !== "");
		const starts = [...all.keys()].filter((index) => index % linesInBlock === 0);
		return starts.map((from) => joinLines(all.slice(from, from + linesInBlock), sentenceJoiner(language)));
	});
	return { name, language, blocks };
}

function joinLines(lines: readonly string[], joiner: string): Block {
	let text = "";
	const boundaries = new Set<number>();
	const marked = new Set<number>();
	for (const line of lines) {
		const start = text.length + joiner.length;
		if (text !== "") boundaries.add(start);
		if (text !== "" && endMark.test(text)) marked.add(start);
		text = text === "" ? line : text + joiner + line;
	}
	return { text, boundaries, marked };
}

function judge({ language, blocks }: Corpus, splitter: Splitter): string[] {
	const count = { cut: 0, right: 0, there: 0, rightMarked: 0, thereMarked: 0 };
	for (const { text, boundaries, marked } of blocks) {
		const cuts = new Set(splitter(text, language).map((at) => skipSpace(text, at)));
		cuts.delete(text.length);
		count.cut += cuts.size;
		count.right += common(cuts, boundaries);
		count.there += boundaries.size;
		count.rightMarked += common(cuts, marked);
		count.thereMarked += marked.size;
	}
	const precision = count.right / count.cut;
	const [recall, recallMarked] = [count.right / count.there, count.rightMarked / count.thereMarked];
	return [
		share(precision),
		share(recall),
		share(f1(precision, recall)),
		share(recallMarked),
		share(f1(precision, recallMarked)),
		String(count.cut - count.right),
		String(count.thereMarked - count.rightMarked),
	];
}

function common(some: ReadonlySet<number>, others: ReadonlySet<number>): number {
	return [...some].filter((each) => others.has(each)).length;
}

function f1(precision: number, recall: number): number {
	return (2 * precision * recall) / (precision + recall);
}

function share(value: number): string {
	return value.toFixed(3);
}

/** UTF-8, in the best round; paragraphs are about as long as these lines on average. */
function speed({ language, blocks }: Corpus, splitter: Splitter): string {
	const paragraphs = blocks.flatMap(({ text }) => text.match(/.{1,400}/gu) ?? []);
	const bytes = new TextEncoder().encode(paragraphs.join("")).length * passes;
	let best = Number.POSITIVE_INFINITY;
	for (let round = 0; round < rounds; round += 1) {
		const begin = performance.now();
		for (let pass = 0; pass < passes; pass += 1)
			for (const paragraph of paragraphs) splitter(paragraph, language);
		best = Math.min(best, performance.now() - begin);
	}
	return (bytes / 1_000 / best).toFixed(1);
}

function intlStarts(text: string, language: string): number[] {
	return Array.from(segmenterFor(language).segment(text), ({ index }) => index).slice(1);
}

function segmenterFor(language: string): Intl.Segmenter {
	const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "sentence" });
	segmenters.set(language, known);
	return known;
}

function withRules(rules: SrxDocument): Splitter {
	const breakers = { zh: compileRules(rules, "zh"), en: compileRules(rules, "en") };
	return (text, language) => breakers[language === "zh" ? "zh" : "en"](text);
}

function readRules(path: string): SrxDocument {
	const { document, problems } = readSrx(readFileSync(path, "utf8"));
	for (const { line, key, values } of problems) console.log(path, line, key, JSON.stringify(values));
	if (document === null) throw new Error(`${path} is no SRX file`);
	return document;
}

function skipSpace(text: string, at: number): number {
	let place = at;
	while (place < text.length && /\s/u.test(text[place] ?? "")) place += 1;
	return place;
}
