/** Judges what passages say of subjects on which not all of a project say the same. */
import type { Side } from "#lib/core/document/model.ts";
import type { Tally } from "#lib/core/qa/contract.ts";
import { fingerprintOf } from "#lib/core/qa/fingerprint.ts";
import type { Checker } from "#lib/core/qa/run-checks.ts";
import type { StoredFinding } from "#lib/core/qa/wire.ts";
import { pool } from "#lib/server/db.ts";

export interface Judged {
	readonly documentId: string;
	readonly passageId: string;
	readonly finding: StoredFinding;
}

interface Line {
	documentId: string;
	passageId: string;
	content: string;
	check: string;
	about: string;
	subject: string;
	value: string;
	side: Side;
	segmentId: string;
	start: number;
	end: number;
}

/** `checkers` by document. Only mentions of these documents are judged, beside what all of the project say. */
export async function judgeMentions(
	projectId: string,
	checkers: ReadonlyMap<string, Checker>,
): Promise<Judged[]> {
	const documents = [...checkers.keys()];
	const found = await pool().query<Line>(
		`SELECT m."documentId", m."passageId", c."content", m."check", m."about", m."subject", m."value", m."side", m."segmentId",
			m."start", m."end"
		FROM "DisputedSubject" d JOIN "CheckedMention" m ON m."projectId" = d."projectId" AND m."about" = d."about"
		JOIN "Passage" p ON p."documentId" = m."documentId" AND p."id" = m."passageId"
		JOIN "CheckedPassage" c ON c."documentId" = m."documentId" AND c."passageId" = m."passageId"
		WHERE d."projectId" = $1 AND m."documentId" = ANY($2) ORDER BY m."documentId", m."passageId", m."ordinal"`,
		[projectId, documents],
	);
	const counts = await countsOf(projectId, [...new Set(found.rows.map(({ about }) => about))]);
	const tallies = new Map<string, Tally>();
	const judged: Judged[] = [];
	for (const line of found.rows) {
		const { documentId, passageId, content, about, segmentId: segment, ...mention } = line;
		const named = `${documentId} ${about}`;
		const tally = tallies.get(named) ?? tallyOf(counts.get(about) ?? [], documentId);
		tallies.set(named, tally);
		if (tally.length < 2) continue;
		const finding = checkers.get(documentId)?.judge({ ...mention, segment }, tally);
		if (finding)
			judged.push({
				documentId,
				passageId,
				finding: { ...finding, fingerprint: fingerprintOf(finding, content) },
			});
	}
	return judged;
}

interface Count {
	documentId: string;
	about: string;
	value: string;
	count: number;
}

async function countsOf(projectId: string, about: readonly string[]): Promise<Map<string, Count[]>> {
	if (about.length === 0) return new Map();
	const found = await pool().query<Count>(
		`SELECT m."about", m."documentId", m."value", count(*)::int AS "count" FROM "CheckedMention" m
		JOIN "Document" d ON d."id" = m."documentId" AND d."deletedAt" IS NULL
		WHERE m."projectId" = $1 AND m."about" = ANY($2) GROUP BY 1, 2, 3`,
		[projectId, about],
	);
	return Map.groupBy(found.rows, (line) => line.about);
}

/** The most frequent first; of equally frequent ones in the order of their characters, so that all are told the same. */
function tallyOf(counts: readonly Count[], documentId: string): Tally {
	const told = new Map<string, { here: number; elsewhere: number }>();
	for (const { value, count, documentId: where } of counts) {
		const sum = told.get(value) ?? { here: 0, elsewhere: 0 };
		sum[where === documentId ? "here" : "elsewhere"] += count;
		told.set(value, sum);
	}
	const times = ({ here, elsewhere }: { here: number; elsewhere: number }) => here + elsewhere;
	return [...told]
		.map(([value, sum]) => ({ value, ...sum }))
		.toSorted((a, b) => times(b) - times(a) || (a.value < b.value ? -1 : 1));
}
