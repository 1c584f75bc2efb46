/** Lines of logs as people read them: who did what where, and from which words to which. */
import { namedPlaces } from "#lib/core/document/named-places.ts";
import { type Operation, StoredOperation } from "#lib/core/document/operations/registry.ts";
import { withoutMarks } from "#lib/core/formats/marked-text.ts";
import { pool } from "./db.ts";
import type { Person } from "./revisions.ts";

export interface TimelineLine {
	documentId: string;
	title?: string;
	number: number;
	at: Date;
	actorId: string;
	name: string;
	type: Operation["type"];
	undoes: number | null;
	undone: Operation["type"] | null;
	/** Null where they are long. */
	operation: string | null;
	inverse: string | null;
}

/** Where it happened, as the document is now. */
export interface TimelinePlace {
	readonly passage: string;
	/** From 0. */
	readonly index: number;
	/** The beginning of its text. */
	readonly text: string;
	readonly side: "source" | "target";
}

export interface TimelineEntry {
	readonly documentId: string;
	/** In a project's timeline. */
	readonly title?: string;
	readonly number: number;
	readonly at: string;
	readonly actor: Person;
	readonly type: Operation["type"];
	readonly undoes: number | null;
	/** What was taken back. */
	readonly undone: Operation["type"] | null;
	/** Null where all of it is gone, and for what concerns the whole document. */
	readonly place: TimelinePlace | null;
	/** Places that the operation names; 0 where it concerns the whole document. */
	readonly places: number;
	/** The segment that was worded, for what follows upon each other. */
	readonly segment: string | null;
	/** Of the words below. */
	readonly language: string;
	readonly before: string | null;
	readonly after: string | null;
	/** The name that a version was given. */
	readonly label: string | null;
}

/** Characters of a text that is shown with its changes, and of one that only tells where. */
const longestWording = 4_000;
const longestQuote = 240; // more than the widest line of the screen, which ends it with three dots

interface Found {
	readonly segment: string;
	readonly passage: string | null;
	readonly side: "source" | "target";
	readonly text: string;
	readonly index: number;
}

/** One question for each document among them. */
export async function told(lines: readonly TimelineLine[]): Promise<TimelineEntry[]> {
	const read = lines.map((line) => ({
		line,
		operation: parsed(line.operation),
		inverse: parsed(line.inverse),
	}));
	const finders = new Map<string, Places>();
	for (const documentId of new Set(lines.map((line) => line.documentId))) {
		const named = read
			.filter(({ line }) => line.documentId === documentId)
			.flatMap(({ operation }) => (operation ? [namedPlaces(operation)] : []));
		const segments = named.flatMap((places) => places.segments.slice(0, mostNamed));
		const passages = named.flatMap((places) => places.passages.slice(0, mostNamed));
		finders.set(documentId, await findPlaces(documentId, segments, passages));
	}
	return read.map(({ line, operation, inverse }) =>
		entryOf(line, operation, inverse, finders.get(line.documentId) ?? emptyPlaces),
	);
}

/** Places of one operation that are looked for: one of them is enough to go to. */
const mostNamed = 8;

function parsed(body: string | null): Operation | null {
	return body === null ? null : (StoredOperation.nullable().safeParse(JSON.parse(body)).data ?? null);
}

interface Places {
	readonly languages: { readonly source: string; readonly target: string };
	readonly bySegment: ReadonlyMap<string, Found>;
	readonly byPassage: ReadonlyMap<string, Found>;
}
const emptyPlaces: Places = {
	languages: { source: "", target: "" },
	bySegment: new Map(),
	byPassage: new Map(),
};

async function findPlaces(
	documentId: string,
	segments: readonly string[],
	passages: readonly string[],
): Promise<Places> {
	if (segments.length + passages.length === 0) return emptyPlaces;
	const spoken = await pool().query<Places["languages"]>(
		`SELECT "sourceLanguage" AS "source", "targetLanguage" AS "target" FROM "Document" WHERE "id" = $1`,
		[documentId],
	);
	const found = await pool().query<Found>(
		`WITH here AS (
			SELECT s."id", s."passageId", s."side", left(s."text", $4) AS "text", s."rank" FROM "Segment" s
			WHERE s."documentId" = $1 AND (s."id" = ANY($2) OR s."passageId" = ANY($3))
		), numbered AS (
			SELECT "id", row_number() OVER (ORDER BY "rank") - 1 AS "index" FROM "Passage" WHERE "documentId" = $1
		)
		SELECT h."id" AS "segment", h."passageId" AS "passage", h."side", h."text", n."index"::int AS "index"
		FROM here h LEFT JOIN numbered n ON n."id" = h."passageId" ORDER BY h."side" DESC, h."rank"`,
		[documentId, segments, passages, longestQuote],
	);
	const byPassage = new Map<string, Found>();
	for (const place of found.rows)
		if (place.passage !== null && !byPassage.has(place.passage)) byPassage.set(place.passage, place);
	const languages = spoken.rows[0] ?? emptyPlaces.languages;
	return { languages, bySegment: new Map(found.rows.map((place) => [place.segment, place])), byPassage };
}

function entryOf(
	line: TimelineLine,
	operation: Operation | null,
	inverse: Operation | null,
	{ languages, bySegment, byPassage }: Places,
): TimelineEntry {
	const named = operation ? namedPlaces(operation) : { segments: [], passages: [] };
	const found =
		named.segments.map((id) => bySegment.get(id)).find((place) => place?.passage) ??
		named.passages.map((id) => byPassage.get(id)).find((place) => place !== undefined);
	const { before, after } = wordings(operation, inverse);
	const { documentId, title, number, at, actorId, name, type, undoes, undone } = line;
	return {
		documentId,
		...(title === undefined ? {} : { title }),
		number,
		at: at.toISOString(),
		actor: { id: actorId, name },
		type,
		undoes,
		undone,
		place: found?.passage
			? { passage: found.passage, index: found.index, text: withoutMarks(found.text), side: found.side }
			: null,
		places: Math.max(named.passages.length, named.segments.length),
		segment: operation?.type === "edit" ? operation.segment : null,
		language: languages[found?.side ?? "target"],
		before,
		after,
		label: operation?.type === "label" ? (operation.after ?? operation.before) : null,
	};
}

/** What was worded anew, where it is one text and not too long to be read in a list. */
function wordings(
	operation: Operation | null,
	inverse: Operation | null,
): { before: string | null; after: string | null } {
	const [before = null, after = null] = [inverse, operation].map((each) => {
		const text = wordingIn(each);
		return text === null ? null : withoutMarks(text);
	});
	const long = Math.max(before?.length ?? 0, after?.length ?? 0) > longestWording;
	return long ? { before: null, after: null } : { before, after };
}

function wordingIn(operation: Operation | null): string | null {
	switch (operation?.type) {
		case "edit":
		case "insert":
			return operation.text;
		case "rewrite":
			return operation.edits[0]?.[2] ?? null;
		case "settle":
			return operation.as?.text ?? null;
		default:
			return null;
	}
}
