/** Whether those who follow documents still may: asked again and again, for all of them at once. */
import { can, isRole } from "#lib/server/access.ts";
import { pool } from "#lib/server/db.ts";
import type { Session } from "#lib/server/session.ts";
import { sessionLimits } from "#lib/server/site.ts";

export interface Watched {
	readonly session: Session;
	readonly documents: Iterable<string>;
}

export interface Verdict {
	readonly signedIn: boolean;
	/** The documents that the person may still read. */
	readonly readable: ReadonlySet<string>;
}

/** One verdict for each that is watched, in their order. */
export async function judge(watched: readonly Watched[]): Promise<Verdict[]> {
	const [living, readable] = await Promise.all([livingSessions(watched), readablePairs(watched)]);
	return watched.map(({ session, documents }) => ({
		signedIn: living.has(session.claims.sid) && !isOver(session),
		readable: new Set([...documents].filter((id) => readable.has(`${session.actor.userId} ${id}`))),
	}));
}

const isOver = ({ claims: { exp, start } }: Session) =>
	Date.now() / 1_000 >= Math.min(exp, start + sessionLimits.absolute);

async function livingSessions(watched: readonly Watched[]): Promise<Set<string>> {
	const claims = watched.map(({ session }) => session.claims);
	const found = await pool().query<{ sid: string }>(
		`SELECT s."sid" FROM unnest($1::text[], $2::int[], $3::text[]) AS s("userId", "version", "sid")
		JOIN "User" u ON u."id" = s."userId" AND u."tokenVersion" = s."version" AND u."disabledAt" IS NULL
		WHERE NOT EXISTS (SELECT FROM "EndedSession" e WHERE e."id" = s."sid")`,
		[claims.map(({ sub }) => sub), claims.map(({ version }) => version), claims.map(({ sid }) => sid)],
	);
	return new Set(found.rows.map(({ sid }) => sid));
}

/** "person document" wherever the person is a member whose role may read. */
async function readablePairs(watched: readonly Watched[]): Promise<Set<string>> {
	const found = await pool().query<{ userId: string; documentId: string; role: string }>(
		`SELECT m."userId", d."id" AS "documentId", m."role" FROM "Document" d
		JOIN "Project" p ON p."id" = d."projectId" AND p."deletedAt" IS NULL
		JOIN "Membership" m ON m."projectId" = p."id"
		WHERE d."id" = ANY($1) AND d."deletedAt" IS NULL AND m."userId" = ANY($2)`,
		[
			[...new Set(watched.flatMap(({ documents }) => [...documents]))],
			[...new Set(watched.map(({ session }) => session.actor.userId))],
		],
	);
	return new Set(
		found.rows
			.filter(({ role }) => isRole(role) && can(role, "document.read"))
			.map(({ userId, documentId }) => `${userId} ${documentId}`),
	);
}
