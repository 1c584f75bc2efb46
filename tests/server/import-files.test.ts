/** Uploaded files become documents: one text, two sides, or pairs that a file made, with all that it says of them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { markOf } from "#lib/core/formats/marked-text.ts";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { exportDocument } from "#lib/server/delivery.ts";
import { importDocument, previewImport } from "#lib/server/import-document.ts";
import type { NewDocument } from "#lib/server/import-input.ts";
import { readWindow } from "#lib/server/passages.ts";
import { segmentHistory } from "#lib/server/revisions.ts";
import { listOriginals, readUpload, storeUpload } from "#lib/server/uploads.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { makePerson, makeProject } from "#tests/factories.ts";
import { openTestDatabase } from "./caller.ts";

let lead: Actor;
let projectId: string;

beforeAll(async () => {
	await openTestDatabase();
	lead = await makePerson("Lead");
	projectId = await makeProject([lead, "lead"]);
});
afterAll(closeDatabase);

const utf8 = (text: string) => new TextEncoder().encode(text);

async function upload(name: string, content: string | Uint8Array, place = projectId): Promise<string> {
	const bytes = typeof content === "string" ? utf8(content) : content;
	const { id } = await storeUpload(
		lead,
		place,
		{ name },
		{
			bytes: (async function* () {
				yield bytes;
			})(),
			announced: bytes.length,
		},
	);
	return id;
}

const usual = { paragraphs: "line", origin: { kind: "unknown" }, aligner: "lexical" } as const;

async function imported(input: Partial<NewDocument>): Promise<string> {
	const made = await importDocument(lead, projectId, { ...usual, ...input });
	if (!("documentId" in made)) throw new Error("became a job");
	return made.documentId;
}

const rowsOf = async (documentId: string) => (await readWindow(lead, documentId, {})).rows;

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tide tables</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Tide tables go digital</h1><p class="date">2024-03-05</p>
<p>The harbour office <b>stopped printing</b> its tables. Masters read them on a <a href="https://example.org/tides">new page</a>.</p>
<p>Paper copies stay at the quay.</p></article>
<footer>Copyright Harbour Office</footer></body></html>`;

test("a saved page becomes an article: furniture aside, metadata found, emphasis and links kept and handed out", async () => {
	const documentId = await imported({ target: { upload: await upload("page.html", page) } });
	const { rows, codes } = await readWindow(lead, documentId, {});
	// The first four codes are links of the navigation, which is set aside.
	const texts = rows.flatMap(({ target }) => target.map(({ kind, text }) => [kind, text]));
	expect(texts).toEqual([
		["title", "Tide tables go digital"],
		["meta", "2024-03-05"],
		["body", `The harbour office ${markOf(4)}stopped printing${markOf(5)} its tables.`],
		["body", `Masters read them on a ${markOf(6)}new page${markOf(7)}.`],
		["body", "Paper copies stay at the quay."],
	]);
	expect(codes).toMatchObject({
		4: { kind: "bold", part: "start" },
		5: { kind: "bold", part: "end", pair: "4" },
		6: { kind: "link", part: "start", value: "https://example.org/tides" },
	});
	const article = new TextDecoder().decode((await exportDocument(lead, documentId, "article")).bytes);
	expect(article).toContain("<strong>stopped printing</strong> its tables.");
	expect(article).toContain('<a href="https://example.org/tides">new page</a>');
	expect(await verifyDocument(documentId)).toMatchObject({ discrepancies: [] });
});

const memory = `<?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh-CN" datatype="xml"/>
<body><tu><note>ask the pilot</note><prop type="x-state">approved</prop><tuv xml:lang="zh-CN"><seg>灯塔<bpt i="1">&lt;b&gt;</bpt>亮<ept i="1">&lt;/b&gt;</ept>了。</seg></tuv><tuv xml:lang="en"><seg>The light is <bpt i="1">&lt;b&gt;</bpt>on<ept i="1">&lt;/b&gt;</ept>.</seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg>船来了。</seg></tuv><tuv xml:lang="en"><seg>The ships came.</seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg>没有译文。</seg></tuv></tu></body></tmx>`;

test("a translation memory keeps its pairs, states, notes and codes, and gives them back", async () => {
	const pairs = { upload: await upload("m.tmx", memory), source: "zh-CN", target: "en" };
	const documentId = await imported({ pairs });
	const rows = await rowsOf(documentId);
	expect(rows.map(({ state, link }) => [state, link])).toEqual([
		["approved", "confirmed"],
		["draft", "confirmed"],
		["empty", "automatic"],
	]);
	expect(rows[0]?.source[0]?.text).toBe(`灯塔${markOf(0)}亮${markOf(1)}了。`);
	expect(rows[0]?.target[0]?.text).toBe(`The light is ${markOf(2)}on${markOf(3)}.`);
	const { notes } = await segmentHistory(lead, documentId, rows[0]?.source[0]?.id ?? "");
	expect(notes).toEqual(["ask the pilot"]);
	const tmx = new TextDecoder().decode((await exportDocument(lead, documentId, "tmx")).bytes);
	expect(tmx).toContain('The light is <bpt i="1" type="bold">&lt;b&gt;</bpt>on<ept i="1">&lt;/b&gt;</ept>.');
	expect(await verifyDocument(documentId)).toMatchObject({ discrepancies: [] });
});

test("of a table the columns that were chosen become the sides", async () => {
	const file = await upload("t.csv", 'id,译文,原文\n1,"Tea, please.",请给我茶。\n2,Thanks.,谢谢。\n');
	const columns = { header: true, source: 2, target: 1 };
	const rows = await rowsOf(await imported({ pairs: { upload: file, source: null, target: null, columns } }));
	expect(rows.map(({ source, target }) => [source[0]?.text, target[0]?.text])).toEqual([
		["请给我茶。", "Tea, please."],
		["谢谢。", "Thanks."],
	]);
});

test.each([
	["a hunalign ladder", "l.ladder", "0\t0\t0.5\n1\t1\t0.9\n3\t2\t0\n"],
	["vecalign", "l.txt", "[0]:[0]:0.1\n[1, 2]:[1]:0.2\n"],
	[
		"InterText",
		"l.xml",
		'<linkGrp toDoc="t.en" fromDoc="t.zh"><link type="1-1" xtargets="1:1;1:1" status="man"/><link type="1-2" xtargets="1:2;1:2 1:3" status="auto"/></linkGrp>',
	],
])("two texts are paired as %s says", async (_, name, content) => {
	const links = { upload: await upload(name, content) };
	const texts = {
		source: { text: "灯塔亮了。\n船来了。\n人下来了。\n" },
		target: { text: "The light is on.\nShips came and people landed.\n" },
	};
	const rows = await rowsOf(await imported({ ...texts, links }));
	expect(rows.map(({ source, target }) => [source.length, target.length])).toEqual([
		[1, 1],
		[2, 1],
	]);
});

test("two texts that are parallel by line keep their lines; a count that differs is told", async () => {
	const texts = {
		source: { text: "灯塔亮了。船来了。\n\n人下来了。\n" },
		target: { text: "The light is on. Ships came.\n\nPeople landed.\nThey sang.\n" },
	};
	const rows = await rowsOf(await imported({ ...texts, lineByLine: true }));
	expect(
		rows.map(({ source, target, link }) => [source[0]?.text ?? "", target[0]?.text ?? "", link]),
	).toEqual([
		["灯塔亮了。船来了。", "The light is on. Ships came.", "confirmed"],
		["人下来了。", "People landed.", "confirmed"],
		["", "They sang.", "automatic"],
	]);
	const { problems } = await previewImport(lead, projectId, { ...usual, ...texts, lineByLine: true });
	expect(problems).toEqual([
		{ line: 4, column: null, key: "lineCountsDiffer", values: { source: 3, target: 4 } },
	]);
});

test("what a document was made from is kept as it came, pasted text too", async () => {
	const bytes = Buffer.from("b9fabcca", "hex"); // "国际" in GB 18030
	const file = await upload(
		"报告.txt",
		Buffer.concat([bytes, Buffer.from("\r\n"), bytes, Buffer.from("a1a3", "hex")]),
	);
	const documentId = await imported({ source: { upload: file }, target: { text: "International.\n" } });
	const originals = await listOriginals(lead, documentId);
	expect(originals.map(({ side, number, upload }) => [side, number, upload.name])).toEqual([
		["source", 1, "报告.txt"],
		["target", 1, "target.en.txt"],
	]);
	const contents = await Promise.all(
		originals.map(async ({ upload }) =>
			Buffer.from(await new Response((await readUpload(lead, projectId, upload.id)).bytes).arrayBuffer()),
		),
	);
	expect(contents[0]?.toString("hex")).toBe(`${bytes.toString("hex")}0d0a${bytes.toString("hex")}a1a3`);
	expect(contents[1]?.toString()).toBe("International.\n");
	expect(
		(await rowsOf(documentId)).flatMap(({ source }) => source.map(({ text }) => text)).join("|"),
	).toContain("国际");
});

test("another project's file is not there", async () => {
	const elsewhere = await makeProject([lead, "lead"]);
	const foreign = await upload("a.txt", "Words.", elsewhere);
	await expect(imported({ target: { upload: foreign } })).rejects.toMatchObject({ code: "not-found" });
	await expect(
		previewImport(lead, projectId, { ...usual, pairs: { upload: foreign, source: "a", target: "b" } }),
	).rejects.toMatchObject({ code: "not-found" });
});

test.each([
	["a text as pairs", "a.txt", "Words.", { pairs: true }, "notPairs"],
	["pairs as a side", "m.tmx", memory, { pairs: false }, "notOneText"],
	["a broken memory", "m.tmx", memory.slice(0, 400), { pairs: true }, /^reading\.problems\./],
] as const)("%s is refused with what to do", async (_, name, content, { pairs }, key) => {
	const file = await upload(name, content);
	const input = pairs ? { pairs: { upload: file, source: "a", target: "b" } } : { source: { upload: file } };
	await expect(imported(input)).rejects.toMatchObject({
		key: typeof key === "string" ? key : expect.stringMatching(key),
	});
});

const bulletin = (number: number) => `Qinglan Harbour Bulletin
No. ${number} in all
Pilots get new boats

Source: Qinglan Harbour Bulletin  2024-05-0${number}

The first of three boats came on Monday. It carries six people and their bags.

The others follow in June, when the yard has tested them in open water.`;

test("what somebody corrected on one page is proposed on the publisher's next page", async () => {
	const first = await previewImport(lead, projectId, { ...usual, target: { text: bulletin(3) } });
	const place = first.target?.paragraphs.findIndex(({ line }) => line === 2) ?? -1;
	expect(first.target?.paragraphs[place]?.kind).not.toBe("caption");
	await imported({ target: { text: bulletin(3), kinds: { [place]: "caption" } } });
	const next = await previewImport(lead, projectId, { ...usual, target: { text: bulletin(4) } });
	expect(next.target?.paragraphs[place]?.kind).toBe("caption");
	expect(next.target?.learned).toContain(place);
	const others = await makeProject([lead, "lead"]);
	const elsewhere = await previewImport(lead, others, { ...usual, target: { text: bulletin(5) } });
	expect(elsewhere.target?.learned).toEqual([]);
});
