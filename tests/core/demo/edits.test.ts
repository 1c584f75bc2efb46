import { describe, expect, test } from "vitest";
import type { DemoArticleKey } from "#prisma/demo/article.ts";
import { demoArticles } from "#prisma/demo/articles.ts";
import type { DemoStep } from "#prisma/demo/edit-steps.ts";
import { colleagues, demoSteps } from "#prisma/demo/edits.ts";
import { type Replayed, replay } from "#prisma/demo/replay.ts";

let nextId = 0;
const newId = () => `demo${String(nextId++).padStart(12, "0")}`;
const replayed = new Map(demoArticles.map((article) => [article.key, replay(article, demoSteps, newId)]));

function played(key: DemoArticleKey): Replayed {
	const result = replayed.get(key);
	if (!result) throw new Error(`no article is called ${key}`);
	return result;
}

const editsIn = (key: DemoArticleKey) =>
	demoSteps.filter((step) => step.article === key && step.do === "edit");
const standings = (key: DemoArticleKey) => {
	const { replica } = played(key);
	return replica.rows().map((row) => ({ row, ...replica.standing(row) }));
};

test("the steps are in order of time, and the last one is past", () => {
	const times = demoSteps.map(({ minutesBefore }) => minutesBefore);
	expect(times).toEqual(times.toSorted((a, b) => b - a));
	expect(Math.min(...times)).toBeGreaterThan(0);
	expect(Math.max(...times)).toBeGreaterThan(4 * 24 * 60);
});

test("every edit names an imported sentence by its place and its opening", () => {
	for (const step of demoSteps) {
		if (step.do !== "edit" && step.do !== "edit-source") continue;
		const [side, index] =
			step.do === "edit" ? (["target", step.target] as const) : (["source", step.source] as const);
		const sentences = demoArticles
			.find(({ key }) => key === step.article)
			?.[side]?.flatMap((paragraph) => paragraph.sentences);
		expect(sentences?.[index]?.startsWith(step.opens), step.opens).toBe(true);
	}
});

test.each([
	["port", 43],
	["museum", 8],
	["mudflat", 3],
	["irrigation", 0],
] as const)("%s has %i edits", (key, count) => {
	expect(editsIn(key)).toHaveLength(count);
});

test("each colleague does only what the role permits, and no correction brings a fault back", () => {
	const leadOnly: DemoStep["do"][] = ["approve", "label", "edit-source"];
	for (const step of demoSteps) {
		if (leadOnly.includes(step.do)) expect(colleagues[step.by].role).toBe("lead");
		if (step.do === "edit") expect(step.text).not.toMatch(/‘|[，。；：]|\p{Script=Han}|\b(\w{4,}) and \1\b/u);
	}
	expect(new Set(demoSteps.map(({ by }) => by))).toEqual(new Set(Object.keys(colleagues)));
});

describe("what a newcomer finds in the port's article", () => {
	test("the first passage that needs attention is near the top, and its fault is plain", () => {
		const place = standings("port").findIndex(
			({ state, link }) => state === "draft" || state === "empty" || link !== "confirmed",
		);
		expect(place).toBe(5);
		const [segment] = standings("port")[place]?.row.target ?? [];
		expect(segment?.text).toContain(
			"city‘s gateway to the sea, and has made important progress and progress",
		);
	});

	test("every state, plenty of it still as the machine left it", () => {
		const states = standings("port").map(({ state }) => state);
		const count = (wanted: string) => states.filter((state) => state === wanted).length;
		expect(["empty", "draft", "edited", "reviewed", "approved"].map(count)).toEqual([1, 19, 2, 17, 11]);
	});

	test("one stale link, of a passage whose source was corrected", () => {
		const stale = standings("port").filter(({ link }) => link === "stale");
		expect(stale).toHaveLength(1);
		expect(stale[0]?.row.source[0]?.text).toContain("13个国家");
		expect(stale[0]?.row.target[0]?.text).toContain("12 countries");
	});

	test("an uncertain 2–1 row, and a row without a partner on either side", () => {
		const open = standings("port").filter(({ link }) => link === "automatic");
		const shapes = open.map(({ row, confidence }) => [row.source.length, row.target.length, confidence]);
		expect(shapes).toEqual(
			expect.arrayContaining([
				[2, 1, 0.41],
				[1, 0, 0.84],
				[0, 1, 0.83],
				[1, 2, 0.86],
			]),
		);
	});

	test("a version called sent to desk, with work after it", () => {
		const { replica } = played("port");
		const [label] = replica.description.labels;
		expect(label?.name).toBe("sent to desk");
		expect(label?.number).toBeLessThan(replica.number - 10);
	});
});

test("the museum's three wrongly aligned places are put right", () => {
	const texts = standings("museum").map(({ row }) => [
		row.source.map(({ text }) => text.slice(0, 4)).join("|"),
		row.target.map(({ text }) => text.split(" ").slice(0, 2).join(" ")).join("|"),
	]);
	expect(texts).toEqual(
		expect.arrayContaining([
			["叶素琴一", "Ye Suqin|In her"],
			["两位修复", "The two"],
			["什么时候", "When to"],
			["补配的部", "The matched"],
		]),
	);
	expect(standings("museum").filter(({ row }) => row.source.length !== 1)).toEqual([]);
});

test("kinds of work: every kind of step occurs", () => {
	expect(new Set(demoSteps.map((step) => step.do))).toEqual(
		new Set(["edit", "edit-source", "confirm", "approve", "label", "split", "join", "merge", "move"]),
	);
});
