import type { Tx } from "./db.ts";
import { AppError } from "./errors.ts";
import { newId } from "./new-id.ts";

/** What signing in needs to know of an account. */
export interface SignedInAccount {
	readonly id: string;
	readonly email: string;
	readonly name: string;
	readonly tokenVersion: number;
}

/** Makes an account that nobody can sign in to yet. Throws `conflict` where the address has one. */
export async function createAccount(
	account: { email: string; name: string; administrator: boolean },
	tx: Tx,
): Promise<SignedInAccount> {
	const id = newId();
	const { count } = await tx.user.createMany({ data: [{ id, ...account }], skipDuplicates: true });
	if (count === 0) throw new AppError("conflict", "accountExists", { email: account.email });
	return { id, email: account.email, name: account.name, tokenVersion: 0 };
}
