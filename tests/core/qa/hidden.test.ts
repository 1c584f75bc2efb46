import { expect, test } from "vitest";
import { hidden } from "#lib/core/qa/checks/hidden.ts";
import { corrected, look, told } from "./look-with.ts";

test.each([
	["zero width", "Chi\u200Bna", ["minor width [\u200B] → []"]],
	["a mark of byte order", "\uFEFFChina", ["minor width [\uFEFF] → []"]],
	["a soft hyphen", "Chi\u00ADna", ["minor soft-hyphen [\u00AD] → []"]],
	[
		"an override",
		"a \u202Ecod\u202C b",
		["critical direction [\u202E] → []", "critical direction [\u202C] → []"],
	],
	["an isolate left open", "a \u2066b", ["critical direction [\u2066] → []"]],
	["a direction mark that nothing needs", "a\u200Fb", ["direction [\u200F] → []"]],
	["a control", "a\u0008b", ["control [\u0008] → []"]],
	["a lost character", "Caf\uFFFD", ["lost [\uFFFD]"]],
	["a private character", "a\uE001b", ["private [\uE001]"]],
	["a text in tags", "a\u{E0041}\u{E0042}b", ["tag [\u{E0041}\u{E0042}] → []"]],
	["a Cyrillic letter", "Chin\u0430 and", ["look-alike [Chin\u0430] → [China]"]],
	["a Greek letter", "\u0391nd then", ["look-alike [\u0391nd] → [And]"]],
])("%s", (_name, text, expected) => {
	const faults = look(hidden, "", text);
	expect(told(faults, text)).toEqual(expected);
	const fixed = corrected(text, faults);
	expect(look(hidden, "", fixed).filter(({ fix }) => fix !== null)).toEqual([]);
	expect(look(hidden, text, "").map(({ side }) => side)).toEqual(expected.map(() => "source"));
});

test.each([
	["plain text", "China, 中国, café\u00A0x"],
	["a joined face", "the 👩‍👩‍👧 family 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"],
	["Greek of science", "α-helix, ΔT, μm, the Ω and Σ"],
	["Russian", "He said «да» to Москва"],
	["directions that are brought back", "the word \u2067שלום\u2069 means"],
	["tab and end of line", "a\tb\nc"],
])("quiet: %s", (_name, text) => {
	expect(look(hidden, "", text)).toEqual([]);
});
