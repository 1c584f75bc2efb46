/** What happened, as people look for it: by person, kind, date and passage, a page at a time, in one document or in all. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, db } from "#lib/server/db.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation, undo } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { documentTimeline, projectTimeline, type Timeline, TimelineQuery } from "#lib/server/timeline.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";
import { openTestDatabase } from "./caller.ts";

let lead: Actor;
let reviewer: Actor;
let projectId: string;
let documentId: string;
let passages: string[];

beforeAll(async () => {
	await openTestDatabase();
	lead = await makePerson("Ines Okoye");
	reviewer = await makePerson("Bo Lind");
	projectId = await makeProject([lead, "lead"], [reviewer, "reviewer"]);
	documentId = await makeDocument(lead, projectId);
	passages = (await rowsOf()).map(({ id }) => id);
	await edit(reviewer, 0, "Wharf No. 1 opened no berths today."); // 2
	await edit(reviewer, 1, "Wharf No. 2 opened seven berths today."); // 3
	await merge(1); // 4: passages 2 and 3
	await undo(lead, documentId, newId()); // 5
	await move(2); // 6: the rendering of passage 4 goes to passage 3
	await perform(lead, { type: "label", v: 1, number: 3, before: null, after: "Sent to desk" }); // 7
	await edit(lead, 3, "Wharf No. 5 is closed."); // 8
});
afterAll(closeDatabase);

const rowsOf = async () => (await readWindow(lead, documentId, { limit: 500 })).rows;
const perform = async (who: Actor, operation: object) =>
	await performOperation(who, documentId, { key: newId(), operation: operation as never });
const shapes = async (at: number) =>
	(await rowsOf()).slice(at, at + 2).map(({ id, source, target }) => ({
		id,
		source: source.map((segment) => segment.id),
		target: target.map((segment) => segment.id),
	}));

/** The rendering that stood at this place when the document was imported. */
async function edit(who: Actor, row: number, text: string): Promise<void> {
	const renderings = (await rowsOf()).flatMap(({ target }) => target);
	const { id: segment, version } = renderings[row === 3 ? 4 : row] ?? {};
	await perform(who, { type: "edit", v: 1, segment, version, text, as: null });
}

async function merge(at: number): Promise<void> {
	await perform(lead, { type: "merge", v: 1, rows: await shapes(at), order: null });
}

async function move(at: number): Promise<void> {
	const rows = await shapes(at);
	await perform(lead, { type: "move", v: 1, rows, segment: rows[1]?.target[0], order: null });
}

const numbers = ({ entries }: Pick<Timeline, "entries">) => entries.map(({ number }) => number);
const look = async (query: object = {}, id = documentId) =>
	await documentTimeline(lead, id, TimelineQuery.parse(query));

test("every revision is told with who, where and from which words to which", async () => {
	const { entries, next, people } = await look();
	expect(numbers({ entries })).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
	expect(next).toBeNull();
	expect(people?.map(({ name }) => name)).toEqual(["Bo Lind", "Ines Okoye"]);
	const told = new Map(entries.map((entry) => [entry.number, entry]));
	expect(told.get(2)).toMatchObject({
		actor: { id: reviewer.userId, name: "Bo Lind" },
		type: "edit",
		before: "Wharf No. 1 opened 0 berths and berths again today.",
		after: "Wharf No. 1 opened no berths today.",
		place: { passage: passages[0], index: 0, text: "Wharf No. 1 opened no berths today." },
	});
	expect(told.get(4)).toMatchObject({ type: "merge", place: { passage: passages[1], index: 1 }, places: 2 });
	expect(told.get(5)).toMatchObject({ type: "divide", undoes: 4, undone: "merge" });
	expect(told.get(7)).toMatchObject({ type: "label", place: null, label: "Sent to desk" });
	expect(told.get(1)).toMatchObject({ type: "import", place: null, places: 0, before: null });
});

describe("what somebody looks for", () => {
	test.each<[string, () => object, number[]]>([
		["a person", () => ({ person: reviewer.userId }), [3, 2]],
		["wordings", () => ({ kind: "wording" }), [8, 3, 2]],
		["alignment", () => ({ kind: "alignment" }), [6, 5, 4]],
		["the document itself", () => ({ kind: "document" }), [7, 1]],
		["a person's alignment", () => ({ kind: "alignment", person: reviewer.userId }), []],
		["a day that is over", () => ({ until: "2020-01-01T00:00:00Z" }), []],
		["from a day on", () => ({ since: "2020-01-01T00:00:00Z", kind: "document" }), [7, 1]],
		["a passage", () => ({ passage: passages[0] }), [2]],
		[
			"a passage that held the next one while they were merged",
			() => ({ passage: passages[1] }),
			[6, 5, 4, 3],
		],
		["a passage whose text moved away", () => ({ passage: passages[3] }), [6]],
		["a passage that another's text is in", () => ({ passage: passages[2] }), [6, 5, 4]],
		["no passage of this document", () => ({ passage: newId() }), []],
	])("%s", async (_what, query, expected) => {
		expect(numbers(await look(query()))).toEqual(expected);
	});

	test("a segment that came with another passage brings its history along", async () => {
		const moved = (await rowsOf())[2]?.target[1]?.id;
		const version = (await rowsOf())[2]?.target[1]?.version;
		const text = "Wharf No. 4 is a museum.";
		const { number } = await perform(reviewer, {
			type: "edit",
			v: 1,
			segment: moved,
			version,
			text,
			as: null,
		});
		// The text was in the fourth passage, so that one's history tells how it fared.
		expect(numbers(await look({ passage: passages[3] }))).toEqual([number, 6]);
		expect(numbers(await look({ passage: passages[2] }))).toEqual([number, 6, 5, 4]);
		await undo(reviewer, documentId, newId());
	});
});

test("pages follow upon each other without a gap, whoever writes meanwhile", async () => {
	const first = await look({ limit: "3" });
	await perform(lead, {
		type: "paragraph",
		v: 1,
		segment: (await rowsOf())[5]?.target[0]?.id,
		starts: false,
	});
	const seen = [...first.entries];
	for (let next = first.next; next !== null; ) {
		const page = await look({ limit: "3", before: next });
		expect(page.people).toBeUndefined();
		seen.push(...page.entries);
		next = page.next;
	}
	expect(seen.map(({ number }) => number)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test("a project's timeline tells of its documents and of no others, and not of deleted ones", async () => {
	const mine = await makeProject([lead, "lead"]);
	const [one, two, gone] = [
		await makeDocument(lead, mine),
		await makeDocument(lead, mine),
		await makeDocument(lead, mine),
	];
	await db().document.update({ where: { id: gone }, data: { deletedAt: new Date() } });
	const pages: string[] = [];
	for (let before: string | null | undefined; before !== null; ) {
		const { entries, next }: Timeline = await projectTimeline(lead, mine, {
			limit: 1,
			...(before ? { before } : {}),
		});
		pages.push(...entries.map((entry) => `${entry.documentId} ${entry.number} ${entry.title}`));
		before = next;
	}
	expect(pages.toSorted()).toEqual([one, two].map((id) => `${id} 1 Harbour notes`).toSorted());
	await expect(projectTimeline(reviewer, mine, {})).rejects.toThrow("not-found");
	await expect(documentTimeline(reviewer, one, {})).rejects.toThrow("not-found");
});
