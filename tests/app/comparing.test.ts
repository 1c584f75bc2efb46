/** Texts compared before the code that does it well has come. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";

/** As a page has it that has just begun. */
async function fresh(): Promise<typeof import("#app/_workbench/store/comparing.ts")> {
	vi.resetModules();
	return await import("#app/_workbench/store/comparing.ts");
}

describe("while the code that compares has not come", () => {
	test("a text that one side alone changed is merged, one that both changed is for a person", async () => {
		const { merge, comparingHere } = await fresh();
		expect(comparingHere()).toBe(false);
		expect(merge("a", "a", "b", "en")).toEqual({ kind: "merged", text: "b" });
		expect(merge("a", "b", "a", "en")).toEqual({ kind: "merged", text: "b" });
		expect(merge("a", "b", "b", "en")).toEqual({ kind: "merged", text: "b" });
		expect(merge("one two", "One two", "one Two", "en")).toEqual({ kind: "conflict" });
	});

	test("changes lead exactly from one text to the other", async () => {
		const { changesBetween } = await fresh();
		const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "海") });
		fc.assert(
			fc.property(text, text, (before, after) => {
				const changes = changesBetween(before, after, "en");
				const of = (kind: "deleted" | "inserted") =>
					changes
						.filter((change) => change.kind === "same" || change.kind === kind)
						.map((change) => change.text)
						.join("");
				expect([of("deleted"), of("inserted")]).toEqual([before, after]);
				expect(changes.every((change) => change.text !== "")).toBe(true);
			}),
		);
	});

	test("it is asked for once, and merges word by word from then on", async () => {
		const { merge, expectComparing, comparingHere } = await fresh();
		await expectComparing();
		expect(comparingHere()).toBe(true);
		expect(merge("one two three", "One two three", "one two Three", "en")).toEqual({
			kind: "merged",
			text: "One two Three",
		});
	});
});
