/** Importing a newer version on a real Postgres: what people did stays, what changed is shown twice, all in one revision. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OtherVersion } from "#lib/core/document/model.ts";
import type { UpdatePreview, WireRow } from "#lib/core/document/wire.ts";
import type { Actor } from "#lib/server/access.ts";
import { requestAttach } from "#lib/server/attach-side.ts";
import { closeDatabase, pool } from "#lib/server/db.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation, redo, undo } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { segmentHistory } from "#lib/server/revisions.ts";
import { requestUpdate, type Updated, UpdateSide, updateNow } from "#lib/server/update-side.ts";
import { listOriginals } from "#lib/server/uploads.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { makeDocument, makePerson, makeProject, plainRows, type RowTexts } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

let owner: Actor;
let reviewer: Actor;
let projectId: string;

beforeAll(async () => {
	process.env["DATABASE_URL"] = (await testDatabase()).url;
	owner = await makePerson("Ines Okoye");
	reviewer = await makePerson("Bo Lind");
	projectId = await makeProject([owner, "owner"], [reviewer, "reviewer"]);
});
afterAll(closeDatabase);

const rowsOf = async (documentId: string) => (await readWindow(owner, documentId, { limit: 500 })).rows;
const asked = (side: "source" | "target", lines: readonly string[], more: object = {}) =>
	UpdateSide.parse({
		key: newId(),
		side,
		given: { text: lines.join("\n") },
		paragraphs: "line",
		aligner: "one-to-one",
		origin: { kind: "machine", engine: "Newer engine" },
		...more,
	});
async function update(
	documentId: string,
	side: "source" | "target",
	lines: readonly string[],
): Promise<Updated> {
	const made = await requestUpdate(owner, documentId, asked(side, lines));
	if (!("counts" in made)) throw new TypeError("this was not done at once");
	return made;
}
const preview = async (documentId: string, side: "source" | "target", lines: readonly string[]) =>
	(await requestUpdate(owner, documentId, asked(side, lines, { preview: true }))) as UpdatePreview;

async function edit(
	actor: Actor,
	documentId: string,
	row: WireRow | undefined,
	text: string,
	side: "source" | "target" = "target",
) {
	const segment = row?.[side][0];
	const operation = {
		type: "edit",
		v: 1,
		segment: segment?.id ?? "",
		version: segment?.version ?? 0,
		text,
		as: null,
	} as const;
	return await performOperation(actor, documentId, { key: newId(), operation });
}

async function review(
	documentId: string,
	row: WireRow | undefined,
	kinds: ("link" | "review")[] = ["link", "review"],
) {
	const exact = (segments: readonly { id: string; version: number }[] = []) =>
		segments.map(({ id, version }): [string, number] => [id, version]);
	const rows = [{ id: row?.id ?? "", source: exact(row?.source), target: exact(row?.target) }];
	await performOperation(owner, documentId, {
		key: newId(),
		operation: { type: "confirm", v: 1, kinds, rows },
	});
}

async function settle(documentId: string, row: WireRow | undefined, take: boolean) {
	const segment = row?.target[0];
	const operation = {
		type: "settle",
		v: 1,
		segment: segment?.id ?? "",
		version: segment?.version ?? 0,
		since: segment?.other?.since ?? 0,
		take,
		as: null,
	} as const;
	return await performOperation(reviewer, documentId, { key: newId(), operation });
}

const chinese = ["一月有雪。", "二月有风。", "三月有雨。", "四月有花。", "五月有麦。", "六月有蝉。"];
const english = [
	"There is snow in January.",
	"There is wind in February.",
	"There is rain in March.",
	"There are flowers in April.",
	"There is wheat in May.",
	"There are cicadas in June.",
];
const months: RowTexts[] = chinese.map((text, i) => [[text], [english[i] ?? ""]]);
const brief = ({ source, target, state, link }: WireRow) =>
	`${source.map(({ text }) => text).join(" ")} | ${target.map(({ text }) => text).join(" ")} ${state} ${link}`;
const others = (rows: readonly WireRow[]) =>
	rows.map(({ source, target }) =>
		[...source, ...target].flatMap(({ other }) => (other ? [other.is] : [])).join(" "),
	);
const sound = async (documentId: string) =>
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);

/** Two renderings edited, one of them reviewed, and one reviewed as it is. */
async function worked(): Promise<{ documentId: string; before: readonly WireRow[] }> {
	const documentId = await makeDocument(owner, projectId, months);
	const rows = await rowsOf(documentId);
	await edit(reviewer, documentId, rows[0], "January brings snow.");
	await edit(reviewer, documentId, rows[1], "February brings wind.");
	await review(documentId, (await rowsOf(documentId))[0]);
	await review(documentId, rows[2]);
	return { documentId, before: await rowsOf(documentId) };
}

