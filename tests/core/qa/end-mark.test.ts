import { expect, test } from "vitest";
import { endMark } from "#lib/core/qa/checks/end-mark.ts";
import { corrected, look, told } from "./look-with.ts";

test.each([
	["他来吗？", "He will come.", ["statement [.] → [?]"]],
	["他来吗", "“He will come.”", ["statement [.”] → [?”]"]],
	["什么时候开会？", "When is the meeting.", ["statement [.] → [?]"]],
	["他来了。", "Did he come?", ["question [?] → [.]"]],
	["我们今天一起去北京。", "Today we go to Beijing together", ["missing [together] → [together.]"]],
])("%s | %s", (source, text, expected) => {
	const faults = look(endMark, source, text);
	expect(told(faults, text)).toEqual(expected);
	expect(look(endMark, source, corrected(text, faults))).toEqual([]);
});

test.each([
	["a question", "他来吗？", "Will he come?"],
	["a question with a remark", "他来吗？", "Will he come? I wonder."],
	["a question in a statement", "我不知道他来不来？", "I do not know whether he comes."],
	["a question without its mark", "他是否来。", "Will he come?"],
	["a question that is none", "谁叫你来的？", "Nobody asked you to come."],
	["a wish as a question", "我们走吧。", "Shall we go?"],
	["a question after a statement", "你又来了。", "You are back, are you?"],
	["the question of somebody who is quoted", "他问：“好吗？”", "“Is it good?” he asked."],
	["a heading", "北京今天的天气。", "The weather"],
	["no mark in the source", "北京今天的天气怎么样", "The weather in Beijing today"],
	["no source", "", "Today we go to Beijing together"],
	["an abbreviation", "他在中央电视台工作。", "He works for the well-known CCTV"],
	["a quotation that ends within", "他说：“来吗？”", "“Will he come?” he said."],
])("quiet: %s", (_name, source, text) => {
	expect(look(endMark, source, text)).toEqual([]);
});
