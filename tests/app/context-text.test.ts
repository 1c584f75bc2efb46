import { expect, test } from "vitest";
import { textBefore, textBehind } from "#app/_ui/context-text.ts";

const english = "completed a cargo throughput of 15 million tons, and its trade grew";
const chinese = "港口年内完成货物吞吐量一千五百万吨，贸易增长";

test.each([
	[english, "15 million", "…throughput of |15 million| tons, and…"],
	["the city‘s gateway", "‘", "the city|‘|s gateway"],
	["Four score", "Four", "|Four| score"],
	["Four score", "score", "Four |score|"],
	[chinese, "一千五百万", "…内完成货物吞吐量|一千五百万|吨，贸易增长"],
	["完😀abcdefg here", "here", "…abcdefg |here|"],
])("around a place in “%s” stand whole words: “%s” is shown as %s", (text, found, shown) => {
	const start = text.indexOf(found);
	const end = start + found.length;
	expect(`${textBefore(text, start, 8)}|${found}|${textBehind(text, end, 8)}`).toBe(shown);
});
