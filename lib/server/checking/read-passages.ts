/**
 * Has the English of passages read that was not read yet. It takes several times as long as all checks together, so it
 * comes after them, in a job: what else is found is told before.
 */
import type { EnglishRemark } from "#lib/core/qa/contract.ts";
import { type Spelling, spellingOf } from "#lib/core/qa/english/spelling.ts";
import type { Remark } from "#lib/core/qa/english/trusted.ts";
import type { Checker } from "#lib/core/qa/run-checks.ts";
import type { CheckSettings } from "#lib/core/qa/settings.ts";
import { pool } from "#lib/server/db.ts";
import { readEnglish } from "#lib/server/read-english.ts";
import type { Watch } from "#lib/server/threads/in-thread.ts";
import { loadPassages } from "./load-passages.ts";
import { lookAt, type NamedChecker } from "./look-at.ts";
import { isReadable, keptRemarks, namesFor, type Remarks } from "./remarks.ts";
import type { CheckedHead } from "./rules.ts";

/** Passages between two writes: half a second of reading. */
const partSize = 100;

/** Where the project has switched off all that it would tell, nothing is read. */
export const wantsReading = ({ reading }: Checker, settings: CheckSettings): boolean =>
	reading.some((id) => !settings.off.some(({ check, key }) => check === id && key === null));

/** Safe to run twice. A text that somebody writes meanwhile is left for the next time. Returns how many texts were read. */
export async function readPassages(
	head: CheckedHead,
	rules: NamedChecker,
	{ progress, signal }: Watch = {},
): Promise<number> {
	const passages = await unreadIn(head.id);
	let count = 0;
	for (let first = 0; first < passages.length; first += partSize) {
		const part = passages.slice(first, first + partSize);
		const read = await readNew(head, part, signal);
		count += read.size;
		await lookAt(head, rules, part, { read, signal });
		progress?.(Math.min(first + partSize, passages.length), passages.length);
		signal?.throwIfAborted();
	}
	return count;
}

async function readNew(
	head: CheckedHead,
	passages: readonly string[],
	signal: AbortSignal | undefined,
): Promise<Remarks> {
	const [nameOf, kept] = await Promise.all([namesFor(head), keptRemarks(head, passages)]);
	const loaded = await loadPassages(head, passages);
	const texts = loaded.flatMap(({ passage }) => passage.target.map(({ text }) => text)).filter(isReadable);
	const unread = new Map(texts.map((text): [string, string] => [nameOf(text), text]));
	for (const name of kept.keys()) unread.delete(name);
	const remarks = await readEach([...unread.values()], spellingOf(head.targetLanguage), signal);
	return new Map(
		[...unread.keys()].map((name, i): [string, readonly EnglishRemark[]] => [
			name,
			(remarks[i] ?? []).slice(0, mostRemarks),
		]),
	);
}

/** A text at which the reader breaks has no remarks, so that the job does not break at it again and again. */
async function readEach(
	texts: readonly string[],
	spelling: Spelling,
	signal: AbortSignal | undefined,
): Promise<Remark[][]> {
	try {
		return await readEnglish({ texts, spelling }, { ...(signal && { signal }) });
	} catch {
		signal?.throwIfAborted();
		if (texts.length === 1) return [[]];
		const middle = Math.ceil(texts.length / 2);
		const before = await readEach(texts.slice(0, middle), spelling, signal);
		return [...before, ...(await readEach(texts.slice(middle), spelling, signal))];
	}
}

/** More on one text helps nobody. */
const mostRemarks = 200;

async function unreadIn(documentId: string): Promise<string[]> {
	const found = await pool().query<{ id: string }>(
		`SELECT p."id" FROM "CheckedPassage" c JOIN "Passage" p ON p."documentId" = c."documentId" AND p."id" = c."passageId"
		WHERE c."documentId" = $1 AND c."unread" ORDER BY p."rank"`,
		[documentId],
	);
	return found.rows.map(({ id }) => id);
}

/** How many passages of these documents wait for a reader. */
export async function unreadOf(documents: readonly string[]): Promise<number> {
	if (documents.length === 0) return 0;
	const found = await pool().query<{ count: number }>(
		`SELECT count(*)::int AS "count" FROM "CheckedPassage" c
		JOIN "Passage" p ON p."documentId" = c."documentId" AND p."id" = c."passageId"
		WHERE c."documentId" = ANY($1) AND c."unread"`,
		[documents],
	);
	return found.rows[0]?.count ?? 0;
}
