import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Anchor, type Candidate, locate, nearestOccurrence } from "#lib/core/anchor/locate.ts";

const text = "The port opened. The old harbour was closed.";
const start = text.indexOf("old harbour");
const anchor: Anchor = {
	segment: "a",
	version: 3,
	text,
	span: { start, end: start + 11 },
	quote: "old harbour",
};
const now = (id: string, written: string, version = 9): Candidate => ({ id, version, text: written });
const quoted = (found: ReturnType<typeof locate>, candidates: readonly Candidate[]) =>
	found?.span &&
	candidates.find(({ id }) => id === found.segment)?.text.slice(found.span.start, found.span.end);

test.each<[string, Candidate[], string, string | null]>([
	["the version commented on is back", [now("a", text, 3)], "a", "old harbour"],
	[
		"the text was edited around it",
		[now("a", "Ports opened; the old harbour was shut.")],
		"a",
		"old harbour",
	],
	[
		"the segment was split before it",
		[now("a", "The port opened."), now("b", " The old harbour was closed.")],
		"b",
		"old harbour",
	],
	[
		"the segment was split behind it",
		[now("a", "The port opened. The old harbour"), now("b", " was closed.")],
		"a",
		"old harbour",
	],
	[
		"the segment was split within it",
		[now("a", "The port opened. The old"), now("b", " harbour was closed.")],
		"b",
		" harbour",
	],
	["the segment was joined to another", [now("z", `It rained. ${text}`)], "z", "old harbour"],
	[
		"it was moved within the text",
		[now("a", "The old harbour was closed, and so on. The port opened.")],
		"a",
		"old harbour",
	],
	[
		"half of it was reworded",
		[now("a", "The port opened. The ancient harbour was closed.")],
		"a",
		"ancient harbour",
	],
	["it is gone", [now("a", "The port opened. It was closed.")], "a", null],
])("%s", (_claim, candidates, segment, quote) => {
	const found = locate(anchor, candidates, "en");
	expect(found).toMatchObject({ segment, orphaned: quote === null });
	expect(quoted(found, candidates)).toBe(quote);
});

test("nothing is left of the segment", () => {
	expect(locate(anchor, [], "en")).toBeNull();
});

test.each<[string, Candidate[], string]>([
	["stays with its segment", [now("a", "All new.")], "a"],
	[
		"goes with most of its text",
		[now("a", "The port"), now("b", " opened. The old harbour was closed.")],
		"b",
	],
])("a comment on a whole segment %s", (_claim, candidates, segment) => {
	expect(locate({ ...anchor, span: null, quote: text }, candidates, "en")).toEqual({
		segment,
		span: null,
		orphaned: false,
	});
});

test.each([
	["a b a b a", "b", 7, 6],
	["a b a b a", "b", 0, 2],
	["a b a", "c", 0, null],
	["a", "", 0, null],
])("in %j the %j nearest to %i is at %j", (written, quote, near, at) => {
	expect(nearestOccurrence(written, quote, near)).toBe(at);
});

describe("for any text", () => {
	const word = fc.stringMatching(/^[a-e]{1,6}$/);
	const words = fc.array(word, { minLength: 1, maxLength: 12 });

	test("wherever it is split outside of the quote, the quote is found whole", () => {
		fc.assert(
			fc.property(words, fc.nat(), fc.nat(), (list, which, cut) => {
				const quote = `<${list[which % list.length]}>`;
				const whole = list.map((each, i) => (i === which % list.length ? quote : each)).join(" ");
				const from = whole.indexOf(quote);
				const at = cut % whole.length;
				fc.pre(at > 0 && (at <= from || at >= from + quote.length));
				const halves = [now("a", whole.slice(0, at)), now("b", whole.slice(at))];
				const span = { start: from, end: from + quote.length };
				const found = locate({ segment: "a", version: 1, text: whole, span, quote }, halves, "en");
				expect(quoted(found, halves)).toBe(quote);
			}),
		);
	});

	test("whatever it is joined to, the quote is found where it was", () => {
		fc.assert(
			fc.property(words, words, fc.nat(), (list, others, which) => {
				const whole = list.join(" ");
				const ahead = list
					.slice(0, which % list.length)
					.map((each) => `${each} `)
					.join("");
				const quote = list[which % list.length] ?? "";
				const span = { start: ahead.length, end: ahead.length + quote.length };
				const joined = now("z", `${others.join(" ")} ${whole}`);
				fc.pre(!joined.text.startsWith(whole)); // nobody could tell the two apart
				const found = locate({ segment: "a", version: 1, text: whole, span, quote }, [joined], "en");
				expect(found?.span?.start).toBe(joined.text.length - whole.length + ahead.length);
			}),
		);
	});
});
