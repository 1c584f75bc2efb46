import { expect, test } from "vitest";
import { bookTitle } from "#lib/core/qa/checks/book-title.ts";
import { anyStyle } from "#lib/core/qa/style-profile.ts";
import { corrected, look, told } from "./look-with.ts";

test.each([
	["either", "他读《红高粱》", "He reads 《Red Sorghum》.", ["left [《] → [“]", "left [》] → [”]"]],
	["none", "他读《红高粱》", "He reads 《Red Sorghum》.", ["left [《] → []", "left [》] → []"]],
	["either", "他读《红高粱》", "He reads <Red Sorghum>.", ["minor angle [<Red Sorghum>] → [“Red Sorghum”]"]],
	["either", "他读《论〈诗〉》", "On 〈Poetry〉", ["left [〈] → [‘]", "left [〉] → [’]"]],
	["either", "他读《红高粱》", "He reads Red Sorghum.", []],
	["either", "他读《红高粱》", "He reads “Red Sorghum”.", []],
	["either", "他读《红高粱》", "He <b>reads</b> Red Sorghum.", []],
	["either", "三小于五", "3 <Five and 7> 5", []],
	["either", "", "The sign 《红高粱》 is red", []],
	["quotes", "他读《红高粱》", "He reads Red Sorghum.", ["minor unquoted []"]],
	["quotes", "他读《红高粱》", "He reads “Red Sorghum.”", []],
	["none", "他读《红高粱》", "He reads “Red Sorghum”.", ["minor quoted [“Red Sorghum”] → [Red Sorghum]"]],
	["none", "他读《红高粱》，说“好”", "He reads “Red Sorghum” and says “fine”.", []],
] as const)("titles %s: %s | %s", (titles, source, text, expected) => {
	const around = { knowledge: { style: { ...anyStyle, titles } } };
	const faults = look(bookTitle, source, text, around);
	expect(told(faults, text)).toEqual(expected);
	if (titles === "either") expect(look(bookTitle, source, corrected(text, faults), around)).toEqual([]);
});
