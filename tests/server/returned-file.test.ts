/** A Word file goes out, is edited somewhere, comes back. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { BroughtBack, ReturnedPreview } from "#lib/core/comments/returned.ts";
import { PostedOperation } from "#lib/core/document/operations/registry.ts";
import type { Actor } from "#lib/server/access.ts";
import { postComment, postEntry } from "#lib/server/comments/post.ts";
import { everyThread } from "#lib/server/comments/read.ts";
import { decideSuggestion } from "#lib/server/comments/suggestions.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { type ExportQuery, exportDocument } from "#lib/server/delivery.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { bringBack, keepReturned } from "#lib/server/returned-file.ts";
import { deleted, inSentence, inserted, withPart, written } from "#tests/core/formats/word/returning.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";
import { openTestDatabase } from "./caller.ts";
import { docxBomb } from "./hostile-files.ts";

let lead: Actor;
let reader: Actor;
let projectId: string;
let documentId: string;

beforeAll(async () => {
	await openTestDatabase();
});
afterAll(closeDatabase);

beforeEach(async () => {
	[lead, reader] = [await makePerson("Lin Yue"), await makePerson("Ada Okafor")];
	projectId = await makeProject([lead, "lead"], [reader, "reader"]);
	documentId = await makeDocument(lead, projectId, [
		[["港口开放了。"], ["The port opened."]],
		[["下雨了。"], ["It rained a lot."]],
		[["风很大。"], ["The wind was strong."]],
		[["没有人说话。"], []],
	]);
});

const rows = async () => (await readWindow(lead, documentId, { offset: 0, limit: 10 })).rows;
async function sentence(row: number) {
	const found = (await rows())[row]?.target[0];
	if (!found) throw new Error("no such sentence");
	return found;
}
const texts = async () => (await rows()).map(({ target }) => target.map(({ text }) => text).join(" "));
async function edit(row: number, text: string): Promise<void> {
	const { id: segment, version } = await sentence(row);
	const operation = PostedOperation.parse({ type: "edit", v: 1, segment, version, text, as: null });
	await performOperation(lead, documentId, { key: newId(), operation });
}

const clean = { from: "draft", to: "now" } as const;
const out = async (format = "docx", query: ExportQuery = clean) =>
	(await exportDocument(lead, documentId, format, query)).bytes as Uint8Array;

async function kept(bytes: Uint8Array, name = "harbour (edited).docx"): Promise<string> {
	const stream = (async function* () {
		yield bytes;
	})();
	return (await keepReturned(lead, documentId, { name }, { bytes: stream, announced: null })).id;
}
const preview = async (bytes: Uint8Array, to = documentId) =>
	(await bringBack(lead, to, { key: newId(), upload: await kept(bytes), preview: true })) as ReturnedPreview;
const back = async (bytes: Uint8Array, key = newId()) =>
	(await bringBack(lead, documentId, { key, upload: await kept(bytes), preview: false })) as BroughtBack;
const threads = async () => (await everyThread(lead, documentId)).threads;

const at = "2024-07-01T08:30:00Z";
const trackedIn = async (bytes: Uint8Array, row: number, from: string, to: string) => {
	const { id } = await sentence(row);
	return withPart(bytes, (xml) =>
		inSentence(xml, id, (text) => {
			const [before = "", after = ""] = text.split(from);
			return (
				written(before) + deleted(from, "Ana Silva", at) + inserted(to, "Ana Silva", at) + written(after)
			);
		}),
	);
};
const untrackedIn = async (bytes: Uint8Array, row: number, from: string, to: string) => {
	const { id } = await sentence(row);
	return withPart(bytes, (xml) => inSentence(xml, id, (text) => written(text.replace(from, to))));
};

describe("what was changed in a file", () => {
	test("becomes suggestions by whom the file names and who brought it back, to accept one by one", async () => {
		let file = await trackedIn(await out(), 0, "port", "harbour");
		file = await untrackedIn(file, 1, "a lot", "all day");
		const shown = await preview(file);
		expect(shown).toMatchObject({
			suggestions: 2,
			passages: 2,
			conflicts: 0,
			comments: 0,
			here: 0,
			rest: [],
		});
		expect(shown.changes).toEqual([
			{
				index: 0,
				before: "The port opened.",
				after: "The harbour opened.",
				authors: ["Ana Silva"],
				at: "2024-07-01T08:30:00.000Z",
				state: "ready",
			},
			{
				index: 1,
				before: "It rained a lot.",
				after: "It rained all day.",
				authors: [],
				at: null,
				state: "ready",
			},
		]);
		expect(await threads()).toEqual([]);
		expect(await back(file)).toMatchObject({ suggestions: 2, comments: 0 });
		const made = await threads();
		expect(made.map(({ kind, excerpt, author }) => [kind, excerpt, author.name])).toEqual([
			["suggestion", "The harbour opened.", "Lin Yue"],
			["suggestion", "It rained all day.", "Lin Yue"],
		]);
		expect(made.map(({ entries }) => entries[0]?.from)).toEqual([
			{ file: "harbour (edited).docx", name: "Ana Silva", at: "2024-07-01T08:30:00.000Z" },
			{ file: "harbour (edited).docx", name: null, at: null },
		]);
		for (const { id } of made)
			await decideSuggestion(lead, documentId, id, { key: newId(), accept: true, chosen: null });
		expect(await texts()).toEqual(["The harbour opened.", "It rained all day.", "The wind was strong.", ""]);
	});

	test("stands against what was done here meanwhile: merged, in conflict, or here already", async () => {
		let file = await untrackedIn(await out(), 0, "port", "harbour");
		file = await untrackedIn(file, 1, "a lot", "all day");
		file = await untrackedIn(file, 2, "strong", "fierce");
		await edit(0, "The port opened again.");
		await edit(1, "It rained all night.");
		await edit(2, "The wind was fierce.");
		expect((await preview(file)).changes.map(({ state }) => state)).toEqual(["ready", "conflict", "here"]);
		expect(await back(file)).toMatchObject({ suggestions: 2, conflicts: 1, here: 1 });
		const [first] = await threads();
		await decideSuggestion(lead, documentId, first?.id ?? "", { key: newId(), accept: true, chosen: null });
		expect((await texts())[0]).toBe("The harbour opened again.");
	});

	test("is suggested once, however often the file is brought back", async () => {
		const file = await untrackedIn(await out(), 0, "port", "harbour");
		const key = newId();
		const upload = await kept(file);
		const input = { key, upload, preview: false };
		expect(await bringBack(lead, documentId, input)).toMatchObject({ suggestions: 1 });
		expect(await bringBack(lead, documentId, input)).toMatchObject({ suggestions: 1 });
		expect(await back(file)).toMatchObject({ suggestions: 0, here: 1 });
		expect(await threads()).toHaveLength(1);
	});

	test("in two columns a rendering can be typed where there was none, and a source is only told of", async () => {
		const file = withPart(await out("docx", { ...clean, layout: "columns" }), (xml) => {
			const empty = xml.lastIndexOf("<w:bookmarkEnd");
			const typed = xml.slice(0, empty) + written("Nobody spoke.") + xml.slice(empty);
			return typed.replace("风很大。", "风非常大。");
		});
		const shown = await preview(file);
		expect(shown.changes.map(({ index, before, after }) => [index, before, after])).toEqual([
			[3, "", "Nobody spoke."],
		]);
		expect(shown.rest).toEqual([{ kind: "source", text: "风非常大。", index: 2 }]);
		await back(file);
		const [made] = await threads();
		await decideSuggestion(lead, documentId, made?.id ?? "", { key: newId(), accept: true, chosen: null });
		expect((await texts())[3]).toBe("Nobody spoke.");
	});
});

describe("what was said in a file", () => {
	test("becomes comments and answers, and what went out with it is not said twice", async () => {
		const { id } = await sentence(0);
		const passage = (await rows())[0]?.id ?? "";
		const on = { passage, side: "target" as const, segment: id, span: { start: 4, end: 8, quote: "port" } };
		await postComment(reader, documentId, { key: newId(), on, text: "Port or harbour?" });
		let file = await out("docx-tracked", { ...clean, comments: "open" });
		expect(await preview(file)).toMatchObject({ suggestions: 0, comments: 0, rest: [] });
		const answer = (number: number, text: string) =>
			`<w:comment w:id="${number}" w:author="Ana Silva" w:date="${at}"><w:p w14:paraId="0000009${number}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`;
		file = withPart(
			file,
			(xml) =>
				xml.replace(
					"</w:comments>",
					`${answer(7, "Harbour, I think.")}${answer(8, "Too weak?")}</w:comments>`,
				),
			"word/comments.xml",
		);
		file = withPart(
			file,
			(xml) =>
				xml.replace(
					/(w15:paraId="(\w+)".*)(<\/w15:commentsEx>)/,
					'$1<w15:commentEx w15:paraId="00000097" w15:paraIdParent="$2" w15:done="0"/>$3',
				),
			"word/commentsExtended.xml",
		);
		const third = (await sentence(2)).id;
		file = withPart(file, (xml) =>
			inSentence(
				xml,
				third,
				() =>
					`${written("The wind was ")}<w:commentRangeStart w:id="8"/>${written("strong")}<w:commentRangeEnd w:id="8"/><w:r><w:commentReference w:id="8"/></w:r>${written(".")}`,
			),
		);
		expect((await preview(file)).words).toEqual([
			{ index: 2, author: "Ana Silva", text: "Too weak?" },
			{ index: null, author: "Ana Silva", text: "Harbour, I think." },
		]);
		expect(await back(file)).toMatchObject({ suggestions: 0, comments: 2 });
		const said = (await threads()).map(({ quote, anchor, entries }) => [
			quote,
			anchor?.index,
			...entries.map(({ text, from }) => [from?.name ?? null, text]),
		]);
		expect(said).toEqual([
			["port", 0, [null, "Port or harbour?"], ["Ana Silva", "Harbour, I think."]],
			["strong", 2, ["Ana Silva", "Too weak?"]],
		]);
		expect(await back(file)).toMatchObject({ suggestions: 0, comments: 0 });
	});
});

test("a comment that was deleted here after it went out does not come back", async () => {
	const { id } = await sentence(0);
	const passage = (await rows())[0]?.id ?? "";
	const on = { passage, side: "target" as const, segment: id, span: null };
	const made = await postComment(reader, documentId, { key: newId(), on, text: "Port or\nharbour?" });
	const file = await out("docx", { ...clean, comments: "open" });
	const [thread] = made.threads;
	const removal = { key: newId(), kind: "delete" as const, of: thread?.number ?? 0 };
	await postEntry(reader, documentId, thread?.id ?? "", removal);
	expect(await preview(file)).toMatchObject({ suggestions: 0, comments: 0, rest: [] });
});

describe("what is refused", () => {
	test("a file of another document, of a version that there is not, and one that says nothing", async () => {
		const other = await makeDocument(lead, projectId);
		await expect(preview(await out(), other)).rejects.toMatchObject({ key: "returnedOther" });
		const later = withPart(await out(), (xml) => xml.replace(">1<", ">99<"), "docProps/custom.xml");
		await expect(preview(later)).rejects.toMatchObject({ key: "returnedVersion", values: { number: 99 } });
		const nameless = withPart(await out(), () => "<Properties/>", "docProps/custom.xml");
		await expect(preview(nameless)).rejects.toMatchObject({ key: "returnedUnknown" });
	});

	test.each([
		["a text", () => new TextEncoder().encode("no archive"), "officeNoArchive"],
		["a bomb", docxBomb, "officeDoctype"],
		["half a file", async () => (await out()).slice(0, 900), "archiveCut"],
	])("%s", async (_, bytes, key) => {
		await expect(preview(await bytes())).rejects.toMatchObject({ key: `reading.problems.${key}` });
	});

	test("whoever may only read brings nothing back", async () => {
		const upload = await kept(await out());
		const input = { key: newId(), upload, preview: true };
		await expect(bringBack(reader, documentId, input)).rejects.toMatchObject({ code: "forbidden" });
	});
});

test("a version that is handed out is the one asked for, and changes run from one to the other", async () => {
	await edit(0, "The harbour opened.");
	await edit(0, "The harbour has opened.");
	const file = await out("docx-tracked", { from: 1, to: 2 });
	expect(await preview(file)).toMatchObject({ number: 2, suggestions: 0, rest: [], relooked: 0 });
	await expect(out("docx-tracked", { from: 3, to: 2 })).rejects.toMatchObject({ key: "versionsInOrder" });
	await expect(out("docx", { from: 1, to: 2 })).rejects.toMatchObject({ key: "optionOfFormat" });
	await expect(out("docx", { from: "draft", to: 9 })).rejects.toMatchObject({ key: "noSuchVersion" });
});
