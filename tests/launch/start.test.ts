/** What `npm start` says when it cannot: found out before anything that takes long. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "#lib/server/embedded.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "duizhao-start-"));
	writeFileSync(join(folder, "file"), "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(
	settings: Readonly<Record<string, string>>,
): Promise<{ code: number; errors: string[] }> {
	const child = spawn(process.execPath, ["scripts/start.mjs"], {
		cwd: root,
		stdio: ["ignore", "ignore", "pipe"],
		env: {
			...process.env,
			DATABASE_URL: "",
			DUIZHAO_DATA: join(folder, "data"),
			PORT: String(await freePort()),
			...settings,
		},
	});
	let errors = "";
	child.stderr.setEncoding("utf8").on("data", (text: string) => {
		errors += text;
	});
	const [code] = await once(child, "close");
	return { code, errors: errors.trim().split("\n") };
}

test("a port in use is named, with the next one to try", async () => {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	const result = await start({ PORT: String(port) });
	server.close();
	expect(result).toEqual({
		code: 1,
		errors: [`Port ${port} on 127.0.0.1 is in use by another program.`, `Next: PORT=${port + 1} npm start`],
	});
});

test("a data folder that cannot be written is named, with what to do", async () => {
	const data = join(folder, "file", "data");
	expect(await start({ DUIZHAO_DATA: data })).toEqual({
		code: 1,
		errors: [
			`The data folder ${data} cannot be written.`,
			"Next: make it writable, or choose another: DUIZHAO_DATA=/another/folder npm start",
		],
	});
});

test("a database that does not answer is named, with what to do", async () => {
	const { code, errors } = await start({ DATABASE_URL: "postgres://user:secret@127.0.0.1:1/duizhao" });
	expect(code).toBe(1);
	expect(errors[0]).toBe("The database at 127.0.0.1:1 cannot be reached (ECONNREFUSED).");
	expect(errors).toHaveLength(2);
});

test("a wrong variable is named, with what to do", async () => {
	expect(await start({ DUIZHAO_POOL_SIZE: "many" })).toEqual({
		code: 1,
		errors: [
			"The environment variable DUIZHAO_POOL_SIZE must be a whole number.",
			"Next: correct DUIZHAO_POOL_SIZE (see .env.example), then: npm start",
		],
	});
});

test("an address of another machine is refused", async () => {
	const { errors } = await start({ HOST: "192.0.2.1" });
	expect(errors[0]).toBe("This machine has no address 192.0.2.1 to listen on (EADDRNOTAVAIL).");
});
