import { describe, expect, test } from "vitest";
import type { Lexicon } from "#lib/core/align/lexicon/lexicon.ts";
import { inconsistentTerm } from "#lib/core/qa/checks/inconsistent-term.ts";
import { nameRendering } from "#lib/core/qa/checks/name-rendering.ts";
import { learnRenderings } from "#lib/core/qa/usage/learn.ts";
import { foundIn, pair } from "../found-in.ts";
import { dictionary } from "./dictionary.ts";

type Pairs = readonly (readonly [source: string, target: string])[];

const learned = (pairs: Pairs, lexicon: Lexicon | null = null) =>
	learnRenderings(
		pairs.map(([source, target], at) => pair(source, target, String(at))),
		lexicon,
	).map(({ source, rendering }) => `${source} ${rendering}`);

const terms = async (check: typeof inconsistentTerm | typeof nameRendering, pairs: Pairs) =>
	(await foundIn(check, pairs)).flatMap((findings, at) =>
		findings.map(({ values }) => `${at} ${values.term}`),
	);

const tower: Pairs = [
	["老供水塔很高。", "The old water tower is tall."],
	["他们修好了供水塔。", "They repaired the water tower."],
	["游客喜欢供水塔！", "Visitors like the water tower!"],
	["供水塔旁边有河。", "A river runs by the water tower."],
];

test("a noun that only ever stands in a compound is one", async () => {
	const others: Pairs = [...tower, ["明天供水塔关门。", "The water works will be closed tomorrow."]];
	expect(await terms(inconsistentTerm, others)).toEqual(["4 供水塔"]);
});

test("words of a term that stand far apart do not say it", async () => {
	const far = "The water, which came from a town by the sea, did not fit into any tower.";
	expect(await terms(inconsistentTerm, [...tower, ["供水塔的故事。", far]])).toEqual(["4 供水塔"]);
	expect(await terms(inconsistentTerm, [...tower, ["供水塔的故事。", "The tower with its water."]])).toEqual(
		[],
	);
});

describe("a name all of whose words are also written small", () => {
	const society: Pairs = [
		["港湾路友好协会成立。", "The Harbour Road Friends Society was founded."],
		["他加入港湾路友好协会。", "He joined the Harbour Road Friends Society."],
		["港湾路友好协会办展览。", "An exhibition by the Harbour Road Friends Society."],
		["我们感谢港湾路友好协会。", "We thank the Harbour Road Friends Society."],
		["海边的路。", "A road by a harbour, for friends of good society."],
		["他的朋友。", "His friends live in the harbour, off the road, far from society."],
		["社会。", "In this society friends of the road and the harbour meet."],
		["道路。", "Along the road to the harbour our friends met a society."],
	];

	test("is a name where it is mostly written with capitals", async () => {
		const again: Pairs = [
			...society,
			["港湾路友好协会搬走了。", "The Harbour Road Friends Club moved away."],
		];
		expect(await terms(nameRendering, again)).toEqual(["8 港湾路友好协会"]);
	});
});

test("news are nothing new", async () => {
	const paper: Pairs = [
		["他读村报新闻。", "He reads the village news."],
		["村报新闻很短。", "The village news is short."],
		["写村报新闻！", "Write the village news!"],
		["村报新闻多。", "A lot of village news."],
		["有村报新闻。", "There is a village bulletin."],
	];
	expect(await terms(inconsistentTerm, paper)).toEqual(["4 村报新闻"]);
});

test("people are several persons", async () => {
	const guards: Pairs = [
		["村里的守夜人员很累。", "The night watch person is tired."],
		["守夜人员来了。", "The night watch person came."],
		["他找守夜人员。", "He looks for the night watch person."],
		["有守夜人员。", "There is a night watch person."],
		["他是守夜人员。", "They are night watch people."],
	];
	expect(await terms(inconsistentTerm, guards)).toEqual([]);
});

