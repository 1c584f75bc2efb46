import { describe, expect, test } from "vitest";
import { normalizeEmail } from "#lib/server/email.ts";

const own = "kate.smith@example.org";

describe("an address keeps one spelling", () => {
	test.each([
		["kate.smith@example.org", own],
		["Kate.Smith@Example.ORG", own],
		["  kate.smith@example.org\n", own],
		["admin@localhost", "admin@localhost"],
		["o'neil+press@mail.example.org", "o'neil+press@mail.example.org"],
		["李雷@example.org", "李雷@example.org"],
		["ÉMILE@example.org", "émile@example.org"],
	])("%j → %j", (text, expected) => {
		expect(normalizeEmail(text)).toBe(expected);
	});
});

/** Ways to write somebody else's address so that a careless comparison takes it for this one. */
const disguises = [
	"kate.smith＠example.org",
	"kate.smith﹫example.org",
	"ｋate.smith@example.org",
	"kate．smith@example.org",
	"kate.smith@example．org",
	"kate.smith@example。org",
	"kate.smith@example｡org",
	"kate.smith@ｅxample.org",
	"\u212Aate.smith@example.org",
	"kate.\u017Fmith@example.org",
	"kate.smit\u210E@example.org",
	"𝐤ate.smith@example.org",
	"ⓚate.smith@example.org",
	"kate.smith@exampl\u2147.org",
	"kate.smith@ex\u00ADample.org",
	"kate.smith@example.org\u0000",
	"kate.smith\u0000@example.org",
	"kate.smith\u200B@example.org",
	"kate.smith\u200D@example.org",
	"kate.smith\u2060@example.org",
	"\uFEFFkate.smith\uFEFF@example.org",
	"\u202Ekate.smith@example.org",
	"kate.smith@example.org@evil.example",
	"kate.smith@evil.example@example.org",
	"kate.smith@@example.org",
	'"kate.smith@example.org"@evil.example',
	'"kate.smith"@example.org',
	"kate.smith@example.org,eve@evil.example",
	"kate.smith@example.org;eve@evil.example",
	"kate.smith@example.org eve@evil.example",
	"kate.smith@example.org\r\nBcc: eve@evil.example",
	"<kate.smith@example.org>",
	"Kate <kate.smith@example.org>",
	"kate.smith(comment)@example.org",
	"kate.smith@[127.0.0.1]",
	"kate.smith@example.org.",
	"kate.smith@.example.org",
	"kate.smith@example..org",
	"kate.smith@-example.org",
	"kate.smith@exa_mple.org",
	"kate.smith@example.org/..",
	"kate.smith%40example.org",
	"@example.org",
	"kate.smith@",
	"kate.smith",
	"",
	"\ud800@example.org",
	`${"k".repeat(65)}@example.org`,
	`kate.smith@${"e".repeat(64)}.org`,
	`kate.smith@${"example.".repeat(40)}org`,
];

describe("is not an address", () => {
	test.each(disguises)("%j", (text) => {
		expect(normalizeEmail(text)).toBeNull();
	});
});

describe("is an address of its own, not somebody else's", () => {
	test.each([
		["Cyrillic а", "k\u0430te.smith@example.org"],
		["Greek omicron", "kate.smith@example.org".replace("a", "\u03B1")],
		["dotless ı", "kate.sm\u0131th@example.org"],
		["dotted İ", "kate.sm\u0130th@example.org"],
		["accent", "káte.smith@example.org"],
	])("%s", (_, text) => {
		expect(normalizeEmail(text)).not.toBe(own);
	});
});
