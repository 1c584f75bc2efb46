import { expect, test } from "vitest";
import { length } from "#lib/core/qa/checks/length.ts";
import { lookAt } from "./look-at.ts";

const long = "会议在北京召开，来自十个省份的代表讨论了新法律的草案，并就下一步的工作作出了安排。";
const rendering =
	"The meeting was held in Beijing, where delegates from ten provinces discussed the draft of the new law and arranged the work to come.";

test.each([
	[long, "The meeting was held.", "major short The meeting was held."],
	["好的。", `${rendering} ${rendering}`, `major long ${rendering} ${rendering}`],
])("%s → %s is of another length", async (source, target, said) => {
	expect(await lookAt(length, source, target)).toMatchObject([{ said, fix: null }]);
});

test.each([
	[long, rendering],
	[long, rendering.slice(0, 70)],
	["好的。", "Okay, I will do that."],
	["我不知道他今天来不来。", "No idea."],
	["IBM、HTTP、COVID-19", "IBM, HTTP, COVID-19"],
	[null, "No source."],
	[long, ""],
	["", "Something"],
	["——", "…"],
])("%s → %s is about as long as expected", async (source, target) => {
	expect(await lookAt(length, source, target)).toEqual([]);
});
