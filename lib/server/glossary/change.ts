/** Adding, changing and deleting terms. Whatever is changed raises the glossary's number. */
import type { PoolClient } from "pg";
import type { SavedTerm, StoredTerm } from "#lib/core/terms/wire.ts";
import { type Actor, requireProject } from "../access.ts";
import { AppError } from "../errors.ts";
import { inTransaction } from "../revision-log/transaction.ts";
import { mostTerms, type NewTerm, type TermChange, type TermRemoval, withBothScripts } from "./input.ts";
import { addTerms, raiseGlossary, readTerms, rewriteTerms } from "./stored.ts";

/** Throws `conflict` where the project has a term with the same simplified form, and names it. */
export async function createTerm(actor: Actor, projectId: string, input: NewTerm): Promise<SavedTerm> {
	await requireProject(actor, projectId, "glossary.edit");
	const { id, origin = "person", ...words } = input;
	const term = await withBothScripts(words, id);
	return await inTransaction(async (client) => {
		const version = await raiseGlossary(client, projectId);
		await requireRoom(client, projectId, 1);
		const added = await addTerms(client, projectId, actor.userId, origin, [term]);
		if (added.length === 0) throw await taken(client, projectId, term.simplified);
		return await saved(client, projectId, term.id, version);
	});
}

/** Throws `conflict` with both where somebody else changed it in the meantime. */
export async function changeTerm(
	actor: Actor,
	projectId: string,
	termId: string,
	{ version: seen, ...words }: TermChange,
): Promise<SavedTerm> {
	await requireProject(actor, projectId, "glossary.edit");
	const term = await withBothScripts(words, termId);
	return await inTransaction(async (client) => {
		const version = await raiseGlossary(client, projectId);
		const current = await requireTerm(client, projectId, termId);
		if (current.version !== seen) throw new AppError("conflict", "termChanged", { current, yours: term });
		if (await isTaken(client, projectId, term.simplified, termId))
			throw await taken(client, projectId, term.simplified);
		await rewriteTerms(client, projectId, actor.userId, [term]);
		return await saved(client, projectId, termId, version);
	});
}

/** Gone for good; whoever deleted it by mistake makes it again under the same id. */
export async function deleteTerm(
	actor: Actor,
	projectId: string,
	termId: string,
	{ version: seen }: TermRemoval,
): Promise<void> {
	await requireProject(actor, projectId, "glossary.edit");
	await inTransaction(async (client) => {
		await raiseGlossary(client, projectId);
		const current = await requireTerm(client, projectId, termId);
		if (current.version !== seen) throw new AppError("conflict", "termChanged", { current, yours: null });
		await client.query(`DELETE FROM "Term" WHERE "projectId" = $1 AND "id" = $2`, [projectId, termId]);
	});
}

/** Throws `refused` where the glossary would become too large. */
export async function requireRoom(client: PoolClient, projectId: string, more: number): Promise<void> {
	const counted = await client.query<{ terms: number }>(
		`SELECT count(*)::int AS "terms" FROM "Term" WHERE "projectId" = $1`,
		[projectId],
	);
	if ((counted.rows[0]?.terms ?? 0) + more > mostTerms)
		throw new AppError("refused", "tooManyTerms", { most: mostTerms });
}

async function requireTerm(client: PoolClient, projectId: string, termId: string): Promise<StoredTerm> {
	const [term] = await readTerms(projectId, [termId], client);
	if (!term) throw new AppError("not-found", "notFound");
	return term;
}

async function saved(
	client: PoolClient,
	projectId: string,
	termId: string,
	version: number,
): Promise<SavedTerm> {
	return { term: await requireTerm(client, projectId, termId), version };
}

async function isTaken(
	client: PoolClient,
	projectId: string,
	simplified: string,
	but: string,
): Promise<boolean> {
	return (await holderOf(client, projectId, simplified, but)) !== null;
}

async function holderOf(
	client: PoolClient,
	projectId: string,
	simplified: string,
	but = "",
): Promise<string | null> {
	const found = await client.query<{ id: string }>(
		`SELECT "id" FROM "Term" WHERE "projectId" = $1 AND "simplified" = $2 AND "id" <> $3`,
		[projectId, simplified, but],
	);
	return found.rows[0]?.id ?? null;
}

async function taken(client: PoolClient, projectId: string, simplified: string): Promise<AppError> {
	const id = await holderOf(client, projectId, simplified);
	return new AppError("conflict", "termTaken", { source: simplified, id });
}
