/** What a dismissal holds for. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { contentOf, fingerprintOf } from "#lib/core/qa/fingerprint.ts";

const passage = (source: readonly string[], target: readonly string[]) => ({
	source: source.map((text, i) => ({ id: `s${i}`, text })),
	target: target.map((text, i) => ({ id: `t${i}`, text })),
});
const finding = { check: "script-slip", key: "other-script", side: "source", start: 2, end: 4 } as const;

test.each([
	["a text", passage(["這裡。"], ["Here."])],
	["which side it stands on", passage([], ["这里。", "Here."])],
	["how it is divided", passage(["这里", "。"], ["Here."])],
	["the order", passage(["这里。"], ["Here.", ""])],
])("another content where %s is another", (_, other) => {
	expect(contentOf(other)).not.toBe(contentOf(passage(["这里。"], ["Here."])));
});

test("ids are no content", () => {
	const one = { source: [{ id: "a", text: "水" }], target: [] };
	const other = { source: [{ id: "b", text: "水" }], target: [] };
	expect(contentOf(one)).toBe(contentOf(other));
});

test.each([
	{ check: "numbers" },
	{ key: "wrong-character" },
	{ side: "target" },
	{ start: 1 },
	{ end: 5 },
] as const)("another finding where there is %j", (difference) => {
	expect(fingerprintOf({ ...finding, ...difference }, "c")).not.toBe(fingerprintOf(finding, "c"));
	expect(fingerprintOf({ ...finding, ...difference }, "c")).not.toBe(
		fingerprintOf({ ...finding, ...difference }, "d"),
	);
});

test("texts that differ in one character have contents that differ", () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), fc.string({ minLength: 1, maxLength: 1 }), (before, after, one) => {
			const written = contentOf(passage([], [before + one + after]));
			expect(written).toMatch(/^[0-9a-f]{32}$/);
			expect(written).not.toBe(contentOf(passage([], [`${before}${one === "x" ? "y" : "x"}${after}`])));
		}),
	);
});
