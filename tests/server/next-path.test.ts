import { describe, expect, test } from "vitest";
import { safePath } from "#lib/server/next-path.ts";

describe("leads somewhere in this site", () => {
	test.each([
		["/", "/"],
		[
			"/projects/abc/documents/def?passage=ghi&filter=draft#row",
			"/projects/abc/documents/def?passage=ghi&filter=draft#row",
		],
		["/link/token", "/link/token"],
		["/a/../b", "/b"],
		["/search?q=https://example.org/", "/search?q=https://example.org/"],
		["/projects/%E5%AF%B9", "/projects/%E5%AF%B9"],
	])("%j → %j", (text, path) => {
		expect(safePath(text)).toBe(path);
	});
});

const slashes = [
	"//",
	"/\\",
	"\\\\",
	"\\/",
	"///",
	"/\t/",
	"/\n/",
	"/\r/",
	"\t//",
	" //",
	"/ /",
	"/%2f",
	"/%5c",
	"/%2F%2F",
	"/.//",
	"/..//",
	"/a/..//",
];
const hosts = ["evil.example", "evil.example/path", "user@evil.example", "127.0.0.1:3000@evil.example"];
const whole = [
	"https://evil.example",
	"http://127.0.0.1:3000@evil.example",
	"http:evil.example",
	"https:/evil.example",
	"javascript:alert(1)",
	"JaVaScRiPt:alert(1)",
	"data:text/html,x",
	"vbscript:x",
	"file:///etc/passwd",
	"evil.example",
	"",
	" ",
	"?next=/",
	"#x",
	"./x",
	"/api/v1/session",
	"/api",
	"/x\u0000y",
	"/x\ny",
	"/\u2028/evil.example",
	"/\u00a0/evil.example",
	`/${"x".repeat(3_000)}`,
];
const refused = [...slashes.flatMap((start) => hosts.map((host) => `${start}${host}`)), ...whole];

describe("leads nowhere", () => {
	test("a hundred ways are tried, not fewer than ninety", () => {
		expect(refused.length).toBeGreaterThan(89);
	});

	test.each(refused)("%j", (text) => {
		expect(safePath(text)).toBeNull();
	});

	test.each([undefined, null, 1, {}, ["/"], ["/", "//evil.example"]])("%j", (value) => {
		expect(safePath(value)).toBeNull();
	});
});
