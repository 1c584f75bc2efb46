import { globSync, readFileSync } from "node:fs";
import { sep } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { can, type Permission, permissions, type Role, roles } from "#lib/server/access.ts";
import { closeDatabase, db } from "#lib/server/db.ts";
import { newId } from "#lib/server/new-id.ts";
import type { RouteDescription } from "#lib/server/route-description.ts";
import { type RouteId, routes } from "#lib/server/routes.ts";
import { callRoute, cookieOf, makePerson, openTestDatabase, type Person, routeFile } from "./caller.ts";
import { makePlace, type Place, samples } from "./route-samples.ts";

const ids = Object.keys(routes).filter((id): id is RouteId => Object.hasOwn(routes, id));
const description = (id: RouteId): RouteDescription => routes[id];
const permissionOf = ({ access }: RouteDescription): Permission | null =>
	access === "public" || access === "signed-in" || access === "administrator" ? null : access;

let administrator: Person;
let other: Person;

beforeAll(async () => {
	await openTestDatabase();
	administrator = await makePerson("Administrator", { administrator: true });
	other = await makePerson("Other");
});
afterAll(closeDatabase);

type Caller = "anonymous" | "outsider" | "administrator" | Role;
type Kind = "own" | "foreign" | "deleted" | "missing";

interface Answer {
	readonly status: number;
	readonly also: readonly number[];
	readonly forbidden: number;
}

/** One cell of the table: who calls which route about which project. Answers the status. */
async function statusOf(id: RouteId, caller: Caller, kind: Kind): Promise<Answer> {
	const refused = expected(id, caller, kind) !== "answered";
	const { person, place } = refused ? await untouched(caller, kind) : await fresh(caller, kind);
	const made = samples[id](place);
	if (refused && made.prepare) return statusIn(await fresh(caller, kind), id, caller, kind);
	return statusIn({ person, place }, id, caller, kind);
}

interface Ground {
	readonly person: Person;
	readonly place: Place;
}

async function statusIn({ person, place }: Ground, id: RouteId, caller: Caller, kind: Kind): Promise<Answer> {
	const { also = [], forbidden = 403, prepare, ...sample } = samples[id](place);
	await prepare?.();
	if (kind === "deleted") {
		await db().project.update({ where: { id: place.projectId }, data: { deletedAt: new Date() } });
	}
	const cookie = caller === "anonymous" ? null : await cookieOf(person);
	const response = await callRoute(id, { ...sample, cookie });
	return { status: response.status, also, forbidden };
}

async function fresh(caller: Caller, kind: Kind): Promise<Ground> {
	const person = caller === "administrator" ? administrator : await makePerson(caller);
	const role = roles.find((candidate) => candidate === caller) ?? null;
	return { person, place: await placeFor(person, role, kind) };
}

const grounds = new Map<string, Promise<Ground>>();

/** Whoever is refused changes nothing: all refusals of one kind can be about the same project. */
function untouched(caller: Caller, kind: Kind): Promise<Ground> {
	const name = `${caller} ${kind}`;
	const ground = grounds.get(name) ?? fresh(caller, kind);
	grounds.set(name, ground);
	return ground;
}

async function placeFor(person: Person, role: Role | null, kind: Kind): Promise<Place> {
	// A foreign project: the caller has the role elsewhere, not here.
	if (kind === "foreign") await makePlace(person, role, other);
	const place = await makePlace(person, kind === "foreign" ? null : role, await makePerson("Owner"));
	return kind === "missing" ? { ...place, projectId: newId(), documentId: newId(), jobId: newId() } : place;
}

/** What the table of permissions says the answer must be. */
function expected(id: RouteId, caller: Caller, kind: Kind): 401 | 403 | 404 | "answered" {
	const { access } = description(id);
	const permission = permissionOf(description(id));
	if (access === "public") return "answered";
	if (caller === "anonymous") return 401;
	if (access === "administrator") return caller === "administrator" ? "answered" : 403;
	if (permission === null) return "answered";
	const role = roles.find((candidate) => candidate === caller);
	if (role === undefined || kind !== "own") return 404;
	return can(role, permission) ? "answered" : 403;
}

const projectCallers: readonly Caller[] = ["anonymous", "outsider", "administrator", ...roles];
const cells = ids.flatMap((id) => {
	const about =
		permissionOf(description(id)) === null
			? (["own"] as const)
			: (["own", "foreign", "deleted", "missing"] as const);
	return about.map((kind) => ({ id, kind }));
});

describe("role × route × project", () => {
	test.each(cells)("$id, $kind project", async ({ id, kind }) => {
		for (const caller of projectCallers) {
			const { status, also, forbidden } = await statusOf(id, caller, kind);
			const right = expected(id, caller, kind);
			const claim = `${id} by ${caller}, ${kind} project`;
			if (right !== "answered") expect.soft(status, claim).toBe(right === 403 ? forbidden : right);
			else expect.soft(status < 300 || also.includes(status), `${claim}: ${status}`).toBe(true);
		}
	});

	test("has more than 200 cells", () => {
		expect(cells.length * projectCallers.length).toBeGreaterThan(200);
	});
});

describe("the registry", () => {
	const files = globSync("app/api/v1/**/route.ts").map((file) => file.split(sep).join("/"));
	const exported = files.flatMap((file) => {
		const path = file.slice("app/api/v1".length, -"/route.ts".length).replaceAll(/\[(\w+)\]/g, ":$1");
		const methods = [
			...readFileSync(file, "utf8").matchAll(/^export (?:const|async function|function) ([A-Z]+)\b/gm),
		];
		return methods.map(([, method]) => `${method} ${path}`);
	});

	test("lists exactly the exported methods of the route files", () => {
		expect(exported.toSorted()).toEqual(ids.toSorted());
	});

	test.each(files)("%s answers only through serve, under its own name", (file) => {
		const text = readFileSync(file, "utf8");
		for (const [, method] of text.matchAll(/^export \w+ ([A-Z]+)\b/gm)) {
			const path = ids.filter((id) => routeFile(id.slice(id.indexOf(" ") + 1)).endsWith(file));
			expect(text).toMatch(new RegExp(`^export const ${method} = serve\\(\\s*"${method} `, "m"));
			expect(path.some((id) => text.includes(`"${id}"`))).toBe(true);
		}
	});

	test("has a sample for every route and a body schema exactly where the sample has a body", async () => {
		const place = await makePlace(other, null, await makePerson("Owner"));
		expect(Object.keys(samples).toSorted()).toEqual(ids.toSorted());
		for (const id of ids) {
			expect.soft(samples[id](place).body !== undefined, id).toBe(description(id).body !== undefined);
		}
	});
});

test("a colleague's long work is not one's own, not even for an owner", async () => {
	const person = await makePerson("Colleague");
	const { otherJobId: jobId } = await makePlace(person, "owner", await makePerson("Asker"));
	const cookie = await cookieOf(person);
	for (const id of ["GET /jobs/:jobId", "DELETE /jobs/:jobId"] as const) {
		expect.soft((await callRoute(id, { params: { jobId }, cookie })).status, id).toBe(404);
	}
	expect(await db().job.findUnique({ where: { id: jobId }, select: { state: true } })).toEqual({
		state: "running",
	});
});

test("every role of the permission table is a role, and owners may do all", () => {
	for (const [name, allowed] of Object.entries(permissions)) {
		expect.soft(allowed, name).toContain("owner");
		for (const role of allowed) expect.soft(roles, name).toContain(role);
	}
});