const newerEnglish = [
	english[0] ?? "", // edited and reviewed here, unchanged there
	"There are strong winds in February.", // changed on both sides
	english[2] ?? "",
	"There are many flowers in April.", // changed there only
	// May is gone
	english[5] ?? "",
	"There is heat in July.", // new
];

test("what is shown is what is done: kept, taken, held beside, dropped and added, in one revision", async () => {
	const { documentId, before } = await worked();
	const shown = await preview(documentId, "target", newerEnglish);
	expect(shown).toMatchObject({
		kept: 3,
		held: 1,
		taken: 1,
		dropped: 1,
		added: 1,
		marked: 0,
		moved: 0,
		more: 0,
		reviewed: 0,
	});
	expect(shown.changes[0]).toEqual({
		kind: "held",
		index: 1,
		mine: "February brings wind.",
		theirs: "There are strong winds in February.",
	});
	expect(await rowsOf(documentId)).toEqual(before);
	const made = await update(documentId, "target", newerEnglish);
	expect(made).toMatchObject({
		number: 6,
		reload: true,
		counts: { held: 1, taken: 1, dropped: 1, added: 1, kept: 3 },
	});
	const after = await rowsOf(documentId);
	expect(after.map(brief)).toEqual([
		"一月有雪。 | January brings snow. reviewed confirmed",
		"二月有风。 | February brings wind. edited stale",
		"三月有雨。 | There is rain in March. reviewed confirmed",
		"四月有花。 | There are many flowers in April. draft stale",
		"五月有麦。 |  empty stale",
		"六月有蝉。 | There are cicadas in June. draft automatic",
		" | There is heat in July. draft automatic",
	]);
	expect(others(after)).toEqual(["", "newer", "", "older", "beside", "", ""]);
	for (const i of [0, 2, 5]) expect(after[i]).toEqual(before[i]);
	expect(after[3]?.target[0]).toMatchObject({
		draft: "There are many flowers in April.",
		origin: 1,
		changedBy: null,
	});
	expect(after[1]?.target[0]).toMatchObject({ draft: english[1], origin: 0 });
	await sound(documentId);
	await undo(owner, documentId, newId());
	expect(await rowsOf(documentId)).toEqual(before);
	await sound(documentId);
	await redo(owner, documentId, newId());
	expect(await rowsOf(documentId)).toEqual(after);
	await sound(documentId);
	expect(await listOriginals(owner, documentId)).toMatchObject([{ number: 6, side: "target" }]);
});

test("choosing settles it, for good: the same file again changes nothing", async () => {
	const { documentId } = await worked();
	await update(documentId, "target", newerEnglish);
	await expect(update(documentId, "target", newerEnglish)).rejects.toMatchObject({
		key: "refusals.nothing-changed",
	});
	const [, held, , taken] = await rowsOf(documentId);
	await settle(documentId, held, false);
	await settle(documentId, taken, true);
	const settled = await rowsOf(documentId);
	expect(settled[1]?.target[0]).toMatchObject({ text: "February brings wind." });
	expect(settled[3]?.target[0]).toMatchObject({
		text: english[3],
		draft: "There are many flowers in April.",
	});
	expect(others(settled)).toEqual(["", "", "", "", "beside", "", ""]);
	await expect(update(documentId, "target", newerEnglish)).rejects.toMatchObject({
		key: "refusals.nothing-changed",
	});
	await sound(documentId);
	for (let i = 0; i < 2; i++) await undo(reviewer, documentId, newId());
	expect(others(await rowsOf(documentId))).toEqual(["", "newer", "", "older", "beside", "", ""]);
	await sound(documentId);
});

test("taking the newer wording makes it the draft, with its own origin", async () => {
	const { documentId } = await worked();
	await update(documentId, "target", newerEnglish);
	await settle(documentId, (await rowsOf(documentId))[1], true);
	const [, row] = await rowsOf(documentId);
	const wording = "There are strong winds in February.";
	expect(row?.target[0]).toMatchObject({ text: wording, draft: wording, origin: 1 });
	expect(row).toMatchObject({ state: "draft", link: "automatic" });
	await sound(documentId);
});

