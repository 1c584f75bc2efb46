/** An embeddings endpoint, for real: a server on this machine that answers as told. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { embedderOf } from "#lib/server/embedders/configured.ts";
import { type Endpoint, openAiEmbedder } from "#lib/server/embedders/openai.ts";
import { readEnvironment } from "#lib/server/env.ts";

interface Asked {
	readonly path: string;
	readonly authorization: string | undefined;
	readonly at: number;
	readonly body: { model: string; input: string[]; encoding_format: string };
}
type Answer = (response: ServerResponse, asked: Asked) => void;

const key = "sk-secret-key";
let server: Server;
let base: string;
let asked: Asked[];
/** The answers to come; the last one is given again and again. */
let answers: Answer[];

beforeAll(async () => {
	server = createServer(async (request: IncomingMessage, response) => {
		let body = "";
		for await (const chunk of request) body += chunk;
		const { authorization } = request.headers;
		asked.push({ path: request.url ?? "", authorization, at: Date.now(), body: JSON.parse(body) });
		const [answer] = answers.length > 1 ? answers.splice(0, 1) : answers;
		const last = asked.at(-1);
		if (last) answer?.(response, last);
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});
beforeEach(() => {
	asked = [];
	answers = [good];
});

const json =
	(status: number, content: unknown, headers: Record<string, string> = {}): Answer =>
	(response) => {
		response.writeHead(status, { "content-type": "application/json", ...headers });
		response.end(typeof content === "string" ? content : JSON.stringify(content));
	};
/** Not of length 1, and different for texts of different length. */
const vectorOf = (text: string) => [3 * text.length, 4, 0];
const good: Answer = (response, { body }) =>
	json(200, {
		object: "list",
		data: body.input.map((text, index) => ({ object: "embedding", index, embedding: vectorOf(text) })),
		model: body.model,
	})(response, { path: "", authorization: undefined, at: 0, body });
const vectors = (...embeddings: unknown[]) =>
	json(200, { data: embeddings.map((embedding, index) => ({ index, embedding })) });

const make = (more: Partial<Endpoint> = {}) =>
	openAiEmbedder({ url: `${base}/v1/`, model: "toy", key, firstDelay: 5, ...more });

describe("an answer", () => {
	test("becomes vectors of length 1, in the order of the texts", async () => {
		const found = await make().embed(["a", "bb"]);
		const expected = ["a", "bb"]
			.map(vectorOf)
			.map((vector) => vector.map((value) => value / Math.hypot(...vector)));
		for (const [i, vector] of found.entries())
			for (const [k, value] of vector.entries()) expect(value).toBeCloseTo(expected[i]?.[k] ?? Number.NaN, 6);
		expect(asked).toMatchObject([
			{
				path: "/v1/embeddings",
				authorization: `Bearer ${key}`,
				body: { model: "toy", input: ["a", "bb"], encoding_format: "float" },
			},
		]);
	});

	test("is put in order by its indices, and by its places where it has none", async () => {
		answers = [
			json(200, {
				data: [
					{ index: 1, embedding: [0, 1] },
					{ index: 0, embedding: [1, 0] },
				],
			}),
			json(200, { data: [{ embedding: [1, 0] }, { embedding: [0, 1] }] }),
		];
		for (let time = 0; time < 2; time += 1)
			expect((await make().embed(["a", "b"])).map((vector) => [...vector])).toEqual([
				[1, 0],
				[0, 1],
			]);
	});

	test("to no texts is not asked for", async () => {
		expect(await make().embed([])).toEqual([]);
		expect(asked).toEqual([]);
	});
});

test("many and long texts go in several requests, each with the prefix", async () => {
	const texts = [
		...Array.from({ length: 100 }, (_, i) => `text ${i}`),
		"x".repeat(50_000),
		"y".repeat(50_000),
	];
	expect(await make({ prefix: "query: " }).embed(texts)).toHaveLength(102);
	expect(asked.map(({ body }) => body.input.length)).toEqual([32, 32, 32, 5, 1]);
	expect(asked.flatMap(({ body }) => body.input)).toEqual(texts.map((text) => `query: ${text}`));
});

test("without a key no authorization is sent", async () => {
	await make({ key: undefined }).embed(["a"]);
	expect(asked[0]?.authorization).toBeUndefined();
});

describe("repeated", () => {
	test.each([[408], [429], [500], [503]])("is a request answered with %i", async (status) => {
		answers = [json(status, { error: { message: "later" } }), json(status, "later"), good];
		expect(await make().embed(["a"])).toHaveLength(1);
		expect(asked).toHaveLength(3);
	});

	test("is one that was told when, no sooner", async () => {
		answers = [json(429, {}, { "retry-after": "1" }), good];
		await make().embed(["a"]);
		const [first, second] = asked;
		expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950);
	});

	test("is one whose connection broke", async () => {
		answers = [(response) => response.destroy(), good];
		expect(await make().embed(["a"])).toHaveLength(1);
	});

	test("is one that was not answered in time", async () => {
		answers = [() => undefined, good];
		expect(await make({ timeout: 300 }).embed(["a"])).toHaveLength(1);
	});
});

describe("given up, in words, is", () => {
	test.each<[string, Answer, number, string]>([
		[
			"500 after five times",
			json(500, { error: { message: "out of memory" } }),
			5,
			"answered 500: out of memory",
		],
		["429 with a long wait", json(429, "", { "retry-after": "3600" }), 1, "answered 429"],
		["401", json(401, { error: { message: `Incorrect key: ${key}` } }), 1, "answered 401: Incorrect key: …"],
		["404 in other words", json(404, { error: "no such model" }), 1, "answered 404: no such model"],
		["400 in no known form", json(400, "<h1>Bad   request</h1>"), 1, "answered 400: <h1>Bad request</h1>"],
		["a redirection", json(307, "", { location: "/elsewhere" }), 1, "answered 307"],
		["bad JSON", json(200, "{"), 1, "an answer that is not a list of embeddings"],
		["another form", json(200, { embeddings: [] }), 1, "an answer that is not a list of embeddings"],
		["too few vectors", vectors([1, 0]), 1, "gave 1 vectors for 2 texts"],
		["too many", vectors([1], [1], [1]), 1, "gave 3 vectors for 2 texts"],
		[
			"an index twice",
			json(200, {
				data: [
					{ index: 0, embedding: [1] },
					{ index: 0, embedding: [1] },
				],
			}),
			1,
			"or not one for each",
		],
		["several dimensions", vectors([1, 0], [1, 0, 0]), 1, "gave vectors of 2 and of 3 dimensions"],
		["an empty vector", vectors([1], []), 1, "or not one for each"],
		["zeros", vectors([1, 0], [0, 0]), 1, "a vector that has no direction"],
		["words for numbers", vectors([1, 0], ["a", "b"]), 1, "an answer that is not a list of embeddings"],
	])("%s", async (_, answer, times, message) => {
		answers = [answer];
		const embedding = make().embed(["a", "b"]);
		await expect(embedding).rejects.toMatchObject({ name: "EmbedderError" });
		await expect(embedding).rejects.toThrow(message);
		await expect(embedding).rejects.toThrow(/^toy at 127\.0\.0\.1:\d+ /u);
		await expect(embedding).rejects.not.toThrow(key);
		expect(asked).toHaveLength(times);
	});

	test("an endpoint that is too slow", async () => {
		answers = [() => undefined];
		await expect(make({ timeout: 50 }).embed(["a"])).rejects.toThrow("did not answer within 0.05 s");
		expect(asked).toHaveLength(5);
	});

	test("an endpoint that is not there", async () => {
		const away = make({ url: "http://127.0.0.1:9/v1" });
		await expect(away.embed(["a"])).rejects.toThrow("toy at 127.0.0.1:9 cannot be reached");
	});

	test("one whose vectors change their dimension between requests", async () => {
		answers = [vectors([1, 0]), vectors([1, 0, 0])];
		const embedder = make();
		await embedder.embed(["a"]);
		await expect(embedder.embed(["b"])).rejects.toThrow("gave vectors of 2 and of 3 dimensions");
	});
});

describe("aborting gives the reason", () => {
	const reason = new Error("stopped");

	test("before anything is asked", async () => {
		await expect(make().embed(["a"], AbortSignal.abort(reason))).rejects.toBe(reason);
		expect(asked).toEqual([]);
	});

	test("while the server thinks", async () => {
		const controller = new AbortController();
		answers = [() => controller.abort(reason)];
		await expect(make().embed(["a"], controller.signal)).rejects.toBe(reason);
	});

	test("while it waits to ask again", async () => {
		const controller = new AbortController();
		answers = [
			(response, last) => {
				json(503, "")(response, last);
				setTimeout(() => controller.abort(reason), 50);
			},
		];
		await expect(make({ firstDelay: 20_000 }).embed(["a"], controller.signal)).rejects.toBe(reason);
		expect(asked).toHaveLength(1);
	});
});

describe("from the environment", () => {
	const made = (values: Record<string, string>) => embedderOf(readEnvironment(values))?.name ?? null;

	test.each<[Record<string, string>, string | null]>([
		[{}, null],
		[{ DUIZHAO_EMBEDDINGS_MODEL: "toy" }, null],
		[
			{ DUIZHAO_EMBEDDINGS_URL: "https://api.example.org/v1", DUIZHAO_EMBEDDINGS_MODEL: "m3" },
			"m3 at api.example.org",
		],
		[{ DUIZHAO_EMBEDDINGS_FOLDER: "/srv/models/LaBSE" }, "LaBSE (ONNX)"],
	])("%j makes %j", (values, name) => {
		expect(made(values)).toBe(name);
	});

	test("key and prefix reach the endpoint", async () => {
		const embedder = embedderOf(
			readEnvironment({
				DUIZHAO_EMBEDDINGS_URL: base,
				DUIZHAO_EMBEDDINGS_MODEL: "toy",
				DUIZHAO_EMBEDDINGS_KEY: key,
				DUIZHAO_EMBEDDINGS_PREFIX: "query: ",
			}),
		);
		await embedder?.embed(["a"]);
		expect(asked).toMatchObject([
			{ path: "/embeddings", authorization: `Bearer ${key}`, body: { input: ["query: a"] } },
		]);
	});

	test.each<[Record<string, string>, string]>([
		[{ DUIZHAO_EMBEDDINGS_URL: "http://127.0.0.1" }, "DUIZHAO_EMBEDDINGS_MODEL is needed beside"],
		[{ DUIZHAO_EMBEDDINGS_URL: "api.example.org" }, "DUIZHAO_EMBEDDINGS_URL must be an address"],
		[
			{ DUIZHAO_EMBEDDINGS_URL: "http://127.0.0.1", DUIZHAO_EMBEDDINGS_FOLDER: "/m" },
			"DUIZHAO_EMBEDDINGS_URL cannot stand beside",
		],
		[
			{ DUIZHAO_EMBEDDINGS_FOLDER: "/m", DUIZHAO_EMBEDDINGS_POOLING: "max" },
			"DUIZHAO_EMBEDDINGS_POOLING must be one of mean, cls, pooler",
		],
	])("%j is refused: %s", (values, sentence) => {
		expect(() => readEnvironment(values)).toThrow(sentence);
	});
});
