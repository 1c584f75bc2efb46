/** Slips of English are found in a job, kept beside the other findings, and no text is read twice. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { StoredOperation } from "#lib/core/document/operations/registry.ts";
import type { Actor } from "#lib/server/access.ts";
import { changeCheckSettings } from "#lib/server/check-settings.ts";
import { checkNow } from "#lib/server/checking/ask-for-check.ts";
import { checkedHead } from "#lib/server/checking/rules.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { dismissFindings } from "#lib/server/dismissals.ts";
import { FindingsQuery, readFindings } from "#lib/server/findings.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { ProjectFindingsQuery, readProjectFindings } from "#lib/server/project-findings.ts";
import { addProjectWord } from "#lib/server/project-words.ts";
import { makeDocument, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

const read: string[] = [];

vi.mock("#lib/server/read-english.ts", async (actual) => {
	const { readEnglish } = await actual<typeof import("#lib/server/read-english.ts")>();
	return {
		readEnglish: async (task: Parameters<typeof readEnglish>[0], watch: object) => {
			if (task.texts.some((text) => text.includes("breaks the reader"))) throw new Error("unreachable");
			read.push(...task.texts);
			return await readEnglish(task, watch);
		},
	};
});

let owner: Actor;

beforeAll(async () => {
	process.env["DATABASE_URL"] = (await testDatabase()).url;
	owner = await makePerson("Ines Okoye");
});
afterAll(closeDatabase);
beforeEach(() => {
	read.length = 0;
});

const rows: RowTexts[] = [
	[["政府同意了。"], ["The goverment agreed."]],
	[["船来了。"], ["The boat came."]],
	[["船又来了。"], ["The boat came."]],
	[["他办了一所大学。"], ["He ran an university."]],
];

const newDocument = async (of: readonly RowTexts[] = rows) =>
	await makeDocument(owner, await makeProject([owner, "owner"]), of);
async function check(documentId: string): Promise<void> {
	const { projectId } = await checkedHead(documentId);
	await checkNow(owner, { projectId, documentId }, {});
}
const inEnglish = FindingsQuery.parse({ check: "english" });
const found = async (documentId: string) =>
	(await readFindings(owner, documentId, inEnglish)).passages.map(({ index, findings }) => [
		index,
		...findings.map(({ key, severity, values }) => `${severity} ${key} ${values["found"]}`),
	]);
async function edit(documentId: string, place: number, text: string): Promise<void> {
	const segment = (await readWindow(owner, documentId, {})).rows[place]?.target[0];
	const operation = { type: "edit", segment: segment?.id, version: segment?.version, text };
	await performOperation(owner, documentId, { key: newId(), operation: StoredOperation.parse(operation) });
}

test("what is remarked on English joins the findings once it was read, and till then it says so", async () => {
	const documentId = await newDocument();
	expect(await readFindings(owner, documentId, inEnglish)).toMatchObject({ unread: 4, passages: [] });
	await check(documentId);
	expect(await found(documentId)).toEqual([
		[0, "minor spelling goverment"],
		[3, "minor article an"],
	]);
	const { unread, counts } = await readFindings(owner, documentId);
	expect(unread).toBe(0);
	expect(counts).toContainEqual({ check: "english", severity: "minor", open: 2, dismissed: 0 });
	expect(read.toSorted()).toEqual(["He ran an university.", "The boat came.", "The goverment agreed."]);
}, 30_000);

test("after an edit its text alone is read", async () => {
	const documentId = await newDocument();
	await check(documentId);
	read.length = 0;
	await edit(documentId, 1, "The boat recieved them.");
	expect(await found(documentId)).toEqual([
		[0, "minor spelling goverment"],
		[3, "minor article an"],
	]);
	await check(documentId);
	expect(read).toEqual(["The boat recieved them."]);
	expect(await found(documentId)).toContainEqual([1, "minor spelling recieved"]);
	await check(documentId);
	expect(read).toHaveLength(1);
}, 30_000);

test("a word that the project learned is none at once, and nothing is read again for it", async () => {
	const documentId = await newDocument();
	await check(documentId);
	read.length = 0;
	const { projectId } = await checkedHead(documentId);
	await addProjectWord(owner, projectId, { word: "goverment" });
	expect(await found(documentId)).toEqual([[3, "minor article an"]]);
	await check(documentId);
	expect(read).toEqual([]);
}, 30_000);

test("a dismissed one stays dismissed, here and in the project, when the rules change", async () => {
	const documentId = await newDocument();
	await check(documentId);
	const { projectId } = await checkedHead(documentId);
	const [{ segment, fingerprint } = { segment: "", fingerprint: "" }] =
		(await readFindings(owner, documentId, inEnglish)).passages[0]?.findings ?? [];
	await dismissFindings(owner, projectId, {
		key: newId(),
		which: { kind: "these", documentId, findings: [{ segment, fingerprint }] },
		reason: "intended",
		note: "",
	});
	await addProjectWord(owner, projectId, { word: "boat" });
	const { counts } = await readProjectFindings(owner, projectId, ProjectFindingsQuery.parse({}));
	expect(counts).toContainEqual({ check: "english", severity: "minor", open: 1, dismissed: 1 });
}, 30_000);

test("a text at which the reader breaks keeps nothing from the others, and is not tried for ever", async () => {
	const documentId = await newDocument([...rows, [["坏了。"], ["It breaks the reader."]]]);
	await check(documentId);
	expect(await found(documentId)).toHaveLength(2);
	expect((await readFindings(owner, documentId)).unread).toBe(0);
}, 30_000);

test("where the project does without, nothing is read", async () => {
	const documentId = await newDocument();
	const { projectId } = await checkedHead(documentId);
	await changeCheckSettings(owner, projectId, { off: [{ check: "english", key: null }] });
	expect((await readFindings(owner, documentId)).unread).toBe(0);
	await check(documentId);
	expect(read).toEqual([]);
}, 30_000);

test("a page without English has nothing to be read", async () => {
	const documentId = await newDocument([[["船来了。"], []]]);
	expect((await readFindings(owner, documentId)).unread).toBe(0);
});
