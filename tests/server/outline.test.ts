import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withRows } from "#app/_workbench/store/outline-letters.ts";
import type { WirePlaces } from "#lib/core/document/wire.ts";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { createDocument } from "#lib/server/documents.ts";
import { FilterQuery, filterPassages } from "#lib/server/filter-passages.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation } from "#lib/server/operations.ts";
import { readOutline } from "#lib/server/outline.ts";
import { readWindow } from "#lib/server/passages.ts";
import { importOf, makePerson, makeProject } from "#tests/factories.ts";
import { openTestDatabase } from "./caller.ts";

let owner: Actor;
let colleague: Actor;
let documentId: string;

const long =
	"The pilots of the outer harbour went out before dawn, and nobody in the town heard them leave. ";

beforeAll(async () => {
	await openTestDatabase();
	owner = await makePerson("Ines Okoye");
	colleague = await makePerson("Mo Larsen");
	const projectId = await makeProject([owner, "owner"], [colleague, "reviewer"]);
	documentId = await createDocument(
		owner,
		projectId,
		importOf([
			[["港口今天開放。"], ["The harbour opened today."]],
			[
				["引水員", "出海。"],
				["The pilots", "went out."],
			],
			[["无人答复。"], []],
			[[], ["An addition."]],
			[["雾。"], [long.repeat(3)]],
			[["船。"], ["A boat [sic]."]],
		]),
	);
	const { rows } = await readWindow(owner, documentId, {});
	const edit = async (who: Actor, index: number, text: string) => {
		const { id: segment = "", version = 0 } = rows[index]?.target[0] ?? {};
		const operation = { type: "edit", v: 1, segment, version, text, as: null } as const;
		await performOperation(who, documentId, { key: newId(), operation });
	};
	await edit(owner, 0, "The harbour was opened today.");
	await edit(colleague, 1, "Some pilots");
	await edit(colleague, 5, "A boat [so].");
});
afterAll(closeDatabase);

describe("the outline's letters", () => {
	test("are those that the rows say themselves", async () => {
		const outline = await readOutline(owner, documentId);
		const { rows } = await readWindow(owner, documentId, {});
		const { description } = { description: { origins: [{ kind: "machine", engine: "demo-mt" }] as const } };
		const blank = " ".repeat(rows.length);
		const unknown = { states: blank, links: blank, confidences: blank, starts: blank, shapes: blank };
		const told = withRows(
			{ ...outline, ...unknown, authors: blank },
			rows.map((row) => [row.index, row] as const),
			{ origins: description.origins },
		);
		expect(told).toEqual(outline);
	});

	test("tell paragraphs, pairings and who worded what last", async () => {
		const outline = await readOutline(owner, documentId);
		expect([outline.starts, outline.shapes, outline.authors]).toEqual(["111111", "onstlo", "10---0"]);
		expect(outline.people).toEqual([
			{ id: colleague.userId, name: "Mo Larsen" },
			{ id: owner.userId, name: "Ines Okoye" },
		]);
	});

	test("give a heading with what it renders", async () => {
		const projectId = await makeProject([owner, "owner"]);
		const chapters = importOf(
			[
				[["第一章"], ["Chapter one"]],
				[["第二章"], []],
			],
			{ kind: "heading" },
		);
		const { headings } = await readOutline(owner, await createDocument(owner, projectId, chapters));
		expect(headings.map(({ index, text, source }) => [index, text, source])).toEqual([
			[0, "Chapter one", "第一章"],
			[1, "第二章", null],
		]);
	});
});

function placesIn({ runs }: WirePlaces): number[] {
	const places: number[] = [];
	for (let i = 0; i < runs.length; i += 2)
		for (let k = 0; k < (runs[i + 1] ?? 0); k += 1) places.push((runs[i] ?? 0) + k);
	return places;
}

describe("a text", () => {
	test.each([
		["in either script", { text: "开放" }, [0]],
		["on either side", { text: "the" }, [0, 4]],
		["in any case unless asked", { text: "the", case: "1" }, [4]],
		["on one side", { text: "a", side: "source" }, []],
		["as a whole word", { text: "a", word: "1" }, [5]],
		["as it is written, signs and all", { text: "[so]" }, [5]],
		["by an expression", { text: "^(Some|An) \\w+", regex: "1" }, [1, 3]],
		["by an expression in Chinese", { text: "引水|无人", regex: "1", side: "source" }, [1, 2]],
	] as const)("is found %s", async (_how, query, places) => {
		const found = await filterPassages(owner, documentId, FilterQuery.parse(query));
		expect([placesIn(found), found.count]).toEqual([places, places.length]);
	});

	test("that is no expression is refused with what is wrong", async () => {
		await expect(
			filterPassages(owner, documentId, FilterQuery.parse({ text: "a(b", regex: "1" })),
		).rejects.toMatchObject({ code: "invalid", values: { reason: "parenthesisOpen" } });
	});
});

test("findings are found by any check or by one, together with a text", async () => {
	const all = await filterPassages(owner, documentId, { finding: "any" });
	const slips = await filterPassages(owner, documentId, { finding: "script-slip" });
	expect([placesIn(all), placesIn(slips)]).toEqual([
		[0, 1, 4],
		[0, 1],
	]);
	expect(placesIn(await filterPassages(owner, documentId, { finding: "any", text: "Some pilots" }))).toEqual([
		1,
	]);
});

test("passages can be read by their places, wherever they are", async () => {
	const { rows, total } = await readWindow(owner, documentId, { at: [5, 1, 99] });
	expect([rows.map(({ index }) => index), total]).toEqual([[1, 5], 6]);
});
