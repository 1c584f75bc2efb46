import { expect, test } from "vitest";
import { pairs } from "#lib/core/qa/checks/pairs.ts";
import { look, told } from "./look-with.ts";

test.each([
	["中国（北京）", "China (Beijing", ["unclosed [(]"]],
	["中国（北京）", "China Beijing)", ["unopened [)]"]],
	["中国", "The (whole of it", ["unclosed [(]"]],
	["中国", "The civil) law", ["unopened [)]"]],
	["【注】", "[Note Read this.", ["unclosed [[]"]],
	["（一）", "(a] one", ["mixed []]"]],
	["（一[二]）", "(a [b) c", ["unclosed [[]"]],
	["（1月15日）", "last Saturday January 15)", ["unopened [)]"]],
	["（1）好", "1) Good", ["unopened [)]"]],
	["（四）好", "4) Good", ["unopened [)]"]],
	["给我", "They sent me a) photo", ["unopened [)]"]],
	["好", "I] am well", ["unopened []]"]],
	["（2014）", "(2014]", ["mixed []]"]],
	["准则）、伦理", "norms), ethics)", ["unopened [)]", "unopened [)]"]],
	["准则）、伦理", "norms), ethics", []],
	["", "China (Beijing", ["minor unclosed [(]"]],
])("%s | %s", (source, text, expected) => {
	expect(told(look(pairs, source, text), text)).toEqual(expected);
});

test.each([
	["pairs within pairs", "好", "China (the [old] one) {x}"],
	["a list", "好", "a) one; b) two; iv) four; 12) twelve and 13) more"],
	["what the source has too", "（见下文。", "(See below."],
	["smiles", "好", "Thanks :) really ;-) and :("],
	["a smile in brackets", "好", "Thanks (a lot :) )"],
	["a half-open interval", "好", "within [0, 1) and (2, 3]"],
	["an address", "好", "see https://example.org/a_(b now"],
	["full-width pairs, of which another check speaks", "好", "China（Beijing)"],
	["a template", "好", "Hello {{name}}"],
])("quiet: %s", (_name, source, text) => {
	expect(told(look(pairs, source, text), text)).toEqual([]);
});

test("a pair may run over the segments of a passage", () => {
	const target = [
		{ id: "a", text: "(See below." },
		{ id: "b", text: "And above.)" },
	];
	expect(look(pairs, "（见下文，及上文。）", "", { passage: { target } })).toEqual([]);
});
