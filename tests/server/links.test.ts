import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, db } from "#lib/server/db.ts";
import { landingPath } from "#lib/server/landing.ts";
import {
	acceptInvitation,
	firstAdministratorLink,
	peekLink,
	redeemLink,
	signInLink,
} from "#lib/server/links.ts";
import { inviteMember } from "#lib/server/members.ts";
import { hashPassword } from "#lib/server/password.ts";
import { createProject } from "#lib/server/projects.ts";
import { makePerson, openTestDatabase, type Person } from "./caller.ts";

beforeAll(async () => {
	await openTestDatabase();
});
afterAll(closeDatabase);

const tokenOf = (path: string | null): string => {
	expect(path).toMatch(/^\/link\/[A-Za-z0-9_-]{43}$/);
	return path?.slice("/link/".length) ?? "";
};
const digest = (token: string) => createHash("sha256").update(token).digest("base64url");
const actorOf = ({ id, name }: Person) => ({ userId: id, name, administrator: false });
const refusal = (key: string) => expect.objectContaining({ name: "AppError", key });

async function expire(token: string): Promise<void> {
	await db().signInLink.update({ where: { tokenHash: digest(token) }, data: { expiresAt: new Date(0) } });
}

describe("a sign-in link", () => {
	test("is not used up by looking at it, signs its account in once, and is not stored as it is", async () => {
		const person = await makePerson("Wen");
		const token = tokenOf(await signInLink(person.email));
		expect(await db().signInLink.count({ where: { tokenHash: token } })).toBe(0);
		for (let look = 0; look < 3; look++) {
			expect(await peekLink(token)).toMatchObject({
				purpose: "sign-in",
				email: person.email,
				account: "Wen",
			});
		}
		expect(await redeemLink(token)).toMatchObject({ id: person.id });
		await expect(redeemLink(token)).rejects.toEqual(refusal("linkNotValid"));
		expect(await peekLink(token)).toBeNull();
	});

	test("pressed twenty times at once works once", async () => {
		const person = await makePerson("Bei");
		const token = tokenOf(await signInLink(person.email));
		const results = await Promise.allSettled(Array.from({ length: 20 }, () => redeemLink(token)));
		expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
	});

	test.each([
		["expired", expire],
		[
			"replaced by a newer one",
			async (token: string) => {
				const link = await db().signInLink.findUniqueOrThrow({ where: { tokenHash: digest(token) } });
				await signInLink(link.email);
			},
		],
		[
			"of an account disabled meanwhile",
			async (token: string) => {
				const link = await db().signInLink.findUniqueOrThrow({ where: { tokenHash: digest(token) } });
				await db().user.update({ where: { email: link.email }, data: { disabledAt: new Date() } });
			},
		],
	])("%s is refused", async (_, spoil) => {
		const person = await makePerson("Rui");
		const token = tokenOf(await signInLink(person.email));
		await spoil(token);
		await expect(redeemLink(token)).rejects.toEqual(refusal("linkNotValid"));
	});

	test.each(["", "x", "a".repeat(43), "a".repeat(5_000), "%00", "../../etc", "\u0001"])(
		"%j is no link",
		async (token) => {
			expect(await peekLink(token)).toBeNull();
			await expect(redeemLink(token)).rejects.toEqual(refusal("linkNotValid"));
		},
	);

	test("is not made for an address without an account", async () => {
		await expect(signInLink("nobody@example.org")).rejects.toEqual(refusal("noSuchAccount"));
	});
});

