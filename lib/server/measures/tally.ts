/** A document's measures added up, as of its last revision; kept until there is another. */
import type { ClientBase } from "pg";
import type { Origin } from "#lib/core/document/model.ts";
import { addMeasured, measureMethod, nothingMeasured } from "#lib/core/measure/measure-texts.ts";
import {
	type Doing,
	type HourTally,
	type MeasuredPassage,
	mergeHours,
	noHour,
	TallyBook,
	type WholeTally,
} from "#lib/core/measure/tally.ts";
import type { DraftScope, PassageScope } from "#lib/core/measure/wire.ts";
import { pool } from "#lib/server/db.ts";
import { inTransaction } from "#lib/server/revision-log/transaction.ts";
import { confirmationsIn } from "./confirmations.ts";
import { basisOf, measuredOf, ownMeasure, type StoredMeasure } from "./fill.ts";

export interface MeasuredDocument {
	readonly id: string;
	readonly projectId: string;
	readonly title: string;
	readonly language: string;
	readonly origins: readonly Origin[];
	readonly headNumber: number;
}

/** Changes with every change to what is added up. */
const tallyMethod = 3;

export interface MeasureScope {
	readonly drafts: DraftScope;
	readonly passages: PassageScope;
}

/** What was added up at the document's last revision; null where nobody has asked since. */
export async function keptTally(document: MeasuredDocument, scope: MeasureScope): Promise<WholeTally | null> {
	const kept = await pool().query<{ tally: WholeTally }>(
		`SELECT "tally" FROM "DocumentMeasure" WHERE "documentId" = $1 AND "scope" = $2 AND "number" = $3`,
		[document.id, scopeName(scope), document.headNumber],
	);
	return kept.rows[0]?.tally ?? null;
}

/** Adds up, and keeps that unless a rendering was written meanwhile which is not measured yet. */
export async function documentTally(document: MeasuredDocument, scope: MeasureScope): Promise<WholeTally> {
	const { tally, whole, number } = await inTransaction(async (client) => {
		await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
		const head = await client.query<{ headNumber: number }>(
			`SELECT "headNumber" FROM "Document" WHERE "id" = $1`,
			[document.id],
		);
		return { ...(await addUp(client, document, scope)), number: head.rows[0]?.headNumber ?? 0 };
	});
	if (!whole) return tally;
	await pool().query(
		`INSERT INTO "DocumentMeasure" AS kept ("documentId", "scope", "projectId", "number", "tally") VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT ("documentId", "scope") DO UPDATE SET "number" = excluded."number", "tally" = excluded."tally"
		WHERE kept."number" <= excluded."number"`,
		[document.id, scopeName(scope), document.projectId, number, JSON.stringify(tally)],
	);
	return tally;
}

export function scopeName({ drafts, passages }: MeasureScope): string {
	return `${measureMethod} ${tallyMethod} ${drafts} ${passages}`;
}

/** Passages read at once. */
const partSize = 1_000;

interface Line extends StoredMeasure {
	id: string;
	state: string;
	origin: number;
	changed: boolean;
	measured: boolean;
	version: number;
}

async function addUp(
	client: ClientBase,
	document: MeasuredDocument,
	scope: MeasureScope,
): Promise<{ tally: WholeTally; whole: boolean }> {
	const machine = new Set(document.origins.flatMap(({ kind }, i) => (kind === "machine" ? [i] : [])));
	const book = new TallyBook();
	const drafted = { machine: 0, other: 0 };
	let [rank, whole] = ["", true];
	for (;;) {
		const part = await readPart(client, document, rank);
		whole &&= part.lines.every(({ measured }) => measured);
		const passages = Map.groupBy(part.lines, ({ id }) => id);
		const writers = await writersOf(client, document.id, part.lines);
		const confirmations = await confirmationsIn(client, document.id, part.confirmed);
		for (const [id, lines] of passages) {
			const ofMachine = lines.filter(({ origin }) => machine.has(origin));
			if (ofMachine.length > 0) drafted.machine += 1;
			if (ofMachine.length < lines.length) drafted.other += 1;
			const counted = scope.drafts === "machine" ? ofMachine : lines;
			const passage = passageOf(counted, part.typed.has(id), writers, confirmations.get(id) ?? null);
			if (passage && (passage.confirmed || scope.passages === "all")) book.add(passage);
		}
		if (part.last === null) break;
		rank = part.last;
	}
	const { total, people, hours } = book;
	const activity = await activityIn(client, document.id);
	return { tally: { drafted, total, people, hours, activity }, whole };
}

