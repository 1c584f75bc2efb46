import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { db } from "#lib/server/db.ts";
import { dismissCandidate, mineTerms, offerAgain } from "#lib/server/glossary/candidates.ts";
import { createTerm } from "#lib/server/glossary/change.ts";
import { makeDocument, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";
import { openTestDatabase } from "./caller.ts";

let reviewer: Actor;

beforeAll(async () => {
	await openTestDatabase();
	reviewer = await makePerson("Mei Sato");
});

const days = ["周一", "周二", "周三", "周四", "周五", "周六"];
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const others = ["天气很好", "船来了", "灯亮着", "没有人", "下着雨", "风很大"];
const theirs = [
	"The weather is fine",
	"A ship came",
	"The lamp is lit",
	"Nobody is here",
	"It rains",
	"The wind is strong",
];
const rows = days.flatMap((day, i): RowTexts[] => [
	[[`${day}云亭港务局开门。`], [`On ${weekdays[i]} the Yunting Harbour Office is open.`]],
	[[`${others[i]}。`], [`${theirs[i]}.`]],
]);

async function harbour(state: string) {
	const projectId = await makeProject([reviewer, "reviewer"]);
	const documentId = await makeDocument(reviewer, projectId, rows);
	await db().passage.updateMany({ where: { documentId }, data: { state } });
	return projectId;
}

const sources = async (projectId: string) =>
	(await mineTerms(reviewer, projectId, {})).candidates.map(({ source, rendering }) => [source, rendering]);

test("what reviewed passages render alike is found with the passages that speak for it", async () => {
	const { passages, candidates } = await mineTerms(reviewer, await harbour("approved"), {});
	expect(passages).toBe(rows.length);
	const [first] = candidates;
	expect(first).toMatchObject({ source: expect.stringContaining("港务局"), passages: 6, together: 6 });
	expect(first?.rendering).toMatch(/Harbour Office/);
	const [example] = first?.examples ?? [];
	expect(example).toMatchObject({ title: "Harbour notes", index: 0 });
	const [place] = example?.source.places ?? [];
	expect(example?.source.text.slice(place?.start, place?.end)).toBe(first?.source);
});

test("drafts that nobody reviewed tell nothing", async () => {
	expect(await mineTerms(reviewer, await harbour("draft"), {})).toEqual({ passages: 0, candidates: [] });
});

test("what the glossary has, and what was dismissed, is not offered; a dismissal can be taken back", async () => {
	const projectId = await harbour("reviewed");
	const [[source = ""] = []] = await sources(projectId);
	await dismissCandidate(reviewer, projectId, { source });
	expect((await sources(projectId)).map(([one]) => one)).not.toContain(source);
	await offerAgain(reviewer, projectId, { source });
	expect((await sources(projectId)).map(([one]) => one)).toContain(source);
	await createTerm(reviewer, projectId, {
		simplified: source,
		traditional: "",
		domain: "",
		note: "",
		renderings: [
			{ text: "Yunting Harbour Office", status: "preferred", note: "", authority: "", alwaysWrong: false },
		],
	});
	expect((await sources(projectId)).map(([one]) => one)).not.toContain(source);
});
