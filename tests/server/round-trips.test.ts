/** Documents handed out and taken in again: what the files carry is what the new documents have. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { exportDocument } from "#lib/server/delivery.ts";
import { importDocument } from "#lib/server/import-document.ts";
import type { NewDocument } from "#lib/server/import-input.ts";
import { readWindow } from "#lib/server/passages.ts";
import { storeUpload } from "#lib/server/uploads.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { makePerson, makeProject } from "#tests/factories.ts";
import { openTestDatabase } from "./caller.ts";

let lead: Actor;
let projectId: string;
let original: string;

beforeAll(async () => {
	await openTestDatabase();
	lead = await makePerson("Lead");
	projectId = await makeProject([lead, "lead"]);
	original = await imported({
		pairs: { ...(await uploaded("m.tmx", memory)), source: "zh-CN", target: "en" },
	});
});
afterAll(closeDatabase);

const states = ["draft", "reviewed", "approved"];
const unit = (state: string, link: string, bold: string) =>
	`<tu><prop type="x-state">${state}</prop><prop type="x-link">${link}</prop>
	<tuv xml:lang="zh-CN"><seg>灯塔<bpt i="1">&lt;b&gt;</bpt>${bold}亮<ept i="1">&lt;/b&gt;</ept>了\t。</seg></tuv>
	<tuv xml:lang="en"><seg>The light is <bpt i="1">&lt;b&gt;</bpt>on<ept i="1">&lt;/b&gt;</ept>, ${state} &amp; ${link}.<ph type="fnote">3</ph></seg></tuv></tu>`;
const memory = `<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh-CN" datatype="xml"/>
<body>${states.flatMap((state, index) => ["automatic", "confirmed"].map((link) => unit(state, link, "很".repeat(index + 1)))).join("\n")}</body></tmx>`;

async function uploaded(name: string, content: string | Uint8Array): Promise<{ upload: string }> {
	const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
	const given = {
		bytes: (async function* () {
			yield bytes;
		})(),
		announced: bytes.length,
	};
	return { upload: (await storeUpload(lead, projectId, { name }, given)).id };
}

async function imported(input: Partial<NewDocument>): Promise<string> {
	const usual = { paragraphs: "line", origin: { kind: "unknown" }, aligner: "lexical" } as const;
	const made = await importDocument(lead, projectId, { ...usual, ...input });
	if (!("documentId" in made)) throw new Error("became a job");
	expect(await verifyDocument(made.documentId)).toMatchObject({ discrepancies: [] });
	return made.documentId;
}

async function contentOf(documentId: string) {
	const { rows, codes } = await readWindow(lead, documentId, {});
	const texts = rows.map(({ source, target, state, link }) => ({
		source: source.map(({ text }) => text),
		target: target.map(({ text }) => text),
		state,
		link,
	}));
	const kinds = Object.values(codes ?? {}).map(({ kind, part, value }) => ({ kind, part, value }));
	return { texts, kinds };
}

test("our own translation memory comes back with its texts, codes, states and links", async () => {
	const before = await contentOf(original);
	expect(before.texts.map(({ state, link }) => [state, link])).toEqual(
		states.flatMap((state) => [
			[state, "automatic"],
			[state, "confirmed"],
		]),
	);
	const { bytes } = await exportDocument(lead, original, "tmx");
	const pairs = { ...(await uploaded("back.tmx", bytes)), source: "zh-CN", target: "en" };
	expect(await contentOf(await imported({ pairs }))).toEqual(before);
});

test("our own two-column page comes back as pairs, with what was reviewed", async () => {
	const { bytes } = await exportDocument(lead, original, "html");
	const pairs = { ...(await uploaded("back.html", bytes)), source: "zh-CN", target: "en" };
	const { texts } = await contentOf(await imported({ pairs }));
	expect(texts.map(({ state }) => state)).toEqual([
		"draft",
		"draft",
		"reviewed",
		"reviewed",
		"reviewed",
		"reviewed",
	]);
	expect(texts.map(({ source, target }) => [source.length, target.length])).toEqual(
		states.flatMap(() => [
			[1, 1],
			[1, 1],
		]),
	);
});
