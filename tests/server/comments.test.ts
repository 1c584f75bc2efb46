import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { WholeThread } from "#lib/core/comments/wire.ts";
import { PostedOperation } from "#lib/core/document/operations/registry.ts";
import type { Actor } from "#lib/server/access.ts";
import type { PostEntry } from "#lib/server/comments/input.ts";
import { listMentions, markSeen } from "#lib/server/comments/mentions.ts";
import { postComment, postEntry } from "#lib/server/comments/post.ts";
import { everyThread, listThreads, readThread, threadsOfPassage } from "#lib/server/comments/read.ts";
import { decideSuggestion, postSuggestion } from "#lib/server/comments/suggestions.ts";
import { closeDatabase, db, pool } from "#lib/server/db.ts";
import { removeMember } from "#lib/server/members.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation, redo, undo } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { segmentHistory } from "#lib/server/revisions.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";
import { openTestDatabase } from "./caller.ts";

const sentence = "The port opened. The old harbour was closed on Monday.";
let lead: Actor;
let reader: Actor;
let projectId: string;
let documentId: string;

beforeAll(async () => {
	await openTestDatabase();
});
afterAll(closeDatabase);

beforeEach(async () => {
	[lead, reader] = [await makePerson("Lin Yue"), await makePerson("Ada Okafor")];
	projectId = await makeProject([lead, "lead"], [reader, "reader"]);
	documentId = await makeDocument(lead, projectId, [
		[["港口开放了。旧港周一关闭。"], [sentence]],
		[["下雨了。"], ["It rained.", "A lot."]],
		[["风很大。"], []],
	]);
});

const rows = async () => (await readWindow(lead, documentId, { offset: 0, limit: 10 })).rows;
async function targetOf(row: number, at = 0) {
	const found = (await rows())[row];
	const segment = found?.target[at];
	if (!found || !segment) throw new Error("no such segment");
	return { passage: found.id, segment };
}
const perform = async (operation: object) =>
	await performOperation(lead, documentId, { key: newId(), operation: PostedOperation.parse(operation) });
const editTo = async (text: string, row = 0) => {
	const { segment } = await targetOf(row);
	await perform({ type: "edit", v: 1, segment: segment.id, version: segment.version, text, as: null });
};
const only = ({ threads }: { threads: readonly WholeThread[] }): WholeThread => {
	const [thread] = threads;
	if (!thread || threads.length > 1) throw new Error(`${threads.length} threads`);
	return thread;
};

async function commentOn(quote: string | null, { actor = reader, text = "Which one?" } = {}) {
	const { passage, segment } = await targetOf(0);
	const start = quote === null ? 0 : segment.text.indexOf(quote);
	const span = quote === null ? null : { start, end: start + quote.length, quote };
	const on = { passage, side: "target" as const, segment: segment.id, span };
	return only(await postComment(actor, documentId, { key: newId(), on, text }));
}
const now = async ({ id }: { id: string }) => only(await readThread(lead, documentId, id));
/** The words that a thread is about now. */
async function quoteNow(thread: { id: string }): Promise<string | null> {
	const { anchor } = await now(thread);
	const segment = (await rows())
		.flatMap((row) => [...row.source, ...row.target])
		.find(({ id }) => id === anchor?.segment);
	return anchor?.span && segment ? segment.text.slice(anchor.span.start, anchor.span.end) : null;
}
const answer = async (thread: { id: string }, entry: Omit<PostEntry, "key">, actor = reader) =>
	only(await postEntry(actor, documentId, thread.id, { ...entry, key: newId() } as PostEntry));

async function suggest(text: string, { base = sentence, actor = reader } = {}) {
	const { passage, segment } = await targetOf(0);
	const input = { key: newId(), passage, segment: segment.id, version: segment.version, base, text };
	return only(await postSuggestion(actor, documentId, input));
}
const decide = async (thread: { id: string }, accept: boolean, extra: object = {}) =>
	await decideSuggestion(lead, documentId, thread.id, { key: newId(), accept, chosen: null, ...extra });
const refusal = (key: string) => expect.objectContaining({ name: "AppError", key });

