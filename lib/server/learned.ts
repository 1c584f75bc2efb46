/** What the people of a project made of lines of the pages that they imported. */
import type { PoolClient } from "pg";
import {
	type Correction,
	type LearnedRules,
	learnFrom,
	noLearnedRules,
} from "#lib/core/furniture/learned-rules.ts";
import { pool } from "./db.ts";

export async function learnedRules(projectId: string): Promise<LearnedRules> {
	const found = await pool().query<{ learned: LearnedRules }>(
		`SELECT "learned" FROM "Project" WHERE "id" = $1`,
		[projectId],
	);
	return found.rows[0]?.learned ?? noLearnedRules;
}

/** Patterns that a project keeps; the oldest go first. */
const mostRules = 2_000;

/** Takes corrections in, within the transaction of the import that they were made for. */
export async function learn(
	client: PoolClient,
	projectId: string,
	corrections: readonly Correction[],
): Promise<void> {
	if (corrections.length === 0) return;
	const found = await client.query<{ learned: LearnedRules }>(
		`SELECT "learned" FROM "Project" WHERE "id" = $1 FOR UPDATE`,
		[projectId],
	);
	const { rules } = learnFrom(corrections, found.rows[0]?.learned);
	await client.query(`UPDATE "Project" SET "learned" = $2 WHERE "id" = $1`, [
		projectId,
		JSON.stringify({ rules: rules.slice(-mostRules) }),
	]);
}
