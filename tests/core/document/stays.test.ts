import { expect, test } from "vitest";
import { type Revised, stays } from "#lib/core/document/stays.ts";

/** "m1 a→b" is what m did to segment 1 in the minute of its place in the list, oldest first. */
function history(lines: readonly string[]): Revised[] {
	return lines
		.map((line, i): Revised => {
			const [, person = "", segment = "", before = "", after = ""] = /^(\w)(\w) (\w*)→(\w*)/.exec(line) ?? [];
			const minute = Number(/@(\d+)/.exec(line)?.[1] ?? i);
			return {
				number: i + 1,
				at: new Date(minute * 60_000).toISOString(),
				actor: { id: person },
				type: line.includes("!") ? "split" : "edit",
				undoes: line.includes("undo") ? i : null,
				before,
				after,
				segment,
			};
		})
		.toReversed();
}

test.each<[claim: string, lines: string[], told: string[]]>([
	["one revision is one entry", ["m1 a→b"], ["1: a→b"]],
	["what follows upon each other is one", ["m1 a→b", "m1 b→c", "m1 c→d"], ["3,2,1: a→d"]],
	["another segment is another", ["m1 a→b", "m2 x→y", "m1 b→c"], ["3: b→c", "2: x→y", "1: a→b"]],
	["others at work elsewhere do not end it", ["m1 a→b", "n2 x→y", "m1 b→c"], ["3,1: a→c", "2: x→y"]],
	["others at work on the same text do", ["m1 a→b", "n1 b→c", "m1 c→d"], ["3: c→d", "2: b→c", "1: a→b"]],
	["a long pause does", ["m1 a→b @0", "m1 b→c @9", "m1 c→d @19"], ["3: c→d", "2,1: a→c"]],
	["taking back is an entry of its own", ["m1 a→b", "m1 b→a undo"], ["2: b→a", "1: a→b"]],
	["so is anything but wording", ["m1 a→b", "m1 b→b !", "m1 b→c"], ["3: b→c", "2: b→b", "1: a→b"]],
])("%s", (_claim, lines, told) => {
	const found = stays(history(lines)).map(
		({ whole, parts }) => `${parts.map(({ number }) => number).join(",")}: ${whole.before}→${whole.after}`,
	);
	expect(found).toEqual(told);
});

test("documents are kept apart", () => {
	const [later, earlier] = history(["m1 a→b", "m1 b→c"]);
	if (!later || !earlier) throw new Error("two");
	const apart = [
		{ ...later, documentId: "one" },
		{ ...earlier, documentId: "two" },
	];
	expect(stays(apart).map(({ parts }) => parts.length)).toEqual([1, 1]);
});