describe("a thread", () => {
	test("is answered, resolved and opened again, and remembers who did what", async () => {
		const thread = await commentOn("old harbour");
		await answer(thread, { kind: "comment", text: "The northern one." } as PostEntry, lead);
		expect((await answer(thread, { kind: "resolve" })).state).toBe("resolved");
		expect((await listThreads(lead, documentId, {})).threads).toEqual([]);
		await expect(answer(thread, { kind: "resolve" })).rejects.toEqual(refusal("refusals.nothing-changed"));
		const opened = await answer(thread, { kind: "reopen" }, lead);
		expect(opened).toMatchObject({ state: "open", comments: 2, author: { name: "Ada Okafor" } });
		expect(opened.entries.map(({ kind, author }) => [kind, author.name])).toEqual([
			["comment", "Ada Okafor"],
			["comment", "Lin Yue"],
			["resolve", "Ada Okafor"],
			["reopen", "Lin Yue"],
		]);
	});

	test("shows the last wording of a comment and hides what its author deleted, of which the old text stays kept", async () => {
		const thread = await commentOn(null, { text: "Wich one?" });
		await answer(thread, { kind: "comment", text: "Never mind." } as PostEntry);
		const [first, second] = (await now(thread)).entries;
		const of = first?.number ?? 0;
		await expect(answer(thread, { kind: "edit", of, text: "Mine now" } as PostEntry, lead)).rejects.toEqual(
			refusal("forbidden"),
		);
		await answer(thread, { kind: "edit", of, text: "Which one?" } as PostEntry);
		const after = await answer(thread, { kind: "delete", of: second?.number } as PostEntry);
		expect(after.entries).toMatchObject([
			{ text: "Which one?", editedAt: expect.any(String), deleted: false },
			{ text: null, deleted: true },
		]);
		const kept = await pool().query(
			`SELECT "text" FROM "CommentEntry" WHERE "threadId" = $1 ORDER BY "number"`,
			[thread.id],
		);
		expect(kept.rows.map(({ text }) => text)).toEqual(["Wich one?", "Never mind.", "Which one?", null]);
	});

	test("of which nothing is left is not listed", async () => {
		const thread = await commentOn(null);
		await answer(thread, { kind: "delete", of: thread.number } as PostEntry);
		expect((await listThreads(lead, documentId, { which: "all" })).threads).toEqual([]);
		expect(only(await everyThread(lead, documentId)).state).toBe("withdrawn");
	});

	test("is begun once however often the request is repeated", async () => {
		const { passage, segment } = await targetOf(0);
		const on = { passage, side: "target" as const, segment: segment.id, span: null };
		const input = { key: newId(), on, text: "Once" };
		const [a, b] = await Promise.all([1, 2].map(() => postComment(reader, documentId, input)));
		expect(a && b && only(a).id === only(b).id).toBe(true);
		expect((await listThreads(lead, documentId, {})).threads).toHaveLength(1);
	});

	test("is read in pages", async () => {
		const made = [await commentOn(null), await commentOn(null), await commentOn(null)];
		const first = await listThreads(lead, documentId, { limit: 2 });
		const second = await listThreads(lead, documentId, { limit: 2, before: first.next ?? 0 });
		expect([...first.threads, ...second.threads].map(({ id }) => id)).toEqual(
			made.map(({ id }) => id).toReversed(),
		);
		expect(second.next).toBeNull();
	});
});

describe("what was said", () => {
	test.each(["CommentThread", "CommentEntry", "Mention"])(
		"%s refuses to be changed or deleted, by the application and by the owner",
		async (table) => {
			await commentOn(null, { text: `Look, @{${lead.userId}}` });
			for (const statement of [
				`UPDATE "${table}" SET "number" = 0`,
				`DELETE FROM "${table}"`,
				`TRUNCATE "${table}" CASCADE`,
			])
				for (const role of ["duizhao_app", null]) {
					const client = await pool().connect();
					try {
						await client.query("BEGIN");
						if (role === null) await client.query("RESET ROLE");
						else await client.query(`SET LOCAL ROLE ${role}`);
						await expect.soft(client.query(statement), statement).rejects.toMatchObject({ code: "42501" });
					} finally {
						await client.query("ROLLBACK");
						client.release();
					}
				}
		},
	);
});

