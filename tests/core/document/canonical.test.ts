import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, type Json } from "#lib/core/document/canonical.ts";

/** RFC 8785, appendix B: IEEE 754 bits and the number as it is written. */
test.each([
	["0000000000000000", "0"],
	["8000000000000000", "0"],
	["0000000000000001", "5e-324"],
	["8000000000000001", "-5e-324"],
	["7fefffffffffffff", "1.7976931348623157e+308"],
	["ffefffffffffffff", "-1.7976931348623157e+308"],
	["4340000000000000", "9007199254740992"],
	["c340000000000000", "-9007199254740992"],
	["4430000000000000", "295147905179352830000"],
	["44b52d02c7e14af5", "9.999999999999997e+22"],
	["44b52d02c7e14af6", "1e+23"],
	["44b52d02c7e14af7", "1.0000000000000001e+23"],
	["444b1ae4d6e2ef4e", "999999999999999700000"],
	["444b1ae4d6e2ef4f", "999999999999999900000"],
	["444b1ae4d6e2ef50", "1e+21"],
	["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
	["3eb0c6f7a0b5ed8d", "0.000001"],
	["41b3de4355555553", "333333333.3333332"],
	["41b3de4355555554", "333333333.33333325"],
	["41b3de4355555555", "333333333.3333333"],
	["41b3de4355555556", "333333333.3333334"],
	["41b3de4355555557", "333333333.33333343"],
	["becbf647612f3696", "-0.0000033333333333333333"],
	["43143ff3c1cb0959", "1424953923781206.2"],
])("the number with bits %s is written %s", (bits, expected) => {
	const view = new DataView(new ArrayBuffer(8));
	view.setBigUint64(0, BigInt(`0x${bits}`));
	expect(canonicalJson(view.getFloat64(0))).toBe(expected);
});

test("section 3.2.2: literals, numbers and a string with escapes", () => {
	const input = JSON.parse(`{
		"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
		"string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
		"literals": [null, true, false]
	}`) as Json;
	expect(canonicalJson(input)).toBe(
		'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
	);
});

test("section 3.2.3: keys are sorted by UTF-16 code units, not by code points", () => {
	const input = {
		"\u20ac": "Euro Sign",
		"\r": "Carriage Return",
		"\ufb33": "Hebrew Letter Dalet With Dagesh",
		"1": "One",
		"\ud83d\ude00": "Emoji: Grinning Face",
		"\u0080": "Control",
		"\u00f6": "Latin Small Letter O With Diaeresis",
	};
	const values = [...canonicalJson(input).matchAll(/:"([^"]*)"/g)].map((match) => match[1]);
	expect(values).toEqual([
		"Carriage Return",
		"One",
		"Control",
		"Latin Small Letter O With Diaeresis",
		"Euro Sign",
		"Emoji: Grinning Face",
		"Hebrew Letter Dalet With Dagesh",
	]);
});

test.each([
	["nothing", Number.NaN],
	["no end", Number.POSITIVE_INFINITY],
	["half a pair", "\udead"],
	["half a pair as a key", { "\ud800": 1 }],
	["a field without a value", { a: undefined } as unknown as Json],
])("what has no canonical form is refused: %s", (_, value) => {
	expect(() => canonicalJson(value)).toThrow(RangeError);
});

test("writing, reading and writing again gives the same bytes, whatever the order of keys", () => {
	fc.assert(
		fc.property(fc.jsonValue({ stringUnit: "binary-ascii" }), (value) => {
			const text = canonicalJson(value as Json);
			expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
			expect(canonicalJson(reversed(value as Json))).toBe(text);
			expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
		}),
	);
});

function reversed(value: Json): Json {
	if (Array.isArray(value)) return value.map(reversed);
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(
		Object.entries(value)
			.toReversed()
			.map(([key, item]) => [key, reversed(item)]),
	);
}
