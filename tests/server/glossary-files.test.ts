import { beforeAll, describe, expect, test } from "vitest";
import type { RenderingStatus } from "#lib/core/terms/term.ts";
import type { WireGlossaryImport } from "#lib/core/terms/wire.ts";
import type { Actor } from "#lib/server/access.ts";
import { createTerm } from "#lib/server/glossary/change.ts";
import { listTerms } from "#lib/server/glossary/list.ts";
import { makePerson, makeProject } from "#tests/factories.ts";
import { callRoute, cookieOf, openTestDatabase } from "./caller.ts";

let reviewer: Actor;
let cookie: string;

beforeAll(async () => {
	await openTestDatabase();
	reviewer = await makePerson("Mei Sato");
	cookie = await cookieOf({ id: reviewer.userId });
});

const rendering = (text: string, status: RenderingStatus = "preferred") => ({
	text,
	status,
	note: "",
	authority: "",
	alwaysWrong: false,
});
const words = (simplified: string, ...renderings: ReturnType<typeof rendering>[]) => ({
	simplified,
	traditional: "",
	domain: "",
	note: "",
	renderings,
});

async function send(projectId: string, raw: string | Uint8Array, name: string, onto?: number) {
	const response = await callRoute("POST /projects/:projectId/glossary/import", {
		params: { projectId },
		query: { name, ...(onto === undefined ? {} : { onto: String(onto) }) },
		raw,
		cookie,
		headers: { "content-type": "application/octet-stream" },
	});
	const answer: WireGlossaryImport & { key?: string } = await response.json();
	return { status: response.status, answer };
}

const csv = "Simplified,Preferred,Forbidden\n码头,pier,wharf\n海关,customs,\n灯塔,lighthouse,\n";

async function harbour() {
	const projectId = await makeProject([reviewer, "owner"]);
	await createTerm(reviewer, projectId, words("码头", rendering("wharf")));
	await createTerm(reviewer, projectId, words("海关", rendering("customs")));
	return projectId;
}

describe("a glossary file", () => {
	test("is shown first as what is new, changed and the same, and changes nothing", async () => {
		const projectId = await harbour();
		const { answer } = await send(projectId, csv, "terms.csv");
		expect(answer).toMatchObject({
			applied: false,
			added: [{ simplified: "灯塔", traditional: "燈塔" }],
			changed: [
				{
					before: { renderings: [{ text: "wharf", status: "preferred" }] },
					after: { renderings: [{ text: "pier" }, { text: "wharf", status: "forbidden" }] },
				},
			],
			same: 1,
			problems: [],
		});
		expect((await listTerms(reviewer, projectId, {})).all).toBe(2);
	});

	test("is taken in as one, onto the glossary that it was held against and no other", async () => {
		const projectId = await harbour();
		const { answer: shown } = await send(projectId, csv, "terms.csv");
		const { answer } = await send(projectId, csv, "terms.csv", shown.version);
		expect(answer).toMatchObject({ applied: true, totals: { added: 1, changed: 1 } });
		const { terms, origins } = await listTerms(reviewer, projectId, { text: "码头" });
		expect(terms).toMatchObject([{ version: 2, renderings: [{ text: "pier" }, { text: "wharf" }] }]);
		expect(origins).toContainEqual({ origin: "import", terms: 1 });
		const again = await send(projectId, csv, "terms.csv", shown.version);
		expect(again).toMatchObject({ status: 409, answer: { key: "conflict" } });
		expect((await send(projectId, csv, "terms.csv")).answer).toMatchObject({
			same: 3,
			totals: { added: 0, changed: 0 },
		});
	});

	test("with something wrong in it tells the line, and nothing of it is taken in", async () => {
		const projectId = await harbour();
		const wrong = `Simplified,Preferred\n灯塔,lighthouse\n,anchor\n`;
		const { answer } = await send(projectId, wrong, "terms.csv", 2);
		expect(answer).toMatchObject({ applied: false, problems: [{ line: 3, key: "glossaryNoSource" }] });
		expect((await listTerms(reviewer, projectId, {})).all).toBe(2);
	});

	test.each([
		["longer than a term is", `Simplified,Preferred\n${"码".repeat(101)},wharf\n`, "glossaryLimits"],
		["twice, in each script once", "Chinese,Preferred\n码头,wharf\n碼頭,pier\n", "glossaryTwiceInScripts"],
	])("with a term %s has a problem", async (_, text, key) => {
		const { answer } = await send(await harbour(), text, "terms.csv");
		expect(answer.problems.map((problem) => problem.key)).toEqual([key]);
	});

	test.each([
		["no glossary", "hello", "hello.txt"],
		["empty", "", "terms.csv"],
		["bytes that mean nothing", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), "terms.xlsx"],
	])("that is %s is told, and breaks nothing", async (_, raw, name) => {
		const { status, answer } = await send(await harbour(), raw, name);
		expect(status).toBe(200);
		expect(answer.problems.length).toBe(1);
	});

	test("that is too large is refused", async () => {
		const { status } = await send(await harbour(), "x".repeat(8 * 1024 * 1024 + 1), "terms.csv");
		expect(status).toBe(413);
	});
});

describe("a glossary that is downloaded", () => {
	test.each(["tbx", "xlsx", "csv"])("as %s reads as the same terms", async (format) => {
		const projectId = await harbour();
		await createTerm(reviewer, projectId, {
			...words("拖轮", rendering("tugboat"), rendering("tow ship", "forbidden"), rendering("tug", "allowed")),
			domain: "vessels",
			note: "Of any size",
		});
		const response = await callRoute("GET /projects/:projectId/glossary/export/:format", {
			params: { projectId, format },
			cookie,
		});
		expect(response.headers.get("content-disposition")).toContain(`glossary.${format}`);
		const bytes = new Uint8Array(await response.arrayBuffer());
		const { answer } = await send(projectId, bytes, `back.${format}`);
		expect(answer).toMatchObject({ problems: [], remarks: [], totals: { added: 0, changed: 0 }, same: 3 });
	});

	test("in a format that there is not is not found", async () => {
		const projectId = await harbour();
		const response = await callRoute("GET /projects/:projectId/glossary/export/:format", {
			params: { projectId, format: "doc" },
			cookie,
		});
		expect(response.status).toBe(404);
	});
});
