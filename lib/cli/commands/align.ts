import { parseArgs } from "node:util";
import type { Aligner, Bead, Span } from "#lib/core/align/contract.ts";
import { alignerIds, findAligner } from "#lib/core/align/registry.ts";
import { guessKinds } from "#lib/core/text/kinds.ts";
import { detectLanguage } from "#lib/core/text/language.ts";
import {
	guessParagraphs,
	type ParagraphMode,
	paragraphModes,
	readParagraphs,
} from "#lib/core/text/paragraphs.ts";
import { sentenceJoiner, splitSentences } from "#lib/core/text/sentences.ts";
import type { ExitCode, Output } from "../command.ts";
import { t } from "../messages.ts";
import { readTextFile } from "../text-file.ts";

const formats = ["tsv", "json"] as const;

const options = {
	aligner: { type: "string", default: "length" },
	"already-split": { type: "boolean", default: false },
	format: { type: "string", default: "tsv" },
	paragraphs: { type: "string" },
	help: { type: "boolean", default: false },
} as const;

/** `duizhao align SOURCE.txt TARGET.txt`: cuts both texts into sentences and prints which belong together. */
export async function align(args: readonly string[], { print, complain }: Output): Promise<ExitCode> {
	const request = readRequest(args);
	if (request === "help") {
		print(t("align.usage", { aligners: alignerIds.join(", ") }));
		return 0;
	}
	if ("problem" in request) {
		complain(request.problem);
		return 2;
	}
	const sides: SideText[] = [];
	for (const path of [request.source, request.target]) {
		const file = await readTextFile(path);
		if (!file.ok) {
			complain(file.problem);
			return 2;
		}
		sides.push(cut(file.text, request));
	}
	const [source = emptySide, target = emptySide] = sides;
	const beads = request.aligner.align(source.sentences, target.sentences, {
		...(source.paragraphs && { sourceParagraphs: source.paragraphs }),
		...(target.paragraphs && { targetParagraphs: target.paragraphs }),
		...(source.kinds && { sourceKinds: source.kinds }),
		...(target.kinds && { targetKinds: target.kinds }),
	});
	if (request.format === "json") print(asJson(request.aligner.id, source, target, beads));
	else if (beads.length > 0) print(asTsv(source, target, beads));
	return 0;
}

interface Request {
	readonly source: string;
	readonly target: string;
	readonly aligner: Aligner;
	readonly alreadySplit: boolean;
	readonly format: (typeof formats)[number];
	/** Guessed from each text where not given. */
	readonly paragraphs: ParagraphMode | undefined;
}

function readRequest(args: readonly string[]): Request | "help" | { problem: string } {
	let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
	try {
		parsed = parseArgs({ args: [...args], options, allowPositionals: true });
	} catch {
		return { problem: t("align.unknownOption") };
	}
	const { values, positionals } = parsed;
	if (values.help) return "help";
	const [source, target, ...more] = positionals;
	if (source === undefined || target === undefined || more.length > 0)
		return { problem: t("align.twoFiles") };
	const aligner = findAligner(values.aligner);
	if (aligner === undefined) return badValue("aligner", values.aligner, alignerIds);
	const format = formats.find((known) => known === values.format);
	if (format === undefined) return badValue("format", values.format, formats);
	const paragraphs = paragraphModes.find((known) => known === values.paragraphs);
	if (values.paragraphs !== undefined && paragraphs === undefined) {
		return badValue("paragraphs", values.paragraphs, paragraphModes);
	}
	return { source, target, aligner, alreadySplit: values["already-split"], format, paragraphs };
}

function badValue(option: string, value: string, known: readonly string[]): { problem: string } {
	return { problem: t("align.badValue", { option, value, known: known.join(", ") }) };
}

interface SideText {
	readonly language: string;
	readonly sentences: readonly string[];
	/** Numbers of the sentences that begin a paragraph; unknown for a text that came split. */
	readonly paragraphs: readonly number[] | undefined;
	/** What each sentence is, as far as its paragraph shows; unknown for a text that came split. */
	readonly kinds: readonly string[] | undefined;
}

const emptySide: SideText = { language: "en", sentences: [], paragraphs: undefined, kinds: undefined };

function cut(text: string, { alreadySplit, paragraphs: mode }: Request): SideText {
	const language = detectLanguage(text) ?? "en";
	if (alreadySplit) {
		const lines = text === "" ? [] : text.replace(/\r?\n$/u, "").split(/\r?\n/u);
		return { language, sentences: lines, paragraphs: undefined, kinds: undefined };
	}
	const sentences: string[] = [];
	const paragraphs: number[] = [];
	const kinds: string[] = [];
	const read = readParagraphs(text, mode ?? guessParagraphs(text));
	const guessed = guessKinds(read.map((paragraph) => paragraph.text));
	for (const [index, paragraph] of read.entries()) {
		paragraphs.push(sentences.length);
		for (const sentence of splitSentences(paragraph.text, language)) {
			sentences.push(sentence);
			kinds.push(guessed[index] ?? "body");
		}
	}
	return { language, sentences, paragraphs, kinds };
}

function asTsv(source: SideText, target: SideText, beads: readonly Bead[]): string {
	const cell = ({ sentences, language }: SideText, [start, end]: Span) =>
		escapeTsv(sentences.slice(start, end).join(sentenceJoiner(language)));
	return beads
		.map((bead) =>
			[cell(source, bead.source), cell(target, bead.target), bead.confidence.toFixed(4)].join("\t"),
		)
		.join("\n");
}

function escapeTsv(text: string): string {
	const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
	return text.replace(/[\\\t\n\r]/gu, (character) => escapes[character] ?? character);
}

/** Beads name sentences by number from 0. */
function asJson(aligner: string, source: SideText, target: SideText, beads: readonly Bead[]): string {
	const numbers = ([start, end]: Span) => Array.from({ length: end - start }, (_, i) => start + i);
	const side = ({ language, sentences }: SideText) => ({ language, sentences });
	return JSON.stringify({
		aligner,
		source: side(source),
		target: side(target),
		beads: beads.map((bead) => ({
			source: numbers(bead.source),
			target: numbers(bead.target),
			confidence: Number(bead.confidence.toFixed(4)),
		})),
	});
}
