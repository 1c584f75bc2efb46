/** Earlier versions on a real Postgres: passages and documents brought back, and single revisions taken back. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RestorePreview, WireRow } from "#lib/core/document/wire.ts";
import type { Actor } from "#lib/server/access.ts";
import { AttachSide, requestAttach } from "#lib/server/attach-side.ts";
import { postComment } from "#lib/server/comments/post.ts";
import { readThread } from "#lib/server/comments/read.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { newId } from "#lib/server/new-id.ts";
import { PostOperation, performOperation, redo, undo } from "#lib/server/operations.ts";
import { documentHead, readWindow } from "#lib/server/passages.ts";
import { RestoreDocument, type Restored, requestRestore } from "#lib/server/restore.ts";
import { revert } from "#lib/server/revert.ts";
import { segmentHistory } from "#lib/server/revisions.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { namedVersions } from "#lib/server/versions.ts";
import { makeDocument, makePerson, makeProject, plainRows } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

let owner: Actor;
let reviewer: Actor;
let other: Actor;
let projectId: string;

beforeAll(async () => {
	process.env["DATABASE_URL"] = (await testDatabase()).url;
	owner = await makePerson("Ines Okoye");
	reviewer = await makePerson("Bo Lind");
	other = await makePerson("Ana Ruiz");
	projectId = await makeProject([owner, "owner"], [reviewer, "reviewer"], [other, "reviewer"]);
});
afterAll(closeDatabase);

const rowsOf = async (documentId: string) => (await readWindow(owner, documentId, { limit: 500 })).rows;
const plain = (rows: readonly WireRow[]) =>
	rows.map(({ id, source, target, state, link }) => ({
		id,
		source: source.map(({ id: name, text, version }) => [name, text, version]),
		target: target.map(({ id: name, text, version, draft }) => [name, text, version, draft]),
		state,
		link,
	}));
const does = async (actor: Actor, documentId: string, operation: object) =>
	await performOperation(actor, documentId, PostOperation.parse({ key: newId(), operation }));

async function edit(actor: Actor, documentId: string, index: number, text: string, side = "target" as const) {
	const segment = (await rowsOf(documentId))[index]?.[side][0];
	return await does(actor, documentId, {
		type: "edit",
		segment: segment?.id,
		version: segment?.version,
		text,
	});
}

const shape = (row: WireRow | undefined) => ({
	id: row?.id,
	source: row?.source.map(({ id }) => id),
	target: row?.target.map(({ id }) => id),
});
async function merge(actor: Actor, documentId: string, index: number) {
	const rows = await rowsOf(documentId);
	return await does(actor, documentId, { type: "merge", rows: [shape(rows[index]), shape(rows[index + 1])] });
}
async function split(actor: Actor, documentId: string, index: number) {
	const segment = (await rowsOf(documentId))[index]?.target[0];
	const at = { at: 9, draftAt: 9, id: newId() };
	return await does(actor, documentId, {
		type: "split",
		segment: segment?.id,
		version: segment?.version,
		...at,
	});
}
async function swap(actor: Actor, documentId: string, index: number) {
	const [first, second] = (await rowsOf(documentId))[index]?.target ?? [];
	return await does(actor, documentId, { type: "swap", segments: [first?.id, second?.id] });
}
async function confirm(actor: Actor, documentId: string, index: number) {
	const row = (await rowsOf(documentId))[index];
	const exact = (segments: readonly { id: string; version: number }[] = []) =>
		segments.map(({ id, version }): [string, number] => [id, version]);
	const rows = [{ id: row?.id, source: exact(row?.source), target: exact(row?.target) }];
	return await does(actor, documentId, { type: "confirm", kinds: ["link", "review"], rows });
}

const asked = (input: object) => RestoreDocument.parse({ key: newId(), ...input });
async function restored(documentId: string, input: object, actor = reviewer): Promise<Restored> {
	const made = await requestRestore(actor, documentId, asked(input));
	if (!("changed" in made)) throw new TypeError("this was a preview, or long");
	return made;
}
const preview = async (documentId: string, input: object) =>
	(await requestRestore(reviewer, documentId, asked({ ...input, preview: true }))) as RestorePreview;
const sound = async (documentId: string) =>
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);

/** A review, then a text, a cut, passages put together, renderings that change places. */
async function worked(): Promise<string> {
	const documentId = await makeDocument(owner, projectId);
	await confirm(reviewer, documentId, 1);
	await edit(reviewer, documentId, 1, "Another text altogether.");
	await split(other, documentId, 2);
	await merge(reviewer, documentId, 3);
	await swap(reviewer, documentId, 3);
	return documentId;
}