describe("an anchor follows its words", () => {
	test("through edits around them and within them, until they are gone, and back with an undo", async () => {
		const thread = await commentOn("old harbour");
		await editTo("Yesterday the port opened; the old harbour was shut.");
		expect(await quoteNow(thread)).toBe("old harbour");
		await editTo("Yesterday the port opened; the ancient harbour was shut.");
		expect(await quoteNow(thread)).toBe("ancient harbour");
		await editTo("It rained.");
		expect((await now(thread)).anchor).toMatchObject({ orphaned: true, span: null });
		expect((await now(thread)).quote).toBe("old harbour");
		await undo(lead, documentId, newId());
		expect(await quoteNow(thread)).toBe("ancient harbour");
	});

	test("into the half of a split that has them, through an edit there, and back with undos", async () => {
		const thread = await commentOn("old harbour");
		const { segment } = await targetOf(0);
		const at = segment.text.indexOf(" The old");
		await perform({
			type: "split",
			segment: segment.id,
			version: segment.version,
			at,
			draftAt: at,
			id: newId(),
		});
		const right = await targetOf(0, 1);
		expect((await now(thread)).anchor).toMatchObject({ segment: right.segment.id });
		await perform({
			type: "edit",
			segment: right.segment.id,
			version: right.segment.version,
			text: "Then the old harbour.",
		});
		expect(await quoteNow(thread)).toBe("old harbour");
		await undo(lead, documentId, newId());
		await undo(lead, documentId, newId());
		expect((await now(thread)).anchor).toMatchObject({ segment: segment.id, orphaned: false });
		expect(await quoteNow(thread)).toBe("old harbour");
	});

	test("into the segment that theirs is joined to, and to another passage with it", async () => {
		const row = (await rows())[1];
		const [first, second] = row?.target ?? [];
		if (!row || !first || !second) throw new Error("no such row");
		const on = {
			passage: row.id,
			side: "target" as const,
			segment: second.id,
			span: { start: 2, end: 5, quote: "lot" },
		};
		const thread = only(await postComment(reader, documentId, { key: newId(), on, text: "How much?" }));
		await perform({
			type: "join",
			segments: [first.id, second.id],
			versions: [first.version, second.version],
			separator: " ",
		});
		expect(await quoteNow(thread)).toBe("lot");
		const shape = (each: typeof row) => ({
			id: each.id,
			source: each.source.map(({ id }) => id),
			target: each.target.map(({ id }) => id),
		});
		const [, upper, lower] = await rows();
		if (!upper || !lower) throw new Error("no such rows");
		await perform({ type: "merge", rows: [shape(upper), shape(lower)] });
		expect(await quoteNow(thread)).toBe("lot");
		expect((await threadsOfPassage(lead, documentId, upper.id)).threads).toHaveLength(1);
	});

	test("of an empty side stays with its passage, wherever that goes", async () => {
		const [, upper, lower] = await rows();
		if (!upper || !lower) throw new Error("no such rows");
		const on = { passage: lower.id, side: "target" as const, segment: null, span: null };
		const thread = only(await postComment(reader, documentId, { key: newId(), on, text: "Missing" }));
		expect(thread.anchor).toMatchObject({ passage: lower.id, index: 2, segment: null });
		const shape = (each: typeof upper) => ({
			id: each.id,
			source: each.source.map(({ id }) => id),
			target: each.target.map(({ id }) => id),
		});
		await perform({ type: "merge", rows: [shape(upper), shape(lower)] });
		expect((await now(thread)).anchor).toMatchObject({ passage: upper.id, index: 1 });
	});

	test("stays without a place when the text is taken out, and finds it again when that is undone", async () => {
		const row = (await rows())[2];
		const shape = { id: row?.id, source: row?.source.map(({ id }) => id), target: [] };
		const text = "It was windy.";
		await perform({ type: "insert", row: shape, segment: newId(), text, after: null });
		const { passage, segment } = await targetOf(2);
		const on = { passage, side: "target" as const, segment: segment.id, span: null };
		const thread = only(await postComment(reader, documentId, { key: newId(), on, text: "Needed?" }));
		await undo(lead, documentId, newId());
		expect((await now(thread)).anchor).toBeNull();
		expect((await listThreads(lead, documentId, {})).threads.map(({ id }) => id)).toEqual([thread.id]);
		await redo(lead, documentId, newId());
		expect((await now(thread)).anchor).toMatchObject({ segment: segment.id, orphaned: false });
	});

	test("finds words that moved while the comment was being written", async () => {
		const { passage, segment } = await targetOf(0);
		const start = segment.text.indexOf("old harbour");
		await editTo(`Yesterday: ${sentence}`);
		const span = { start, end: start + 11, quote: "old harbour" };
		const on = { passage, side: "target" as const, segment: segment.id, span };
		const thread = only(await postComment(reader, documentId, { key: newId(), on, text: "Here" }));
		expect(await quoteNow(thread)).toBe("old harbour");
	});
});