test("confirming in sight of both settles it too; a link confirmed before does not count", async () => {
	const { documentId } = await worked();
	await update(documentId, "target", newerEnglish);
	const rows = await rowsOf(documentId);
	await review(documentId, rows[1]);
	await review(documentId, rows[3]);
	const after = await rowsOf(documentId);
	expect([after[1], after[3]].map((row) => `${row?.state} ${row?.link}`)).toEqual([
		"reviewed confirmed",
		"reviewed confirmed",
	]);
	await sound(documentId);
});

test("the history of a sentence tells what a re-import and the choice after it changed", async () => {
	const { documentId } = await worked();
	await update(documentId, "target", newerEnglish);
	const [, held, , taken] = await rowsOf(documentId);
	await settle(documentId, held, true);
	const told = async (row: WireRow | undefined) =>
		(await segmentHistory(owner, documentId, row?.target[0]?.id ?? "")).entries.map(
			({ type, before, after }) => [type, before, after],
		);
	const [mine, theirs] = ["February brings wind.", "There are strong winds in February."];
	expect(await told(held)).toEqual([
		["settle", mine, theirs],
		["update", mine, mine],
		["edit", english[1], mine],
	]);
	expect(await told(taken)).toEqual([["update", english[3], "There are many flowers in April."]]);
});

test("moving links over passages with two versions leaves the database as the log tells", async () => {
	const { documentId } = await worked();
	await update(documentId, "target", newerEnglish);
	const rows = await rowsOf(documentId);
	const { orderNumber } = await readWindow(owner, documentId, { limit: 1 });
	await performOperation(owner, documentId, {
		key: newId(),
		operation: {
			type: "shift",
			v: 1,
			side: "target",
			direction: "down",
			from: rows[0]?.id ?? "",
			segment: rows[0]?.target[0]?.id ?? "",
			created: newId(),
			order: orderNumber,
			putBack: [],
			as: null,
		},
	});
	await sound(documentId);
	await undo(owner, documentId, newId());
	expect(await rowsOf(documentId)).toEqual(rows);
	await sound(documentId);
});

test("a newer source keeps renderings and corrections of the source; what changed is stale", async () => {
	const documentId = await makeDocument(owner, projectId, months);
	const rows = await rowsOf(documentId);
	for (const row of rows) await review(documentId, row);
	await edit(owner, documentId, rows[1], "二月有大风。", "source");
	await edit(owner, documentId, rows[2], "三月有大雨。", "source");
	const newer = [chinese[0], chinese[1], "三月有小雨。", "四月有好多花。", chinese[4], chinese[5]].map(
		(text) => text ?? "",
	);
	const made = await update(documentId, "source", newer);
	expect(made.counts).toEqual({ kept: 4, taken: 1, held: 1, marked: 0, dropped: 0, added: 0, moved: 0 });
	expect((await rowsOf(documentId)).map(brief)).toEqual([
		"一月有雪。 | There is snow in January. reviewed confirmed",
		"二月有大风。 | There is wind in February. draft stale",
		"三月有大雨。 | There is rain in March. draft stale",
		"四月有好多花。 | There are flowers in April. draft stale",
		"五月有麦。 | There is wheat in May. reviewed confirmed",
		"六月有蝉。 | There are cicadas in June. reviewed confirmed",
	]);
	await sound(documentId);
});

test("what somebody worked on stays though it is gone, and what moved takes its wording along", async () => {
	const { documentId } = await worked();
	const [, feb, mar, apr, may, jun] = english;
	const made = await update(
		documentId,
		"target",
		[feb, apr, may, jun, mar].map((text) => text ?? ""),
	);
	expect(made.counts).toMatchObject({ marked: 1, moved: 1 });
	const after = await rowsOf(documentId);
	expect(after[0]).toMatchObject({
		state: "reviewed",
		link: "stale",
		target: [{ text: "January brings snow.", other: { is: "gone" } }],
	});
	expect(after.at(-1)?.target[0]?.text).toBe(mar);
	await sound(documentId);
	await undo(owner, documentId, newId());
	await sound(documentId);
});

