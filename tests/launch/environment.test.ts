import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keptSecret, readEnvironment, variableNames } from "#lib/server/env.ts";

test.each([
	[{ PORT: "eighty" }, "PORT must be a whole number"],
	[{ PORT: "80.5" }, "PORT must be a whole number"],
	[{ PORT: "65536" }, "PORT must be at most 65535"],
	[{ DUIZHAO_POOL_SIZE: "1" }, "DUIZHAO_POOL_SIZE must be at least 2"],
	[{ DATABASE_URL: "mysql://127.0.0.1/duizhao" }, "DATABASE_URL must be an address such as postgres://"],
	[{ DATABASE_URL: "duizhao" }, "DATABASE_URL must be an address such as postgres://"],
	[{ DUIZHAO_URL: "duizhao.example.org" }, "DUIZHAO_URL must be an address such as https://"],
	[{ DUIZHAO_SESSION_SECRET: "short" }, "DUIZHAO_SESSION_SECRET must have at least 32 characters"],
	[{ OIDC_ISSUER: "https://login.example.org" }, "OIDC_CLIENT_ID is needed beside the other OIDC_ variables"],
	[
		{ OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" },
		"OIDC_ISSUER is needed beside the other OIDC_ variables",
	],
])("%j is refused: %s", (values, sentence) => {
	expect(() => readEnvironment(values)).toThrow(sentence);
});

test.each([
	[{}, "http://127.0.0.1:3000"],
	[{ PORT: "8080", HOST: "0.0.0.0" }, "http://127.0.0.1:8080"],
	[{ HOST: "::1" }, "http://[::1]:3000"],
	[{ DUIZHAO_URL: "https://duizhao.example.org/" }, "https://duizhao.example.org"],
	[{ DUIZHAO_URL: "", PORT: "" }, "http://127.0.0.1:3000"],
])("%j is reached at %s", (values, address) => {
	expect(readEnvironment(values).DUIZHAO_URL).toBe(address);
});

test.each([".env.example", "README.md"])("%s names every variable and no other", (file) => {
	const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
	const pattern = file === "README.md" ? /^\| `([A-Z_]+)` \|/gm : /^# ([A-Z_]+)=/gm;
	const named = [...text.matchAll(pattern)].map(([, name]) => name);
	expect(named.sort()).toEqual([...variableNames].sort());
});

test("the session secret is made once, for its owner's eyes, and stays", () => {
	const folder = mkdtempSync(join(tmpdir(), "duizhao-secret-"));
	try {
		const secret = keptSecret(folder);
		expect(secret.length).toBeGreaterThanOrEqual(32);
		expect(keptSecret(folder)).toBe(secret);
		if (process.platform !== "win32") {
			expect(statSync(join(folder, "session-secret")).mode & 0o777).toBe(0o600);
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
});
