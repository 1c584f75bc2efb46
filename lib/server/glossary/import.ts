/** Taking in a glossary from a file: shown first, then done as one. */
import { z } from "zod";
import type { GlossaryEntry, GlossaryFile } from "#lib/core/terms/formats/contract.ts";
import { type Merging, merging } from "#lib/core/terms/merging.ts";
import type { Term } from "#lib/core/terms/term.ts";
import type { WireGlossaryImport } from "#lib/core/terms/wire.ts";
import { type Actor, requireProject } from "../access.ts";
import { AppError } from "../errors.ts";
import { tooHeavy } from "../files/read-in-thread.ts";
import { readBytes } from "../request-body.ts";
import { inTransaction } from "../revision-log/transaction.ts";
import type { GlossaryTask } from "../threads/glossary.ts";
import { inThread, ThreadExhausted } from "../threads/in-thread.ts";
import { FileName } from "../uploads.ts";
import { requireRoom } from "./change.ts";
import { mostRenderings, TermWords, withBothScripts } from "./input.ts";
import { addTerms, raiseGlossary, readGlossary, rewriteTerms } from "./stored.ts";

/** Bytes of a file. */
export const glossaryFileLimit = 8 * 1024 * 1024;
/** Megabytes of the heap in which any file is read. */
const readingMemory = 192;
/** Terms of each kind that are shown before they are taken in. */
const mostShown = 500;

export const GlossaryFileQuery = z.strictObject({
	name: FileName,
	/** Takes it in, if the glossary is still the version that it was held against. */
	onto: z
		.string()
		.regex(/^\d{1,9}$/)
		.transform(Number)
		.optional(),
});
export type GlossaryFileQuery = z.infer<typeof GlossaryFileQuery>;

/** Throws `conflict` where the glossary was changed since it was shown, and `refused` with a file that has problems. */
export async function importGlossary(
	actor: Actor,
	projectId: string,
	{ name, onto }: GlossaryFileQuery,
	request: Request,
): Promise<WireGlossaryImport> {
	await requireProject(actor, projectId, "glossary.edit");
	const file = await readFile(name, await readBytes(request, glossaryFileLimit));
	const { terms, problems } = await checked(file.terms, file.problems);
	const { remarks } = file;
	if (onto === undefined || problems.length > 0) {
		const { version, terms: known } = await readGlossary(projectId);
		return { ...told(merging(known, terms)), version, applied: false, problems, remarks };
	}
	return await inTransaction(async (client) => {
		const version = await raiseGlossary(client, projectId);
		if (version !== onto + 1) throw new AppError("conflict", "conflict");
		const made = merging((await readGlossary(projectId, client)).terms, terms);
		await requireRoom(client, projectId, made.added.length);
		await addTerms(client, projectId, actor.userId, "import", made.added);
		if (made.changed.length > 0)
			await rewriteTerms(
				client,
				projectId,
				actor.userId,
				made.changed.map(({ after }) => after),
			);
		return { ...told(made), version, applied: true, problems, remarks };
	});
}

async function readFile(name: string, glossary: Uint8Array): Promise<GlossaryFile> {
	try {
		const task: GlossaryTask = { glossary, name };
		return await inThread<GlossaryFile>("glossary", task, {}, { megabytes: readingMemory });
	} catch (error) {
		throw error instanceof ThreadExhausted ? tooHeavy() : error;
	}
}

/** With both scripts, and within the limits of what a project keeps. */
async function checked(entries: readonly GlossaryEntry[], found: GlossaryFile["problems"]) {
	const problems = [...found];
	const terms = new Map<string, Term>();
	for (const entry of entries) {
		const parsed = TermWords.safeParse(entry);
		const source = entry.simplified || entry.traditional;
		if (parsed.success) {
			const term = await withBothScripts(parsed.data);
			if (!terms.has(term.simplified)) terms.set(term.simplified, term);
			else
				problems.push({
					line: 0,
					column: null,
					key: "glossaryTwiceInScripts",
					values: { term: term.simplified },
				});
		} else
			problems.push({
				line: 0,
				column: null,
				key: "glossaryLimits",
				values: { term: source.slice(0, 40), most: mostRenderings },
			});
	}
	return { terms: [...terms.values()], problems: problems.slice(0, 100) };
}

const told = ({ added, changed, same }: Merging) => ({
	added: added.slice(0, mostShown),
	changed: changed.slice(0, mostShown),
	same,
	totals: { added: added.length, changed: changed.length },
});