test("what comes is paired with what had no counterpart there, and with nothing else", async () => {
	const rows = months.map(([source, target], i): RowTexts => [i === 2 || i === 5 ? [] : source, target]);
	const documentId = await makeDocument(owner, projectId, rows);
	const made = await update(documentId, "source", ["零月。", ...chinese]);
	expect(made.counts).toMatchObject({ kept: 4, added: 3, taken: 0 });
	const after = await rowsOf(documentId);
	expect(after.map(({ source, target }) => [source[0]?.text, target[0]?.text])).toEqual([
		["零月。", undefined],
		...months.map(([[source], [target]]) => [source, target]),
	]);
	const before = new Set(rows.map(([, [target]]) => target));
	expect(after.filter(({ target }) => before.has(target[0]?.text ?? "")).map(({ link }) => link)).toEqual(
		Array(6).fill("automatic"),
	);
	expect([after[3]?.confidence, after[6]?.confidence].every((sure) => sure !== null)).toBe(true);
	await sound(documentId);
	await undo(owner, documentId, newId());
	await sound(documentId);
});

test("sentences that reviewers joined or split are recognised in a file that has them as before", async () => {
	const documentId = await makeDocument(owner, projectId, [
		[["一。"], ["The ship came.", "Gulls cried."]],
		[["二。"], ["It rained all night and the wind blew."]],
	]);
	const [first, second] = await rowsOf(documentId);
	const [a, b] = first?.target ?? [];
	const operations = [
		{
			type: "join",
			v: 1,
			segments: [a?.id ?? "", b?.id ?? ""] as [string, string],
			versions: [1, 1] as [number, number],
			separator: " ",
			as: null,
		},
		{
			type: "split",
			v: 1,
			segment: second?.target[0]?.id ?? "",
			version: 1,
			at: 20,
			draftAt: 20,
			id: newId(),
			separator: "",
			as: null,
		},
	] as const;
	for (const operation of operations) await performOperation(owner, documentId, { key: newId(), operation });
	const lines = ["The ship came.", "Gulls cried.", "It rained all night and the wind blew."];
	await expect(update(documentId, "target", lines)).rejects.toMatchObject({
		key: "refusals.nothing-changed",
	});
	const made = await update(documentId, "target", [...lines, "The end."]);
	expect(made.counts).toMatchObject({ kept: 3, added: 1, taken: 0, held: 0 });
});

test("furniture of the newer version takes the place of the older one's, and comes back", async () => {
	const documentId = await makeDocument(owner, projectId, months);
	const aside = async () =>
		(
			await pool().query<{ text: string }>(
				`SELECT "text" FROM "Segment" WHERE "documentId" = $1 AND "passageId" IS NULL ORDER BY "rank"`,
				[documentId],
			)
		).rows.map(({ text }) => text);
	const kinds = { 0: "furniture", 7: "furniture" };
	const given = { text: ["Home > News", ...english, "Share to"].join("\n"), kinds };
	const lines = { given: { ...given, text: given.text.replace("snow", "much snow") } };
	const made = await requestUpdate(owner, documentId, asked("target", [], lines));
	expect(made).toMatchObject({ counts: { taken: 1, added: 0 } });
	expect(await aside()).toEqual(["Home > News", "Share to"]);
	await sound(documentId);
	const again = { given: { kinds, text: ["Start > News", ...english, "Share to"].join("\n") } };
	await requestUpdate(owner, documentId, asked("target", [], again));
	expect(await aside()).toEqual(["Start > News", "Share to"]);
	await sound(documentId);
	for (let i = 0; i < 2; i++) await undo(owner, documentId, newId());
	expect(await aside()).toEqual([]);
	await sound(documentId);
});

test.each<[string, () => Promise<unknown>, string]>([
	[
		"by a reviewer",
		async () =>
			requestUpdate(reviewer, await makeDocument(owner, projectId, months), asked("target", english)),
		"forbidden",
	],
	[
		"by somebody else",
		async () =>
			requestUpdate(
				await makePerson(),
				await makeDocument(owner, projectId, months),
				asked("target", english),
			),
		"notFound",
	],
	[
		"of a side that is not there",
		async () => update(await makeDocument(owner, projectId, [[["一。"], []]]), "target", english),
		"sideMissing",
	],
	[
		"with the same text",
		async () => update(await makeDocument(owner, projectId, months), "target", english),
		"refusals.nothing-changed",
	],
	[
		"with NUL",
		async () => update(await makeDocument(owner, projectId, months), "target", ["a\0b"]),
		"textNul",
	],
	[
		"with an upload that is not there",
		async () =>
			requestUpdate(
				owner,
				await makeDocument(owner, projectId, months),
				asked("target", [], { given: { upload: newId() } }),
			),
		"notFound",
	],
])("refused: %s", async (_, attempt, key) => {
	await expect(attempt()).rejects.toMatchObject({ key });
});