describe("a mention", () => {
	test("waits for the person until they open the thread, and keeps the name of somebody who left", async () => {
		const thread = await commentOn(null, { text: `Ask @{${lead.userId}} or @{nobody}` });
		expect(await listMentions(reader)).toEqual({ mentions: [] });
		const [mention] = (await listMentions(lead)).mentions;
		expect(mention).toMatchObject({
			documentId,
			thread: thread.id,
			by: "Ada Okafor",
			people: { [lead.userId]: "Lin Yue" },
		});
		expect((await now(thread)).mentionsMe).toBe(true);
		await markSeen(lead, documentId, thread.id);
		expect((await listMentions(lead)).mentions).toEqual([]);
		await answer(thread, { kind: "comment", text: `@{${lead.userId}}, please` } as PostEntry);
		expect((await listMentions(lead)).mentions).toHaveLength(1);
		const owner = await makePerson("Owner");
		await db().membership.create({ data: { projectId, userId: owner.userId, role: "owner" } });
		await removeMember(owner, projectId, lead.userId);
		expect(await listMentions(lead)).toEqual({ mentions: [] });
		expect((await readThread(reader, documentId, thread.id)).people).toEqual({ [lead.userId]: "Lin Yue" });
	});

	test("of a deleted comment is none", async () => {
		const thread = await commentOn(null, { text: `@{${lead.userId}}` });
		await answer(thread, { kind: "delete", of: thread.number } as PostEntry);
		expect((await listMentions(lead)).mentions).toEqual([]);
	});
});

describe("a suggestion", () => {
	const better = "The port opened. The old harbour closed on Monday.";

	test("becomes an edit of whoever accepts it, once, with its author in the history", async () => {
		const thread = await suggest(better);
		const { segment } = await targetOf(0);
		const answers = await Promise.allSettled([
			decide(thread, true),
			decide(thread, true),
			decide(thread, false),
		]);
		expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		const state = (await now(thread)).state;
		if (state === "rejected") expect((await targetOf(0)).segment.text).toBe(sentence);
		else expect((await targetOf(0)).segment.text).toBe(better);
		const { entries } = await segmentHistory(lead, documentId, segment.id);
		expect(entries.filter(({ type }) => type === "edit")).toHaveLength(state === "accepted" ? 1 : 0);
	});

	test("is attributed in the history of its text", async () => {
		const { segment } = await targetOf(0);
		const decided = await decide(await suggest(better), true);
		expect(decided.revision).toBe(decided.headNumber);
		const { entries } = await segmentHistory(lead, documentId, segment.id);
		expect(entries[0]).toMatchObject({
			number: decided.revision,
			actor: { name: "Lin Yue" },
			suggestedBy: { name: "Ada Okafor" },
			after: better,
		});
	});

	test("accepted twice with the same key has one effect", async () => {
		const thread = await suggest(better);
		const key = newId();
		const first = await decide(thread, true, { key });
		expect(await decide(thread, true, { key })).toMatchObject({ revision: first.revision });
	});

	test("is merged word by word with what others wrote meanwhile", async () => {
		const thread = await suggest(better);
		await editTo("The new port opened. The old harbour was closed on Monday.");
		await decide(thread, true);
		expect((await targetOf(0)).segment.text).toBe("The new port opened. The old harbour closed on Monday.");
	});

	test("that touches what others wrote is put beside it, and a chosen text decides", async () => {
		const thread = await suggest(better);
		const theirs = "The port opened. The old harbour shut on Monday.";
		await editTo(theirs);
		const conflict = { code: "conflict", values: { current: theirs, yours: better, base: sentence } };
		await expect(decide(thread, true)).rejects.toMatchObject(conflict);
		const { version } = (await targetOf(0)).segment;
		await decide(thread, true, { chosen: { text: better, version } });
		expect((await targetOf(0)).segment.text).toBe(better);
		expect((await now(thread)).state).toBe("accepted");
	});

	test("is rejected without a revision, and stays decided", async () => {
		const thread = await suggest(better);
		expect(await decide(thread, false)).toMatchObject({ revision: null });
		await expect(decide(thread, true)).rejects.toEqual(refusal("suggestionDecided"));
		expect((await targetOf(0)).segment.text).toBe(sentence);
	});

	test("fills a passage that had no rendering", async () => {
		const row = (await rows())[2];
		const input = {
			key: newId(),
			passage: row?.id ?? "",
			segment: null,
			version: 0,
			base: "",
			text: "It was windy.",
		};
		const thread = only(await postSuggestion(reader, documentId, input));
		await decide(thread, true);
		expect((await rows())[2]?.target.map(({ text }) => text)).toEqual(["It was windy."]);
	});

	test("taken back by its author cannot be accepted", async () => {
		const thread = await suggest(better);
		await answer(thread, { kind: "delete", of: thread.number } as PostEntry);
		await expect(decide(thread, true)).rejects.toEqual(refusal("suggestionDecided"));
	});
});
