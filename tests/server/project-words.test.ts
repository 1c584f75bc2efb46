import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { addProjectWord, ProjectWord, projectWords, removeProjectWord } from "#lib/server/project-words.ts";
import { makePerson, makeProject } from "#tests/factories.ts";
import { openTestDatabase } from "./caller.ts";

let owner: Actor;
let reader: Actor;
let projectId: string;
let elsewhere: string;

beforeAll(async () => {
	await openTestDatabase();
	owner = await makePerson("Mei Sato");
	reader = await makePerson("Ana Reyes");
	projectId = await makeProject([owner, "reviewer"], [reader, "reader"]);
	elsewhere = await makeProject([owner, "owner"]);
});

describe("the words of a project", () => {
	test("are known to everybody in it, once each, and nowhere else", async () => {
		await addProjectWord(owner, projectId, { word: "Wharfinger" });
		await addProjectWord(owner, projectId, { word: "wharfinger" });
		await addProjectWord(owner, projectId, { word: "berthing" });
		expect(await projectWords(reader, projectId)).toEqual({ words: ["berthing", "wharfinger"] });
		expect(await projectWords(owner, elsewhere)).toEqual({ words: [] });
	});

	test("can be taken back", async () => {
		await removeProjectWord(owner, projectId, { word: "Berthing" });
		expect(await projectWords(owner, projectId)).toEqual({ words: ["wharfinger"] });
	});

	test("are changed only by those who edit", async () => {
		await expect(addProjectWord(reader, projectId, { word: "quay" })).rejects.toMatchObject({
			code: "forbidden",
		});
	});

	test.each(["", "two words", "12", "<b>", "a\u0000", "x".repeat(61)])("%j is no word", (word) => {
		expect(ProjectWord.safeParse({ word }).success).toBe(false);
	});

	test.each(["naïve", "e-mail", "o’clock", "wharfinger"])("%s is one", (word) => {
		expect(ProjectWord.safeParse({ word }).success).toBe(true);
	});
});
