/** Reading a glossary: all of it for checks, a page of it for people, one term. */
import { z } from "zod";
import { isWellFormedText } from "#lib/core/document/text.ts";
import { foldText } from "#lib/core/scripts/fold.ts";
import { foldPattern } from "#lib/core/scripts/fold-pattern.ts";
import { longestQuery } from "#lib/core/search/pattern.ts";
import { renderingStatuses } from "#lib/core/terms/term.ts";
import { type GlossaryPage, type StoredTerm, termOrigins } from "#lib/core/terms/wire.ts";
import { type Actor, requireProject } from "../access.ts";
import { pool } from "../db.ts";
import { AppError } from "../errors.ts";
import { glossaryVersion, readGlossary, readTerms } from "./stored.ts";

/** Terms in one answer. */
const mostListed = 200;

const Whole = z
	.string()
	.regex(/^\d{1,6}$/)
	.transform(Number);
export const GlossaryQuery = z.strictObject({
	/** In either script, or in a rendering. */
	text: z.string().max(longestQuery).refine(isWellFormedText, { error: "text-not-wellformed" }).optional(),
	domain: z.string().max(200).refine(isWellFormedText).optional(),
	/** With a rendering of this status; `none`: without a preferred one. */
	status: z.enum([...renderingStatuses, "none"]).optional(),
	origin: z.enum(termOrigins).optional(),
	offset: Whole.optional(),
	limit: Whole.refine((n) => n >= 1 && n <= mostListed).optional(),
});
export type GlossaryQuery = z.infer<typeof GlossaryQuery>;

/** Chinese readers look a word up by its sound; no database can be relied upon to know that order. */
export const bySound = new Intl.Collator("zh-Hans-u-co-pinyin");

/** The project's terms by the sound of their source, as far as the query finds them. */
export async function listTerms(
	actor: Actor,
	projectId: string,
	{ text = "", domain, status, origin, offset = 0, limit = mostListed }: GlossaryQuery,
): Promise<GlossaryPage> {
	await requireProject(actor, projectId, "project.read");
	const pattern = text.trim() === "" ? null : foldPattern(foldText(text.trim()));
	const [version, found, domains, origins] = await Promise.all([
		glossaryVersion(projectId),
		pool().query<{ id: string; simplified: string }>(
			`SELECT t."id", t."simplified" FROM "Term" t
			WHERE t."projectId" = $1 AND ($2::text IS NULL OR t."domain" = $2) AND ($3::text IS NULL OR t."origin" = $3)
				AND ($4::text IS NULL OR (EXISTS (SELECT FROM "TermRendering" r WHERE r."projectId" = $1
					AND r."termId" = t."id" AND r."status" = CASE $4 WHEN 'none' THEN 'preferred' ELSE $4 END)) = ($4 <> 'none'))
				AND ($5::text IS NULL OR t."simplified" ~ $5 OR t."traditional" ~ $5 OR EXISTS (SELECT FROM "TermRendering" r
					WHERE r."projectId" = $1 AND r."termId" = t."id" AND r."text" ~ $5))`,
			[projectId, domain ?? null, origin ?? null, status ?? null, pattern],
		),
		counted(projectId, "domain"),
		counted(projectId, "origin"),
	]);
	const ordered = found.rows.toSorted(
		(a, b) => bySound.compare(a.simplified, b.simplified) || (a.id < b.id ? -1 : 1),
	);
	return {
		version,
		all: origins.reduce((sum, { terms }) => sum + terms, 0),
		total: ordered.length,
		terms: await readTerms(
			projectId,
			ordered.slice(offset, offset + limit).map(({ id }) => id),
		),
		domains: domains.map(({ value, terms }) => ({ domain: value, terms })),
		origins: origins.map(({ value, terms }) => ({ origin: value, terms })),
	};
}

async function counted(projectId: string, column: "domain" | "origin") {
	const found = await pool().query<{ value: string; terms: number }>(
		`SELECT t."${column}" AS "value", count(*)::int AS "terms" FROM "Term" t WHERE t."projectId" = $1
		GROUP BY 1 ORDER BY 2 DESC, 1`,
		[projectId],
	);
	return found.rows;
}

export async function readTerm(actor: Actor, projectId: string, termId: string): Promise<StoredTerm> {
	await requireProject(actor, projectId, "project.read");
	const [term] = await readTerms(projectId, [termId]);
	if (!term) throw new AppError("not-found", "notFound");
	return term;
}

/** All terms for whoever checks texts elsewhere; null where they have not changed since the version they know. */
export async function allTerms(actor: Actor, projectId: string, known: number | null) {
	await requireProject(actor, projectId, "project.read");
	if (known !== null && known === (await glossaryVersion(projectId))) return null;
	return await readGlossary(projectId);
}
