/** Who wrote what, on a real Postgres: the machine, people, and those whose suggestions were taken over. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { WireBlame, WireWriter } from "#lib/core/document/blame/wire.ts";
import type { Actor } from "#lib/server/access.ts";
import { BlameQuery, passagesBlame, segmentBlame } from "#lib/server/blame.ts";
import { wordingShares } from "#lib/server/blame-shares.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { newId } from "#lib/server/new-id.ts";
import { PostOperation, performOperation, undo } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { RestoreDocument, requestRestore } from "#lib/server/restore.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";
import { openTestDatabase } from "./caller.ts";

let ines: Actor;
let bo: Actor;
let projectId: string;
let documentId: string;

beforeAll(async () => {
	await openTestDatabase();
	ines = await makePerson("Ines Okoye");
	bo = await makePerson("Bo Lind");
	projectId = await makeProject([ines, "owner"], [bo, "reviewer"]);
});
beforeEach(async () => {
	documentId = await makeDocument(ines, projectId);
});
afterAll(closeDatabase);

const rowsOf = async () => (await readWindow(ines, documentId, { limit: 500 })).rows;
const rendering = async (at: number) => {
	const segment = (await rowsOf())[at]?.target[0];
	if (!segment) throw new Error(`passage ${at} has no rendering`);
	return segment;
};
const perform = async (who: Actor, operation: object) =>
	await performOperation(who, documentId, PostOperation.parse({ key: newId(), operation }));
async function edit(who: Actor, at: number, text: string): Promise<void> {
	const { id: segment, version } = await rendering(at);
	await perform(who, { type: "edit", segment, version, text });
}

const nameOf = (writer: WireWriter | undefined) =>
	writer?.is === "person"
		? writer.actor.name
		: writer?.origin?.kind === "machine"
			? writer.origin.engine
			: "file";
/** "Wharf |Bo Lind: number| …" with the machine's words bare. */
function written(
	{ texts, writers }: WireBlame,
	segment: { readonly id: string; readonly text: string },
): string {
	const found = texts.find((one) => one.segment === segment.id);
	return (found?.stretches ?? [])
		.map(([start, end, writer]) => {
			const [name, text] = [nameOf(writers[writer]), segment.text.slice(start, end)];
			return name === "demo-mt" ? text : `|${name}: ${text}|`;
		})
		.join("");
}
async function look(at: number): Promise<string> {
	const segment = await rendering(at);
	return written(await segmentBlame(ines, documentId, segment.id), segment);
}

describe("each word's writer", () => {
	test("is the machine, where nobody wrote anything, and a file, of the source", async () => {
		expect(await look(0)).toBe("Wharf No. 1 opened 0 berths and berths again today.");
		const source = (await rowsOf())[0]?.source[0];
		const blame = await segmentBlame(bo, documentId, source?.id ?? "");
		expect(blame.texts[0]).toMatchObject({ text: source?.text, machine: 0 });
		expect(blame.writers).toMatchObject([{ is: "draft", revision: 1, origin: null }]);
	});

	test("is whoever wrote it first, once it is back", async () => {
		await edit(bo, 0, "Wharf No. 1 opened no berths today.");
		await edit(ines, 0, "Pier No. 1 opened no berths today.");
		const before = "|Ines Okoye: Pier| No. 1 opened |Bo Lind: no| berths today.";
		expect(await look(0)).toBe(before);
		await edit(ines, 0, "Closed.");
		expect(await look(0)).toBe("|Ines Okoye: Closed|.");
		await undo(ines, documentId, newId());
		expect(await look(0)).toBe(before);
		await edit(bo, 0, "Nothing is known of it");
		await requestRestore(ines, documentId, RestoreDocument.parse({ key: newId(), to: 3 }));
		expect(await look(0)).toBe(before);
	});

	test("stays the same through a cut, passages that become one, and a joining", async () => {
		await edit(bo, 0, "Wharf No. 1 opened no berths today.");
		const { id: segment, version } = await rendering(0);
		const second = newId();
		await perform(ines, { type: "split", segment, version, at: 11, draftAt: 11, id: second });
		const rows = await rowsOf();
		const cut = rows[0]?.target ?? [];
		const { texts, writers } = await passagesBlame(
			ines,
			documentId,
			BlameQuery.parse({ passages: rows[0]?.id }),
		);
		expect(cut.map((one) => written({ texts, writers }, one))).toEqual([
			"Wharf No. 1",
			" opened |Bo Lind: no| berths today.",
		]);
		await perform(ines, {
			type: "join",
			segments: [segment, second],
			versions: cut.map((one) => one.version),
			separator: " ",
		});
		expect(await look(0)).toBe("Wharf No. 1|Ines Okoye:  | opened |Bo Lind: no| berths today.");
	});

	test("is told of many passages at once, with how much a machine wrote", async () => {
		await edit(bo, 1, "All shut. Wharf No. 2 opened 7 berths and berths again today.");
		const passages = (await rowsOf()).slice(0, 3);
		const query = BlameQuery.parse({ passages: passages.map(({ id }) => id).join(",") });
		const { texts } = await passagesBlame(bo, documentId, query);
		expect(texts.map(({ segment }) => segment)).toEqual(
			passages.flatMap(({ target }) => target.map(({ id }) => id)),
		);
		expect(texts.map(({ text, machine }) => text.length - machine)).toEqual([0, "All shut. ".length, 0]);
	});
});

describe("of the whole document", () => {
	const lengthOf = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
		rows.flatMap(({ target }) => target).reduce((sum, { text }) => sum + text.length, 0);

	test("is added up how much is a machine's and how much each person's, others' for those who may see it", async () => {
		const all = lengthOf(await rowsOf());
		expect(await wordingShares(ines, documentId)).toEqual({ total: all, machine: all, people: [] });
		await edit(bo, 0, "Bo wrote: Wharf No. 1 opened 0 berths and berths again today.");
		await edit(ines, 1, "Wharf No. 2 opened 7 berths and berths again today. All of it 👍.");
		const people = [
			{ id: ines.userId, name: "Ines Okoye", characters: " All of it 👍.".length - 1 },
			{ id: bo.userId, name: "Bo Lind", characters: "Bo wrote: ".length },
		];
		const total = all + 13 + 10;
		expect(await wordingShares(ines, documentId)).toEqual({ total, machine: all, people });
		expect(await wordingShares(bo, documentId)).toEqual({ total, machine: all, people: people.slice(1) });
	});
});

describe("what is asked", () => {
	test.each([
		["more passages than fifty", { passages: Array.from({ length: 51 }, newId).join(",") }],
		["no passage", { passages: "" }],
		["something else as well", { passages: newId(), all: "1" }],
	])("is refused: %s", (_, query) => {
		expect(BlameQuery.safeParse(query).success).toBe(false);
	});

	test("of a segment that there is not is not found", async () => {
		await expect(segmentBlame(ines, documentId, newId())).rejects.toMatchObject({ code: "not-found" });
	});
});
