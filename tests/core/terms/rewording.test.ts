import { describe, expect, test } from "vitest";
import { compileTerms } from "#lib/core/terms/matcher.ts";
import { merging } from "#lib/core/terms/merging.ts";
import { rewordingOf, withoutRendering } from "#lib/core/terms/rewording.ts";
import type { RenderingStatus, Term } from "#lib/core/terms/term.ts";

const term = (simplified: string, ...renderings: readonly (readonly [string, RenderingStatus])[]): Term => ({
	id: simplified,
	simplified,
	traditional: simplified,
	domain: "",
	note: "",
	renderings: renderings.map(([text, status]) => ({
		text,
		status,
		note: "",
		authority: "",
		alwaysWrong: false,
	})),
});

const office = term("港务局", ["Port Authority", "preferred"], ["Port Office", "forbidden"]);
const police = term("水警", ["Port Office Police", "preferred"]);
const all = compileTerms([office, police]);

describe("a text in which a rendering must not stand any more", () => {
	test.each([
		["The Harbour Bureau met.", "The Port Authority met."],
		["The Harbour Bureau met the Port Office.", "The Port Authority met the Port Authority."],
		["The Harbour Bureau’s notice", "The Port Authority’s notice"],
	])("%s → %s", (before, after) => {
		const wrong = compileTerms([withoutRendering(office, "Harbour Bureau")]);
		expect(rewordingOf(before, wrong, all)?.text).toBe(after);
	});

	test.each(["The Port Authority met.", "Nobody met.", "The Port Office Police came."])(
		"%s is none",
		(text) => {
			const wrong = compileTerms([withoutRendering(office, "Harbour Bureau")]);
			expect(rewordingOf(text, wrong, all)).toBeNull();
		},
	);

	test("is left to a person where the term has no preferred rendering", () => {
		const bare = term("港务局", ["Port Office", "forbidden"]);
		const found = rewordingOf("The Port Office met.", compileTerms([bare]), compileTerms([bare]));
		expect(found).toMatchObject({ places: [{ start: 4, end: 15, after: null }], text: null });
	});
});

describe("a file held against a glossary", () => {
	test("adds what is new, changes what reads otherwise, and keeps what it leaves out", () => {
		const known = [{ ...office, domain: "harbour", note: "Since 1998" }, police];
		const given = [
			{ ...term("港务局", ["Port Authority", "preferred"]), id: "a" },
			{ ...police, id: "b" },
			{ ...term("灯塔", ["lighthouse", "preferred"]), id: "c" },
		];
		const made = merging(known, given);
		expect(made.added.map(({ id }) => id)).toEqual(["c"]);
		expect(made.same).toBe(1);
		expect(made.changed).toMatchObject([
			{
				before: { id: "港务局" },
				after: { id: "港务局", domain: "harbour", note: "Since 1998", renderings: [{}] },
			},
		]);
	});

	test("is all the same against what it was written from", () => {
		expect(merging([office, police], [office, police])).toEqual({ added: [], changed: [], same: 2 });
	});
});
