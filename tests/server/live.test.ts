/** What a web process tells of documents as it happens, to whom, and until when. */
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { endSessionsOf } from "#lib/server/accounts.ts";
import { postComment } from "#lib/server/comments/post.ts";
import { closeDatabase, db, pool } from "#lib/server/db.ts";
import { mostOfOnePerson } from "#lib/server/live/hub.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { makeDocument, makePerson, makeProject, plainRows } from "#tests/factories.ts";
import { callRoute, cookieOf, openTestDatabase } from "./caller.ts";

interface Told {
	readonly event: string;
	readonly data: Record<string, unknown>;
}

/** A browser that listens, and what it was told. */
class Listening {
	readonly told: Told[] = [];
	ended = false;
	readonly response: Response;
	readonly #reader: ReadableStreamDefaultReader<Uint8Array>;

	constructor(response: Response, reader: ReadableStreamDefaultReader<Uint8Array>) {
		this.response = response;
		this.#reader = reader;
		void this.#read();
	}

	async #read(): Promise<void> {
		const decoder = new TextDecoder();
		let rest = "";
		for (let part = await this.#reader.read(); !part.done; part = await this.#reader.read()) {
			const blocks = (rest + decoder.decode(part.value, { stream: true })).split("\n\n");
			rest = blocks.pop() ?? "";
			for (const block of blocks) {
				const [event = "", data = ""] = block.split("\n").map((line) => line.replace(/^\w+: /, ""));
				this.told.push({ event, data: JSON.parse(data) });
			}
		}
		this.ended = true;
	}

	of(event: string): Record<string, unknown>[] {
		return this.told.filter((one) => one.event === event).map(({ data }) => data);
	}

	close = () => this.#reader.cancel();
}

const open: Listening[] = [];
let owner: Actor;
let colleague: Actor;
let databaseUrl: string;
let projectId: string;
let documentId: string;

async function listen(person: Actor, documents = documentId): Promise<Listening> {
	const cookie = await cookieOf({ id: person.userId });
	const response = await callRoute("GET /live", { cookie, query: { documents } });
	expect(response.status).toBe(200);
	const reader = response.body?.getReader();
	if (!reader) throw new Error("no stream");
	const listening = new Listening(response, reader);
	open.push(listening);
	await soon(() => listening.of("people").length).toBeGreaterThan(0);
	return listening;
}

beforeAll(async () => {
	databaseUrl = await openTestDatabase();
});
beforeEach(async () => {
	owner = await makePerson("Ines Okoye");
	colleague = await makePerson("Bo Hartigan");
	projectId = await makeProject([owner, "owner"], [colleague, "reader"]);
	documentId = await makeDocument(owner, projectId, plainRows(3));
});
afterEach(async () => {
	await Promise.all(open.splice(0).map((listening) => listening.close()));
});
afterAll(closeDatabase);

/** Ends the connection on which the process is told of changes, once it is there. */
async function cutConnection(): Promise<void> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	await soon(async () => {
		const ended = await client.query(
			`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			WHERE datname = current_database() AND application_name = 'duizhao-live' AND query LIKE 'LISTEN%'`,
		);
		return ended.rowCount;
	}).toBe(1);
	await client.end();
}

async function save(text: string, row = 0): Promise<number> {
	const { rows } = await readWindow(owner, documentId, { limit: 3 });
	const { id: segment = "", version = 0 } = rows[row]?.target[0] ?? {};
	const operation = { type: "edit", v: 1, segment, version, text, as: null } as const;
	return (await performOperation(owner, documentId, { key: newId(), operation })).number;
}

test("what somebody says of a document is told to whoever has it open, without its words", async () => {
	const listening = await listen(owner);
	const { rows } = await readWindow(owner, documentId, { limit: 1 });
	const passage = rows[0]?.id ?? "";
	const segment = rows[0]?.target[0]?.id ?? "";
	const on = { passage, side: "target" as const, segment, span: null };
	await postComment(colleague, documentId, { key: newId(), on, text: "Said twice?" });
	await soon(() => listening.of("comments")).toContainEqual({ document: documentId });
	expect(new Set(listening.of("comments").map((told) => JSON.stringify(told))).size).toBe(1);
});

