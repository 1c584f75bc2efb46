import { z } from "zod";
import { type Actor, requireAdministrator } from "./access.ts";
import { db } from "./db.ts";
import { elsewhere } from "./elsewhere-people.ts";
import { Email, normalizeEmail } from "./email.ts";
import { AppError } from "./errors.ts";
import { signInLink } from "./links.ts";
import { logEvent } from "./log.ts";
import { createAccount, type SignedInAccount } from "./new-account.ts";
import { checkNewPassword, hashPassword, passwordFits } from "./password.ts";
import { PlainLine } from "./plain-text.ts";
import { countAttempt } from "./throttle.ts";

const AccountName = PlainLine(100);
const Password = z.string().min(1).max(1_000);

export const NewAccount = z.strictObject({
	email: Email,
	name: AccountName.optional(),
	administrator: z.boolean().optional(),
});
export type NewAccount = z.infer<typeof NewAccount>;

export const AccountChange = z
	.strictObject({ administrator: z.boolean().optional(), disabled: z.boolean().optional() })
	.refine((change) => change.administrator !== undefined || change.disabled !== undefined);
export type AccountChange = z.infer<typeof AccountChange>;

export const OwnName = z.strictObject({ name: AccountName });
export const NewPassword = z.strictObject({ current: Password.optional(), password: Password });
export type NewPassword = z.infer<typeof NewPassword>;

const signInFields = { id: true, email: true, name: true, tokenVersion: true } as const;

/** Everybody but the people whom only a log from elsewhere knows. */
const known = { NOT: { email: { endsWith: elsewhere } } };

export async function listAccounts(actor: Actor) {
	requireAdministrator(actor);
	const users = await db().user.findMany({
		where: known,
		orderBy: [{ name: "asc" }, { id: "asc" }],
		select: { id: true, email: true, name: true, administrator: true, disabledAt: true, createdAt: true },
	});
	return {
		accounts: users.map(({ disabledAt, createdAt, ...user }) => ({
			...user,
			disabled: disabledAt !== null,
			createdAt: createdAt.toISOString(),
		})),
	};
}

/** Makes an account and the path of a link with which its owner signs in for the first time. */
export async function addAccount(actor: Actor, input: NewAccount): Promise<{ id: string; link: string }> {
	requireAdministrator(actor);
	const { email, administrator = false } = input;
	const name = input.name ?? email.split("@")[0] ?? email;
	const { id } = await createAccount({ email, name, administrator }, db());
	return { id, link: await signInLink(email, actor.userId) };
}

/** A fresh sign-in link for somebody who is locked out. */
export async function accountLink(actor: Actor, userId: string): Promise<{ link: string }> {
	requireAdministrator(actor);
	const user = await db().user.findUnique({ where: { id: userId, ...known }, select: { email: true } });
	if (user === null) throw new AppError("not-found", "notFound");
	return { link: await signInLink(user.email, actor.userId) };
}

/** Enables, disables, makes an administrator or takes that back. Disabling ends the account's sessions at once. */
export async function changeAccount(actor: Actor, userId: string, change: AccountChange): Promise<void> {
	requireAdministrator(actor);
	await db().$transaction(async (tx) => {
		// All administrators' rows are locked, so that two of them cannot take each other away at once.
		const administrators = await tx.$queryRaw<{ id: string }[]>`
			SELECT "id" FROM "User" WHERE "administrator" AND "disabledAt" IS NULL ORDER BY "id" FOR UPDATE`;
		const loses = change.disabled === true || change.administrator === false;
		if (loses && administrators.every(({ id }) => id === userId)) {
			throw new AppError("refused", "lastAdministrator");
		}
		const { disabled, administrator } = change;
		const { count } = await tx.user.updateMany({
			where: { id: userId, ...known },
			data: {
				...(administrator === undefined ? {} : { administrator }),
				...(disabled === undefined ? {} : { disabledAt: disabled ? new Date() : null }),
				...(disabled === true ? { tokenVersion: { increment: 1 } } : {}),
			},
		});
		if (count === 0) throw new AppError("not-found", "notFound");
	});
	logEvent("account-changed", { userId, by: actor.userId, ...change });
}

/** Ends every session of an account: one's own, or anybody's for an administrator. */
export async function endSessionsOf(actor: Actor, userId: string): Promise<void> {
	if (actor.userId !== userId) requireAdministrator(actor);
	const { count } = await db().user.updateMany({
		where: { id: userId },
		data: { tokenVersion: { increment: 1 } },
	});
	if (count === 0) throw new AppError("not-found", "notFound");
}

export async function renameSelf(actor: Actor, name: string): Promise<void> {
	await db().user.update({ where: { id: actor.userId }, data: { name } });
}

/**
 * Sets the actor's own password and ends all sessions; answers the new token version, with which the
 * caller keeps the present one. The old password is asked for where there is one.
 */
export async function changePassword(actor: Actor, input: NewPassword): Promise<number> {
	checkNewPassword(input.password);
	const user = await db().user.findUniqueOrThrow({
		where: { id: actor.userId },
		select: { passwordHash: true },
	});
	if (user.passwordHash !== null) {
		await countAttempt("account", `password of ${actor.userId}`);
		if (!(await passwordFits(input.current ?? "", user.passwordHash))) {
			throw new AppError("invalid", "wrongPassword", { field: "current" });
		}
	}
	const passwordHash = await hashPassword(input.password);
	// The old hash is part of the condition: of two changes at once only one is made.
	const [changed] = await db().$queryRaw<{ tokenVersion: number }[]>`
		UPDATE "User" SET "passwordHash" = ${passwordHash}, "tokenVersion" = "tokenVersion" + 1
		WHERE "id" = ${actor.userId} AND "passwordHash" IS NOT DISTINCT FROM ${user.passwordHash}
		RETURNING "tokenVersion"`;
	if (changed === undefined) throw new AppError("conflict", "conflict");
	logEvent("password-changed", { userId: actor.userId });
	return changed.tokenVersion;
}

/**
 * The account that an address and a password belong to, or null: the same answer, in the same time, for
 * a wrong password, no password, a disabled account and none. `device` names a browser that this account
 * signed in from before; it has a count of its own, so that guesses from elsewhere do not shut its owner out.
 */
export async function accountOf(
	email: string,
	password: string,
	device: string | null,
): Promise<SignedInAccount | null> {
	const address = normalizeEmail(email);
	const subject = address ?? email.slice(0, 300);
	await countAttempt("account", device === null ? subject : `${subject} ${device}`);
	const user = await db().user.findUnique({
		where: { email: address ?? "" },
		select: { ...signInFields, passwordHash: true, disabledAt: true },
	});
	const fits = await passwordFits(password, user?.passwordHash ?? null);
	if (!fits || user === null || user.disabledAt !== null) return null;
	return { id: user.id, email: user.email, name: user.name, tokenVersion: user.tokenVersion };
}

/** An enabled account by its address, for a provider that vouches for it. */
export async function accountByEmail(email: string): Promise<SignedInAccount | null> {
	const address = normalizeEmail(email);
	if (address === null) return null;
	return db().user.findFirst({ where: { email: address, disabledAt: null }, select: signInFields });
}
