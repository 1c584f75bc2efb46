/** The official terms that a glossary can begin with. */
import type { PoolClient } from "pg";
import { type Actor, requireProject } from "../access.ts";
import { newId } from "../new-id.ts";
import { inTransaction } from "../revision-log/transaction.ts";
import { requireRoom } from "./change.ts";
import { addTerms, raiseGlossary } from "./stored.ts";

/** Adds those that the project does not have; one with the same source stays as the project's people wrote it. */
export async function addStarter(actor: Actor, projectId: string): Promise<{ added: number }> {
	await requireProject(actor, projectId, "glossary.edit");
	return await inTransaction(async (client) => ({
		added: await copyStarter(client, projectId, actor.userId),
	}));
}

/** The same for whoever has made the project just now. */
export async function copyStarter(client: PoolClient, projectId: string, userId: string): Promise<number> {
	await raiseGlossary(client, projectId);
	const { starterTerms } = await import("#lib/core/terms/starter/starter-terms.ts");
	const terms = starterTerms().map((term) => ({ ...term, id: newId() }));
	await requireRoom(client, projectId, terms.length);
	return (await addTerms(client, projectId, userId, "starter", terms)).length;
}

/** The glossary is the official terms and nothing else, as in a new project. */
export async function beginAnew(projectId: string, userId: string): Promise<void> {
	await inTransaction(async (client) => {
		await client.query(`DELETE FROM "Term" WHERE "projectId" = $1`, [projectId]);
		await copyStarter(client, projectId, userId);
	});
}
