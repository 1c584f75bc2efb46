/** Measuring what has not been measured yet. What was once is kept: a version of a segment never changes. */
import { type Measured, measureMethod, measureTexts } from "#lib/core/measure/measure-texts.ts";
import { pool } from "#lib/server/db.ts";

/** What a document's stored measures rest on besides the texts, as the database puts the draft's md5 behind it. */
export function basisOf(language: string): string {
	return `${measureMethod} ${language} `;
}

/** A segment's own measure, for a query that has the basis as $2. */
export const ownMeasure = `"SegmentMeasure" m ON m."documentId" = s."documentId" AND m."segmentId" = s."id"
	AND m."version" = s."version" AND m."basis" = $2 || md5(s."draft")`;
/** A rendering that can be measured: one in a passage that has a draft. */
export const measurable = `s."side" = 'target' AND s."draft" IS NOT NULL AND s."passageId" IS NOT NULL`;

export interface Unmeasured {
	readonly renderings: number;
	readonly missing: number;
	/** Characters that have to be compared. */
	readonly work: number;
}

export async function unmeasured(documentId: string, language: string): Promise<Unmeasured> {
	const found = await pool().query<Unmeasured>(
		`SELECT count(*)::int AS "renderings", count(*) FILTER (WHERE m."segmentId" IS NULL)::int AS "missing",
			coalesce(sum(CASE WHEN s."text" = s."draft" THEN 50 ELSE length(s."text") + length(s."draft") END)
				FILTER (WHERE m."segmentId" IS NULL), 0)::int AS "work"
		FROM "Segment" s LEFT JOIN ${ownMeasure} WHERE s."documentId" = $1 AND ${measurable}`,
		[documentId, basisOf(language)],
	);
	return found.rows[0] ?? { renderings: 0, missing: 0, work: 0 };
}

interface Line {
	id: string;
	version: number;
	draft: string;
	text: string;
	basis: string;
}

/** Renderings measured between two writes. */
const partSize = 250;
/** Others are answered in between. Milliseconds. */
const longestTurn = 15;

/** `progress` is told the renderings measured now. Safe to run twice, and by two at once. */
export async function measureDocument(
	{ id, projectId, language }: { readonly id: string; readonly projectId: string; readonly language: string },
	{
		progress,
		signal,
	}: { readonly progress?: (measured: number) => void; readonly signal?: AbortSignal } = {},
): Promise<void> {
	let [last, done] = ["", 0];
	for (;;) {
		const found = await pool().query<Line>(
			`SELECT s."id", s."version", s."draft", s."text", $2 || md5(s."draft") AS "basis"
			FROM "Segment" s LEFT JOIN ${ownMeasure}
			WHERE s."documentId" = $1 AND ${measurable} AND m."segmentId" IS NULL AND s."id" > $3 ORDER BY s."id" LIMIT ${partSize}`,
			[id, basisOf(language), last],
		);
		if (found.rows.length === 0) return;
		const measured: Measured[] = [];
		let turn = performance.now();
		for (const { draft, text } of found.rows) {
			measured.push(measureTexts(draft, text, language));
			if (performance.now() - turn < longestTurn) continue;
			await new Promise(setImmediate);
			signal?.throwIfAborted();
			turn = performance.now();
		}
		await store(id, projectId, found.rows, measured);
		last = found.rows.at(-1)?.id ?? "";
		done += found.rows.length;
		progress?.(done);
		signal?.throwIfAborted();
	}
}

async function store(
	documentId: string,
	projectId: string,
	lines: readonly Line[],
	measured: readonly Measured[],
): Promise<void> {
	const numbers = (pick: (one: Measured) => number) => measured.map(pick);
	await pool().query(
		`INSERT INTO "SegmentMeasure" ("documentId", "projectId", "segmentId", "version", "basis", "characters", "charactersChanged",
			"words", "wordsChanged", "edits", "referenceWords", "runs")
		SELECT $1, $2, line.id, line.version, line.basis, line.characters, line.characters_changed, line.words, line.words_changed,
			line.edits, line.reference_words, line.runs::int[]
		FROM unnest($3::text[], $4::int[], $5::text[], $6::int[], $7::int[], $8::int[], $9::int[], $10::int[], $11::int[], $12::text[])
			AS line(id, version, basis, characters, characters_changed, words, words_changed, edits, reference_words, runs)
		ON CONFLICT ("documentId", "segmentId", "version") DO UPDATE SET "basis" = excluded."basis",
			"characters" = excluded."characters", "charactersChanged" = excluded."charactersChanged", "words" = excluded."words",
			"wordsChanged" = excluded."wordsChanged", "edits" = excluded."edits",
			"referenceWords" = excluded."referenceWords", "runs" = excluded."runs"`,
		[
			documentId,
			projectId,
			lines.map(({ id }) => id),
			lines.map(({ version }) => version),
			lines.map(({ basis }) => basis),
			numbers(({ characters }) => characters),
			numbers(({ charactersChanged }) => charactersChanged),
			numbers(({ words }) => words),
			numbers(({ wordsChanged }) => wordsChanged),
			numbers(({ edits }) => edits),
			numbers(({ referenceWords }) => referenceWords),
			measured.map(({ runs }) => `{${[...runs.inText, ...runs.inReference, ...runs.inBoth].join(",")}}`),
		],
	);
}

/** Columns of a stored measure as the database sends them. */
export interface StoredMeasure {
	readonly characters: number;
	readonly charactersChanged: number;
	readonly words: number;
	readonly wordsChanged: number;
	readonly edits: number;
	readonly referenceWords: number;
	readonly runs: readonly number[];
}

const runLengths = 6;

export function measuredOf(line: StoredMeasure): Measured {
	const { characters, charactersChanged, words, wordsChanged, edits, referenceWords, runs } = line;
	const part = (index: number) => runs.slice(index * runLengths, (index + 1) * runLengths);
	return {
		characters,
		charactersChanged,
		words,
		wordsChanged,
		edits,
		referenceWords,
		runs: { inText: part(0), inReference: part(1), inBoth: part(2) },
	};
}
