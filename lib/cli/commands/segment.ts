import { parseArgs } from "node:util";
import type { SrxDocument } from "#lib/core/srx/document.ts";
import { duizhaoRules } from "#lib/core/srx/duizhao-rules.ts";
import { SrxWorkExceeded } from "#lib/core/srx/pattern/automaton.ts";
import { writeSrx } from "#lib/core/srx/write.ts";
import { detectLanguage } from "#lib/core/text/detect-language.ts";
import {
	guessParagraphs,
	type Paragraph,
	type ParagraphMode,
	paragraphModes,
	readParagraphs,
} from "#lib/core/text/paragraphs.ts";
import { splitSentences } from "#lib/core/text/sentences.ts";
import type { ExitCode, Output } from "../command.ts";
import { t } from "../messages.ts";
import { Refused } from "../refused.ts";
import { readRuleFile } from "../srx-file.ts";
import { readStandardInput, readTextFile } from "../text-file.ts";

const options = {
	help: { type: "boolean", default: false },
	json: { type: "boolean", default: false },
	language: { type: "string" },
	paragraphs: { type: "string" },
	rules: { type: "string" },
	"write-rules": { type: "boolean", default: false },
} as const;

type Values = ReturnType<typeof parse>["values"];

/** A sentence, with the line of the input where its paragraph begins, from 1. */
interface Sentence {
	readonly line: number;
	readonly text: string;
}

/** `duizhao segment FILE` prints the sentences of a text, one a line. */
export async function segment(args: readonly string[], output: Output): Promise<ExitCode> {
	try {
		const { values, positionals } = parse(args);
		if (values.help) output.print(t("segment.usage"));
		else if (values["write-rules"]) output.print(ownRules(values, positionals));
		else await segmentFile(values, positionals, output);
		return 0;
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		output.complain(error.message);
		return error.exitCode;
	}
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options, allowPositionals: true });
	} catch (error) {
		const [, option] = /'(-[^' <]*)/u.exec(error instanceof Error ? error.message : "") ?? [];
		if (option === undefined) throw error;
		const known = Object.keys(options).some((name) => option === `--${name}`);
		throw new Refused(t(known ? "segment.misusedOption" : "segment.unknownOption", { option }));
	}
}

function ownRules({ json, language, paragraphs, rules }: Values, files: readonly string[]): string {
	if (files.length > 0 || json || language || paragraphs || rules) throw new Refused(t("segment.noFile"));
	return writeSrx(duizhaoRules).trimEnd();
}

async function segmentFile(values: Values, files: readonly string[], output: Output): Promise<void> {
	const [path, ...more] = files;
	if (path === undefined || more.length > 0) throw new Refused(t("segment.oneFile"));
	const tag = languageTag(values.language);
	const mode = paragraphMode(values.paragraphs);
	const rules = values.rules === undefined ? undefined : await readRuleFile(values.rules, output);
	const file = path === "-" ? await readStandardInput(path, process.stdin) : await readTextFile(path);
	if (!file.ok) throw new Refused(file.problem);
	const paragraphs = readParagraphs(file.text, mode ?? guessParagraphs(file.text));
	const language = tag ?? detectLanguage(file.text) ?? "und";
	const sentences = paragraphs.flatMap((paragraph) => cut(paragraph, language, rules, values.rules ?? ""));
	if (values.json) output.print(JSON.stringify(sentences, null, "\t"));
	else if (sentences.length > 0) output.print(sentences.map(({ text }) => text).join("\n"));
}

function cut(
	{ line, text }: Paragraph,
	language: string,
	rules: SrxDocument | undefined,
	path: string,
): Sentence[] {
	try {
		return splitSentences(text, language, rules).map((sentence) => ({ line, text: sentence }));
	} catch (error) {
		if (!(error instanceof SrxWorkExceeded)) throw error;
		throw new Refused(t("segment.tooCostly", { path, line }), 1);
	}
}

function paragraphMode(written: string | undefined): ParagraphMode | undefined {
	const found = paragraphModes.find((mode) => mode === written);
	if (written !== undefined && found === undefined)
		throw new Refused(t("segment.badParagraphs", { value: written, known: paragraphModes.join(", ") }));
	return found;
}

function languageTag(written: string | undefined): string | undefined {
	if (written === undefined) return undefined;
	try {
		return new Intl.Locale(written).toString();
	} catch {
		throw new Refused(t("segment.badLanguage", { value: written }));
	}
}