describe("the first administrator's link", () => {
	test("is fresh at each start, ends the one before, and stops when a password is set", async () => {
		const first = tokenOf(await firstAdministratorLink());
		const second = tokenOf(await firstAdministratorLink());
		expect(second).not.toBe(first);
		expect(await peekLink(first)).toBeNull();
		const account = await redeemLink(second);
		expect(account.email).toBe("admin@localhost");
		expect(tokenOf(await firstAdministratorLink())).not.toBe(second);
		const passwordHash = await hashPassword("a sentence nobody guesses");
		await db().user.update({ where: { id: account.id }, data: { passwordHash } });
		expect(await firstAdministratorLink()).toBeNull();
		await db().user.delete({ where: { id: account.id } });
	});

	test("makes its holder the owner of a demo that was loaded before, and lands there", async () => {
		const demo = await db().project.create({
			data: { id: "demo00000000000000ab", name: "Demo", demo: true },
		});
		const description = { title: "", sourceLanguage: "zh", targetLanguage: "en", origins: [], labels: [] };
		const owner = { projectId: demo.id, createdById: "x", ...description };
		await db().document.create({ data: { id: "older0000000000000ab", updatedAt: new Date(0), ...owner } });
		await db().document.create({ data: { id: "newer0000000000000ab", ...owner } });
		const place = { documentId: "newer0000000000000ab", projectId: demo.id, link: "automatic" };
		await db().passage.createMany({
			data: [
				{ ...place, id: "second", rank: "b", state: "draft" },
				{ ...place, id: "first", rank: "a", state: "reviewed" },
				{ ...place, id: "third", rank: "c", state: "draft" },
			],
		});
		const { id } = await redeemLink(tokenOf(await firstAdministratorLink()));
		expect(await landingPath(id)).toBe(`/projects/${demo.id}/documents/newer0000000000000ab?passage=second`);
		expect(await landingPath((await makePerson("Stranger")).id)).toBe("/");
	});
});

describe("an invitation", () => {
	async function invitation(email: string): Promise<{ token: string; projectId: string }> {
		const owner = actorOf(await makePerson("Owner"));
		const { id: projectId } = await createProject(owner, { name: "Desk" });
		const { link } = await inviteMember(owner, projectId, { email, role: "reviewer" });
		return { token: tokenOf(link), projectId };
	}

	test("makes an account and a member of it, once", async () => {
		const { token, projectId } = await invitation("new.colleague@example.org");
		const results = await Promise.allSettled([redeemLink(token), redeemLink(token), redeemLink(token)]);
		expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		const [redeemed] = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
		expect(redeemed?.path).toBe(`/projects/${projectId}`);
		const user = await db().user.findUniqueOrThrow({ where: { email: "new.colleague@example.org" } });
		expect(user).toMatchObject({ administrator: false, passwordHash: null, name: "new.colleague" });
		const members = await db().membership.findMany({ where: { projectId, userId: user.id } });
		expect(members.map(({ role }) => role)).toEqual(["reviewer"]);
	});

	test("never signs whoever made it in to an account that is there already", async () => {
		const victim = await makePerson("Victim", { administrator: true });
		const { token, projectId } = await invitation(victim.email);
		await expect(redeemLink(token)).rejects.toEqual(refusal("signInToAccept"));
		const stranger = await makePerson("Stranger");
		await expect(acceptInvitation(stranger.id, token)).rejects.toEqual(refusal("signInToAccept"));
		expect(
			await db().membership.count({ where: { projectId, userId: { in: [victim.id, stranger.id] } } }),
		).toBe(0);
		// The refusals left it unused: the one it is meant for accepts it signed in.
		expect(await acceptInvitation(victim.id, token)).toEqual({ projectId, path: `/projects/${projectId}` });
		await expect(acceptInvitation(victim.id, token)).rejects.toEqual(refusal("linkNotValid"));
		expect(await db().membership.count({ where: { projectId, userId: victim.id } })).toBe(1);
	});

	test("to a project deleted meanwhile leads nowhere and makes no account", async () => {
		const { token, projectId } = await invitation("late@example.org");
		await db().project.update({ where: { id: projectId }, data: { deletedAt: new Date() } });
		await expect(redeemLink(token)).rejects.toEqual(refusal("linkNotValid"));
		expect(await db().user.count({ where: { email: "late@example.org" } })).toBe(0);
	});

	test("lasts fourteen days, a sign-in link one", async () => {
		const person = await makePerson("Long");
		const days = async (token: string) => {
			const link = await db().signInLink.findUniqueOrThrow({ where: { tokenHash: digest(token) } });
			return Math.round((link.expiresAt.getTime() - link.createdAt.getTime()) / 86_400_000);
		};
		expect(await days(tokenOf(await signInLink(person.email)))).toBe(1);
		expect(await days((await invitation("long@example.org")).token)).toBe(14);
	});
});
