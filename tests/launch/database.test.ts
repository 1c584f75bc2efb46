import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "#tests/setup/database.ts";

const appendOnly = ["Revision", "Fact", "RevisionSegment", "Lineage"];

let owner: pg.Client;
let application: pg.Client;

beforeAll(async () => {
	const { url, ownerUrl } = await testDatabase();
	owner = new pg.Client({ connectionString: ownerUrl });
	application = new pg.Client({ connectionString: url, options: "-c role=duizhao_app" });
	await owner.connect();
	await application.connect();
	await application.query(`
		INSERT INTO "Project" ("id", "name") VALUES ('p', 'P');
		INSERT INTO "Document" ("id", "projectId", "title", "sourceLanguage", "targetLanguage", "origins", "labels", "createdById")
			VALUES ('d', 'p', 'D', 'zh-Hans', 'en', '[]', '[]', 'u');
		INSERT INTO "Revision" ("documentId", "number", "projectId", "actorId", "at", "type", "operation", "inverse", "hash")
			VALUES ('d', 1, 'p', 'u', now(), 'edit', '{}', '{}', 'h');
		INSERT INTO "Fact" ("documentId", "number", "ordinal", "kind", "source", "target", "standing")
			VALUES ('d', 1, 0, 'review', 's', 't', true);
		INSERT INTO "RevisionSegment" ("documentId", "segmentId", "number") VALUES ('d', 's', 1);
		INSERT INTO "Lineage" ("documentId", "number", "ordinal", "fromId", "fromAt", "toId", "toAt")
			VALUES ('d', 1, 0, 'a', 0, 'b', 0);
	`);
});

afterAll(async () => {
	await application.end();
	await owner.end();
});

describe.each(appendOnly)("%s is append-only", (table) => {
	const changes = [`UPDATE "${table}" SET "number" = 7`, `DELETE FROM "${table}"`, `TRUNCATE "${table}"`];

	test.each(changes)("the application may not %s, purge or not", async (change) => {
		await expect(application.query(change)).rejects.toThrow("permission denied");
		await application.query("BEGIN; SET LOCAL duizhao.purge = 'on'");
		await expect(application.query(change)).rejects.toThrow("permission denied");
		await application.query("ROLLBACK");
	});

	test.each(changes)("the owner is refused %s too", async (change) => {
		await expect(owner.query(change)).rejects.toThrow("append-only");
	});

	test("only a purge that says so deletes, and not even it updates", async () => {
		await owner.query("BEGIN; SET LOCAL duizhao.purge = 'on'");
		const { rowCount } = await owner.query(`DELETE FROM "${table}"`);
		await owner.query("ROLLBACK; BEGIN; SET LOCAL duizhao.purge = 'on'");
		await expect(owner.query(`UPDATE "${table}" SET "number" = 7`)).rejects.toThrow("append-only");
		await owner.query("ROLLBACK");
		expect(rowCount).toBe(1);
		await expect(owner.query(`DELETE FROM "${table}"`)).rejects.toThrow("append-only");
	});
});

test.each([
	`CREATE TABLE "other" ("id" text)`,
	`ALTER TABLE "Revision" DISABLE TRIGGER ALL`,
	`DROP TABLE "Revision"`,
	`DROP FUNCTION refuse_change()`,
	`DELETE FROM "_prisma_migrations"`,
	`SET session_replication_role = 'replica'`,
])("the application may not %s", async (statement) => {
	await expect(application.query(statement)).rejects.toThrow(/permission denied|must be owner/);
});

test.each([
	[
		`INSERT INTO "Membership" ("projectId", "userId", "role") VALUES ('p', 'u', 'king')`,
		"Membership_role_check",
	],
	[`UPDATE "Document" SET "id" = 'e'`, "violates"],
	[`DELETE FROM "Document"`, "violates"],
	[
		`INSERT INTO "Passage" ("documentId", "id", "projectId", "rank", "link", "state") VALUES ('d', 'x', 'p', 'a', 'loose', 'draft')`,
		"Passage_link_check",
	],
	[
		`INSERT INTO "Passage" ("documentId", "id", "projectId", "rank", "link", "state") VALUES ('none', 'x', 'p', 'a', 'stale', 'draft')`,
		"Passage_documentId_fkey",
	],
	[
		`INSERT INTO "Segment" ("documentId", "id", "projectId", "side", "kind", "paragraphStart", "rank", "text", "version")
			VALUES ('none', 'x', 'p', 'target', 'body', false, 'a', 't', 1)`,
		"Segment_documentId_fkey",
	],
	[
		`INSERT INTO "Fact" ("documentId", "number", "ordinal", "kind", "source", "target", "standing")
			VALUES ('d', 2, 0, 'link', 's', 't', true), ('none', 2, 0, 'link', 's', 't', true)`,
		"Fact_documentId_fkey",
	],
	[
		`INSERT INTO "RevisionSegment" ("documentId", "segmentId", "number") VALUES ('none', 's', 1)`,
		"RevisionSegment_documentId_fkey",
	],
])("the database refuses %s", async (statement, reason) => {
	await expect(application.query(statement)).rejects.toThrow(reason);
});

describe("a document that has nothing but passages", () => {
	const passage = `INSERT INTO "Passage" ("documentId", "id", "projectId", "rank", "link", "state") VALUES ('e', 'x', 'p', 'a', 'stale', 'draft')`;
	beforeAll(async () => {
		await owner.query(`INSERT INTO "Document" ("id", "projectId", "title", "sourceLanguage", "targetLanguage", "origins", "labels", "createdById")
			VALUES ('e', 'p', 'E', 'zh-Hans', 'en', '[]', '[]', 'u')`);
	});

	test("is not deleted while somebody writes the first of them", async () => {
		await application.query(`BEGIN; ${passage}`);
		const refused = expect(owner.query(`DELETE FROM "Document" WHERE "id" = 'e'`)).rejects.toThrow(
			"Passage_documentId_fkey",
		);
		await application.query("COMMIT");
		await refused;
	});

	test.each([
		`DELETE FROM "Document" WHERE "id" = 'e'`,
		`UPDATE "Document" SET "id" = 'f' WHERE "id" = 'e'`,
		`UPDATE "Passage" SET "documentId" = 'd' WHERE "documentId" = 'e'`,
	])("not even the owner may %s", async (statement) => {
		await expect(owner.query(statement)).rejects.toThrow("Passage_documentId_fkey");
	});

	test("goes when they are gone", async () => {
		await owner.query(`DELETE FROM "Passage" WHERE "documentId" = 'e'`);
		expect((await owner.query(`DELETE FROM "Document" WHERE "id" = 'e'`)).rowCount).toBe(1);
	});
});

test("a fact's digest is the md5 of kind, source and target", async () => {
	const { rows } = await application.query(`SELECT "digest" = md5('review|s|t') AS "same" FROM "Fact"`);
	expect(rows).toEqual([{ same: true }]);
});

test("ranks sort by code point", async () => {
	const { rows } = await owner.query(
		`SELECT table_name, collation_name FROM information_schema.columns WHERE column_name = 'rank' ORDER BY 1`,
	);
	expect(rows).toEqual(["Passage", "Segment"].map((table_name) => ({ table_name, collation_name: "C" })));
});
