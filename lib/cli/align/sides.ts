/** The two texts of an alignment, read and cut into sentences. */
import { stat } from "node:fs/promises";
import type { AlignOptions } from "#lib/core/align/contract.ts";
import type { AlignedText } from "#lib/core/align/formats/contract.ts";
import { plainText } from "#lib/core/formats/marked-text.ts";
import { segmentText } from "#lib/core/reading/segment-text.ts";
import { detectLanguage } from "#lib/core/text/detect-language.ts";
import { guessParagraphs, type ParagraphMode } from "#lib/core/text/paragraphs.ts";
import { t } from "../messages.ts";
import { Refused } from "../refused.ts";
import { readTextFile } from "../text-file.ts";

export interface SideText extends AlignedText {
	/** Numbers of the sentences that begin a paragraph; unknown for a text that came split. */
	readonly paragraphs?: readonly number[];
	/** What each sentence is, as far as its paragraph shows; unknown for a text that came split. */
	readonly kinds?: readonly string[];
}

export interface Cutting {
	/** Guessed where not given. */
	readonly language: string | undefined;
	readonly alreadySplit: boolean;
	/** Guessed where not given. */
	readonly paragraphs: ParagraphMode | undefined;
}

/** Throws `Refused` where the file cannot be read as text. */
export async function readSide(path: string, cutting: Cutting): Promise<SideText> {
	const file = await readTextFile(path);
	if (!file.ok) throw new Refused(file.problem);
	return cutting.alreadySplit ? readLines(file.text, cutting.language) : cut(file.text, cutting);
}

/**
 * One sentence a line, as Vecalign and hunalign read it: sentence n is line n + 1 of the file, whatever is in it, so
 * an empty line is an empty sentence.
 */
export function readLines(text: string, language: string | undefined): SideText {
	const sentences = text === "" ? [] : text.replace(/(?:\r\n|[\n\r])$/u, "").split(/\r\n|[\n\r]/u);
	return { language: language ?? languageOf(text), sentences };
}

function cut(text: string, { language: given, paragraphs: mode }: Cutting): SideText {
	const language = given ?? languageOf(text);
	const { segments, codes } = segmentText(text, { language, paragraphs: mode ?? guessParagraphs(text) });
	return {
		language,
		sentences: segments.map((segment) => plainText({ text: segment.text, codes })),
		paragraphs: segments.flatMap(({ paragraphStart }, i) => (paragraphStart ? [i] : [])),
		kinds: segments.map(({ kind }) => kind),
	};
}

/** `und` is what BCP 47 calls a language that nobody knows. */
function languageOf(text: string): string {
	return detectLanguage(text) ?? "und";
}

export function sideOptions(source: SideText, target: SideText): AlignOptions {
	return {
		...(source.paragraphs && { sourceParagraphs: source.paragraphs }),
		...(target.paragraphs && { targetParagraphs: target.paragraphs }),
		...(source.kinds && { sourceKinds: source.kinds }),
		...(target.kinds && { targetKinds: target.kinds }),
	};
}

/** Throws `Refused` where both paths lead to the same file. */
export async function refuseSameFile(source: string, target: string): Promise<void> {
	const [first, second] = [await identify(source), await identify(target)];
	if (first !== null && first === second) throw new Refused(t("align.sameFile", { source, target }));
}

/** Throws `Refused` where a path leads to one of the files that are read. */
export async function refuseOverwriting(read: readonly string[], path: string): Promise<void> {
	const identity = await identify(path);
	for (const each of read) {
		if (identity !== null && identity === (await identify(each)))
			throw new Refused(t("align.overwrites", { path }));
	}
}

/** Null for what is no file, or not there. */
async function identify(path: string): Promise<string | null> {
	const found = await stat(path, { bigint: true }).catch(() => null);
	return found?.isFile() ? `${found.dev}:${found.ino}` : null;
}
