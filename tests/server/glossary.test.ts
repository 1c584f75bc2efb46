import { beforeAll, describe, expect, test } from "vitest";
import { starterTerms } from "#lib/core/terms/starter/starter-terms.ts";
import type { RenderingStatus } from "#lib/core/terms/term.ts";
import type { Actor } from "#lib/server/access.ts";
import { changeTerm, createTerm, deleteTerm } from "#lib/server/glossary/change.ts";
import { NewTerm, TermWords } from "#lib/server/glossary/input.ts";
import { listTerms, readTerm } from "#lib/server/glossary/list.ts";
import { projectTerms } from "#lib/server/glossary/project-terms.ts";
import { addStarter } from "#lib/server/glossary/starter.ts";
import { createProject } from "#lib/server/projects.ts";
import { makePerson, makeProject } from "#tests/factories.ts";
import { callRoute, cookieOf, openTestDatabase } from "./caller.ts";

let reviewer: Actor;
let reader: Actor;
let projectId: string;

beforeAll(async () => {
	await openTestDatabase();
	reviewer = await makePerson("Mei Sato");
	reader = await makePerson("Ana Reyes");
	projectId = await makeProject([reviewer, "reviewer"], [reader, "reader"]);
});

const rendering = (text: string, status: RenderingStatus = "preferred", alwaysWrong = false) => ({
	text,
	status,
	note: "",
	authority: "",
	alwaysWrong,
});
const words = (simplified: string, renderings = [rendering("wharf")], domain = "") => ({
	simplified,
	traditional: "",
	domain,
	note: "",
	renderings,
});

describe("a term", () => {
	test("is written in one script and known in both", async () => {
		const { term } = await createTerm(
			reviewer,
			projectId,
			words("发展银行", [rendering("development bank")]),
		);
		expect(term).toMatchObject({
			traditional: "發展銀行",
			version: 1,
			origin: "person",
			updatedBy: "Mei Sato",
		});
		const other = await createTerm(reviewer, projectId, { ...words(""), traditional: "海關" });
		expect(other.term.simplified).toBe("海关");
	});

	test("keeps the traditional form that somebody chose", async () => {
		const { term } = await createTerm(reviewer, projectId, { ...words("台风"), traditional: "颱風" });
		const { version, ...changed } = { ...words("台风"), traditional: "台風", version: term.version };
		const saved = await changeTerm(reviewer, projectId, term.id, { ...changed, version });
		expect(saved.term).toMatchObject({ simplified: "台风", traditional: "台風", version: 2 });
	});

	test("is found in either script, by a rendering in any letters, by its domain and by a status", async () => {
		const tug = await createTerm(
			reviewer,
			projectId,
			words("拖轮", [rendering("tugboat"), rendering("tow ship", "forbidden", true)], "vessels"),
		);
		const found = async (query: Parameters<typeof listTerms>[2]) =>
			(await listTerms(reader, projectId, query)).terms.map(({ simplified }) => simplified);
		expect(await found({ text: "拖輪" })).toEqual(["拖轮"]);
		expect(await found({ text: "TOW SHIP" })).toEqual(["拖轮"]);
		expect(await found({ domain: "vessels" })).toEqual(["拖轮"]);
		expect(await found({ status: "forbidden" })).toEqual(["拖轮"]);
		expect(await found({ text: "拖.轮" })).toEqual([]);
		const { term } = await createTerm(reviewer, projectId, words("灯塔", []));
		expect(await found({ status: "none" })).toEqual([term.simplified]);
		expect(tug.term.renderings.map(({ alwaysWrong }) => alwaysWrong)).toEqual([false, true]);
	});

	test("stands where its sound belongs", async () => {
		const { terms } = await listTerms(reader, projectId, {});
		const order = terms.map(({ simplified }) => simplified);
		// dēngtǎ, fāzhǎn, hǎiguān, táifēng, tuōlún
		expect(order).toEqual(["灯塔", "发展银行", "海关", "台风", "拖轮"]);
		const page = await listTerms(reader, projectId, { offset: 1, limit: 2 });
		expect(page.terms.map(({ simplified }) => simplified)).toEqual(["发展银行", "海关"]);
		expect(page.total).toBe(5);
	});

	test("is there once: a second one with the same form is refused and leads to the first", async () => {
		const [known] = (await listTerms(reader, projectId, { text: "海关" })).terms;
		await expect(createTerm(reviewer, projectId, words("海关"))).rejects.toMatchObject({
			code: "conflict",
			key: "termTaken",
			values: { id: known?.id },
		});
	});

	test("is not overwritten unseen", async () => {
		const { term } = await createTerm(reviewer, projectId, words("锚地"));
		const mine = { ...words("锚地", [rendering("anchorage")]), version: term.version };
		await changeTerm(reviewer, projectId, term.id, mine);
		await expect(
			changeTerm(reviewer, projectId, term.id, { ...mine, renderings: [rendering("roadstead")] }),
		).rejects.toMatchObject({
			code: "conflict",
			key: "termChanged",
			values: {
				current: { version: 2, renderings: [{ text: "anchorage" }] },
				yours: { renderings: [{ text: "roadstead" }] },
			},
		});
		await expect(deleteTerm(reviewer, projectId, term.id, { version: 1 })).rejects.toMatchObject({
			key: "termChanged",
		});
	});

	test("that was deleted comes back under the same id", async () => {
		const { term } = await createTerm(reviewer, projectId, words("泊位", [rendering("berth")], "harbour"));
		await deleteTerm(reviewer, projectId, term.id, { version: term.version });
		await expect(readTerm(reader, projectId, term.id)).rejects.toMatchObject({ code: "not-found" });
		const { id, origin, simplified, traditional, domain, note, renderings } = term;
		await createTerm(
			reviewer,
			projectId,
			NewTerm.parse({ id, origin, simplified, traditional, domain, note, renderings }),
		);
		expect(await readTerm(reader, projectId, term.id)).toMatchObject({ id, domain: "harbour", renderings });
	});

	test("is changed only by those who edit", async () => {
		await expect(createTerm(reader, projectId, words("舵手"))).rejects.toMatchObject({ code: "forbidden" });
	});
});

