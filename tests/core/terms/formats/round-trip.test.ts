import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GlossaryEntry } from "#lib/core/terms/formats/contract.ts";
import { glossaryFormats } from "#lib/core/terms/formats/registry.ts";
import { starterTerms } from "#lib/core/terms/starter/starter-terms.ts";
import { renderingStatuses } from "#lib/core/terms/term.ts";
import { glossaryIn } from "./in-files.ts";

const pieces = [
	"中央",
	"國",
	"a",
	"B",
	"=1+1",
	"@",
	"-",
	"'",
	"''",
	'"',
	",",
	";",
	"|",
	"\t",
	"<b>",
	"&amp;",
	"_x0041_",
	"é",
	"😀",
	" ",
];
const line = fc
	.array(fc.constantFrom(...pieces), { maxLength: 6 })
	.map((all) => all.join("").replaceAll(/\s+/gu, " ").trim());
const filled = line.map((text) => text || "x");
const note = fc.array(line, { maxLength: 3 }).map((lines) => lines.join("\n").trim());

const rendering = fc
	.record({
		text: filled,
		status: fc.constantFrom(...renderingStatuses),
		note,
		authority: fc.oneof(line, fc.constant("https://example.org/a?b=1&c=2")),
		alwaysWrong: fc.boolean(),
	})
	.map((one) => ({ ...one, alwaysWrong: one.alwaysWrong && one.status === "forbidden" }));

const entries: fc.Arbitrary<GlossaryEntry[]> = fc.uniqueArray(
	fc.record({
		simplified: filled,
		traditional: filled,
		domain: line,
		note,
		renderings: fc
			.uniqueArray(rendering, { maxLength: 4, selector: ({ text }) => text })
			.map((all) =>
				all.filter(
					({ status }, at) => status !== "preferred" || all.findIndex((one) => one.status === status) === at,
				),
			),
	}),
	{ minLength: 1, maxLength: 5, selector: ({ simplified }) => simplified },
);

describe.each(glossaryFormats.map((format) => [format.id, format] as const))("%s", (_id, format) => {
	test("what is written is read again as it was", async () => {
		await fc.assert(
			fc.asyncProperty(entries, async (terms) => {
				const read = await glossaryIn(format.write(terms), `glossary.${format.extensions[0]}`);
				expect(read.problems).toEqual([]);
				expect(read.terms).toEqual(terms);
			}),
			{ numRuns: 60 },
		);
	});

	test("the official terms come through, and the same terms give the same bytes", async () => {
		const terms = starterTerms().map(({ id: _, ...entry }) => entry);
		const bytes = format.write(terms);
		expect((await glossaryIn(bytes, `g.${format.extensions[0]}`)).terms).toEqual(terms);
		expect(format.write(terms)).toEqual(bytes);
	});

	test("bytes of any kind are told, never thrown for", async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
				const { terms, problems } = await glossaryIn(bytes, `g.${format.extensions[0]}`);
				expect(terms.length === 0 || problems.length === 0).toBe(true);
				expect(terms.length + problems.length).toBeGreaterThan(0);
			}),
			{ numRuns: 40 },
		);
	});

	test("a file cut anywhere is refused, or a table of fewer terms", async () => {
		const terms = starterTerms()
			.slice(0, 5)
			.map(({ id: _, ...entry }) => entry);
		const bytes = format.write(terms);
		for (let length = 1; length < bytes.length; length += Math.ceil(bytes.length / 40)) {
			const read = await glossaryIn(bytes.subarray(0, length), `g.${format.extensions[0]}`);
			if (format.id !== "csv") expect(read.problems).not.toEqual([]);
			else expect(read.terms.length).toBeLessThanOrEqual(terms.length);
		}
	});
});
