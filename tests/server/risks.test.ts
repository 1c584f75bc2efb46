/** Which passages of a document are read first. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { StoredOperation } from "#lib/core/document/operations/registry.ts";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { readRisks } from "#lib/server/risks.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

vi.mock("#lib/core/qa/registry.ts", async () => await import("./findings-checks.ts"));
vi.mock("#lib/server/checking/check-names.ts", async () => await import("./findings-checks.ts"));

let owner: Actor;

beforeAll(async () => {
	process.env["DATABASE_URL"] = (await testDatabase()).url;
	owner = await makePerson("Ines Okoye");
});
afterAll(closeDatabase);

test("what has findings comes first, then what is the machine's to its last character, then what somebody worded", async () => {
	const projectId = await makeProject([owner, "owner"]);
	const documentId = await makeDocument(owner, projectId, [
		[["船来了。"], ["The boat has come."]],
		[["结束。"], ["The end."]],
		[["船走了。"], ["The teh boat left."]],
	]);
	const [first] = (await readWindow(owner, documentId, {})).rows;
	const segment = first?.target[0];
	const operation = {
		type: "edit",
		segment: segment?.id,
		version: segment?.version,
		text: "A ship is here now",
	};
	await performOperation(owner, documentId, { key: newId(), operation: StoredOperation.parse(operation) });
	const { headNumber, passages } = await readRisks(owner, documentId);
	expect(headNumber).toBe(2);
	expect(passages.map(({ index }) => index)).toEqual([2, 1, 0]);
	expect(passages[0]?.findings).toBeCloseTo(0.1);
	expect(passages.map(({ machine }) => machine)).toEqual([1, 1, expect.closeTo(0.3, 0)]);
	expect(passages.every(({ days, age }) => days >= 0 && days < 1 && age < 0.1)).toBe(true);
	await expect(readRisks(await makePerson(), documentId)).rejects.toMatchObject({ key: "notFound" });
});