describe("with a dictionary", () => {
	const professor: Pairs = [
		["田中教授来了。", "Professor Tanaka came."],
		["我们问教授田中。", "We asked Professor Tanaka."],
		["田中教授说话。", "Professor Tanaka spoke."],
		["他们感谢教授田中！", "They thanked Professor Tanaka!"],
	];

	test("what another word beside says is no part of a name", () => {
		const words = dictionary({ 田中: "Tanaka", 教授: "professor" });
		expect(learned(professor, words)).toContain("田中 Tanaka");
	});

	test("of two phrases that always stand together each has what the dictionary has for it", () => {
		const both: Pairs = [
			["消防栓和急救箱在门口。", "The fire hydrant and the first-aid kit are at the door."],
			["检查消防栓、急救箱。", "Check the fire hydrant, the first-aid kit."],
			["急救箱在消防栓下面。", "The first-aid kit is below the fire hydrant."],
			["他买了急救箱和消防栓。", "He bought a first-aid kit and a fire hydrant."],
		];
		const words = dictionary({ 消防栓: "fire hydrant", 急救箱: "kit; aid" });
		expect(learned(both, words)).toContain("消防栓 fire hydrant");
	});

	test("a word of two characters has all the words that the dictionary has for it", () => {
		const short = tower.map(([source, target]) => [source.replace("供水塔", "水塔"), target] as const);
		expect(learned(short, dictionary({ 水塔: "water tower" }))).toEqual(["水塔 water tower"]);
	});

	test("a piece of a word is no term", () => {
		const online: Pairs = [
			["请问在线客服。", "Ask the online customer service."],
			["他找在线客服。", "He looks for the online customer service."],
			["在线客服很忙。", "The online customer service is busy."],
			["有在线客服吗？", "Is there an online customer service?"],
		];
		const words = dictionary({ 在线: "online", 客服: "customer service" });
		expect(learned(online, words).filter((one) => one.startsWith("线"))).toEqual([]);
	});

	test("a term of several words has no word more than those are called", () => {
		const factory: Pairs = [
			["安娜和巧克力工厂的故事。", "The story of Anna and the Chocolate Factory."],
			["他读安娜和巧克力工厂。", "He reads Anna and the Chocolate Factory."],
			["买安娜巧克力工厂。", "Buy Anna and the Chocolate Factory."],
			["参观巧克力工厂。", "Visit the Chocolate Works."],
			["他吃巧克力。", "He eats Chocolate."],
			["有巧克力！", "There is Chocolate!"],
		];
		const words = dictionary({ 巧克力: "chocolate", 工厂: "factory" });
		expect(learned(factory, words)).toContain("巧克力工厂 Chocolate Factory");
	});

	test("a compound of three words keeps its last one, though it be left out once", () => {
		const shower: Pairs = [
			["今晚的天琴座流星雨很亮。", "The lyrid meteor shower is bright tonight."],
			["他看天琴座流星雨！", "He watches the lyrid meteor shower!"],
			["拍到天琴座流星雨。", "A photo of the lyrid meteor shower."],
			["喜欢天琴座流星雨。", "She likes the lyrid meteor shower."],
			["等天琴座流星雨。", "We wait for the lyrid meteor torrent."],
		];
		const words = dictionary({ 天琴座: "lyrid", 流星雨: "meteor shower" });
		expect(learned(shower, words)).toEqual(["天琴座流星雨 lyrid meteor shower"]);
	});

	test("general words that always stand together for all that the Chinese ones mean are a term", () => {
		const reason: Pairs = [
			["主要理由：便宜。", "Main reason: cheap."],
			["主要理由：好看。", "Main reason: pretty."],
			["主要理由很多。", "The main reason is long."],
			["没有主要理由。", "There is no main reason."],
			["写下主要理由！", "Write the main reason!"],
			["他问主要理由。", "He asks for the main reason."],
		];
		const words = dictionary({ 主要: "main", 理由: "reason" });
		expect(learned(reason, words)).toEqual(["主要理由 main reason"]);
		expect(learned(reason.slice(1), words)).toEqual([]);
	});

	test("numbers of things are not their names", () => {
		const congress: Pairs = [
			["党代会开幕。", "The 12th party congress opened."],
			["他谈党代会。", "He spoke of the 12th party congress."],
			["党代会的报告。", "The report of the 12th party congress."],
			["学习党代会。", "We study the 12th party congress."],
		];
		expect(learned(congress).filter((one) => one.includes("12th"))).toEqual([]);
	});
});
