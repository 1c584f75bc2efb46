/** What checks know of a project besides the texts, and a name for it: where that is the same, nothing is looked at again. */
import { createHash } from "node:crypto";
import { isMainThread } from "node:worker_threads";
import type { Lexicon } from "#lib/core/align/lexicon/lexicon.ts";
import type { Origin, Side } from "#lib/core/document/model.ts";
import type { Knowledge } from "#lib/core/qa/contract.ts";
import type { Checker } from "#lib/core/qa/run-checks.ts";
import { type CheckSettings, plainSettings } from "#lib/core/qa/settings.ts";
import type { Usage } from "#lib/core/qa/usage/usage.ts";
import type { TermMatcher } from "#lib/core/terms/matcher.ts";
import { pool } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { type ProjectTerms, projectTerms } from "#lib/server/glossary/project-terms.ts";
import { hasLexicon, loadLexicon } from "#lib/server/lexicon.ts";
import { inThread } from "#lib/server/threads/in-thread.ts";
import { codeOfChecks } from "./code.ts";

/** A document as checks see it. */
export interface CheckedHead {
	readonly id: string;
	readonly projectId: string;
	readonly headNumber: number;
	readonly sourceLanguage: string;
	readonly targetLanguage: string;
	readonly origins: readonly Origin[];
	readonly sides: Readonly<Record<Side, boolean>>;
}

export interface Rules {
	readonly name: string;
	readonly settings: CheckSettings;
	readonly checker: Checker;
	readonly terms: TermMatcher;
}

/** What the names of rules begin with that differ in the glossary alone. */
export const exceptGlossary = (name: string): string => name.slice(0, name.indexOf("/") + 1);

export async function checkedHead(documentId: string): Promise<CheckedHead> {
	const [head] = await checkedHeads(`d."id" = $1`, documentId);
	if (!head) throw new AppError("not-found", "notFound");
	return head;
}

/** Those that are there, the last worked on first. */
export async function headsOfProject(projectId: string): Promise<CheckedHead[]> {
	return await checkedHeads(`d."projectId" = $1`, projectId);
}

async function checkedHeads(which: string, value: string): Promise<CheckedHead[]> {
	const found = await pool().query<Omit<CheckedHead, "sides"> & Record<Side, boolean>>(
		`SELECT d."id", d."projectId", d."headNumber", d."sourceLanguage", d."targetLanguage", d."origins",
			EXISTS (SELECT FROM "Segment" WHERE "documentId" = d."id" AND "side" = 'source') AS "source",
			EXISTS (SELECT FROM "Segment" WHERE "documentId" = d."id" AND "side" = 'target') AS "target"
		FROM "Document" d WHERE ${which} AND d."deletedAt" IS NULL ORDER BY d."updatedAt" DESC, d."id"`,
		[value],
	);
	return found.rows.map(({ source, target, ...head }) => ({ ...head, sides: { source, target } }));
}

/** What all documents of a project share. */
export interface ProjectRules {
	readonly settings: CheckSettings;
	readonly words: readonly string[];
	readonly terms: ProjectTerms;
	readonly code: string;
}

export async function projectRules(projectId: string): Promise<ProjectRules> {
	const [settings, words, terms, code] = await Promise.all([
		settingsOf(projectId),
		wordsOf(projectId),
		projectTerms(projectId),
		codeOfChecks(),
	]);
	return { settings, words, terms, code };
}

/** The rules for a document but for what it teaches itself. */
export interface Basis {
	readonly lexicon: Lexicon | null;
	readonly name: string;
	readonly settings: CheckSettings;
	/** Null where no check concerns the document. */
	rulesBy(usage: Usage): Promise<Rules | null>;
}

export async function basisFor(head: CheckedHead, shared?: ProjectRules): Promise<Basis> {
	const { sourceLanguage, targetLanguage, sides } = head;
	const document = { sourceLanguage, targetLanguage, sides };
	const [{ settings, words, terms, code }, lexicon] = await Promise.all([
		shared ?? projectRules(head.projectId),
		lexiconOf(head),
	]);
	const { style } = settings;
	const known: Partial<Knowledge> = { style, terms: terms.matcher, words: new Set(words), lexicon };
	const name = digestOf([code, document, head.origins, style, words, lexicon?.name ?? null]);
	return {
		name,
		settings,
		lexicon,
		async rulesBy(usage) {
			const { loadChecks } = await import("#lib/core/qa/run-checks.ts");
			const checker = await loadChecks(document, { ...known, usage });
			const named = `${digestOf([name, usage])}/${terms.version}`; // see `exceptGlossary`
			return checker && { name: named, settings, checker, terms: terms.matcher };
		},
	};
}

const digestOf = (read: unknown) => createHash("md5").update(JSON.stringify(read)).digest("hex");

export async function settingsOf(projectId: string): Promise<CheckSettings> {
	const found = await pool().query<{ checking: Partial<CheckSettings> }>(
		`SELECT "checking" FROM "Project" WHERE "id" = $1`,
		[projectId],
	);
	const { off = plainSettings.off, style } = found.rows[0]?.checking ?? {};
	return { off, style: { ...plainSettings.style, ...style } };
}

async function wordsOf(projectId: string): Promise<string[]> {
	const found = await pool().query<{ word: string }>(
		`SELECT "word" FROM "ProjectWord" WHERE "projectId" = $1 ORDER BY "word" COLLATE "C"`,
		[projectId],
	);
	return found.rows.map(({ word }) => word);
}

let built: Promise<unknown> | undefined;

/** Read once by a process, in a fifth of a second; where it has to be built first, a thread does. */
async function lexiconOf({ sourceLanguage, targetLanguage }: CheckedHead): Promise<Lexicon | null> {
	if (!hasLexicon(sourceLanguage, targetLanguage)) return null;
	const task = { source: sourceLanguage, target: targetLanguage };
	built ??= isMainThread ? inThread("lexicon", task, {}).catch(() => undefined) : Promise.resolve();
	await built;
	return await loadLexicon(sourceLanguage, targetLanguage);
}
