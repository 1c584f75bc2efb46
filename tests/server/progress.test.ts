/** What a document says of its own progress. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { StoredOperation } from "#lib/core/document/operations/registry.ts";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation } from "#lib/server/operations.ts";
import { readOutline } from "#lib/server/outline.ts";
import { readWindow } from "#lib/server/passages.ts";
import { makeDocument, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

let owner: Actor;
let projectId: string;

beforeAll(async () => {
	process.env["DATABASE_URL"] = (await testDatabase()).url;
	owner = await makePerson();
	projectId = await makeProject([owner, "owner"]);
});
afterAll(closeDatabase);

const both: RowTexts = [["海风来了。"], ["A sea wind came."]];
const sourceOnly: RowTexts = [["船也来了。"], []];
const targetOnly: RowTexts = [[], ["It blew."]];

test.each<[name: string, rows: RowTexts[], confirmed: number[], progress: object]>([
	["whole, nothing reviewed", [both, both], [], { done: 0, total: 8, unit: "words", empty: 0 }],
	["whole, one reviewed", [both, both], [0], { done: 4, total: 8, unit: "words", empty: 0 }],
	["a rendering is missing", [both, sourceOnly], [0], { done: 4, total: 4, unit: "words", empty: 1 }],
	[
		"most are missing",
		[both, sourceOnly, sourceOnly],
		[0],
		{ done: 5, total: 15, unit: "characters", empty: 2 },
	],
	["confirmed to have none", [both, sourceOnly], [0, 1], { done: 4, total: 4, unit: "words", empty: 0 }],
	["English alone", [targetOnly, targetOnly], [1], { done: 2, total: 4, unit: "words", empty: 0 }],
	["Chinese alone", [sourceOnly, sourceOnly], [], { done: 0, total: 10, unit: "characters", empty: 2 }],
])("%s", async (_name, rows, confirmed, progress) => {
	const documentId = await makeDocument(owner, projectId, rows);
	const shown = (await readWindow(owner, documentId, {})).rows;
	for (const index of confirmed) {
		const row = shown[index];
		const exact = (segments: readonly { id: string; version: number }[] = []) =>
			segments.map(({ id, version }) => [id, version]);
		const operation = {
			type: "confirm",
			kinds: ["link", "review"],
			rows: [{ id: row?.id, source: exact(row?.source), target: exact(row?.target) }],
		};
		await performOperation(owner, documentId, { key: newId(), operation: StoredOperation.parse(operation) });
	}
	expect((await readOutline(owner, documentId)).words).toEqual(progress);
});