test("a whole document comes back: texts, pairing, order and what was said of them; undo and redo lead over it", async () => {
	const documentId = await makeDocument(owner, projectId);
	await confirm(reviewer, documentId, 1);
	const was = plain(await rowsOf(documentId));
	await edit(reviewer, documentId, 1, "Another text altogether.");
	await split(other, documentId, 2);
	await merge(reviewer, documentId, 3);
	await swap(reviewer, documentId, 3);
	const now = plain(await rowsOf(documentId));
	const shown = await preview(documentId, { to: 2 });
	expect(shown).toMatchObject({ to: 2, headNumber: 6, passages: 4, reviewed: 0, reviewedAgain: 1, more: 0 });
	expect(shown.samples.map(({ index, regrouped }) => [index, regrouped])).toEqual([
		[1, false],
		[2, true],
		[3, true],
	]);
	expect(plain(await rowsOf(documentId))).toEqual(now);
	expect(await restored(documentId, { to: 2, seen: shown.headNumber })).toMatchObject({
		number: 7,
		reload: true,
	});
	expect(plain(await rowsOf(documentId))).toEqual(was);
	await sound(documentId);
	await undo(reviewer, documentId, newId());
	expect(plain(await rowsOf(documentId))).toEqual(now);
	await redo(reviewer, documentId, newId());
	expect(plain(await rowsOf(documentId))).toEqual(was);
	await sound(documentId);
	await expect(restored(documentId, { to: 2 })).rejects.toMatchObject({ key: "refusals.nothing-changed" });
});

test("of some passages only these come back, and the history of a text says so", async () => {
	const documentId = await worked();
	const before = plain(await rowsOf(documentId));
	await restored(documentId, { to: 1, passages: [before[1]?.id] });
	const after = plain(await rowsOf(documentId));
	expect(after.map(({ target }) => target[0]?.[1])).toEqual(
		before.map(({ target }, i) => (i === 1 ? plainRows(6)[1]?.[1][0] : target[0]?.[1])),
	);
	expect(after[1]).toMatchObject({ state: "reviewed", link: "confirmed" });
	const { entries } = await segmentHistory(owner, documentId, String(after[1]?.target[0]?.[0]));
	expect(entries[0]).toMatchObject({
		type: "restore",
		before: "Another text altogether.",
		after: plainRows(6)[1]?.[1][0],
	});
	await sound(documentId);
});

test("a run comes back with its pairing, and what lies outside of it stays", async () => {
	const documentId = await worked();
	await edit(reviewer, documentId, 0, "First of all.");
	const rows = await rowsOf(documentId);
	await restored(documentId, { to: 1, passages: { from: rows[2]?.id, until: rows.at(-1)?.id } });
	const after = await rowsOf(documentId);
	expect(after.map(({ target }) => target.map(({ text }) => text))).toEqual(
		plainRows(6).map(([, target], i) => [["First of all."], ["Another text altogether."]][i] ?? target),
	);
	await sound(documentId);
});

test("what others did since it was shown is named, unless it is elsewhere", async () => {
	const documentId = await worked();
	const [, second, third] = await rowsOf(documentId);
	await edit(other, documentId, 1, "Something in between.");
	const about = (row: WireRow | undefined) => ({ to: 1, passages: [row?.id], seen: 6 });
	await expect(restored(documentId, about(second))).rejects.toMatchObject({
		key: "changedUnseen",
		values: { number: 7, name: "Ana Ruiz" },
	});
	expect(await restored(documentId, about(third))).toMatchObject({ changed: 1 });
});

test("who may not correct a source text may not bring one back", async () => {
	const documentId = await makeDocument(owner, projectId);
	const segment = (await rowsOf(documentId))[0]?.source[0];
	await does(owner, documentId, { type: "edit", segment: segment?.id, version: 1, text: "另一句。" });
	await expect(restored(documentId, { to: 1 })).rejects.toMatchObject({ code: "forbidden" });
	await restored(documentId, { to: 1 }, owner);
	expect((await rowsOf(documentId))[0]?.source[0]).toMatchObject({ text: segment?.text, version: 1 });
});

test("a side that came since leaves with what was set aside on it, for those who may import, and comes again", async () => {
	const documentId = await makeDocument(
		owner,
		projectId,
		plainRows(3).map(([, target]) => [[], target]),
	);
	const given = { text: "首页 > 正文\n\n第一句。\n\n第二句。\n\n第三句。" };
	const input = { key: newId(), side: "source", given, paragraphs: "blank-line", aligner: "one-to-one" };
	await requestAttach(owner, documentId, AttachSide.parse(input));
	const now = plain(await rowsOf(documentId));
	await expect(restored(documentId, { to: 1 })).rejects.toMatchObject({ code: "forbidden" });
	await restored(documentId, { to: 1 }, owner);
	expect((await documentHead(owner, documentId)).sides).toEqual({ source: false, target: true });
	await sound(documentId);
	await undo(owner, documentId, newId());
	expect(plain(await rowsOf(documentId))).toEqual(now);
	await sound(documentId);
});

test("the draft is the document as its renderings came into it", async () => {
	const documentId = await worked();
	expect(await restored(documentId, { to: "draft" })).toMatchObject({ number: 7 });
	expect((await rowsOf(documentId)).map(({ target }) => target[0]?.text)).toEqual(
		plainRows(6).map(([, [text]]) => text),
	);
	await expect(restored(documentId, { to: 99 })).rejects.toMatchObject({ key: "noSuchVersion" });
});

