import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { can, type Permission, roles } from "#lib/server/access.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { newId } from "#lib/server/new-id.ts";
import { callRoute, cookieOf, makePerson, openTestDatabase } from "./caller.ts";
import { makePlace, type Place } from "./route-samples.ts";

beforeAll(async () => {
	await openTestDatabase();
});
afterAll(closeDatabase);

interface Segment {
	readonly id: string;
	readonly version: number;
	readonly text: string;
}

interface Window {
	readonly rows: readonly { id: string; source: readonly Segment[]; target: readonly Segment[] }[];
}

type Make = (rows: Window["rows"]) => Record<string, unknown>;

const exact = (row: Window["rows"][number] | undefined) => ({
	id: row?.id,
	source: row?.source.map(({ id, version }) => [id, version]),
	target: row?.target.map(({ id, version }) => [id, version]),
});
const shape = (row: Window["rows"][number] | undefined) => ({
	id: row?.id,
	source: row?.source.map(({ id }) => id),
	target: row?.target.map(({ id }) => id),
});
const edited = (segment: Segment | undefined) => ({
	type: "edit",
	segment: segment?.id,
	version: segment?.version,
	text: "Changed.",
});

/** One operation for each permission that operations ask for. */
const operations: readonly [string, Permission, Make][] = [
	["correcting a rendering", "rendering.edit", ([row]) => edited(row?.target[0])],
	["correcting the source", "source.edit", ([row]) => edited(row?.source[0])],
	["merging passages", "align", ([a, b]) => ({ type: "merge", rows: [shape(a), shape(b)] })],
	["confirming", "review", ([row]) => ({ type: "confirm", kinds: ["link", "review"], rows: [exact(row)] })],
	["approving", "approve", ([row]) => ({ type: "confirm", kinds: ["approval"], rows: [exact(row)] })],
	[
		"naming a version",
		"document.describe",
		() => ({ type: "label", number: 1, before: null, after: "Sent" }),
	],
	[
		"changing the title",
		"document.describe",
		() => ({ type: "describe", before: { title: "A short notice" }, after: { title: "Notice" } }),
	],
];

async function windowOf({ documentId }: Place, cookie: string): Promise<Window> {
	const response = await callRoute("GET /documents/:documentId/passages", { params: { documentId }, cookie });
	return response.json();
}

describe("operation × role", () => {
	test.each(operations)("%s needs %s", async (_, permission, make) => {
		for (const role of roles) {
			const person = await makePerson(role);
			const place = await makePlace(person, role, await makePerson("Owner"));
			const cookie = await cookieOf(person);
			const operation = make((await windowOf(place, cookie)).rows);
			const response = await callRoute("POST /documents/:documentId/operations", {
				params: { documentId: place.documentId },
				cookie,
				body: { key: newId(), operation },
			});
			expect
				.soft(response.status, `${role}: ${await response.text()}`)
				.toBe(can(role, permission) ? 200 : 403);
		}
	});

	test("a role that is taken away ends its rights with the next request, also for undoing", async () => {
		const person = await makePerson("Reviewer");
		const place = await makePlace(person, "reviewer", await makePerson("Owner"));
		const cookie = await cookieOf(person);
		const { documentId, projectId } = place;
		const operation = edited({ ...place.segment, text: "" });
		const post = (route: "operations" | "undo", body: object) =>
			callRoute(`POST /documents/:documentId/${route}`, {
				params: { documentId },
				cookie,
				body: { key: newId(), ...body },
			});
		expect((await post("operations", { operation })).status).toBe(200);
		const owner = await cookieOf(place.other);
		const member = { params: { projectId, userId: person.id }, cookie: owner };
		await callRoute("PATCH /projects/:projectId/members/:userId", { ...member, body: { role: "reader" } });
		expect((await post("undo", {})).status).toBe(403);
		await callRoute("DELETE /projects/:projectId/members/:userId", member);
		expect((await post("undo", {})).status).toBe(404);
	});
});