describe("what no term may be", () => {
	test.each([
		["without a source", words("")],
		["with two preferred renderings", words("码头", [rendering("wharf"), rendering("quay")])],
		["with one rendering twice", words("码头", [rendering("wharf"), rendering("wharf", "forbidden")])],
		["with an empty rendering", words("码头", [rendering(" ")])],
		["with a line break in its source", words("码\n头")],
		["with NUL in its note", { ...words("码头"), note: "a\u0000" }],
		["longer than a term is", words("码".repeat(101))],
	])("%s", (_, input) => {
		expect(TermWords.safeParse(input).success).toBe(false);
	});

	test("only a forbidden rendering is wrong everywhere", () => {
		const parsed = TermWords.parse(words("码头", [rendering("wharf", "preferred", true)]));
		expect(parsed.renderings[0]?.alwaysWrong).toBe(false);
	});
});

describe("the official terms", () => {
	test("are what a new project may begin with, marked as such", async () => {
		const { id } = await createProject(reviewer, { name: "Harbour", starterTerms: true });
		const { all, origins, terms } = await listTerms(reviewer, id, { text: "四個" });
		expect(origins).toEqual([{ origin: "starter", terms: all }]);
		expect(all).toBe(starterTerms().length);
		expect(terms.length).toBeGreaterThan(0);
		const { id: bare } = await createProject(reviewer, { name: "Bare" });
		expect((await listTerms(reviewer, bare, {})).all).toBe(0);
	});

	test("are added to a glossary without touching what is there", async () => {
		const here = await makeProject([reviewer, "owner"]);
		const [official] = starterTerms();
		const own = await createTerm(reviewer, here, words(official?.simplified ?? "", [rendering("ours")]));
		expect(await addStarter(reviewer, here)).toEqual({ added: starterTerms().length - 1 });
		expect(await readTerm(reviewer, here, own.term.id)).toMatchObject({ renderings: [{ text: "ours" }] });
		expect(await addStarter(reviewer, here)).toEqual({ added: 0 });
	});

	test("are found by checks in either script", async () => {
		const { id } = await createProject(reviewer, { name: "Harbour", starterTerms: true });
		const { matcher } = await projectTerms(id);
		const found = (text: string) => matcher.inSource(text).map(({ term }) => term.simplified);
		expect(found("中聯部今天發表聲明。")).toEqual(["中联部"]);
		expect(found("中联部今天发表声明。")).toEqual(["中联部"]);
	});
});

describe("the number of a glossary", () => {
	test("rises with every change, and with it what checks look up", async () => {
		const here = await makeProject([reviewer, "owner"]);
		expect(await projectTerms(here)).toMatchObject({ version: 0, matcher: { size: 0 } });
		const { term, version } = await createTerm(reviewer, here, words("码头"));
		expect(version).toBe(1);
		expect((await projectTerms(here)).version).toBe(1);
		expect(await projectTerms(here)).toBe(await projectTerms(here));
		await deleteTerm(reviewer, here, term.id, { version: 1 });
		expect(await projectTerms(here)).toMatchObject({ version: 2, matcher: { size: 0 } });
	});

	test("is the entity tag under which a browser is sent all terms once", async () => {
		const cookie = await cookieOf({ id: reader.userId });
		const ask = (headers: Record<string, string>) =>
			callRoute("GET /projects/:projectId/terms", { params: { projectId }, cookie, headers });
		const first = await ask({});
		const { version, terms }: { version: number; terms: unknown[] } = await first.json();
		expect(first.headers.get("etag")).toBe(`"${version}"`);
		expect(terms.length).toBe((await listTerms(reader, projectId, {})).total);
		expect((await ask({ "if-none-match": `"${version}"` })).status).toBe(304);
		expect((await ask({ "if-none-match": `"${version + 1}"` })).status).toBe(200);
	});
});
