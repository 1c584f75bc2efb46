import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeAccount } from "#lib/server/accounts.ts";
import { closeDatabase, db } from "#lib/server/db.ts";
import {
	changeMember,
	inviteMember,
	listMembers,
	removeMember,
	withdrawInvitation,
} from "#lib/server/members.ts";
import { createProject, listProjects } from "#lib/server/projects.ts";
import { makePerson, openTestDatabase, type Person } from "./caller.ts";

beforeAll(async () => {
	await openTestDatabase();
});
afterAll(closeDatabase);

const actorOf = ({ id, name }: Person, administrator = false) => ({ userId: id, name, administrator });
const refusal = (key: string) => expect.objectContaining({ name: "AppError", key });

async function deskOf(...owners: Person[]) {
	const [first, ...others] = owners;
	if (first === undefined) throw new Error("a desk has an owner");
	const { id } = await createProject(actorOf(first), { name: "Desk" });
	await db().membership.createMany({
		data: others.map((owner) => ({ projectId: id, userId: owner.id, role: "owner" })),
	});
	return id;
}

describe("a project keeps an owner", () => {
	test("the last one can neither leave nor step down", async () => {
		const owner = await makePerson("Owner");
		const desk = await deskOf(owner);
		const { userId } = actorOf(owner);
		await expect(removeMember(actorOf(owner), desk, userId)).rejects.toEqual(refusal("lastOwner"));
		await expect(changeMember(actorOf(owner), desk, userId, { role: "lead" })).rejects.toEqual(
			refusal("lastOwner"),
		);
	});

	test("a disabled owner does not count", async () => {
		const [owner, gone] = [await makePerson("Owner"), await makePerson("Gone", { disabledAt: new Date() })];
		const desk = await deskOf(owner, gone);
		await expect(removeMember(actorOf(owner), desk, owner.id)).rejects.toEqual(refusal("lastOwner"));
	});

	test.each([
		["remove each other", (me: Person, you: Person, desk: string) => removeMember(actorOf(me), desk, you.id)],
		["leave", (me: Person, _: Person, desk: string) => removeMember(actorOf(me), desk, me.id)],
		[
			"step down",
			(me: Person, _: Person, desk: string) => changeMember(actorOf(me), desk, me.id, { role: "reader" }),
		],
	])("two who %s at the same moment leave one, twenty times over", async (_, act) => {
		for (let round = 0; round < 20; round++) {
			const [a, b] = [await makePerson("A"), await makePerson("B")];
			const desk = await deskOf(a, b);
			await Promise.allSettled([act(a, b, desk), act(b, a, desk)]);
			expect(await db().membership.count({ where: { projectId: desk, role: "owner" } })).toBe(1);
		}
	});
});

test("the installation keeps an administrator, also when two disable each other at once", async () => {
	for (let round = 0; round < 10; round++) {
		await db().user.updateMany({ data: { administrator: false } });
		const a = await makePerson("A", { administrator: true });
		const b = await makePerson("B", { administrator: true });
		await Promise.allSettled([
			changeAccount(actorOf(a, true), b.id, { disabled: true }),
			changeAccount(actorOf(b, true), a.id, { administrator: false }),
		]);
		expect(await db().user.count({ where: { administrator: true, disabledAt: null } })).toBe(1);
	}
});

describe("who sees whom", () => {
	test("members see each other; only owners see open invitations, without their links", async () => {
		const [owner, reader] = [await makePerson("Owner"), await makePerson("Reader")];
		const desk = await deskOf(owner);
		await db().membership.create({ data: { projectId: desk, userId: reader.id, role: "reader" } });
		const { link } = await inviteMember(actorOf(owner), desk, { email: "guest@example.org", role: "lead" });
		const seen = await listMembers(actorOf(owner), desk);
		expect(seen.members.map(({ name, role }) => [name, role])).toEqual([
			["Owner", "owner"],
			["Reader", "reader"],
		]);
		expect(seen.invitations).toEqual([
			{ email: "guest@example.org", role: "lead", expiresAt: expect.any(String) },
		]);
		expect(JSON.stringify(seen)).not.toContain(link.slice("/link/".length));
		expect((await listMembers(actorOf(reader), desk)).invitations).toEqual([]);
	});

	test("an invitation taken back is gone; nobody is invited twice into the same project", async () => {
		const owner = await makePerson("Owner");
		const desk = await deskOf(owner);
		const invite = () => inviteMember(actorOf(owner), desk, { email: "guest@example.org", role: "reader" });
		await invite();
		await invite();
		expect((await listMembers(actorOf(owner), desk)).invitations).toHaveLength(1);
		await withdrawInvitation(actorOf(owner), desk, "guest@example.org");
		expect((await listMembers(actorOf(owner), desk)).invitations).toHaveLength(0);
		await expect(withdrawInvitation(actorOf(owner), desk, "guest@example.org")).rejects.toEqual(
			refusal("notFound"),
		);
		await expect(inviteMember(actorOf(owner), desk, { email: owner.email, role: "reader" })).rejects.toEqual(
			refusal("alreadyMember"),
		);
	});

	test("the list holds one's own projects that are not deleted, with the documents that are not", async () => {
		const owner = await makePerson("Owner");
		const [desk, gone] = [await deskOf(owner), await deskOf(owner)];
		await deskOf(await makePerson("Somebody else"));
		await db().project.update({ where: { id: gone }, data: { deletedAt: new Date() } });
		const document = {
			projectId: desk,
			title: "",
			sourceLanguage: "zh",
			targetLanguage: "en",
			origins: [],
			labels: [],
		};
		await db().document.createMany({
			data: [
				{ id: "there000000000000001", createdById: owner.id, ...document },
				{ id: "gone0000000000000001", createdById: owner.id, deletedAt: new Date(), ...document },
			],
		});
		expect(await listProjects(actorOf(owner))).toEqual({
			projects: [{ id: desk, name: "Desk", demo: false, role: "owner", documents: 1 }],
		});
	});
});
