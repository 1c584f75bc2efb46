/** Reads a glossary from a file, whole or not at all. */
import { extensionOf } from "../../formats/extension.ts";
import { type ReaderCapabilities, type ReadProblem, ReadRefusal } from "../../formats/reader.ts";
import { checkText } from "../../text/wellformed.ts";
import type { GlossaryEntry, GlossaryFile } from "./contract.ts";
import { glossaryFormats } from "./registry.ts";

/** More of them help nobody: the file is wrong as a whole. */
const mostProblems = 100;

/** Never throws for what is in the file: everything that is wrong with it is told with its line. */
export async function readGlossary(
	bytes: Uint8Array,
	name: string,
	capabilities: Pick<ReaderCapabilities, "decoder" | "openArchive" | "progress">,
): Promise<GlossaryFile> {
	const terms: GlossaryEntry[] = [];
	const problems: ReadProblem[] = [];
	const remarks: ReadProblem[] = [];
	const problem = (one: ReadProblem) => {
		if (problems.length < mostProblems) problems.push(one);
	};
	const seen = new Map<string, number>();
	const sink = {
		problem,
		remark: (one: ReadProblem) => remarks.push(one),
		term(entry: GlossaryEntry, line: number) {
			const settled = settle(entry, line, remarks);
			const wrong = faultOf(settled);
			const source = entry.simplified || entry.traditional;
			const first = seen.get(source);
			if (wrong !== null) problem({ line, column: null, ...wrong });
			else if (first !== undefined)
				problem({ line, column: null, key: "glossaryTwice", values: { term: source, first } });
			seen.set(source, line);
			terms.push(settled);
		},
	};
	try {
		await formatOf(bytes, name).read(bytes, name, sink, capabilities);
		if (terms.length === 0 && problems.length === 0) problem({ line: 1, column: null, key: "glossaryEmpty" });
	} catch (error) {
		if (!(error instanceof ReadRefusal)) throw error;
		problem(error.problem);
	}
	return { terms: problems.length > 0 ? [] : terms, problems, remarks };
}

function formatOf(bytes: Uint8Array, name: string) {
	if (bytes.length === 0) throw new ReadRefusal("emptyFile");
	const head = bytes.subarray(0, 4096);
	const extension = extensionOf(name);
	const found = glossaryFormats.find((format) => format.recognises(head, extension));
	if (!found) throw new ReadRefusal("glossaryUnknownKind", { name });
	return found;
}

/** A term has one preferred rendering; others that a file prefers too are allowed, as abbreviations often are. */
function settle(entry: GlossaryEntry, line: number, remarks: ReadProblem[]): GlossaryEntry {
	const renderings: GlossaryEntry["renderings"][number][] = [];
	for (const one of entry.renderings) {
		if (renderings.some(({ text }) => text === one.text)) continue;
		const second = one.status === "preferred" && renderings.some(({ status }) => status === "preferred");
		if (second)
			remarks.push({ line, column: null, key: "glossarySecondPreferred", values: { rendering: one.text } });
		renderings.push(second ? { ...one, status: "allowed" } : one);
	}
	return { ...entry, renderings };
}

function faultOf({ simplified, traditional, domain, note, renderings }: GlossaryEntry) {
	if (simplified === "" && traditional === "") return { key: "glossaryNoSource" };
	const texts = [simplified, traditional, domain, note];
	for (const one of renderings) texts.push(one.text, one.note, one.authority);
	for (const text of texts) {
		const check = checkText(text);
		if (!check.ok) return { key: check.key };
	}
	return renderings.some(({ text }) => text === "") ? { key: "glossaryNoRendering" } : null;
}
