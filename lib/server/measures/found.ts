/** What the answers about a document and about a project have in common. */
import { z } from "zod";
import { activityOf, daysOf, isZone } from "#lib/core/measure/days.ts";
import { addTallies, figuresOf, type HourTally, noTally, type WholeTally } from "#lib/core/measure/tally.ts";
import {
	type DayFigures,
	type DraftScope,
	draftScopes,
	type PersonFigures,
	passageScopes,
} from "#lib/core/measure/wire.ts";
import { type Actor, can, type Role } from "#lib/server/access.ts";
import { pool } from "#lib/server/db.ts";
import type { MeasuredDocument } from "./tally.ts";

export const MeasuresQuery = z.strictObject({
	/** Those of a machine where there are any, unless told. */
	drafts: z.enum(draftScopes).optional(),
	passages: z.enum(passageScopes).default("all"),
	/** The reader's, for what happened on which day. */
	zone: z.string().max(64).refine(isZone, { error: "no-such-zone" }).default("UTC"),
});
export type MeasuresQuery = z.infer<typeof MeasuresQuery>;

/** Answers those of the documents (ids) of a project that are there; null: all. */
export async function measuredDocuments(
	projectId: string,
	documentIds: readonly string[] | null,
): Promise<MeasuredDocument[]> {
	const found = await pool().query<MeasuredDocument>(
		`SELECT "id", "projectId", "title", "targetLanguage" AS "language", "origins", "headNumber" FROM "Document"
		WHERE "projectId" = $1 AND "deletedAt" IS NULL AND ($2::text[] IS NULL OR "id" = ANY($2)) ORDER BY "updatedAt" DESC, "id"`,
		[projectId, documentIds],
	);
	return found.rows;
}

/** Which drafts to measure where nobody said. */
export function draftsOf(documents: readonly MeasuredDocument[], asked: DraftScope | undefined): DraftScope {
	const machine = documents.some(({ origins }) => origins.some(({ kind }) => kind === "machine"));
	return asked ?? (machine ? "machine" : "all");
}

export interface Seen {
	readonly people: PersonFigures[];
	readonly days: DayFigures[];
	readonly everyone: boolean;
}

/** People and days as this actor may see them: everybody's, or their own. */
export async function seenBy(
	actor: Actor,
	role: Role,
	tallies: readonly WholeTally[],
	zone: string,
): Promise<Seen> {
	const everyone = can(role, "measures.people");
	const mine = (id: string) => everyone || id === actor.userId;
	const hours = tallies
		.flatMap((tally): readonly HourTally[] => [...tally.hours, ...tally.activity])
		.filter(({ actor: id }) => mine(id));
	const active = activityOf(hours, zone);
	const ids = new Set([
		...active.keys(),
		...tallies.flatMap(({ people }) => Object.keys(people).filter(mine)),
	]);
	const names = await namesOf([...ids]);
	const people = [...ids].map((id) => ({
		...figuresOf(tallies.map((tally) => tally.people[id] ?? noTally).reduce(addTallies, noTally)),
		...(active.get(id) ?? { minutes: 0, changes: 0 }),
		id,
		name: names.get(id) ?? "",
	}));
	return { people: people.toSorted(byWork), days: daysOf(hours, zone), everyone };
}

/** Whoever did most first. */
function byWork(one: PersonFigures, other: PersonFigures): number {
	return other.passages + other.confirmed - one.passages - one.confirmed || other.changes - one.changes;
}

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
	const found = await pool().query<{ id: string; name: string }>(
		`SELECT "id", "name" FROM "User" WHERE "id" = ANY($1)`,
		[ids],
	);
	return new Map(found.rows.map(({ id, name }) => [id, name]));
}
