/** The texts of a file, as the checks take them. */

import { unescapeField } from "#lib/core/align/pairs-file.ts";
import { plainText } from "#lib/core/formats/marked-text.ts";
import type { ReadUnit } from "#lib/core/formats/reader.ts";
import type { CheckedDocument, CheckedPassage, CheckedSegment } from "#lib/core/qa/contract.ts";
import { chooseLanguages } from "#lib/core/reading/choose-languages.ts";
import { unitsOfTable } from "#lib/core/reading/cut-units.ts";
import type { Reading } from "#lib/core/reading/reading.ts";
import { detectLanguage } from "#lib/core/text/detect-language.ts";
import { isChinese } from "#lib/core/text/language.ts";
import { readPath } from "../commands/read.ts";
import { t } from "../messages.ts";
import { Refused } from "../refused.ts";
import { readTextFile } from "../text-file.ts";
import type { Request } from "./request.ts";

/** Texts that belong together. `number`: the line of a text or TSV, the unit of a bilingual file, from 1. */
interface Texts {
	readonly number: number;
	readonly source: readonly string[];
	readonly target: readonly string[];
}

export interface FileTexts {
	readonly document: CheckedDocument;
	/** Their ids are their numbers. */
	readonly passages: readonly CheckedPassage[];
}

/** Throws `Refused` where the file cannot be read, or has no text to check. */
export async function readFileTexts(request: Request): Promise<FileTexts> {
	const { path, format } = request;
	const kind = format ?? (/\.(?:tsv|tab|txt)$/iu.exec(path) ? "lines" : null);
	const texts =
		kind === "lines" ? await readLines(path) : textsOf(await readPath(path, { format }), path, request);
	const document = documentOf(texts, request);
	return { document, passages: texts.map(passageOf) };
}

/** `source TAB target`, as the workbench and `duizhao align` write it; where no line has a tab, a text of one side. */
async function readLines(path: string): Promise<Texts[]> {
	const file = await readTextFile(path);
	if (!file.ok) throw new Refused(file.problem);
	const lines = file.text
		.split(/\r\n|[\n\r]/u)
		.map((line, i) => ({ number: i + 1, line }))
		.filter(({ line }) => line.trim() !== "");
	if (!lines.some(({ line }) => line.includes("\t")))
		return oneSided(lines.map(({ number, line }) => ({ number, text: line })));
	return lines.map(({ number, line }) => {
		const [source = "", target = ""] = line.split("\t").map(unescapeField);
		return { number, source: given(source), target: given(target) };
	});
}

function textsOf(reading: Reading, path: string, { sourceLanguage, targetLanguage }: Request): Texts[] {
	switch (reading.shape) {
		case "text":
			return oneSided(
				reading.page.blocks
					.filter(({ kind }) => kind !== "furniture")
					.map(({ line, kind: _, ...text }) => ({ number: line, text: plainText(text) })),
			);
		case "pairs": {
			const about = {
				...reading.about,
				...(sourceLanguage !== undefined && { sourceLanguage }),
				...(targetLanguage !== undefined && { targetLanguage }),
			};
			const chosen = chooseLanguages(reading.languages, about);
			return reading.units.map((unit, i) => textsOfUnit(unit, i + 1, chosen.source, chosen.target));
		}
		case "table": {
			const { source, target } = reading.columns;
			if (source === null && target === null) throw new Refused(t("check.noColumns", { path }), 1);
			const units = unitsOfTable(reading.rows, reading.columns);
			return units.map((unit) => textsOfUnit(unit, unit.line, "source", "target"));
		}
		case "links":
			throw new Refused(t("check.noText", { path }), 1);
	}
}

function textsOfUnit(unit: ReadUnit, number: number, source: string | null, target: string | null): Texts {
	const textOf = (language: string | null) =>
		(unit.variants.find((variant) => variant.language === language)?.segments ?? [])
			.map(plainText)
			.filter((text) => text !== "");
	return { number, source: textOf(source), target: textOf(target) };
}

/** Chinese is a source, everything else a rendering whose source is missing. */
function oneSided(lines: readonly { readonly number: number; readonly text: string }[]): Texts[] {
	const chinese = isChinese(detectLanguage(lines.map(({ text }) => text).join("\n")) ?? "en");
	return lines.map(({ number, text }) =>
		chinese ? { number, source: given(text), target: [] } : { number, source: [], target: given(text) },
	);
}

function documentOf(texts: readonly Texts[], { sourceLanguage, targetLanguage }: Request): CheckedDocument {
	const all = (side: "source" | "target") => texts.flatMap((one) => one[side]).join("\n");
	const [source, target] = [all("source"), all("target")];
	return {
		sourceLanguage: sourceLanguage ?? detectLanguage(source) ?? "zh-Hans",
		targetLanguage: targetLanguage ?? detectLanguage(target) ?? "en",
		sides: { source: source !== "", target: target !== "" },
	};
}

function passageOf({ number, source, target }: Texts): CheckedPassage {
	const segments = (name: string, texts: readonly string[]): CheckedSegment[] =>
		texts.map((text, i) => ({ id: `${name}${i}`, text }));
	return { id: String(number), source: segments("s", source), target: segments("t", target) };
}

const given = (text: string): string[] => (text.trim() === "" ? [] : [text]);
