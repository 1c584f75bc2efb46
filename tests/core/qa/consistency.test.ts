import { expect, test } from "vitest";
import { consistency } from "#lib/core/qa/checks/consistency.ts";
import { foundIn } from "./found-in.ts";

const found = async (pairs: readonly (readonly [string, string])[]) =>
	(await foundIn(consistency, pairs)).flatMap((findings, at) =>
		findings.map(
			({ side, start, end, severity, values: { other, count } }) =>
				`${at} ${side} ${start}-${end} ${severity}: ${other} ×${count}`,
		),
	);

test("the rarer rendering of a text is found, and named the more frequent one", async () => {
	const pairs = [
		["会议圆满结束。", "The meeting ended well."],
		["會議圓滿結束。", "The meeting ended well."],
		["会议圆满结束", "The conference was a full success."],
	] as const;
	expect(await found(pairs)).toEqual(["2 target 0-34 minor: The meeting ended well. ×2"]);
});

test("where neither is more frequent both are found", async () => {
	const pairs = [
		["会议圆满结束。", "The meeting ended well."],
		["会议圆满结束。", "The conference was a full success."],
	] as const;
	expect(await found(pairs)).toEqual([
		"0 target 0-23 minor: The conference was a full success. ×1",
		"1 target 0-34 minor: The meeting ended well. ×1",
	]);
});

test.each([
	[
		"in case and punctuation",
		["会议圆满结束。", "The meeting ended well."],
		["会议圆满结束", "THE MEETING ENDED WELL"],
	],
	[
		"in another source",
		["会议圆满结束。", "The meeting ended well."],
		["会议圆满开幕。", "The meeting began."],
	],
	["of a short text", ["好的。", "Fine."], ["好的。", "All right."]],
	["where nothing is rendered yet", ["会议圆满结束。", "The meeting ended well."], ["会议圆满结束。", " "]],
] as const)("a difference %s is none: %j, %j", async (_, one, other) => {
	expect(await found([one, other])).toEqual([]);
});

test("of long texts the ends count too", async () => {
	const long = "这是一个很长的句子，".repeat(60);
	expect(
		await found([
			[`${long}完`, "One end."],
			[`${long}了`, "Another end."],
		]),
	).toEqual([]);
	expect(
		await found([
			[`${long}完`, "One end."],
			[`${long}完`, "Another end."],
		]),
	).toHaveLength(2);
});
