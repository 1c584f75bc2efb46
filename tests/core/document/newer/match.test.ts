import fc from "fast-check";
import { expect, test } from "vitest";
import { matchVersions } from "#lib/core/document/newer/match.ts";
import { bareText } from "#lib/core/document/newer/similarity.ts";
import { processorTime } from "#tests/setup/processor-time.ts";

/** "0-1:0-1=" is the first text of each, saying the same; "~" saying something else. */
const written = (old: readonly string[], now: readonly string[]) =>
	matchVersions(old, now).map(
		({ old: [a, b], now: [c, d], same }) => `${a}-${b}:${c}-${d}${same ? "=" : "~"}`,
	);

const ship = "The ship came in at noon.";
const gulls = "Gulls cried over the pier.";
const captain = "The captain waved to the crowd with his hat.";
const waved = "The captain waved to the crowd with his new hat.";
const rain = "It rained all through the night.";

test.each<[string, string[], string[], string[]]>([
	["nothing changed", [ship, gulls], [ship, gulls], ["0-1:0-1=", "1-2:1-2="]],
	[
		"one reworded between two",
		[ship, captain, rain],
		[ship, waved, rain],
		["0-1:0-1=", "1-2:1-2~", "2-3:2-3="],
	],
	["one added", [ship, rain], [ship, gulls, rain], ["0-1:0-1=", "1-1:1-2~", "1-2:2-3="]],
	["one gone", [ship, gulls, rain], [ship, rain], ["0-1:0-1=", "1-2:1-1~", "2-3:1-2="]],
	["added at the beginning", [rain], [ship, rain], ["0-0:0-1~", "0-1:1-2="]],
	["everything gone but one", [ship, rain, gulls], [gulls], ["0-1:0-0~", "1-2:0-0~", "2-3:0-1="]],
	["two joined by a reviewer", [`${ship} ${gulls}`, rain], [ship, gulls, rain], ["0-1:0-2=", "1-2:2-3="]],
	[
		"one split by a reviewer",
		["The ship", " came in at noon.", rain],
		[ship, rain],
		["0-2:0-1=", "2-3:1-2="],
	],
	["cut otherwise at the end", [rain, `${ship} ${gulls}`], [rain, ship, gulls], ["0-1:0-1=", "1-2:1-3="]],
	["only white space differs", ["船到了。 海鸥 叫。"], ["船到了。海鸥叫。"], ["0-1:0-1="]],
	[
		"one become two",
		[ship, "It rained all night and the wind blew hard from the sea.", gulls],
		[ship, "It rained all night.", "The wind blew hard from the sea.", gulls],
		["0-1:0-1=", "1-2:1-3~", "2-3:3-4="],
	],
	[
		"one gone and one reworded, told apart by their words",
		[ship, rain, captain, gulls],
		[ship, waved, gulls],
		["0-1:0-1=", "1-2:1-1~", "2-3:1-2~", "3-4:2-3="],
	],
	["a refrain", [gulls, ship, gulls], [gulls, gulls], ["0-1:0-1=", "1-2:1-1~", "2-3:1-2="]],
	[
		"nothing in common at the same place",
		[ship, "同意。", rain],
		[ship, "不行！", rain],
		["0-1:0-1=", "1-2:1-2~", "2-3:2-3="],
	],
])("%s", (_, old, now, expected) => {
	expect(written(old, now)).toEqual(expected);
});

const anyTexts = fc.array(
	fc.constantFrom(ship, gulls, captain, waved, rain, "船到了。", "", "a", "b", "a b"),
	{
		maxLength: 14,
	},
);

test("both lists are covered in order, and what is said to be the same reads the same", () => {
	fc.assert(
		fc.property(anyTexts, anyTexts, (old, now) => {
			let [i, j] = [0, 0];
			for (const match of matchVersions(old, now)) {
				expect([match.old[0], match.now[0]]).toEqual([i, j]);
				[i, j] = [match.old[1], match.now[1]];
				const texts = [old.slice(...match.old), now.slice(...match.now)].map((list) =>
					bareText(list.join("")),
				);
				if (match.same) expect(texts[0]).toBe(texts[1]);
				expect(match.old[1] - match.old[0] + match.now[1] - match.now[0]).toBeGreaterThan(0);
			}
			expect([i, j]).toEqual([old.length, now.length]);
		}),
		{ numRuns: 500 },
	);
});

test("a text against itself is the same all through", () => {
	fc.assert(
		fc.property(anyTexts, (texts) => {
			expect(matchVersions(texts, texts).every(({ same }) => same)).toBe(true);
		}),
	);
});

test("20,000 sentences all worded anew are paired in order within seconds", () => {
	const old = Array.from(
		{ length: 20_000 },
		(_, i) => `Sentence ${i} says what number ${i * 7} is good for.`,
	);
	const now = old.map((text, i) => `${text.replace("good for", "meant to be")} ${i}`);
	now.splice(9_000, 0, "Something quite different stands here.", "And here.");
	const begun = processorTime();
	const matches = matchVersions(old, now);
	expect(processorTime() - begun).toBeLessThan(20_000);
	const right = matches.filter(({ old: [i], now: [j] }) => j === (i < 9_000 ? i : i + 2)).length;
	expect(right).toBeGreaterThan(19_900);
}, 60_000);
