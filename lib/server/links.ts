import { createHash, randomBytes } from "node:crypto";
import { isRole, type Role } from "./access.ts";
import { db, type Tx } from "./db.ts";
import { AppError } from "./errors.ts";
import { createAccount, type SignedInAccount } from "./new-account.ts";

const hour = 60 * 60 * 1000; // milliseconds
export const linkLifetimes = { "sign-in": 24 * hour, invitation: 14 * 24 * hour } as const;
const tokenBytes = 32;
/** A project of this many open invitations gets no more: nobody invites so many people by hand. */
const mostInvitations = 200;

const firstAdministratorEmail = "admin@localhost";

const digest = (token: string) => createHash("sha256").update(token).digest("base64url");

interface NewLink {
	readonly purpose: keyof typeof linkLifetimes;
	readonly email: string;
	readonly projectId?: string;
	readonly role?: Role;
	readonly createdById?: string;
}

/** Makes a link's path and expires the older ones for the same purpose. Only a digest of the token is kept. */
async function newLink(tx: Tx, link: NewLink): Promise<string> {
	const token = randomBytes(tokenBytes).toString("base64url");
	const { purpose, email } = link;
	const projectId = link.projectId ?? null;
	await tx.signInLink.updateMany({
		where: { purpose, email, projectId, usedAt: null, expiresAt: { gt: new Date() } },
		data: { expiresAt: new Date() },
	});
	await tx.signInLink.create({
		data: {
			tokenHash: digest(token),
			purpose,
			email,
			projectId,
			role: link.role ?? null,
			createdById: link.createdById ?? null,
			expiresAt: new Date(Date.now() + linkLifetimes[purpose]),
		},
	});
	return `/link/${token}`;
}

/** The path of a fresh one-time link that signs an existing account in. Throws `not-found`. */
export async function signInLink(email: string, createdById?: string): Promise<string> {
	return db().$transaction(async (tx) => {
		const user = await tx.user.findUnique({ where: { email }, select: { disabledAt: true } });
		if (user === null || user.disabledAt !== null)
			throw new AppError("not-found", "noSuchAccount", { email });
		return newLink(tx, { purpose: "sign-in", email, ...(createdById === undefined ? {} : { createdById }) });
	});
}

/**
 * While no administrator has a password: the path of a fresh link for one, made first where there is
 * none. Null as soon as an administrator can sign in by password.
 */
export async function firstAdministratorLink(): Promise<string | null> {
	const administrators = await db().user.findMany({
		where: { administrator: true, disabledAt: null },
		orderBy: { createdAt: "asc" },
		select: { email: true, passwordHash: true },
	});
	if (administrators.some(({ passwordHash }) => passwordHash !== null)) return null;
	const [existing] = administrators;
	if (existing !== undefined) return signInLink(existing.email);
	const account = { email: firstAdministratorEmail, name: "Administrator", administrator: true };
	const { id } = await createAccount(account, db());
	await ownDemo(id);
	return signInLink(firstAdministratorEmail);
}

/** The demo is loaded before anybody has an account: the first administrator becomes its owner. */
async function ownDemo(userId: string): Promise<void> {
	const demos = await db().project.findMany({ where: { demo: true, deletedAt: null }, select: { id: true } });
	await db().membership.createMany({
		data: demos.map(({ id }) => ({ projectId: id, userId, role: "owner" })),
		skipDuplicates: true,
	});
}

/** The path of an invitation to a project. The caller has checked that its actor may invite. */
export async function invitationLink(
	tx: Tx,
	invitation: { email: string; projectId: string; role: Role; createdById: string },
): Promise<string> {
	const open = await tx.signInLink.count({
		where: {
			purpose: "invitation",
			projectId: invitation.projectId,
			usedAt: null,
			expiresAt: { gt: new Date() },
		},
	});
	if (open >= mostInvitations)
		throw new AppError("refused", "tooManyInvitations", { limit: mostInvitations });
	return newLink(tx, { purpose: "invitation", ...invitation });
}

