import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type KeptRequest, memoryKeep } from "#app/_workbench/sync/kept.ts";
import { type QueueEvents, SyncQueue } from "#app/_workbench/sync/sync-queue.ts";
import { type Fetch, httpTransport } from "#app/_workbench/sync/transport.ts";
import type { Answer, OperationBody } from "#app/_workbench/sync/wire.ts";

const edit = (segment: string, version: number, text: string): OperationBody => ({
	type: "edit",
	segment,
	version,
	text,
});

/** A server that has one effect per key and numbers its revisions; `plan` says what to answer first. */
function server(plan: (Response | "lost" | "down")[] = []) {
	const applied = new Map<string, { operation: OperationBody; number: number }>();
	const sent: { key: string; operation: OperationBody; keepalive: boolean }[] = [];
	const fetch: Fetch = async (_path, init) => {
		const body = JSON.parse(String(init?.body)) as { key: string; operation: OperationBody };
		sent.push({ ...body, keepalive: init?.keepalive ?? false });
		const next = plan.shift();
		if (next === "down") throw new TypeError("network");
		if (next instanceof Response) return next;
		const known = applied.get(body.key) ?? { operation: body.operation, number: applied.size + 11 };
		applied.set(body.key, known);
		if (next === "lost") throw new TypeError("network");
		const answer: Answer = {
			number: known.number,
			headNumber: known.number,
			orderNumber: 1,
			rows: [],
			replaced: [],
			reload: false,
		};
		return Response.json(answer);
	};
	return { fetch, sent, applied };
}

const problem = (status: number, body: object, headers = {}) => Response.json(body, { status, headers });

