/** Finding by pattern, and replacing what was found as one revision. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { markOf } from "#lib/core/formats/marked-text.ts";
import { replaceMatches } from "#lib/core/search/replace.ts";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation, redo, undo } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { replaceTexts } from "#lib/server/replace.ts";
import { segmentHistory } from "#lib/server/revisions.ts";
import { HitsQuery, patternOf, readHits, SearchQuery, searchDocument } from "#lib/server/search.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { makeDocument, makePerson, makeProject, plainRows, type RowTexts } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

let owner: Actor;
let reviewer: Actor;
let projectId: string;

beforeAll(async () => {
	process.env["DATABASE_URL"] = (await testDatabase()).url;
	owner = await makePerson("Ines Okoye");
	reviewer = await makePerson("Bo Lind");
	projectId = await makeProject([owner, "owner"], [reviewer, "reviewer"]);
});
afterAll(closeDatabase);

const offices: RowTexts[] = [
	[["縣規劃辦公室今天開門。"], ["The County Planning Office opened today."]],
	[["县规划办公室说。"], ["The planning bureau said so.", "The Planning Bureau meant it."]],
	[["没有别的。"], ["Nothing else, replanning aside."]],
];

const rowsOf = async (documentId: string) => (await readWindow(owner, documentId, { limit: 500 })).rows;
const textsOf = async (documentId: string) =>
	(await rowsOf(documentId)).flatMap((row) => row.target.map(({ text }) => text));
const hits = async (documentId: string, query: object) =>
	await readHits(owner, documentId, HitsQuery.parse(query));

/** Replaces every hit on the side of the renderings. */
async function replaceAll(documentId: string, query: { text: string; regex?: "1" }, replacement: string) {
	const pattern = patternOf(SearchQuery.parse(query));
	const { passages } = await hits(documentId, { ...query, side: "target" });
	const edits = passages.flatMap(({ segments }) =>
		segments.map(({ id, version, text, places }): [string, number, string] => [
			id,
			version,
			replaceMatches(text, places, pattern, replacement),
		]),
	);
	return await replaceTexts(reviewer, documentId, { key: newId(), side: "target", edits });
}

test.each([
	[{ text: "planning" }, 4],
	[{ text: "planning", word: "1" }, 3],
	[{ text: "Planning", case: "1" }, 2],
	[{ text: "planning (?:office|bureau)", regex: "1" }, 3],
	[{ text: "规划办公室" }, 2],
	[{ text: "规划办公室", side: "target" }, 0],
	[{ text: "规.", regex: "1" }, 1],
] as const)("%j is found %i times", async (query, total) => {
	const documentId = await makeDocument(owner, projectId, offices);
	expect(await searchDocument(owner, documentId, SearchQuery.parse(query))).toMatchObject({ total });
	const { passages, next } = await hits(documentId, query);
	expect(next).toBeNull();
	expect(passages.flatMap(({ segments }) => segments.flatMap(({ places }) => places))).toHaveLength(total);
});

test("an expression that is none is refused with what is wrong and where", async () => {
	const documentId = await makeDocument(owner, projectId, offices);
	await expect(hits(documentId, { text: "a(b", regex: "1" })).rejects.toMatchObject({
		code: "invalid",
		key: "patternNotValid",
		values: { reason: "parenthesisOpen", column: 2 },
	});
});

test("hits are read from any place on", async () => {
	const documentId = await makeDocument(owner, projectId, plainRows(30));
	const { passages } = await hits(documentId, { text: "berths and berths", from: "20" });
	expect(passages.map(({ index }) => index)).toEqual(Array.from({ length: 10 }, (_, i) => 20 + i));
	expect(await hits(documentId, { text: "berths", from: "30" })).toEqual({ passages: [], next: null });
});

test("one revision replaces them, its rows come with the answer, and one undo takes all back", async () => {
	const documentId = await makeDocument(owner, projectId, offices);
	const before = await rowsOf(documentId);
	const done = await replaceAll(documentId, { text: "planning (?:office|bureau)", regex: "1" }, "Plan Unit");
	expect(done).toMatchObject({ number: 2, changed: 3, passages: 2, skipped: [], reload: false });
	expect(done.rows.map(({ index, state }) => [index, state])).toEqual([
		[0, "edited"],
		[1, "edited"],
	]);
	expect(await textsOf(documentId)).toEqual([
		"The County Plan Unit opened today.",
		"The Plan Unit said so.",
		"The Plan Unit meant it.",
		"Nothing else, replanning aside.",
	]);
	const [entry] = (await segmentHistory(owner, documentId, before[0]?.target[0]?.id ?? "")).entries;
	expect(entry).toMatchObject({ number: 2, type: "rewrite", after: "The County Plan Unit opened today." });
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
	const undone = await undo(reviewer, documentId, newId());
	expect(undone).toMatchObject({ undone: { number: 2, type: "rewrite" }, reload: false });
	expect(await rowsOf(documentId)).toEqual(before);
	await redo(reviewer, documentId, newId());
	expect((await textsOf(documentId))[0]).toBe("The County Plan Unit opened today.");
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
});