test("comments follow the text back into a sentence that had been cut, and into the parts again", async () => {
	const documentId = await worked();
	const [, , row] = await rowsOf(documentId);
	const [first, second] = row?.target ?? [];
	const on = { passage: String(row?.id), side: "target" as const, segment: String(second?.id), span: null };
	const { threads } = await postComment(other, documentId, { key: newId(), on, text: "Is that so?" });
	const segmentNow = async () =>
		(await readThread(owner, documentId, String(threads[0]?.id))).threads[0]?.anchor?.segment;
	expect(await segmentNow()).toBe(second?.id);
	await restored(documentId, { to: 1, passages: [row?.id] });
	expect(await segmentNow()).toBe(first?.id);
	await undo(reviewer, documentId, newId());
	expect(await segmentNow()).toBe(second?.id);
});

test("versions with a name stand between the draft and now, each with who made it", async () => {
	const documentId = await worked();
	for (const [number, name] of [
		[4, "v2"],
		[2, "sent to client"],
	] as const)
		await does(owner, documentId, { type: "label", number, before: null, after: name });
	const { versions } = await namedVersions(other, documentId);
	expect(versions.map(({ is, number, name, actor }) => [is, number, name, actor.name])).toEqual([
		["draft", 1, null, "Ines Okoye"],
		["label", 2, "sent to client", "Bo Lind"],
		["label", 4, "v2", "Ana Ruiz"],
		["now", 8, null, "Ines Okoye"],
	]);
	const unlabelled = { type: "label", number: 4, before: "v2", after: null };
	await expect(does(reviewer, documentId, unlabelled)).rejects.toMatchObject({ code: "forbidden" });
});

describe("taking back one revision", () => {
	test("of anybody, however much was done elsewhere since; one's own undo takes that back", async () => {
		const documentId = await makeDocument(owner, projectId);
		await edit(other, documentId, 0, "A typing error.");
		await edit(reviewer, documentId, 1, "Something else.");
		const made = await revert(reviewer, documentId, 2, newId());
		expect(made).toMatchObject({ number: 4, undone: { number: 2, type: "edit", passages: 1 } });
		const texts = async () => (await rowsOf(documentId)).slice(0, 2).map(({ target }) => target[0]?.text);
		const draft = plainRows(6)[0]?.[1][0];
		expect(await texts()).toEqual([draft, "Something else."]);
		await expect(revert(owner, documentId, 2, newId())).rejects.toMatchObject({ key: "alreadyTakenBack" });
		expect((await undo(reviewer, documentId, newId())).undone.number).toBe(4);
		expect(await texts()).toEqual(["A typing error.", "Something else."]);
		expect((await redo(reviewer, documentId, newId())).number).toBe(6);
		expect(await texts()).toEqual([draft, "Something else."]);
		expect((await undo(reviewer, documentId, newId())).undone.number).toBe(4);
		expect((await undo(reviewer, documentId, newId())).undone.number).toBe(3);
		await sound(documentId);
	});

	test("leaves the person whose it was their other work to undo", async () => {
		const documentId = await makeDocument(owner, projectId);
		await edit(other, documentId, 0, "Mine, first.");
		await edit(other, documentId, 1, "Mine, second.");
		await revert(reviewer, documentId, 3, newId());
		expect((await undo(other, documentId, newId())).undone.number).toBe(2);
		await expect(undo(other, documentId, newId())).rejects.toMatchObject({ key: "nothingToUndo" });
	});

	test("is refused where a later one was built on it, which is named", async () => {
		const documentId = await makeDocument(owner, projectId);
		await edit(reviewer, documentId, 0, "First.");
		await edit(other, documentId, 0, "Second.");
		await expect(revert(owner, documentId, 2, newId())).rejects.toMatchObject({
			key: "builtUpon",
			values: { number: 2, by: 3, name: "Ana Ruiz", type: "edit", at: expect.stringContaining("T") },
		});
		await merge(reviewer, documentId, 2);
		await edit(other, documentId, 2, "A text in between, which is in nobody's way.");
		await split(other, documentId, 2);
		await expect(revert(owner, documentId, 4, newId())).rejects.toMatchObject({
			key: "builtUpon",
			values: { number: 4, by: 6, type: "split" },
		});
		await expect(revert(owner, documentId, 1, newId())).rejects.toMatchObject({ key: "notReversible" });
		await expect(revert(owner, documentId, 99, newId())).rejects.toMatchObject({ key: "noSuchVersion" });
	});

	test("needs what the opposite needs, and has one effect however often it is asked for", async () => {
		const documentId = await makeDocument(owner, projectId);
		const segment = (await rowsOf(documentId))[0]?.source[0];
		await does(owner, documentId, { type: "edit", segment: segment?.id, version: 1, text: "另一句。" });
		await expect(revert(reviewer, documentId, 2, newId())).rejects.toMatchObject({ code: "forbidden" });
		const key = newId();
		const [first, again] = [await revert(owner, documentId, 2, key), await revert(owner, documentId, 2, key)];
		expect([first.number, again.number]).toEqual([3, 3]);
	});
});
