/** Dismissing findings, mending all of a kind, and doing without a check. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { StoredOperation } from "#lib/core/document/operations/registry.ts";
import { plainSettings } from "#lib/core/qa/settings.ts";
import type { Fixed, FixPreview } from "#lib/core/qa/wire.ts";
import type { Actor, Role } from "#lib/server/access.ts";
import { ChangedCheckSettings, changeCheckSettings, readCheckSettings } from "#lib/server/check-settings.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { DismissFindings, dismissFindings, takeBackDismissals } from "#lib/server/dismissals.ts";
import { readFindings } from "#lib/server/findings.ts";
import { FixFindings, fixFindings } from "#lib/server/fix-findings.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation, undo } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { ProjectFindingsQuery, readProjectFindings } from "#lib/server/project-findings.ts";
import { makeDocument, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

vi.mock("#lib/core/qa/registry.ts", async () => await import("./findings-checks.ts"));
vi.mock("#lib/server/checking/check-names.ts", async () => await import("./findings-checks.ts"));

const people: Record<string, Actor> = {};
let owner: Actor;
let stranger: Actor;
let projectId: string;

beforeAll(async () => {
	process.env["DATABASE_URL"] = (await testDatabase()).url;
	for (const role of ["owner", "lead", "reviewer", "reader"]) people[role] = await makePerson(`A ${role}`);
	owner = people["owner"] as Actor;
	stranger = await makePerson("Nobody here");
	projectId = await project();
});
afterAll(closeDatabase);

const project = () =>
	makeProject(...Object.entries(people).map(([role, who]) => [who, role as Role] as [Actor, Role]));
const rows: RowTexts[] = [
	[["船来了。"], ["The teh boat, teh one."]],
	[["结束。"], ["The end."]],
	[["船走了。"], ["The teh boat."]],
];
const found = async (documentId: string) => {
	const { total, dismissed, passages } = await readFindings(owner, documentId);
	const all = passages.flatMap(({ findings }) => findings);
	return { total, dismissed, all };
};
const dismiss = (actor: Actor, which: object, more: object = {}, id = projectId) =>
	dismissFindings(actor, id, DismissFindings.parse({ key: newId(), which, reason: "intended", ...more }));
const named = ({ segment, fingerprint }: { segment: string; fingerprint: string }) => ({
	segment,
	fingerprint,
});
async function edit(documentId: string, place: number, text: string): Promise<void> {
	const segment = (await readWindow(owner, documentId, {})).rows[place]?.target[0];
	const operation = { type: "edit", segment: segment?.id, version: segment?.version, text };
	await performOperation(owner, documentId, { key: newId(), operation: StoredOperation.parse(operation) });
}
const textsOf = async (documentId: string) =>
	(await readWindow(owner, documentId, {})).rows.map(({ target }) => target[0]?.text);

test("a dismissal holds for exactly this text, is seen by others, and comes back with the text", async () => {
	const documentId = await makeDocument(owner, projectId, rows);
	const { all } = await found(documentId);
	const [first] = all;
	if (!first) throw new Error("nothing was found");
	const which = { kind: "these", documentId, findings: [named(first)] };
	await dismiss(people["reviewer"] as Actor, which, { reason: "other", note: " As in the poem. " });
	const after = await found(documentId);
	expect(after).toMatchObject({ total: 2, dismissed: 1 });
	expect(after.all.map(({ dismissal }) => dismissal)).toMatchObject([
		{ reason: "other", note: "As in the poem.", by: "A reviewer" },
		null,
		null,
	]);
	await edit(documentId, 0, "The teh boat, teh other one.");
	expect(await found(documentId)).toMatchObject({ total: 3, dismissed: 0 });
	await undo(owner, documentId, newId());
	expect(await found(documentId)).toMatchObject({ total: 2, dismissed: 1 });
});

test("what was dismissed is taken back, by itself or with those dismissed together", async () => {
	const documentId = await makeDocument(owner, projectId, rows);
	const key = newId();
	const which = { kind: "check", documentId, check: "teh" };
	expect(await dismiss(owner, which, { key })).toEqual({ batch: key, dismissed: 3 });
	expect(await dismiss(owner, which, { key })).toEqual({ batch: key, dismissed: 3 });
	const { all } = await found(documentId);
	const [id = ""] = all.flatMap(({ dismissal }) => dismissal?.id ?? []);
	expect(await takeBackDismissals(owner, projectId, { ids: [id] })).toEqual({ takenBack: 1 });
	expect(await found(documentId)).toMatchObject({ total: 1, dismissed: 2 });
	expect(await takeBackDismissals(owner, projectId, { batch: key })).toEqual({ takenBack: 2 });
	expect(await found(documentId)).toMatchObject({ total: 3, dismissed: 0 });
	expect(await dismiss(owner, which)).toMatchObject({ dismissed: 3 });
});

test.each([
	["document", 3, 0],
	["project", 3, 3],
] as const)("all that say the same are dismissed in the %s", async (within, here, there) => {
	const id = await project();
	const [one, other] = [await makeDocument(owner, id, rows), await makeDocument(owner, id, rows)];
	const sample = (await found(one)).all[0];
	if (!sample) throw new Error("nothing was found");
	await dismiss(owner, { kind: "alike", documentId: one, finding: named(sample), within }, {}, id);
	expect((await found(one)).dismissed).toBe(here);
	expect((await found(other)).dismissed).toBe(there);
});

test("what is gone meanwhile is not dismissed, nor what another document holds", async () => {
	const documentId = await makeDocument(owner, projectId, rows);
	const findings = (await found(documentId)).all.slice(2).map(named);
	await edit(documentId, 2, "The boat.");
	const which = { kind: "these", documentId, findings };
	await expect(dismiss(owner, which)).rejects.toMatchObject({ key: "findingsGone" });
	const elsewhere = await makeDocument(owner, await project(), rows);
	await expect(dismiss(owner, { ...which, documentId: elsewhere })).rejects.toMatchObject({
		key: "notFound",
	});
});

test.each([
	["reader", "forbidden"],
	["stranger", "notFound"],
])("a %s dismisses, takes back and mends nothing: %s", async (who, key) => {
	const actor = people[who] ?? stranger;
	const documentId = await makeDocument(owner, projectId, rows);
	const which = { kind: "check", documentId, check: "teh" };
	await expect(dismiss(actor, which)).rejects.toMatchObject({ key });
	await expect(takeBackDismissals(actor, projectId, { batch: newId() })).rejects.toMatchObject({ key });
	const fix = FixFindings.parse({ check: "teh", documentId, preview: true });
	await expect(fixFindings(actor, projectId, fix)).rejects.toMatchObject({ key });
});

test("all of a kind are mended across documents as one revision each, but for those not ticked or changed since", async () => {
	const id = await project();
	const [one, other] = [await makeDocument(owner, id, rows), await makeDocument(owner, id, rows)];
	const kind = { check: "teh", documentId: null };
	const preview = (await fixFindings(owner, id, FixFindings.parse({ ...kind, preview: true }))) as FixPreview;
	expect(preview.fixes).toHaveLength(6);
	const chosen = preview.fixes
		.filter(({ documentId, index }) => !(documentId === other && index === 2))
		.map(({ documentId, version, finding }) => [documentId, finding.segment, version, finding.fingerprint]);
	await edit(one, 2, "A teh boat.");
	const done = (await fixFindings(owner, id, FixFindings.parse({ ...kind, key: newId(), chosen }))) as Fixed;
	expect(done).toMatchObject({ changed: 2, skipped: 1 });
	expect(await textsOf(one)).toEqual(["The the boat, the one.", "The end.", "A teh boat."]);
	expect(await textsOf(other)).toEqual(["The the boat, the one.", "The end.", "The teh boat."]);
	await undo(owner, other, newId());
	expect(await textsOf(other)).toEqual(rows.map(([, [text]]) => text));
});

test("a project does without a check, or one thing it says, and others see what is left", async () => {
	const id = await project();
	const documentId = await makeDocument(owner, id, rows);
	expect(await readCheckSettings(people["reader"] as Actor, id)).toEqual(plainSettings);
	const off = [{ check: "teh", key: "wrong" }];
	await changeCheckSettings(
		people["lead"] as Actor,
		id,
		ChangedCheckSettings.parse({ off: [...off, ...off] }),
	);
	expect(await readFindings(owner, documentId)).toMatchObject({ total: 0, settings: { off } });
	const style = { ...plainSettings.style, spelling: "british" as const };
	await changeCheckSettings(owner, id, { style });
	expect(await readCheckSettings(owner, id)).toEqual({ off, style });
	await changeCheckSettings(owner, id, { off: [] });
	expect(await found(documentId)).toMatchObject({ total: 3 });
	await expect(changeCheckSettings(people["reviewer"] as Actor, id, { off: [] })).rejects.toMatchObject({
		key: "forbidden",
	});
});

test.each([
	{ off: [{ check: "no-such", key: null }] },
	{ off: [{ check: "teh", key: "no-such" }] },
	{ style: { spelling: "british" } },
	{ other: true },
])("%j is no setting", (settings) => {
	expect(ChangedCheckSettings.safeParse(settings).success).toBe(false);
});

test("a project's findings are counted over its documents, and listed with the texts around them", async () => {
	const id = await project();
	const [one, other] = [await makeDocument(owner, id, rows), await makeDocument(owner, id, rows.slice(1))];
	const read = async (query: object = {}) =>
		await readProjectFindings(people["reader"] as Actor, id, ProjectFindingsQuery.parse(query));
	const all = await read();
	expect(all).toMatchObject({ counting: null, total: 4, dismissed: 0, listed: 4 });
	expect(all.documents.map(({ id, minor }) => [id, minor])).toEqual([
		[other, 1],
		[one, 3],
	]);
	expect(all.findings.map(({ documentId, index, text }) => [documentId, index, text])).toEqual([
		[other, 1, "The teh boat."],
		[one, 0, "The teh boat, teh one."],
		[one, 0, "The teh boat, teh one."],
		[one, 2, "The teh boat."],
	]);
	expect((await read({ document: one, offset: "1" })).findings.map(({ index }) => index)).toEqual([0, 2]);
	expect(await read({ document: one })).toMatchObject({
		total: 3,
		listed: 3,
		documents: [{ id: other }, { id: one }],
	});
	expect(await read({ severity: "critical" })).toMatchObject({ total: 4, listed: 0, documents: [] });
	const fixableBy = async (person: Actor, query: object = {}) =>
		(await readProjectFindings(person, id, ProjectFindingsQuery.parse(query))).fixable;
	expect(await fixableBy(people["reader"] as Actor)).toEqual([]);
	expect(await fixableBy(people["reviewer"] as Actor)).toEqual([{ check: "teh", open: 4 }]);
	expect(await fixableBy(owner, { document: one })).toEqual([{ check: "teh", open: 3 }]);
	await expect(readProjectFindings(stranger, id, ProjectFindingsQuery.parse({}))).rejects.toMatchObject({
		key: "notFound",
	});
});
