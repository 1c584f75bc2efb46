/** Another glossary has only those passages looked at again that it can concern, and finds what a whole look finds. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RenderingStatus } from "#lib/core/terms/term.ts";
import type { Actor } from "#lib/server/access.ts";
import { bringUpToDate } from "#lib/server/checking/bring-up-to-date.ts";
import { checkedHead } from "#lib/server/checking/rules.ts";
import { closeDatabase, pool } from "#lib/server/db.ts";
import { changeTerm, createTerm, deleteTerm } from "#lib/server/glossary/change.ts";
import { makeDocument, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

let owner: Actor;

beforeAll(async () => {
	process.env["DATABASE_URL"] = (await testDatabase()).url;
	owner = await makePerson("Mei Sato");
});
afterAll(closeDatabase);

const rows: RowTexts[] = [
	[["港务局昨天开会。"], ["The Harbour Bureau met yesterday."]],
	[["港務局的決定很快。"], ["The decision of the Port Authority was quick."]],
	[["灯塔亮了。"], ["The Harbour Bureau lit the lighthouse."]],
	[["船来了。"], ["The ship came."]],
	[["港务局船队出海。"], ["The fleets of the Port Affairs Office put to sea."]],
	[["他睡了。"], ["He slept."]],
];

const rendering = (text: string, status: RenderingStatus, alwaysWrong = false) => ({
	text,
	status,
	note: "",
	authority: "",
	alwaysWrong,
});
const term = (simplified: string, ...renderings: ReturnType<typeof rendering>[]) => ({
	simplified,
	traditional: "",
	domain: "",
	note: "",
	renderings,
});
const bureau = term("港务局", rendering("Harbour Bureau", "preferred"));

const looked = async (documentId: string) => (await bringUpToDate(await checkedHead(documentId))).looked;
async function kept(documentId: string) {
	const found = await pool().query(
		`SELECT "passageId", "findings", "terms", "rules" FROM "CheckedPassage" WHERE "documentId" = $1 ORDER BY 1`,
		[documentId],
	);
	return found.rows;
}

type Change = (projectId: string, termId: string) => Promise<unknown>;
const create =
	(...words: Parameters<typeof term>): Change =>
	(projectId) =>
		createTerm(owner, projectId, term(...words));
const change =
	(...words: Parameters<typeof term>): Change =>
	(projectId, id) =>
		changeTerm(owner, projectId, id, { ...term(...words), version: 1 });

test.each<[string, number, Change]>([
	["a term that no passage has", 0, create("总督", rendering("governor", "preferred"))],
	["a term of one source", 1, create("灯塔", rendering("beacon", "preferred"))],
	["a longer term around the one there is", 1, create("港务局船队", rendering("port fleet", "preferred"))],
	["a wording that is wrong everywhere", 1, create("水手", rendering("slept", "forbidden", true))],
	["a term that shares its wording", 2, create("码头局", rendering("Harbour Bureau", "allowed"))],
	["another preferred rendering", 4, change("港务局", rendering("Port Authority", "preferred"))],
	["another source", 4, change("灯塔", rendering("Harbour Bureau", "preferred"))],
	[
		"the last term that is taken away",
		4,
		(projectId, id) => deleteTerm(owner, projectId, id, { version: 1 }),
	],
])("%s has %i passages looked at", async (_name, passages, act) => {
	const projectId = await makeProject([owner, "owner"]);
	const { term: first } = await createTerm(owner, projectId, bureau);
	const documentId = await makeDocument(owner, projectId, rows);
	expect(await looked(documentId)).toBe(rows.length);
	await act(projectId, first.id);
	expect(await looked(documentId)).toBe(passages);
	const after = await kept(documentId);
	await pool().query(`DELETE FROM "CheckedPassage" WHERE "documentId" = $1`, [documentId]);
	await pool().query(`UPDATE "CheckedDocument" SET "rules" = '' WHERE "documentId" = $1`, [documentId]);
	expect(await looked(documentId)).toBe(rows.length);
	expect(after).toEqual(await kept(documentId));
});