describe("changes", () => {
	test("are told with what was done, in order and without a gap", async () => {
		const listening = await listen(colleague);
		expect(listening.of("head")).toEqual([{ document: documentId, number: 1 }]);
		for (let round = 1; round <= 5; round++) await save(`Wharf No. 1, round ${round}.`);
		await soon(() => listening.of("head").at(-1)?.["number"]).toBe(6);
		const parts = listening.of("head").slice(1);
		expect(parts[0]?.["since"]).toBe(1);
		const revisions = parts.flatMap(
			(part) => part["revisions"] as { number: number; actor: unknown; operation: { text: string } }[],
		);
		expect(revisions.map(({ number, operation }) => [number, operation.text])).toEqual(
			[1, 2, 3, 4, 5].map((round) => [round + 1, `Wharf No. 1, round ${round}.`]),
		);
		expect(revisions[0]?.actor).toEqual({ id: owner.userId, name: owner.name });
	});

	test("of a transaction that came to nothing are not told", async () => {
		const listening = await listen(colleague);
		const operation = {
			type: "edit",
			v: 1,
			segment: newId(),
			version: 1,
			text: "Nowhere.",
			as: null,
		} as const;
		await expect(performOperation(owner, documentId, { key: newId(), operation })).rejects.toThrow();
		await save("Somewhere.");
		await soon(() => listening.of("head").at(-1)?.["number"]).toBe(2);
		expect(listening.of("head")).toHaveLength(2);
	});

	test("are told again after the connection on which they are heard was lost", async () => {
		const listening = await listen(colleague);
		await cutConnection();
		await save("While nobody listened.");
		await soon(() => listening.of("head").at(-1)?.["number"]).toBe(2);
	});

	test("and that somebody may have commented, is told again after that too", async () => {
		const listening = await listen(colleague);
		const told = () => listening.of("comments").length;
		const before = told();
		await cutConnection();
		await soon(told).toBeGreaterThan(before);
	});

	test("are neither compressed nor held back on their way", async () => {
		const { headers } = (await listen(colleague)).response;
		expect(headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
		expect(headers.get("cache-control")).toBe("no-store, no-transform");
		expect(headers.get("x-accel-buffering")).toBe("no");
	});
});

describe("who may listen", () => {
	test("of several documents those are told that one may read; of the others that they are gone", async () => {
		const stranger = await makePerson("Stranger");
		const elsewhere = await makeDocument(stranger, await makeProject([stranger, "owner"]));
		const listening = await listen(colleague, `${elsewhere},${documentId}`);
		expect(listening.of("gone")).toEqual([{ document: elsewhere }]);
		expect(listening.of("head").map((data) => data["document"])).toEqual([documentId]);
	});

	test("ends within seconds with the membership, and with the session", async () => {
		const guest = await makePerson("Guest");
		await db().membership.create({ data: { projectId, userId: guest.userId, role: "reviewer" } });
		const [removed, revoked] = [await listen(guest), await listen(colleague)];
		await db().membership.delete({ where: { projectId_userId: { projectId, userId: guest.userId } } });
		await endSessionsOf({ ...owner, administrator: true }, colleague.userId);
		await soon(() => removed.of("gone")).toEqual([{ document: documentId }]);
		await soon(() => revoked.ended).toBe(true);
		expect(revoked.told.at(-1)).toEqual({ event: "end", data: { reason: "signed-out" } });
		await save("Not for them.");
		const last = await listen(owner);
		expect(last.of("head")).toEqual([{ document: documentId, number: 2 }]);
		expect(removed.of("head")).toHaveLength(1);
	});

	test("one person has so many streams and no more; one that is closed makes room", async () => {
		const all = [];
		for (let i = 0; i < mostOfOnePerson; i++) all.push(await listen(colleague));
		const cookie = await cookieOf({ id: colleague.userId });
		const another = () => callRoute("GET /live", { cookie, query: { documents: documentId } });
		expect((await another()).status).toBe(429);
		await all[0]?.close();
		expect((await another()).status).toBe(200);
		await listen(owner);
	});

	test.each([
		["no document", ""],
		["nothing between commas", ","],
		["what is no id", "a b"],
		["more than twenty", Array.from({ length: 21 }, newId).join(",")],
	])("%s is refused", async (_, documents) => {
		const cookie = await cookieOf({ id: colleague.userId });
		expect((await callRoute("GET /live", { cookie, query: { documents } })).status).toBe(400);
	});
});

describe("who is where", () => {
	const place = { page: "page1", passage: "passage1", index: 4, typing: false };

	async function tell(person: Actor, body: object): Promise<void> {
		const cookie = await cookieOf({ id: person.userId });
		const answer = await callRoute("PUT /documents/:documentId/presence", {
			cookie,
			params: { documentId },
			body,
		});
		expect(answer.status).toBe(204);
	}
	const lastPeople = (listening: Listening) => listening.of("people").at(-1)?.["people"];

	test("is told: where, whether they type, and that they left", async () => {
		const listening = await listen(owner);
		const { userId: id, name } = colleague;
		await tell(colleague, place);
		await soon(() => lastPeople(listening)).toEqual([
			{ id, name, passage: "passage1", index: 4, typing: false },
		]);
		await tell(colleague, { ...place, typing: true });
		await soon(() => lastPeople(listening)).toEqual([
			{ id, name, passage: "passage1", index: 4, typing: true },
		]);
		await tell(colleague, { ...place, leaving: true });
		await soon(() => lastPeople(listening)).toEqual([]);
	});

	test("names somebody with two pages once, where they moved last", async () => {
		await tell(colleague, place);
		await tell(colleague, { ...place, page: "page2", passage: "passage2" });
		await tell(colleague, place); // says only that it is still there
		const listening = await listen(owner);
		await soon(() => lastPeople(listening)).toMatchObject([{ id: colleague.userId, passage: "passage2" }]);
	});

	test("forgets whoever is not heard of any more, and who is no member any more", async () => {
		const guest = await makePerson("Guest");
		await db().membership.create({ data: { projectId, userId: guest.userId, role: "reader" } });
		const listening = await listen(owner);
		await tell(colleague, place);
		await tell(guest, place);
		await soon(() => (lastPeople(listening) as unknown[]).length).toBe(2);
		await pool().query(`UPDATE "Presence" SET "seenAt" = now() - interval '20 seconds' WHERE "userId" = $1`, [
			colleague.userId,
		]);
		await db().membership.delete({ where: { projectId_userId: { projectId, userId: guest.userId } } });
		await soon(() => lastPeople(listening)).toEqual([]);
	});
});
