import fc from "fast-check";
import { expect, test } from "vitest";
import { repeat } from "#lib/core/qa/checks/repeat.ts";
import { processorTime } from "#tests/setup/processor-time.ts";
import { lookAt } from "./look-at.ts";

test.each<[source: string | null, target: string, said: string, fixed: string | null]>([
	[
		null,
		"He gave important instructions and instructions on the harvest.",
		"major joined instructions and instructions",
		"He gave important instructions on the harvest.",
	],
	[
		"两国加强互学互鉴。",
		"The two sides deepen mutual learning and mutual learning.",
		"major joined mutual learning and mutual learning",
		"The two sides deepen mutual learning.",
	],
	[null, "We insist on learning by doing and doing by doing.", "major joined doing and doing", null],
	[
		null,
		"The song was recorded and recorded more than once.",
		"major joined recorded and recorded",
		"The song was recorded more than once.",
	],
	[null, "They grew by trade and by trade.", "major joined by trade and by trade", "They grew by trade."],
	[
		null,
		"They sang loudly and loudly with each other.",
		"major joined loudly and loudly",
		"They sang loudly with each other.",
	],
	[null, "The tea is soft and soft.", "major joined soft and soft", "The tea is soft."],
	[null, "The bridge of the the village fell.", "major touching the the", "The bridge of the village fell."],
	[
		null,
		"A picture book picture book was shown.",
		"major touching picture book picture book",
		"A picture book was shown.",
	],
	[
		null,
		"It rained, the road to the dam was closed, the road to the dam was closed, and we left.",
		"major clause the road to the dam was closed, the road to the dam was closed",
		"It rained, the road to the dam was closed, and we left.",
	],
	[
		null,
		"The dam held all night. The dam held all night.",
		"major clause The dam held all night. The dam held all night",
		"The dam held all night.",
	],
	[null, "Please help help me.", "major touching help help", "Please help me."],
	[
		"奶奶包了饺子和汤圆。",
		"Grandma made dumplings and dumplings.",
		"major joined dumplings and dumplings",
		null,
	],
	[
		"双方共同参与，维护世界和平。",
		"Both sides take part and maintain peace and peace of the world.",
		"major joined peace and peace",
		"Both sides take part and maintain peace of the world.",
	],
	["我们开发网站和平台。", "We build sites and sites.", "major joined sites and sites", null],
	["为世界和平与合作而努力。", "We work for peace and peace.", "major joined peace and peace", null],
	[null, "There is parking on B2 and B2, below.", "major joined B2 and B2", null],
	[
		null,
		"The harvest was good this year. We sold it all. The harvest was good this year.",
		"minor sentence The harvest was good this year.",
		null,
	],
	[null, "Rain – Evening News Evening News, 3 May", "minor touching Evening News Evening News", null],
	[null, "He teaches trade and trade law.", "minor joined trade and trade", null],
	[
		null,
		"He spoke of those aged farmers and farmers with children.",
		"minor joined farmers and farmers",
		null,
	],
	["他等了很久。", "He waited and waited.", "minor joined waited and waited", null],
	[
		"学习是好的。",
		"The wind and the wind were cold.",
		"major joined The wind and the wind",
		"The wind were cold.",
	],
])("%s → %s: %s", async (source, target, said, fixed) => {
	expect(await lookAt(repeat, source, target)).toMatchObject([{ said, fixed }]);
});

test.each<[source: string | null, target: string]>([
	[null, "It became more and more difficult, and he tried again and again."],
	[null, "Better and better, faster and faster, happier and happier: on and on it went."],
	[null, "Thousands and thousands of people waited for years and years, hours and hours."],
	[null, "Step by step, face to face, day after day, hand in hand."],
	[null, "She had had enough, and he said that that was that."],
	[null, "No, no, no! Very, very good. Bye bye, ha ha."],
	[null, "He and his wife and his wife's mother came."],
	[null, "I like it and it is over."],
	[null, "He came with her and her sister."],
	[null, "What he was and was not is no matter."],
	[null, "She opened a shop, and the shop did well."],
	[null, "He loved the sea, and the sea took him."],
	[null, "Fold one corner; corner by corner, go round."],
	[null, "Johnson and Johnson makes soap; Duran Duran sang."],
	[null, "Peace between man and man is rare."],
	[null, "1 1 2 2 3 3"],
	[null, "Rice 5\nRice 5"],
	[null, "• Tea\tTea"],
	[null, "the OMEGA Omega watch"],
	["他一次又一次地说。", "He said it one time and one time more."],
	["学习学习再学习！", "Study and study!"],
	["你好你好，请坐。", "How are you, how are you, sit down."],
	["岚岚很有耐心。", "Lanlan and Lan Lan are one."],
	["我们不走，我们不走！", "We will not leave, we will not leave!"],
	[
		"今年收成很好。卖光了。今年收成很好。",
		"The harvest was good this year. Sold. The harvest was good this year.",
	],
	[null, "I know. He left. I know."],
	[null, `${"The old mill by the river is closed. ".repeat(4)}`],
	["", ""],
])("%s → %s says nothing twice by mistake", async (source, target) => {
	expect(await lookAt(repeat, source, target)).toEqual([]);
});

const contentWords = [
	"harvest",
	"bridges",
	"ministers",
	"village",
	"promises",
	"silently",
	"copper",
	"teaching",
];

test("whatever words of a sentence are doubled, it is found", async () => {
	const sentence =
		"Yesterday several ministers quietly praised rusty copper bridge before seven farmers.".split(" ");
	await fc.assert(
		fc.asyncProperty(
			fc.nat(sentence.length - 2),
			fc.integer({ min: 1, max: 4 }),
			fc.constantFrom("and", "or", ""),
			async (from, size, joiner) => {
				const stretch = sentence.slice(from, Math.min(from + size, sentence.length - 1));
				const doubled = [...stretch, ...(joiner === "" ? [] : [joiner]), ...stretch];
				const target = sentence.toSpliced(from, stretch.length, ...doubled).join(" ");
				const found = await lookAt(repeat, null, target);
				expect(found.map(({ said }) => said)).toEqual([expect.stringContaining(doubled.join(" "))]);
			},
		),
	);
});

test("a sentence in which no word stands twice is left alone", async () => {
	await fc.assert(
		fc.asyncProperty(fc.shuffledSubarray(contentWords, { minLength: 1 }), async (words) => {
			expect(await lookAt(repeat, null, `${words.join(" and ")}.`)).toEqual([]);
		}),
	);
});

test.each(["and ", "a and ", "ab ", "no, ", "x y z and ", "the the "])(
	"a hundred thousand characters of “%s” take no longer than in proportion",
	async (unit) => {
		const before = processorTime();
		await lookAt(repeat, "又".repeat(100_000), unit.repeat(100_000 / unit.length));
		expect(processorTime() - before).toBeLessThan(3_000);
	},
);
