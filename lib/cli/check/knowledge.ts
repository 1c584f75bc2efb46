/** What the checks of a file look things up in: dictionary, official terms, a glossary of one's own. */
import { readTerms } from "#lib/core/align/pairs-file.ts";
import type { CheckedDocument, Knowledge } from "#lib/core/qa/contract.ts";
import { loadConverter } from "#lib/core/scripts/convert.ts";
import type { GlossaryEntry } from "#lib/core/terms/formats/contract.ts";
import { readGlossary } from "#lib/core/terms/formats/read-glossary.ts";
import { compileTerms } from "#lib/core/terms/matcher.ts";
import { starterTerms } from "#lib/core/terms/starter/starter-terms.ts";
import type { Term } from "#lib/core/terms/term.ts";
import { readerCapabilities } from "#lib/server/files/capabilities.ts";
import { t } from "../messages.ts";
import type { ProgressLine } from "../progress-line.ts";
import { givenFile } from "../read/given-file.ts";
import { told } from "../read/problem.ts";
import { Refused } from "../refused.ts";
import { readTextFile } from "../text-file.ts";
import type { Request } from "./request.ts";

const largestGlossary = 64 * 1024 * 1024;
/** How many lines of a bad file are told one by one. */
const mostProblems = 8;

/** Throws `Refused` where the glossary cannot be read. */
export async function gatherKnowledge(
	{ glossary, starter }: Request,
	{ sourceLanguage, targetLanguage, sides }: CheckedDocument,
	line: ProgressLine,
): Promise<Partial<Knowledge>> {
	const own = glossary === undefined ? [] : await readGlossaryFile(glossary);
	const mine = new Set(own.map(({ simplified }) => simplified));
	const official = starter ? starterTerms().filter(({ simplified }) => !mine.has(simplified)) : [];
	line.announce(t("align.dictionary"));
	const { loadLexicon } = await import("#lib/server/lexicon.ts");
	const lexicon = sides.source && sides.target ? await loadLexicon(sourceLanguage, targetLanguage) : null;
	line.clear();
	return { lexicon, terms: compileTerms([...own, ...official]) };
}

async function readGlossaryFile(path: string): Promise<Term[]> {
	const entries = /\.(?:tsv|tab|txt)$/iu.test(path) ? await entriesOfLines(path) : await entriesOfFile(path);
	const [simplify, traditional] = await Promise.all([loadConverter("zh-Hans"), loadConverter("zh-Hant")]);
	return entries.map((entry, i) => ({
		...entry,
		id: String(i),
		simplified: entry.simplified || simplify(entry.traditional),
		traditional: entry.traditional || traditional(entry.simplified),
	}));
}

/** TBX, CSV or a workbook, as the project's glossary takes them. */
async function entriesOfFile(path: string): Promise<readonly GlossaryEntry[]> {
	const file = await givenFile(path);
	const capabilities = readerCapabilities(() => undefined);
	const { terms, problems } = await readGlossary(await file.bytes(largestGlossary), file.name, capabilities);
	refuse(
		problems.map((problem) => {
			const { line, column } = problem;
			return t("read.refused", { path, line, column: column ?? 0, message: told(problem) });
		}),
	);
	return terms;
}

/** “source TAB target” a line; the first rendering of a term is the preferred one. */
async function entriesOfLines(path: string): Promise<GlossaryEntry[]> {
	const file = await readTextFile(path);
	if (!file.ok) throw new Refused(file.problem);
	const { pairs, problems } = readTerms(file.text);
	refuse(problems.map(({ line, column, key }) => t(`align.pairs.${key}`, { path, line, column })));
	const plain = { note: "", authority: "", alwaysWrong: false };
	return [...Map.groupBy(pairs, ({ source }) => source)].map(([source, group]) => ({
		simplified: source,
		traditional: "",
		domain: "",
		note: "",
		renderings: group.map(({ target }, i) => ({
			...plain,
			text: target,
			status: i === 0 ? "preferred" : "allowed",
		})),
	}));
}

function refuse(problems: readonly string[]): void {
	const more = problems.length - mostProblems;
	if (problems.length === 0) return;
	throw new Refused([
		...problems.slice(0, mostProblems),
		...(more > 0 ? [t("align.pairs.more", { count: more })] : []),
	]);
}
