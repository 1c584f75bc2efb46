/** The aligner that needs vectors, from an endpoint of this machine. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const program = fileURLToPath(new URL("../../lib/cli/duizhao.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "duizhao-embedding-"));

/** A sentence's direction is the thing that it speaks of. */
const things = [/港口|port/u, /船|ship/u, /引航员|pilot/u, /茶|tea/u];
const vectorOf = (text: string) => [...things.map((thing) => (thing.test(text) ? 1 : 0)), 0.1];

let server: Server;
let address = "";

beforeAll(async () => {
	writeFileSync(join(folder, "a.zh"), "港口开放了。\n来了三艘船。\n引航员上了岸。\n他们喝茶。\n");
	writeFileSync(join(folder, "a.en"), "The port opened.\nThe pilots went ashore.\nThey had tea.\n");
	server = createServer((request, response) => {
		let body = "";
		request.on("data", (chunk) => {
			body += chunk;
		});
		request.on("end", () => {
			const refused = request.headers.authorization !== "Bearer good";
			response.writeHead(refused ? 401 : 200, { "content-type": "application/json" });
			const { input }: { input: string[] } = JSON.parse(body);
			const data = input.map((text, index) => ({ index, embedding: vectorOf(text) }));
			response.end(JSON.stringify(refused ? { error: { message: "no such key" } } : { data }));
		});
	});
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	const at = server.address();
	if (at !== null && typeof at === "object") address = `http://127.0.0.1:${at.port}`;
});
afterAll(async () => {
	await new Promise((closed) => server.close(closed));
	rmSync(folder, { recursive: true, force: true });
});

async function run(environment: Readonly<Record<string, string>>) {
	const child = spawn(
		process.execPath,
		[program, "align", "a.zh", "a.en", "--already-split", "--aligner", "embedding", "--format", "vecalign"],
		{ cwd: folder, env: { ...process.env, ...environment } },
	);
	let [out, err] = ["", ""];
	child.stdout.on("data", (chunk) => {
		out += chunk;
	});
	child.stderr.on("data", (chunk) => {
		err += chunk;
	});
	const code = await new Promise((ended) => child.on("close", ended));
	return { code, out, err };
}

const endpoint = () => ({ DUIZHAO_EMBEDDINGS_URL: address, DUIZHAO_EMBEDDINGS_MODEL: "things" });

test("sentences that speak of the same thing belong together", async () => {
	const { code, out, err } = await run({ ...endpoint(), DUIZHAO_EMBEDDINGS_KEY: "good" });
	expect({ code, err }).toEqual({ code: 0, err: "" });
	expect(out.replaceAll(/:[\d.]+$/gmu, "")).toBe("[0]:[0]\n[1]:[]\n[2]:[1]\n[3]:[2]\n");
});

test.each([
	["none is set up", () => ({}), "The aligner embedding needs an embedder, and none is set up."],
	["it refuses", () => ({ ...endpoint(), DUIZHAO_EMBEDDINGS_KEY: "bad" }), "answered 401: no such key."],
	["it has no model", () => ({ DUIZHAO_EMBEDDINGS_URL: address }), "DUIZHAO_EMBEDDINGS_MODEL is needed"],
])("where %s, the command ends with 1 and a sentence", async (_, environment, sentence) => {
	const { code, out, err } = await run(environment());
	expect({ code, out }).toEqual({ code: 1, out: "" });
	expect(err).toContain(sentence);
	expect(err).not.toContain("    at ");
});
