/** What changed in a passage since its link was confirmed. */
import { FactBook, segmentsOfKey } from "#lib/core/document/facts.ts";
import type { Fact, Side } from "#lib/core/document/model.ts";
import type { StaleChange, WireStale } from "#lib/core/document/wire.ts";
import { type Actor, requireDocument } from "./access.ts";
import { pool } from "./db.ts";
import { AppError } from "./errors.ts";
import { segmentHistory } from "./revisions.ts";

interface Statement extends Fact {
	readonly number: number;
	readonly at: Date;
	readonly actorId: string;
	readonly name: string;
}

interface Here {
	readonly id: string;
	readonly side: Side;
	readonly text: string;
	readonly version: number;
}

export async function staleLink(actor: Actor, documentId: string, passageId: string): Promise<WireStale> {
	await requireDocument(actor, documentId, "document.read");
	const here = await segmentsIn(documentId, passageId);
	if (here.length === 0) throw new AppError("not-found", "notFound");
	const said = nearest(
		await statementsAbout(
			documentId,
			here.map(({ id }) => id),
		),
		here,
	);
	if (!said) return { confirmed: null, changes: [] };
	const { number, at, actorId, name } = said;
	return {
		confirmed: { number, at: at.toISOString(), actor: { id: actorId, name } },
		changes: [
			...(await reworded(actor, documentId, said, here)),
			...(await left(documentId, said, here)),
			...came(said, here),
		],
	};
}

async function segmentsIn(documentId: string, passageId: string): Promise<Here[]> {
	const found = await pool().query<Here>(
		`SELECT "id", "side", "text", "version" FROM "Segment" WHERE "documentId" = $1 AND "passageId" = $2 ORDER BY "side", "rank"`,
		[documentId, passageId],
	);
	return found.rows;
}

/** Every statement about a link that names one of the segments, and still stands. */
async function statementsAbout(documentId: string, segments: readonly string[]): Promise<Statement[]> {
	const found = await pool().query<Statement>(
		`SELECT f."kind", f."source", f."target", f."standing", f."confidence", f."number", r."at", r."actorId", u."name"
		FROM (
			SELECT f.* FROM "RevisionSegment" s JOIN "Fact" f ON f."documentId" = s."documentId" AND f."number" = s."number"
			WHERE s."documentId" = $1 AND s."segmentId" = ANY($2) AND s."ordinal" IS NULL AND f."kind" = 'link'
			UNION
			SELECT f.* FROM "RevisionSegment" s
			JOIN "Fact" f ON f."documentId" = s."documentId" AND f."number" = s."number" AND f."ordinal" = s."ordinal"
			WHERE s."documentId" = $1 AND s."segmentId" = ANY($2) AND s."ordinal" IS NOT NULL
		) AS f JOIN "Revision" r ON r."documentId" = f."documentId" AND r."number" = f."number"
		JOIN "User" u ON u."id" = r."actorId" ORDER BY f."number", f."ordinal"`,
		[documentId, segments],
	);
	const book = new FactBook();
	for (const fact of found.rows) book.record(fact);
	return found.rows.filter(
		({ source, target, standing }) => standing && book.standing("link", source, target),
	);
}

/** The one that names most of what stands here; of equal ones the latest. */
function nearest(statements: readonly Statement[], here: readonly Here[]): Statement | undefined {
	const ids = new Set(here.map(({ id }) => id));
	const shared = ({ source, target }: Fact) =>
		[...segmentsOfKey(source), ...segmentsOfKey(target)].filter((id) => ids.has(id)).length;
	return statements
		.filter((fact) => shared(fact) > 0)
		.toSorted((a, b) => shared(b) - shared(a) || b.number - a.number)[0];
}

/** Source texts that are others now; what they were is in the revision that came after. */
async function reworded(
	actor: Actor,
	documentId: string,
	said: Statement,
	here: readonly Here[],
): Promise<StaleChange[]> {
	const versions = versionsOf(said.source);
	const changed = here.filter(
		({ id, side, version }) => side === "source" && (versions.get(id) ?? version) !== version,
	);
	return await Promise.all(
		changed.map(async ({ id, text }): Promise<StaleChange> => {
			const before = await textAt(actor, documentId, id, versions.get(id) ?? 0);
			return { kind: "reworded", side: "source", segment: id, before, text };
		}),
	);
}

function versionsOf(key: string): Map<string, number> {
	return new Map(
		key.split(" ").flatMap((part) => {
			const [id, version = ""] = part.split("@");
			return id && version ? [[id, Number.parseInt(version, 10)] as const] : [];
		}),
	);
}

/** Null where the sentence was cut or joined since, so that no revision holds the text by itself. */
async function textAt(
	actor: Actor,
	documentId: string,
	segment: string,
	version: number,
): Promise<string | null> {
	const { entries } = await segmentHistory(actor, documentId, segment);
	for (const { number, type, before, after } of entries.toReversed()) {
		if (number === version && after !== null) return after;
		if (number <= version) continue;
		if (type === "split" || type === "join") return null;
		if (before !== null) return before;
	}
	return null;
}

/** What was confirmed here and stands elsewhere now, or nowhere. */
async function left(documentId: string, said: Statement, here: readonly Here[]): Promise<StaleChange[]> {
	const present = new Set(here.map(({ id }) => id));
	const gone = [...segmentsOfKey(said.source), ...segmentsOfKey(said.target)].filter(
		(id) => !present.has(id),
	);
	if (gone.length === 0) return [];
	const found = await pool().query<Here & { passage: string | null; place: string | null }>(
		`SELECT s."id", s."side", s."text", s."version", s."passageId" AS "passage",
			(SELECT count(*) FROM "Passage" b WHERE b."documentId" = $1 AND b."rank" < p."rank") AS "place"
		FROM "Segment" s LEFT JOIN "Passage" p ON p."documentId" = s."documentId" AND p."id" = s."passageId"
		WHERE s."documentId" = $1 AND s."id" = ANY($2)`,
		[documentId, gone],
	);
	const now = new Map(found.rows.map((segment) => [segment.id, segment]));
	const sources = new Set(segmentsOfKey(said.source));
	return gone.map((segment): StaleChange => {
		const side = sources.has(segment) ? "source" : "target";
		const is = now.get(segment);
		if (!is || is.passage === null) return { kind: "gone", side, segment };
		return { kind: "left", side, segment, text: is.text, passage: is.passage, index: Number(is.place) };
	});
}

/** What stands here now and did not when the link was confirmed. */
function came(said: Statement, here: readonly Here[]): StaleChange[] {
	const named = new Set([...segmentsOfKey(said.source), ...segmentsOfKey(said.target)]);
	return here
		.filter(({ id }) => !named.has(id))
		.map(({ id, side, text }): StaleChange => ({ kind: "came", side, segment: id, text }));
}
