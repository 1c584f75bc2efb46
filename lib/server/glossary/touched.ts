/** Passages whose source has a term and whose rendering calls it what it must not be called. */
import { z } from "zod";
import type { PassageState, Side } from "#lib/core/document/model.ts";
import { isWellFormedText } from "#lib/core/document/text.ts";
import { foldText } from "#lib/core/scripts/fold.ts";
import { foldPattern } from "#lib/core/scripts/fold-pattern.ts";
import { compileTerms, type TermMatcher } from "#lib/core/terms/matcher.ts";
import { rewordingOf, withoutRendering } from "#lib/core/terms/rewording.ts";
import type { TouchedDocument, TouchedPassage, TouchedText, WireTouched } from "#lib/core/terms/wire.ts";
import type { Actor } from "../access.ts";
import { pool } from "../db.ts";
import { placesOf } from "../passages.ts";
import { anyMark } from "../search.ts";
import { readTerm } from "./list.ts";
import { projectTerms } from "./project-terms.ts";

/** Passages that are looked at. */
const mostPassages = 5_000;

export const TouchedQuery = z.strictObject({
	/** A rendering that was the preferred one until now; without one, those that are forbidden. */
	old: z.string().min(1).max(300).refine(isWellFormedText, { error: "text-not-wellformed" }).optional(),
});
export type TouchedQuery = z.infer<typeof TouchedQuery>;

interface Line {
	documentId: string;
	title: string;
	sourceLanguage: string;
	targetLanguage: string;
	passage: string;
	state: PassageState;
	side: Side;
	id: string;
	text: string;
	version: number;
}

export async function touchedBy(
	actor: Actor,
	projectId: string,
	termId: string,
	{ old }: TouchedQuery,
): Promise<WireTouched> {
	const term = await readTerm(actor, projectId, termId);
	const preferred = term.renderings.find(({ status }) => status === "preferred")?.text ?? null;
	const { matcher: all } = await projectTerms(projectId);
	const wrong = compileTerms([withoutRendering(term, old === preferred ? null : (old ?? null))]);
	const { lines, more } = await linesWith(projectId, [term.simplified, term.traditional]);
	const documents: TouchedDocument[] = [];
	for (const [id, ofDocument] of Map.groupBy(lines, ({ documentId }) => documentId)) {
		const passages = [...Map.groupBy(ofDocument, ({ passage }) => passage).values()].flatMap((ofPassage) =>
			touchedPassage(ofPassage, termId, wrong, all),
		);
		const [first] = ofDocument;
		if (!first || passages.length === 0) continue;
		const places = await placesOf(
			pool(),
			id,
			passages.map((passage) => passage.id),
		);
		const { title, sourceLanguage, targetLanguage } = first;
		documents.push({
			id,
			title,
			sourceLanguage,
			targetLanguage,
			passages: passages.map((passage) => ({ ...passage, index: places.get(passage.id) ?? 0 })),
		});
	}
	return { preferred, documents, more };
}

/** All texts of passages whose source may have one of the words. */
async function linesWith(projectId: string, words: readonly string[]) {
	const patterns = [...new Set(words.map((word) => foldPattern(foldText(word))))];
	const found = await pool().query<Line & { place: string }>(
		`WITH hit AS (
			SELECT DISTINCT s."documentId", s."passageId" FROM "Document" d JOIN "Segment" s ON s."documentId" = d."id"
			WHERE d."projectId" = $1 AND d."deletedAt" IS NULL AND s."side" = 'source' AND s."passageId" IS NOT NULL
				AND s."text" ~ $2
			ORDER BY 1, 2 LIMIT ${mostPassages + 1}
		)
		SELECT d."id" AS "documentId", d."title", d."sourceLanguage", d."targetLanguage", p."id" AS "passage", p."state",
			s."side", s."id", s."text", s."version", dense_rank() OVER (ORDER BY h."documentId", h."passageId") AS "place"
		FROM hit h JOIN "Document" d ON d."id" = h."documentId"
		JOIN "Passage" p ON p."documentId" = h."documentId" AND p."id" = h."passageId"
		JOIN "Segment" s ON s."documentId" = p."documentId" AND s."passageId" = p."id"
		ORDER BY d."title", d."id", p."rank", s."side", s."rank"`,
		[projectId, `${patterns.join("|")}|${anyMark}`],
	);
	const lines = found.rows.filter(({ place }) => Number(place) <= mostPassages);
	return { lines, more: lines.length < found.rows.length };
}

function touchedPassage(
	lines: readonly Line[],
	termId: string,
	wrong: TermMatcher,
	all: TermMatcher,
): TouchedPassage[] {
	const sources = lines.filter(({ side }) => side === "source");
	const named = sources.flatMap(({ text }) => {
		const places = all.inSource(text).filter(({ term }) => term.id === termId);
		return places.length > 0 ? [{ text, places: places.map(({ start, end }) => ({ start, end })) }] : [];
	});
	const [source] = named;
	const [first] = lines;
	if (!source || !first) return [];
	const texts = lines.flatMap(({ side, id, text, version }): TouchedText[] => {
		const rewording = side === "target" ? rewordingOf(text, wrong, all) : null;
		return rewording ? [{ id, version, before: text, places: rewording.places, text: rewording.text }] : [];
	});
	if (texts.length === 0) return [];
	return [
		{ id: first.passage, index: 0, state: first.state, source: source.text, places: source.places, texts },
	];
}