export interface OpenLink {
	readonly purpose: keyof typeof linkLifetimes;
	readonly email: string;
	/** Name of the account that it leads to; null where an invitation will make one. */
	readonly account: string | null;
	readonly project: string | null;
	readonly role: Role | null;
}

/** What a link would do, without using it up; null when it is unknown, used or expired. */
export async function peekLink(token: string): Promise<OpenLink | null> {
	const link = await db().signInLink.findFirst({
		where: { tokenHash: digest(token), usedAt: null, expiresAt: { gt: new Date() } },
	});
	if (link === null) return null;
	const [user, project] = await Promise.all([
		db().user.findUnique({ where: { email: link.email }, select: { name: true } }),
		link.projectId === null
			? null
			: db().project.findUnique({ where: { id: link.projectId }, select: { name: true } }),
	]);
	return {
		purpose: link.purpose === "invitation" ? "invitation" : "sign-in",
		email: link.email,
		account: user?.name ?? null,
		project: project?.name ?? null,
		role: link.role !== null && isRole(link.role) ? link.role : null,
	};
}

interface Consumed {
	readonly purpose: string;
	readonly email: string;
	readonly projectId: string | null;
	readonly role: string | null;
}

/** Uses a link up, once however many ask at the same time. */
async function consume(tx: Tx, token: string): Promise<Consumed> {
	const [link] = await tx.$queryRaw<Consumed[]>`
		UPDATE "SignInLink" SET "usedAt" = now()
		WHERE "tokenHash" = ${digest(token)} AND "usedAt" IS NULL AND "expiresAt" > now()
		RETURNING "purpose", "email", "projectId", "role"`;
	if (link === undefined) throw new AppError("refused", "linkNotValid");
	return link;
}

/**
 * Uses a link up and answers the account to sign in, and where to if the link says so. An invitation makes a new account; for an address
 * that already has one it is refused here and left unused: its holder accepts it signed in, otherwise
 * whoever invites somebody could enter that person's account.
 */
export async function redeemLink(token: string): Promise<SignedInAccount & { readonly path: string | null }> {
	return db().$transaction(async (tx) => {
		const link = await consume(tx, token);
		const existing = await tx.user.findUnique({ where: { email: link.email } });
		if (link.purpose === "sign-in") {
			if (existing === null || existing.disabledAt !== null) throw new AppError("refused", "linkNotValid");
			const { id, email, name, tokenVersion } = existing;
			return { id, email, name, tokenVersion, path: null };
		}
		if (existing !== null) throw new AppError("refused", "signInToAccept", { email: link.email });
		const name = link.email.split("@")[0] ?? link.email;
		const created = await createAccount({ email: link.email, name, administrator: false }, tx);
		return { ...created, path: `/projects/${await join(tx, link, created.id)}` };
	});
}

/** Uses an invitation up for the account that is signed in, if it is meant for it. Answers where to go. */
export async function acceptInvitation(
	userId: string,
	token: string,
): Promise<{ projectId: string; path: string }> {
	return db().$transaction(async (tx) => {
		const link = await consume(tx, token);
		const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true } });
		if (link.purpose !== "invitation" || user?.email !== link.email) {
			throw new AppError("refused", "signInToAccept", { email: link.email });
		}
		const projectId = await join(tx, link, userId);
		return { projectId, path: `/projects/${projectId}` };
	});
}

async function join(tx: Tx, link: Consumed, userId: string): Promise<string> {
	const { projectId, role } = link;
	if (projectId === null || role === null || !isRole(role)) throw new AppError("refused", "linkNotValid");
	const project = await tx.project.findFirst({
		where: { id: projectId, deletedAt: null },
		select: { id: true },
	});
	if (project === null) throw new AppError("refused", "linkNotValid");
	// Somebody who became a member by another way in the meantime keeps the role given there.
	await tx.membership.createMany({ data: [{ projectId, userId, role }], skipDuplicates: true });
	return projectId;
}
