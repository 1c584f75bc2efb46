import { z } from "zod";
import { type Actor, isRole, requireProject, roles } from "./access.ts";
import { db, type Tx } from "./db.ts";
import { Email } from "./email.ts";
import { AppError } from "./errors.ts";
import { invitationLink } from "./links.ts";

const RoleName = z.enum(roles);
export const NewMember = z.strictObject({ email: Email, role: RoleName });
export type NewMember = z.infer<typeof NewMember>;
export const MemberChange = z.strictObject({ role: RoleName });
export type MemberChange = z.infer<typeof MemberChange>;
export const WithdrawnInvitation = z.strictObject({ email: Email });

/** A project's members, and to those who may invite also the invitations that are still open. */
export async function listMembers(actor: Actor, projectId: string) {
	const { role } = await requireProject(actor, projectId, "members.read");
	const memberships = await db().membership.findMany({
		where: { projectId },
		orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
		select: { role: true, user: { select: { id: true, name: true, email: true, disabledAt: true } } },
	});
	const members = memberships.map(({ role: memberRole, user: { disabledAt, ...user } }) => ({
		...user,
		role: memberRole,
		disabled: disabledAt !== null,
	}));
	return { members, invitations: role === "owner" ? await openInvitations(projectId) : [] };
}

async function openInvitations(projectId: string) {
	const links = await db().signInLink.findMany({
		where: { purpose: "invitation", projectId, usedAt: null, expiresAt: { gt: new Date() } },
		orderBy: { createdAt: "asc" },
		select: { email: true, role: true, expiresAt: true },
	});
	return links.map(({ email, role, expiresAt }) => ({ email, role, expiresAt: expiresAt.toISOString() }));
}

/** Makes an invitation and answers the path of its link; an older one to the same address ends. */
export async function inviteMember(
	actor: Actor,
	projectId: string,
	input: NewMember,
): Promise<{ link: string }> {
	await requireProject(actor, projectId, "members.manage");
	return db().$transaction(async (tx) => {
		const member = await tx.membership.findFirst({
			where: { projectId, user: { email: input.email } },
			select: { userId: true },
		});
		if (member !== null) throw new AppError("conflict", "alreadyMember", { email: input.email });
		return { link: await invitationLink(tx, { ...input, projectId, createdById: actor.userId }) };
	});
}

/** Takes an open invitation back. */
export async function withdrawInvitation(actor: Actor, projectId: string, email: string): Promise<void> {
	await requireProject(actor, projectId, "members.manage");
	const { count } = await db().signInLink.updateMany({
		where: { purpose: "invitation", projectId, email, usedAt: null, expiresAt: { gt: new Date() } },
		data: { expiresAt: new Date() },
	});
	if (count === 0) throw new AppError("not-found", "notFound");
}

export async function changeMember(
	actor: Actor,
	projectId: string,
	userId: string,
	input: MemberChange,
): Promise<void> {
	await db().$transaction(async (tx) => {
		await requireProject(actor, projectId, "members.manage", tx);
		await keepAnOwner(tx, projectId, userId, input.role === "owner");
		await tx.membership.update({
			where: { projectId_userId: { projectId, userId } },
			data: { role: input.role },
		});
	});
}

/** Takes somebody out of a project; anybody may leave it themselves. */
export async function removeMember(actor: Actor, projectId: string, userId: string): Promise<void> {
	await db().$transaction(async (tx) => {
		await requireProject(actor, projectId, actor.userId === userId ? "project.read" : "members.manage", tx);
		await keepAnOwner(tx, projectId, userId, false);
		await tx.membership.delete({ where: { projectId_userId: { projectId, userId } } });
	});
}

/** Locks a project's members, so that two owners cannot remove each other at once, and checks the change. */
async function keepAnOwner(tx: Tx, projectId: string, userId: string, staysOwner: boolean): Promise<void> {
	const members = await tx.$queryRaw<{ userId: string; role: string; disabled: boolean }[]>`
		SELECT m."userId", m."role", u."disabledAt" IS NOT NULL AS "disabled"
		FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
		WHERE m."projectId" = ${projectId} ORDER BY m."userId" FOR UPDATE OF m`;
	const member = members.find((candidate) => candidate.userId === userId);
	if (member === undefined || !isRole(member.role)) throw new AppError("not-found", "notFound");
	const otherOwner = members.some(
		(other) => other.userId !== userId && other.role === "owner" && !other.disabled,
	);
	if (!staysOwner && !otherOwner) throw new AppError("refused", "lastOwner");
}
