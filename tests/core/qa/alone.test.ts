/** Sentences that one side has and the other lacks, with the dictionary that is installed. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Lexicon } from "#lib/core/align/lexicon/lexicon.ts";
import { droppedSentence } from "#lib/core/qa/checks/dropped-sentence.ts";
import { inventedSentence } from "#lib/core/qa/checks/invented-sentence.ts";
import { processorTime } from "#tests/setup/processor-time.ts";
import { bakeryScene, bridgeScene } from "../align/scenes.ts";
import { foundIn } from "./found-in.ts";
import { lookAt } from "./look-at.ts";

let lexicon: Lexicon | null;
beforeAll(async () => {
	const { loadLexicon } = await import("#lib/server/lexicon.ts");
	lexicon = await loadLexicon("zh", "en");
}, 60_000);

const source =
	"石桥建于1890年，用了三年时间。桥上有十二只石狮子，每只的表情都不一样。去年夏天，洪水冲走了其中一只。村民们正在筹钱修复它。";
const rendering = [
	"The stone bridge was built in 1890 and took three years.",
	"There are twelve stone lions on it, each with a different expression.",
	"Last summer a flood swept one of them away.",
	"The villagers are raising money to restore it.",
];
const sentences = source.split(/(?<=。)/u);

describe("a sentence that the rendering lacks is found", () => {
	test.each([0, 1, 2, 3])("the one at %i", async (gone) => {
		const found = await lookAt(droppedSentence, source, rendering.toSpliced(gone, 1).join(" "), { lexicon });
		expect(found.map(({ said }) => said)).toEqual([expect.stringContaining(sentences[gone] ?? "-")]);
		expect(found.map(({ fix }) => fix)).toEqual([null]);
	});
});

test.each([
	[
		"这座石桥建于一八九〇年，桥上刻着十二只石狮子，去年夏天洪水冲走了其中一只，村民们正在筹钱修复它。",
		"The stone bridge was built in 1890, twelve stone lions are carved on it, and the villagers are raising money to restore it.",
		"去年夏天洪水冲走了其中一只，",
	],
])("a long clause that the rendering lacks is found: %s", async (original, target, gone) => {
	const found = await lookAt(droppedSentence, original, target, { lexicon });
	expect(found.map(({ said }) => said)).toEqual([expect.stringMatching(new RegExp(`clause ${gone}$`, "u"))]);
});

test("a clause that stands elsewhere in its sentence is not missing", async () => {
	const original = "自从三年前洪水冲走了桥上的石狮子以来，王村长今年第一次来到了这座小城。";
	const target =
		"It was the first time for village head Wang to come to this small town since the flood swept away the stone lions on the bridge three years ago.";
	expect(await lookAt(droppedSentence, original, target, { lexicon })).toEqual([]);
});

test.each([
	["slips where few passages do it", 2, "major"],
	["the manner of the whole where many do", 8, "minor"],
])("sentences of its own are %s", async (_, adding, severity) => {
	const added = `${rendering.join(" ")} Nobody in the valley had ever heard of anything like it before.`;
	const pairs = Array.from(
		{ length: 100 },
		(_, i) => [source, i < adding ? added : rendering.join(" ")] as const,
	);
	const found = (await foundIn(inventedSentence, pairs, lexicon)).flat();
	expect(found.map((finding) => finding.severity)).toEqual(Array.from({ length: adding }, () => severity));
});

describe("a sentence that the source lacks is found", () => {
	test.each([0, 1, 2, 3])("the one at %i", async (gone) => {
		const original = sentences.toSpliced(gone, 1).join("");
		const found = await lookAt(inventedSentence, original, rendering.join(" "), { lexicon });
		expect(found.map(({ said }) => said)).toEqual([expect.stringContaining(rendering[gone] ?? "-")]);
	});
});

test.each([
	[source, rendering.join(" ")],
	[
		source,
		"The stone bridge, built in 1890, took three years, and there are twelve stone lions on it, each with a different expression. A flood swept one of them away last summer; the villagers are raising money to restore it.",
	],
	[
		"石桥建于1890年，用了三年时间，桥上有十二只石狮子，每只的表情都不一样。",
		"The stone bridge was built in 1890. It took three years. There are twelve stone lions on it. Each has a different expression.",
	],
	[
		"值得！桥上有十二只石狮子，每只的表情都不一样。",
		"There are twelve stone lions on the bridge, each with a different expression.",
	],
	["石桥很老。", "The bridge is old."],
	["石桥很老。狮子很多。", ""],
	["", "The bridge is old. It has many lions."],
])("%s → %s: nothing is missing or added", async (original, target) => {
	expect(await lookAt(droppedSentence, original, target, { lexicon })).toEqual([]);
	expect(await lookAt(inventedSentence, original, target, { lexicon })).toEqual([]);
});

test("in whole paragraphs of a translation nothing is missing or added", async () => {
	for (const { source: texts, target, gold } of [bridgeScene, bakeryScene]) {
		const rows = gold.filter((bead) => bead.source.length > 0 && bead.target.length > 0);
		for (let from = 0; from + 3 <= rows.length; from += 3) {
			const part = rows.slice(from, from + 3);
			const original = part.flatMap((bead) => bead.source.map((i) => texts[i])).join("");
			const english = part.flatMap((bead) => bead.target.map((j) => target[j])).join(" ");
			for (const check of [droppedSentence, inventedSentence]) {
				const found = await lookAt(check, original, english, { lexicon });
				expect(found.filter(({ said }) => !said.startsWith("minor"))).toEqual([]);
			}
		}
	}
});

test("without a dictionary nothing is looked for", async () => {
	expect(await lookAt(droppedSentence, source, rendering[0] ?? "", { lexicon: null })).toEqual([]);
	expect(await lookAt(inventedSentence, sentences[0] ?? "", rendering.join(" "), { lexicon: null })).toEqual(
		[],
	);
});

test.each([
	["石桥。".repeat(20_000), "The bridge. ".repeat(8_000)],
	["石桥很老，".repeat(20_000), "The bridge is old and ".repeat(4_000)],
	["石桥很老。石桥很老", "old ".repeat(25_000)],
	["桥".repeat(100_000), "The bridge is old. It is old."],
])("a text of 100,000 characters is read in a few seconds", async (original, target) => {
	const before = processorTime();
	await lookAt(droppedSentence, original, target, { lexicon });
	await lookAt(inventedSentence, original, target, { lexicon });
	expect(processorTime() - before).toBeLessThan(6_000);
});
