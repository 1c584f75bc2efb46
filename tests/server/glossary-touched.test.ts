import { beforeAll, expect, test } from "vitest";
import type { RenderingStatus } from "#lib/core/terms/term.ts";
import type { Actor } from "#lib/server/access.ts";
import { db } from "#lib/server/db.ts";
import { changeTerm, createTerm } from "#lib/server/glossary/change.ts";
import { rewordTexts } from "#lib/server/glossary/reword.ts";
import { touchedBy } from "#lib/server/glossary/touched.ts";
import { newId } from "#lib/server/new-id.ts";
import { revert } from "#lib/server/revert.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";
import { openTestDatabase } from "./caller.ts";

let owner: Actor;
let reader: Actor;

beforeAll(async () => {
	await openTestDatabase();
	owner = await makePerson("Mei Sato");
	reader = await makePerson("Ana Reyes");
});

const rendering = (text: string, status: RenderingStatus) => ({
	text,
	status,
	note: "",
	authority: "",
	alwaysWrong: false,
});

/** Two documents that call the harbour office by the name that it had; its name is changed then. */
async function renamedOffice() {
	const projectId = await makeProject([owner, "owner"], [reader, "reader"]);
	const words = { simplified: "港务局", traditional: "", domain: "", note: "" };
	const { term } = await createTerm(owner, projectId, {
		...words,
		renderings: [rendering("Harbour Bureau", "preferred"), rendering("Port Affairs Office", "forbidden")],
	});
	const first = await makeDocument(owner, projectId, [
		[["港务局昨天开会。"], ["The Harbour Bureau met yesterday."]],
		[["灯塔亮了。"], ["The Harbour Bureau has no part in this."]],
		[["港務局的決定"], ["Decisions by the Port Affairs Office"]],
	]);
	const second = await makeDocument(owner, projectId, [
		[["港务局发布公告。"], ["The Harbour Bureau gave notice."]],
		[["港务局休息。"], ["The Port Authority rests."]],
	]);
	await changeTerm(owner, projectId, term.id, {
		...words,
		version: 1,
		renderings: [rendering("Port Authority", "preferred"), rendering("Port Affairs Office", "forbidden")],
	});
	return { projectId, termId: term.id, first, second };
}

const textsOf = async (documentId: string) => {
	const segments = await db().segment.findMany({
		where: { documentId, side: "target" },
		orderBy: { rank: "asc" },
		select: { text: true },
	});
	return segments.map(({ text }) => text);
};

test("a new preferred rendering touches every passage whose source has the term and whose rendering has the old one or a forbidden one", async () => {
	const { projectId, termId, first, second } = await renamedOffice();
	const { documents, preferred, more } = await touchedBy(reader, projectId, termId, {
		old: "Harbour Bureau",
	});
	expect({ preferred, more }).toEqual({ preferred: "Port Authority", more: false });
	const listed = documents.map(({ id, passages }) => ({
		id,
		passages: passages.map(({ index, texts }) => [index, texts.map(({ text }) => text)]),
	}));
	expect(listed.toSorted((a, b) => b.passages.length - a.passages.length)).toEqual([
		{
			id: first,
			passages: [
				[0, ["The Port Authority met yesterday."]],
				[2, ["Decisions by the Port Authority"]],
			],
		},
		{ id: second, passages: [[0, ["The Port Authority gave notice."]]] },
	]);
});

test("without an old one, only what is forbidden counts", async () => {
	const { projectId, termId, first } = await renamedOffice();
	const { documents } = await touchedBy(reader, projectId, termId, {});
	expect(documents.map(({ id, passages }) => [id, passages.map(({ index }) => index)])).toEqual([
		[first, [2]],
	]);
});

async function everything(projectId: string, termId: string) {
	const { documents } = await touchedBy(owner, projectId, termId, { old: "Harbour Bureau" });
	return documents.map(({ id, passages }) => ({
		id,
		texts: passages.flatMap((passage) =>
			passage.texts.map(({ id: segment, version, before, text }) => ({
				passage: passage.id,
				segment,
				version,
				before,
				after: text ?? "",
			})),
		),
	}));
}

test("whoever edits changes all of them, by one revision in each document that can be taken back", async () => {
	const { projectId, termId, first, second } = await renamedOffice();
	const documents = await everything(projectId, termId);
	const request = { key: newId(), suggest: false, documents };
	const done = await rewordTexts(owner, projectId, request);
	expect(done.documents.map(({ changed, skipped }) => [changed, skipped]).toSorted()).toEqual([
		[1, 0],
		[2, 0],
	]);
	expect(await textsOf(first)).toEqual([
		"The Port Authority met yesterday.",
		"The Harbour Bureau has no part in this.",
		"Decisions by the Port Authority",
	]);
	expect((await touchedBy(owner, projectId, termId, { old: "Harbour Bureau" })).documents).toEqual([]);
	const again = await rewordTexts(owner, projectId, request);
	expect(again.documents.map(({ number }) => number)).toEqual(done.documents.map(({ number }) => number));
	for (const { id, number } of done.documents) await revert(owner, id, number ?? 0, newId());
	expect(await textsOf(second)).toEqual(["The Harbour Bureau gave notice.", "The Port Authority rests."]);
});

test("what somebody changed meanwhile stays as it is", async () => {
	const { projectId, termId, second } = await renamedOffice();
	const documents = await everything(projectId, termId);
	const before = documents.map((document) => ({
		...document,
		texts: document.texts.map((text) => (document.id === second ? { ...text, version: 99 } : text)),
	}));
	const done = await rewordTexts(owner, projectId, { key: newId(), suggest: false, documents: before });
	expect(done.documents.find(({ id }) => id === second)).toEqual({
		id: second,
		number: null,
		changed: 0,
		skipped: 1,
	});
});

test("whoever may only suggest makes suggestions, once each", async () => {
	const { projectId, termId, first, second } = await renamedOffice();
	const request = { key: newId(), suggest: false, documents: await everything(projectId, termId) };
	await rewordTexts(reader, projectId, request);
	const done = await rewordTexts(reader, projectId, request);
	expect(done.documents.map(({ number }) => number)).toEqual([null, null]);
	const suggested = await db().commentThread.count({
		where: { documentId: { in: [first, second] }, kind: "suggestion" },
	});
	expect(suggested).toBe(3);
	expect(await textsOf(second)).toEqual(["The Harbour Bureau gave notice.", "The Port Authority rests."]);
});

test("documents of another project are not reached", async () => {
	const { projectId, termId } = await renamedOffice();
	const elsewhere = await makeProject([owner, "owner"]);
	const documents = await everything(projectId, termId);
	await expect(
		rewordTexts(owner, elsewhere, { key: newId(), suggest: false, documents }),
	).rejects.toMatchObject({ code: "not-found" });
});
