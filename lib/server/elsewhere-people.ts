/** People whom only a log from elsewhere knows: accounts without a way in, so that their revisions have a name. */
import type { PoolClient } from "pg";

/** How the address of such an account ends; nobody can have one there (RFC 2606). */
export const elsewhere = "@elsewhere.invalid";

export interface LogPerson {
	readonly id: string;
	readonly name: string;
}

/** An account that has the id already is that person, and keeps the name it has here. */
export async function seatPeople(client: PoolClient, people: readonly LogPerson[]): Promise<void> {
	await client.query(
		`INSERT INTO "User" ("id", "email", "name", "disabledAt")
		SELECT entry.id, lower(entry.id) || '-' || md5(entry.id) || $3, entry.name, now()
		FROM unnest($1::text[], $2::text[]) AS entry(id, name) ON CONFLICT ("id") DO NOTHING`,
		[people.map(({ id }) => id), people.map(({ name }) => name), elsewhere],
	);
}
