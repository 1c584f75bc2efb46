import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { likeWords } from "#lib/core/align/lexical/cognates.ts";
import { plainSide } from "./sides.ts";

/** The target words like a source word, with their likeness. */
function like(source: string, target: string): [string, number][] {
	const [one, other] = [plainSide(source), plainSide(target)];
	const found: [string, number][] = [];
	likeWords(one, other)(0, (e, likeness) => found.push([other.texts[e] ?? "", likeness]));
	return found;
}

describe("words are alike by the letters they share in order", () => {
	test.each<[string, string, [string, number][]]>([
		["university", "université", [["université", 0.9]]],
		["Regierung", "regierung", [["regierung", 1]]],
		[
			"alpine",
			"alpin alpes alm",
			[
				["alpin", 5 / 6],
				["alpes", 4 / 6],
			],
		],
		["téléphone", "telephone", [["telephone", 1]]],
		["Katze", "chat", []],
		["hand", "handle", [["handle", 4 / 6]]],
		["hand", "handicapped", []], // too much of it is something else
		["der", "derselbe", []], // too short
		["stern", "star", []], // other beginnings
		["1234", "1234", []],
	])("%s and %s", (source, target, expected) => {
		expect(like(source, target)).toEqual(
			expected.map(([word, likeness]) => [word, expect.closeTo(likeness, 9)]),
		);
	});

	test("as much one way as the other, between 0.6 and 1", () => {
		const word = fc.string({ unit: fc.constantFrom("a", "b", "é", "e"), minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(word, word, (one, other) => {
				const [there] = like(`aaa${one}`, `aaa${other}`);
				const [back] = like(`aaa${other}`, `aaa${one}`);
				expect(there?.[1]).toBe(back?.[1]);
				if (there) expect(there[1]).toBeGreaterThanOrEqual(0.6);
				if (there) expect(there[1]).toBeLessThanOrEqual(1);
				if (one === other) expect(there?.[1]).toBe(1);
			}),
		);
	});
});
