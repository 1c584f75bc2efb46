import { expect, test } from "vitest";
import { sameRendering } from "#lib/core/qa/checks/same-rendering.ts";
import { foundIn } from "./found-in.ts";

const found = async (pairs: readonly (readonly [string, string])[]) =>
	(await foundIn(sameRendering, pairs)).flatMap((findings, at) =>
		findings.map(({ start, end, values: { other, count } }) => `${at} ${start}-${end} ${other} ×${count}`),
	);

test("a rendering that stands for another text more often is found", async () => {
	const pairs = [
		["会议圆满结束。", "The meeting ended well."],
		["会议圆满结束。", "The meeting ended well."],
		["请填写您的地址。", "The meeting ended well."],
	] as const;
	expect(await found(pairs)).toEqual(["2 0-23 会议圆满结束。 ×2"]);
});

test.each([
	["in script", "会议圆满结束。", "會議圓滿結束", "The meeting ended well."],
	["in a particle", "会议圆满结束。", "会议圆满地结束了！", "The meeting ended well."],
	["in a word", "会议圆满结束。", "大会圆满结束。", "The meeting ended well."],
	["under a short rendering", "谢谢你", "感激不尽", "Thank you."],
])("texts that differ %s may be rendered alike: %s, %s as %s", async (_, one, other, target) => {
	expect(
		await found([
			[one, target],
			[other, target],
		]),
	).toEqual([]);
});