test("what was confirmed stays linked, what was reviewed has to be reviewed again, and undoing brings that back", async () => {
	const documentId = await makeDocument(owner, projectId, offices);
	const exact = (await rowsOf(documentId)).map((row) => ({
		id: row.id,
		source: row.source.map((s): [string, number] => [s.id, s.version]),
		target: row.target.map((s): [string, number] => [s.id, s.version]),
	}));
	const operation = {
		type: "confirm" as const,
		v: 1 as const,
		kinds: ["link" as const, "review" as const],
		rows: exact,
	};
	await performOperation(owner, documentId, { key: newId(), operation });
	const standings = async () => (await rowsOf(documentId)).map(({ state, link }) => `${state} ${link}`);
	await replaceAll(documentId, { text: "bureau" }, "office");
	expect(await standings()).toEqual(["reviewed confirmed", "edited confirmed", "reviewed confirmed"]);
	await undo(reviewer, documentId, newId());
	expect(await standings()).toEqual(Array.from({ length: 3 }, () => "reviewed confirmed"));
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
});

test("a text that somebody changed since it was seen stays, and that is said", async () => {
	const documentId = await makeDocument(owner, projectId, offices);
	const seen = (await rowsOf(documentId)).flatMap((row) => row.target);
	const [first] = seen;
	if (!first) throw new Error("no rendering");
	const edit = { type: "edit", v: 1, segment: first.id, version: 1, text: "Mine.", as: null } as const;
	await performOperation(owner, documentId, { key: newId(), operation: edit });
	const edits = seen.map(({ id, version }, i): [string, number, string] => [id, version, `New ${i}.`]);
	const input = { key: newId(), side: "target", edits: [...edits, [newId(), 1, "Gone."]] } as const;
	const done = await replaceTexts(reviewer, documentId, { ...input, edits: [...input.edits] as never });
	expect(done).toMatchObject({ changed: 3, passages: 2 });
	expect(done.skipped).toEqual([first.id, input.edits.at(-1)?.[0]]);
	expect((await textsOf(documentId))[0]).toBe("Mine.");
	await expect(
		replaceTexts(reviewer, documentId, { key: newId(), side: "target", edits }),
	).rejects.toMatchObject({ code: "refused", key: "nothingReplaced", values: { skipped: 4 } });
});

test("a repeated request has one effect", async () => {
	const documentId = await makeDocument(owner, projectId, offices);
	const [row] = await rowsOf(documentId);
	const edits: [string, number, string][] = [[row?.target[0]?.id ?? "", 1, "Once."]];
	const input = { key: newId(), side: "target" as const, edits };
	const first = await replaceTexts(reviewer, documentId, input);
	expect(await replaceTexts(reviewer, documentId, input)).toMatchObject({
		number: first.number,
		headNumber: 2,
	});
});

test("no replacement takes inline codes away or brings any", async () => {
	const marked = `The ${markOf(0)}planning${markOf(1)} office.`;
	const documentId = await makeDocument(owner, projectId, [[["办公室。"], [marked, "The planning office."]]]);
	expect(await hits(documentId, { text: "planning office" })).toMatchObject({
		passages: [{ segments: [{ places: [{ start: 6, end: 23 }] }, { places: [{ start: 4, end: 19 }] }] }],
	});
	const [row] = await rowsOf(documentId);
	const edits = (row?.target ?? []).map(({ id, version }, i): [string, number, string] => [
		id,
		version,
		i === 0 ? "The bureau." : `The ${markOf(0)}bureau.`,
	]);
	const replacing = replaceTexts(reviewer, documentId, { key: newId(), side: "target", edits });
	await expect(replacing).rejects.toMatchObject({ key: "nothingReplaced" });
});

test("a reviewer replaces in renderings only", async () => {
	const documentId = await makeDocument(owner, projectId, offices);
	const [row] = await rowsOf(documentId);
	const edits: [string, number, string][] = [[row?.source[0]?.id ?? "", 1, "改了。"]];
	const input = { key: newId(), side: "source" as const, edits };
	await expect(replaceTexts(reviewer, documentId, input)).rejects.toMatchObject({ code: "forbidden" });
	expect(await replaceTexts(owner, documentId, input)).toMatchObject({ changed: 1 });
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
});

test("whatever is replaced with whatever, one undo gives the first state", async () => {
	const word = fc.constantFrom("a", "b", "ab", "规", "a b");
	const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
	await fc.assert(
		fc.asyncProperty(
			fc.array(sentence, { minLength: 2, maxLength: 6 }),
			word,
			word,
			async (texts, from, to) => {
				fc.pre(from !== to && texts.some((text) => text.includes(from)));
				const documentId = await makeDocument(
					owner,
					projectId,
					texts.map((text): RowTexts => [[`原文${text}`], [text]]),
				);
				const before = await rowsOf(documentId);
				await replaceAll(documentId, { text: from }, to);
				expect(await textsOf(documentId)).toEqual(texts.map((text) => text.replaceAll(from, to)));
				await undo(reviewer, documentId, newId());
				expect(await rowsOf(documentId)).toEqual(before);
				expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
			},
		),
		{ numRuns: 12 },
	);
});
