import { expect, test } from "vitest";
import { halfWidth } from "#lib/core/qa/checks/half-width.ts";
import { loadChecks } from "#lib/core/qa/run-checks.ts";

const check = async (text: string, sourceLanguage = "zh-Hant") => {
	const document = { sourceLanguage, targetLanguage: "en", sides: { source: true, target: true } };
	const run = await loadChecks(document, {}, [halfWidth]);
	return run?.look({ id: "p", source: [{ id: "s", text }], target: [{ id: "t", text: "Ferry, pier." }] });
};

test.each([
	["渡口開放了,旅客很多。", "5–6 ，", 1],
	["渡口開放了,旅客很多;引航員(三人)都上了岸!", "5–23 ，旅客很多；引航員（三人）都上了岸！", 5],
	["他說:“開放了。”", "2–3 ：", 1],
	["“開放了”,他說。", "5–6 ，", 1],
	["開放了嗎?", "4–5 ？", 1],
])("%s is told at %s", async (text, told, count) => {
	const findings = (await check(text))?.findings ?? [];
	expect(findings.map(({ start, end, fix }) => `${start}–${end} ${fix}`)).toEqual([told]);
	expect(findings[0]?.values["count"]).toBe(count);
});

test.each([
	"渡口開放了，旅客很多。",
	"渡口(2024)開放",
	"比分3:1",
	"旅客1,500人",
	"A,B 兩處",
	"見 https://example.org/a?b",
	"",
])("%s is right", async (text) => {
	expect((await check(text))?.findings).toEqual([]);
});

test("English is not looked at", async () => {
	expect((await check("The ferry, (渡口,岸)!", "en")) ?? null).toBeNull();
});

test("a text with its marks put right has nothing left to tell", async () => {
	const text = "渡口開放了,旅客很多;引航員(三人)都上了岸!";
	const [finding] = (await check(text))?.findings ?? [];
	const right = text.slice(0, finding?.start) + finding?.fix + text.slice(finding?.end);
	expect((await check(right))?.findings).toEqual([]);
});