test("a repeat with the same key has one effect, and a grouping that is gone is refused", async () => {
	const documentId = await makeDocument(owner, projectId, months);
	const input = asked("target", newerEnglish, { order: 1 });
	const answers = await Promise.all([1, 2, 3].map(() => requestUpdate(owner, documentId, input)));
	for (const answer of answers) expect(answer).toMatchObject({ number: 2, headNumber: 2 });
	await expect(
		requestUpdate(owner, documentId, asked("target", english, { order: 1 })),
	).rejects.toMatchObject({
		key: "refusals.order-changed",
	});
});

describe("beside people who type", () => {
	test("every save that was answered with yes is in the document afterwards", async () => {
		const rows = plainRows(60);
		const documentId = await makeDocument(owner, projectId, rows);
		const present = await rowsOf(documentId);
		const newer = rows.map(([, [text = ""]], i) => (i % 2 === 0 ? `${text} Indeed` : text));
		const saves = present.map(async (row, i) => {
			try {
				await edit(reviewer, documentId, row, `Typed ${i}.`);
				return `Typed ${i}.`;
			} catch (error) {
				expect(error).toMatchObject({ code: "conflict" });
				return null;
			}
		});
		const [made, ...answers] = await Promise.all([update(documentId, "target", newer), ...saves]);
		expect(made.number).toBeGreaterThan(1);
		const after = await rowsOf(documentId);
		const texts = after.flatMap((row) => row.target.map(({ text }) => text));
		const kept = answers.filter((text) => text !== null);
		expect(kept.length).toBeGreaterThan(0);
		for (const text of kept) expect(texts).toContain(text);
		await sound(documentId);
	});
});

test("one-sided documents take newer versions, and a side attached later too", async () => {
	const documentId = await makeDocument(
		owner,
		projectId,
		english.map((text): RowTexts => [[], [text]]),
	);
	await update(documentId, "target", [
		...english.slice(0, 3),
		"There are tulips in April.",
		"There is peace.",
	]);
	const rows = await rowsOf(documentId);
	expect(rows.map(({ target }) => target[0]?.text)).toEqual([
		...english.slice(0, 3),
		"There are tulips in April.",
		"There is peace.",
	]);
	await requestAttach(owner, documentId, {
		key: newId(),
		side: "source",
		given: { text: chinese.join("\n") },
		paragraphs: "line",
		aligner: "one-to-one",
		preview: false,
	});
	await update(
		documentId,
		"source",
		chinese.map((text) => text.replace("有", "都有")),
	);
	await sound(documentId);
	for (let i = 0; i < 3; i++) await undo(owner, documentId, newId());
	expect((await rowsOf(documentId)).map(({ target }) => target[0]?.text)).toEqual(english);
	await sound(documentId);
});

test("20,000 sentences, every third of them changed, take less than a minute and are as the log tells", async () => {
	const count = 20_000;
	const rows = plainRows(count);
	const documentId = await makeDocument(owner, projectId, rows);
	const newer = rows.flatMap(([, [text = ""]], i) =>
		i % 997 === 0
			? [text, `A new sentence stands behind number ${i}.`]
			: [i % 3 === 0 ? `${text} again` : text],
	);
	const begun = performance.now();
	const made = await updateNow(owner, documentId, asked("target", newer));
	expect(performance.now() - begun).toBeLessThan(60_000);
	expect(made).toMatchObject({ counts: { added: Math.ceil(count / 997), dropped: 0, held: 0 } });
	await sound(documentId);
	await undo(owner, documentId, newId());
	await sound(documentId);
}, 180_000);

test("what stands beside a text is sent with it", async () => {
	const documentId = await makeDocument(owner, projectId, months);
	await update(documentId, "target", newerEnglish);
	const found: OtherVersion[] = (await rowsOf(documentId)).flatMap((row) =>
		row.target.flatMap(({ other }) => other ?? []),
	);
	expect(found).toEqual([
		{ is: "older", text: english[1], since: 2 },
		{ is: "older", text: english[3], since: 2 },
	]);
});