function queueOn(fetch: Fetch, events: Partial<QueueEvents> = {}, kept: KeptRequest[] = []) {
	let keys = 0;
	const seen: string[] = [];
	const keep = memoryKeep([], kept);
	const queue = new SyncQueue({
		transport: httpTransport("document00001", fetch),
		keep,
		newKey: () => `key${++keys}`,
		events: {
			status: (status) => seen.push(status.kind),
			done: (request) => seen.push(`done ${request.key}`),
			conflict: () => null,
			refused: (_request, { key }) => seen.push(`refused ${key}`),
			dropped: (requests) => seen.push(`dropped ${requests.map(({ key }) => key).join(" ")}`),
			...events,
		},
	});
	const add = (operation: OperationBody) =>
		queue.add({ kind: "operation", operation }, { passage: "row1", stand: queue.nextStand() });
	return { queue, keep, seen, add };
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("requests on their way", () => {
	test("go one at a time, in order, and leave nothing behind", async () => {
		const { fetch, sent } = server();
		const { queue, keep, seen, add } = queueOn(fetch);
		add(edit("a", 1, "A"));
		add(edit("b", 1, "B"));
		expect(keep.requests.size).toBe(2);
		await queue.whenIdle();
		expect(sent.map(({ operation }) => operation["text"])).toEqual(["A", "B"]);
		expect(keep.requests.size).toBe(0);
		expect(seen.at(-1)).toBe("saved");
	});

	test("a lost reply is asked for again with the same key and has one effect", async () => {
		const { fetch, sent, applied } = server(["lost", "lost"]);
		const { queue, add } = queueOn(fetch);
		add(edit("a", 1, "A"));
		const idle = queue.whenIdle();
		await vi.advanceTimersByTimeAsync(10_000);
		await idle;
		expect(sent.map(({ key }) => key)).toEqual(["key1", "key1", "key1"]);
		expect(applied.size).toBe(1);
	});

	test("wait longer after each failure, at most half a minute", async () => {
		const { fetch, sent } = server(Array.from({ length: 20 }, () => "down" as const));
		const { add } = queueOn(fetch);
		const waits: number[] = [];
		add(edit("a", 1, "A"));
		await vi.advanceTimersByTimeAsync(0);
		for (let tries = 1; tries < 9; tries++) {
			const before = Date.now();
			while (sent.length === tries) await vi.advanceTimersByTimeAsync(500);
			waits.push((Date.now() - before) / 1_000);
		}
		expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
	});

	test("come back when a busy server said", async () => {
		const { fetch, sent } = server([problem(503, { key: "busy" }, { "retry-after": "7" })]);
		const { seen, add } = queueOn(fetch);
		add(edit("a", 1, "A"));
		await vi.advanceTimersByTimeAsync(6_900);
		expect([sent.length, seen.at(-1)]).toEqual([1, "waiting"]);
		await vi.advanceTimersByTimeAsync(200);
		expect([sent.length, seen.at(-1)]).toEqual([2, "saved"]);
	});

	test("are kept while nobody is signed in, and go on at once after", async () => {
		const { fetch, sent } = server([problem(401, { key: "unauthenticated" })]);
		const { queue, keep, seen, add } = queueOn(fetch);
		add(edit("a", 1, "A"));
		await vi.advanceTimersByTimeAsync(100);
		expect([seen.at(-1), keep.requests.size]).toEqual(["signed-out", 1]);
		queue.wake();
		await vi.advanceTimersByTimeAsync(0);
		expect([sent.length, seen.at(-1), keep.requests.size]).toEqual([2, "saved", 0]);
	});

	test("are tried every three seconds while nobody is signed in, and the page says nothing else meanwhile", async () => {
		const { fetch, sent } = server(
			[401, 401, 401].map((status) => problem(status, { key: "unauthenticated" })),
		);
		const { seen, add } = queueOn(fetch);
		add(edit("a", 1, "A"));
		await vi.advanceTimersByTimeAsync(8_900);
		expect([sent.length, seen]).toEqual([3, ["saving", "signed-out", "signed-out", "signed-out"]]);
		await vi.advanceTimersByTimeAsync(200);
		expect([sent.length, seen.at(-1)]).toEqual([4, "saved"]);
	});

	test("found after a crash are sent with their own keys before anything new", async () => {
		const { fetch, sent } = server();
		const left: KeptRequest = {
			key: "old",
			turn: 4,
			change: { kind: "operation", operation: edit("a", -2, "A") },
			passage: "row1",
			stand: -3,
			before: "",
			tried: false,
		};
		const { queue, add } = queueOn(fetch, {}, [left]);
		queue.adopt([left]);
		const after = add(edit("b", 1, "B"));
		expect(after.stand).toBe(-4);
		await queue.whenIdle();
		expect(sent.map(({ key }) => key)).toEqual(["old", "key1"]);
	});

	test("outlive the page while it is being left", async () => {
		const { fetch, sent } = server();
		const { queue, add } = queueOn(fetch);
		queue.setLeaving(true);
		add(edit("a", 1, "A"));
		await queue.whenIdle();
		expect(sent[0]?.keepalive).toBe(true);
	});
});

describe("requests that build on each other", () => {
	test("a later one names the version that the earlier one will write", async () => {
		const { fetch, sent } = server();
		const { queue, keep, add } = queueOn(fetch);
		const first = add(edit("a", 1, "A"));
		add({
			type: "confirm",
			kinds: ["review"],
			rows: [{ id: "row1", source: [["s", 1]], target: [["a", first.stand]] }],
		});
		expect([...keep.requests.values()][1]?.change).toMatchObject({
			operation: { rows: [{ target: [["a", -1]] }] },
		});
		await queue.whenIdle();
		expect(sent[1]?.operation).toMatchObject({ rows: [{ target: [["a", 11]] }] });
	});

	test("go with the one that was refused, and only they", async () => {
		const { fetch, sent } = server([problem(422, { key: "segment-too-long" })]);
		const { queue, seen, add } = queueOn(fetch);
		const first = add(edit("a", 1, "A"));
		add(edit("a", first.stand, "AA"));
		add(edit("b", 1, "B"));
		await queue.whenIdle();
		expect(sent.map(({ operation }) => operation["text"])).toEqual(["A", "B"]);
		expect(seen).toContain("refused segment-too-long");
		expect(seen).toContain("dropped key2");
	});

	test("go on where the text already was as asked", async () => {
		const { fetch, sent } = server([problem(422, { key: "refusals.nothing-changed" })]);
		const { queue, add } = queueOn(fetch);
		const first = add(edit("a", 5, "A"));
		add(edit("a", first.stand, "AA"));
		await queue.whenIdle();
		expect(sent[1]?.operation).toMatchObject({ version: 5, text: "AA" });
	});

	test("an edit merged with somebody else's is sent under a new key", async () => {
		const { fetch, sent } = server([
			problem(409, { key: "conflict", values: { current: "theirs", version: 9, yours: "mine" } }),
		]);
		const { queue, add } = queueOn(fetch, {
			conflict: (_request, { current }) => ({
				operation: edit("a", current?.version ?? 0, "both"),
				before: "theirs",
			}),
		});
		add(edit("a", 1, "mine"));
		await queue.whenIdle();
		expect(sent.map(({ key, operation }) => [key, operation["text"], operation["version"]])).toEqual([
			["key1", "mine", 1],
			["key2", "both", 9],
		]);
	});

	test("an edit that nobody has seen takes a newer text; one on its way does not", async () => {
		const { fetch, sent } = server();
		const { queue, add } = queueOn(fetch);
		const first = add(edit("a", 1, "A"));
		const second = add(edit("b", 1, "B"));
		expect(queue.amend(first.key, edit("a", 1, "A2"))).toBe(false);
		expect(queue.amend(second.key, edit("b", 1, "B2"))).toBe(true);
		await queue.whenIdle();
		expect(sent.map(({ operation }) => operation["text"])).toEqual(["A", "B2"]);
	});
});