/** Of a passage the renderings that count; `typed`: it has others that somebody added. Null of none. */
function passageOf(
	lines: readonly Line[],
	typed: boolean,
	writers: ReadonlyMap<number, Doing>,
	confirmation: Doing | null,
): MeasuredPassage | null {
	const [first] = lines;
	if (!first) return null;
	const changed = lines.filter((line) => line.changed);
	const latest = changed.map(({ version }) => version).filter((version) => writers.has(version));
	const measured = lines.filter((line) => line.measured).map(measuredOf);
	return {
		measured: measured.reduce(addMeasured, nothingMeasured),
		edited: typed || changed.length > 0,
		confirmed: first.state === "reviewed" || first.state === "approved",
		worded: writers.get(Math.max(...latest)) ?? null,
		confirmation,
	};
}

interface Part {
	readonly lines: readonly Line[];
	/** Passages that are confirmed, and those with renderings that somebody added. */
	readonly confirmed: readonly string[];
	readonly typed: ReadonlySet<string>;
	/** Null where there are no passages behind these. */
	readonly last: string | null;
}

async function readPart(
	client: ClientBase,
	{ id, language }: MeasuredDocument,
	after: string,
): Promise<Part> {
	const passages = await client.query<{ id: string; rank: string; state: string; typed: boolean }>(
		`SELECT p."id", p."rank", p."state", EXISTS (SELECT FROM "Segment" s WHERE s."documentId" = $1 AND s."passageId" = p."id"
			AND s."side" = 'target' AND s."draft" IS NULL) AS "typed"
		FROM "Passage" p WHERE p."documentId" = $1 AND p."rank" > $2 ORDER BY p."rank" LIMIT ${partSize}`,
		[id, after],
	);
	const idsOf = (which: (passage: (typeof passages.rows)[number]) => boolean) =>
		passages.rows.flatMap((passage) => (which(passage) ? [passage.id] : []));
	const last = passages.rows.at(-1)?.rank ?? "";
	const found = await client.query<Line>(
		`SELECT p."id", p."state", s."origin", s."version", s."text" <> s."draft" AS "changed", m."segmentId" IS NOT NULL AS "measured",
			m."characters", m."charactersChanged", m."words", m."wordsChanged", m."edits", m."referenceWords", m."runs"
		FROM "Passage" p JOIN "Segment" s ON s."documentId" = p."documentId" AND s."passageId" = p."id"
			AND s."side" = 'target' AND s."draft" IS NOT NULL
		LEFT JOIN ${ownMeasure}
		WHERE p."documentId" = $1 AND p."rank" > $3 AND p."rank" <= $4 ORDER BY p."rank", s."rank"`,
		[id, basisOf(language), after, last],
	);
	return {
		lines: found.rows,
		confirmed: idsOf(({ state }) => state === "reviewed" || state === "approved"),
		typed: new Set(idsOf(({ typed }) => typed)),
		last: passages.rows.length < partSize ? null : last,
	};
}

/** A file's wording is nobody's. */
const wordedByFile = `'import', 'attach', 'update'`;

/** Who wrote the renderings that are not as drafted, by the number of the revision that did. */
async function writersOf(
	client: ClientBase,
	documentId: string,
	lines: readonly Line[],
): Promise<Map<number, Doing>> {
	const numbers = new Set(lines.flatMap(({ changed, version }) => (changed ? [version] : [])));
	const found = await client.query<{ number: number; actorId: string; hour: number }>(
		`SELECT "number", "actorId", floor(extract(epoch FROM "at") / 3600)::int AS "hour" FROM "Revision"
		WHERE "documentId" = $1 AND "number" = ANY($2) AND "type" NOT IN (${wordedByFile})`,
		[documentId, [...numbers]],
	);
	return new Map(found.rows.map(({ number, actorId, hour }) => [number, { actor: actorId, hour }]));
}

/** In which minutes of which hours people saved something: what is kept, and what came since. */
async function activityIn(client: ClientBase, documentId: string): Promise<HourTally[]> {
	const kept = await client.query<{ number: number; activity: HourTally[] | null }>(
		`SELECT "number", "tally"->'activity' AS "activity" FROM "DocumentMeasure" WHERE "documentId" = $1 ORDER BY "number" DESC LIMIT 1`,
		[documentId],
	);
	const { number, activity } = kept.rows[0] ?? { number: 0, activity: null };
	const found = await client.query<Pick<HourTally, "actor" | "hour" | "minutes" | "changes">>(
		`SELECT "actorId" AS "actor", floor(extract(epoch FROM "at") / 3600)::int AS "hour", count(*)::int AS "changes",
			to_hex(bit_or(1::bigint << extract(minute FROM "at" AT TIME ZONE 'UTC')::int)) AS "minutes"
		FROM "Revision" WHERE "documentId" = $1 AND "number" > $2 GROUP BY 1, 2`,
		[documentId, activity === null ? 0 : number],
	);
	return mergeHours([...(activity ?? []), ...found.rows.map((one) => ({ ...noHour, ...one }))]);
}
