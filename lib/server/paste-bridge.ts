/** Filling passages that have no rendering with what came back from elsewhere: shown first, then done as one revision. */
import type { PoolClient } from "pg";
import { z } from "zod";
import { type Pasted, readPasted } from "#lib/core/bridge/read-pasted.ts";
import { withoutEcho } from "#lib/core/bridge/without-echo.ts";
import { lineOf } from "#lib/core/bridge/write-numbered.ts";
import { isBlank } from "#lib/core/document/facts.ts";
import type { Origin, Row } from "#lib/core/document/model.ts";
import { maxSegments } from "#lib/core/document/operations/contract.ts";
import type { Fill } from "#lib/core/document/operations/fill.ts";
import { isSameOrigin, OriginSchema } from "#lib/core/document/operations/side.ts";
import type { BridgePreview, Listed } from "#lib/core/document/wire.ts";
import { checkText } from "#lib/core/text/wellformed.ts";
import type { Actor } from "./access.ts";
import { joined, numberingOf } from "./copy-empty.ts";
import { AppError } from "./errors.ts";
import { startJob } from "./jobs.ts";
import { newId } from "./new-id.ts";
import { RequestKey, reloading, type Saved } from "./operations.ts";
import { type DocumentHead, documentHead } from "./passages.ts";
import { appendOperation } from "./revision-log/append.ts";
import { loadRows, type StoredRow } from "./revision-log/load.ts";
import { beyondRequest, type Head, inTransaction, onDocument } from "./revision-log/transaction.ts";
import type { Watch } from "./threads/in-thread.ts";

const PassageNumber = z.int().min(1).max(maxSegments);

export const PasteBack = z.strictObject({
	key: RequestKey,
	/** What came back, as it is. */
	text: z.string(),
	/** Numbers of the passages that were copied, from–to; absent: all that have no rendering. */
	copied: z
		.array(z.tuple([PassageNumber, PassageNumber]))
		.max(maxSegments)
		.optional(),
	/** The numbering under which they were copied: refused where passages were merged, divided or moved since. */
	numbering: z.string().max(64).optional(),
	/** Where the renderings come from. */
	origin: OriginSchema.default({ kind: "unknown" }),
	/** Only show what would be filled. */
	preview: z.boolean().default(false),
});
export type PasteBack = z.infer<typeof PasteBack>;

/** What came of it, for a client that loads its window again. */
export interface Filled extends Saved {
	readonly filled: number;
	/** Passages for which a line came, but which somebody had filled by then: they stay as they are. */
	readonly skipped: number;
}

/** Passages from which on a job does it. */
const longDocument = 2_000;
/** Lines and numbers of each kind that the preview shows. */
const mostShown = 100;

/** Shows or does it; in a long document a job does. */
export async function requestFill(
	actor: Actor,
	documentId: string,
	input: PasteBack,
): Promise<BridgePreview | Filled | { jobId: string }> {
	const { projectId, passages } = await fillable(actor, documentId);
	const check = checkText(input.text);
	if (!check.ok) throw new AppError("invalid", check.key, { line: check.line, column: check.column });
	if (!input.preview && passages > longDocument)
		return { jobId: await startJob(actor, projectId, "paste-bridge", { documentId, input }) };
	return input.preview
		? await previewFill(actor, documentId, input)
		: await fillNow(actor, documentId, input);
}

async function fillable(actor: Actor, documentId: string): Promise<DocumentHead> {
	const head = await documentHead(actor, documentId);
	if (!head.permissions.includes("rendering.edit")) throw new AppError("forbidden", "forbidden");
	return head;
}

interface Plan {
	readonly pasted: Pasted;
	/** Passages to be filled, with their texts. */
	readonly lines: readonly { readonly number: number; readonly row: Row; readonly text: string }[];
	/** Passages for which a line came although they have a rendering. */
	readonly taken: readonly number[];
	/** Lines that are still the source. */
	readonly untranslated: readonly number[];
}

const isEmpty = ({ row, standing }: StoredRow) =>
	standing.state === "empty" &&
	standing.link !== "confirmed" &&
	row.source.some(({ text }) => !isBlank(text));

/** Read against the passages as they are now, so that whatever was typed meanwhile stays. */
function planFill(rows: readonly StoredRow[], input: PasteBack, language: string): Plan {
	if (input.numbering !== undefined && input.numbering !== numberingOf(rows.map(({ row }) => row.id)))
		throw new AppError("conflict", "passagesMoved");
	const empty = new Set(rows.flatMap((row, i) => (isEmpty(row) ? [i + 1] : [])));
	const copied = input.copied ? numbersIn(input.copied, rows.length) : [...empty];
	const known = [...new Set([...copied, ...empty])].toSorted((a, b) => a - b);
	const pasted = readPasted(input.text, known, copied);
	const came = pasted.lines.flatMap(({ number, text }) => {
		const row = rows[number - 1]?.row;
		return row ? [{ number, row, text: echoless(row, text, language) }] : [];
	});
	const lines = came.filter(({ number }) => empty.has(number));
	const taken = [...came, ...pasted.extra].flatMap(({ number }) =>
		number !== null && number >= 1 && number <= rows.length && !empty.has(number) ? [number] : [],
	);
	const same = lines.filter(({ row, text }) => isSource(row, text, language));
	const untranslated = new Set(same.map(({ number }) => number));
	return {
		pasted: { ...pasted, missing: pasted.missing.filter((number) => empty.has(number)) },
		lines: lines.filter(({ number }) => !untranslated.has(number)),
		taken: [...new Set(taken)],
		untranslated: [...untranslated],
	};
}

function numbersIn(ranges: readonly (readonly [number, number])[], most: number): number[] {
	const numbers = new Set<number>();
	for (const [from, to] of ranges)
		for (let number = from; number <= Math.min(to, most); number++) numbers.add(number);
	return [...numbers].toSorted((a, b) => a - b);
}

const han = /\p{Script=Han}/u;
const sourceOf = (row: Row, language: string) =>
	lineOf(
		joined(
			row.source.map(({ text }) => text),
			language,
		),
	);

const echoless = (row: Row, text: string, language: string) =>
	han.test(text) ? withoutEcho(text, sourceOf(row, language)) : text;

/** As when what was copied is pasted back as it is. */
const isSource = (row: Row, text: string, language: string) =>
	han.test(text) && text === sourceOf(row, language);

async function previewFill(actor: Actor, documentId: string, input: PasteBack): Promise<BridgePreview> {
	const { sourceLanguage } = (await fillable(actor, documentId)).description;
	const loaded = await inTransaction(async (client) => {
		await beyondRequest(client);
		return await loadRows(client, documentId, { kind: "all" });
	});
	const { pasted, lines, taken, untranslated } = planFill(loaded.rows, input, sourceLanguage);
	const told = new Set(taken);
	return {
		filled: lines.length,
		parallel: pasted.lines.some(({ how }) => how === "parallel"),
		missing: listed(pasted.missing),
		extra: listed(pasted.extra.filter(({ number }) => number === null || !told.has(number))),
		outOfOrder: listed(pasted.outOfOrder),
		repeated: listed(pasted.repeated),
		taken: listed(taken),
		untranslated: listed(untranslated),
		problems: pasted.problems.slice(0, mostShown),
		samples: lines.slice(0, mostShown).map(({ number, row, text }) => ({
			number,
			source: sourceOf(row, sourceLanguage),
			text,
		})),
	};
}

const listed = <Item>(items: readonly Item[]): Listed<Item> => ({
	count: items.length,
	first: items.slice(0, mostShown),
});

/** One undoable revision; whatever has a rendering by then stays as it is. */
export async function fillNow(
	actor: Actor,
	documentId: string,
	input: PasteBack,
	{ signal }: Watch = {},
): Promise<Filled> {
	await fillable(actor, documentId);
	return await onDocument(actor, documentId, input.key, async (client, head) => {
		if (head.repeated !== null) return await repeated(client, head, head.repeated);
		await beyondRequest(client);
		const loaded = await loadRows(client, documentId, { kind: "all" });
		signal?.throwIfAborted();
		const { lines, taken } = planFill(loaded.rows, input, head.description.sourceLanguage);
		if (lines.length === 0) throw new AppError("refused", "nothingToFill");
		const writing = { actorId: actor.userId, at: new Date(), undoes: null, requestKey: input.key };
		const result = await appendOperation(client, head, filling(lines, input.origin, head), writing, loaded);
		if ("refused" in result) throw new AppError("refused", `refusals.${result.refused}`, result.values ?? {});
		const { number, order } = result.head;
		return { ...reloading(number, number, order), filled: lines.length, skipped: taken.length };
	});
}

function filling(lines: Plan["lines"], origin: Origin, { description: { origins } }: Head): Fill {
	const known = origins.findIndex((one) => isSameOrigin(one, origin));
	const exactly = (segments: Row["source"]) =>
		segments.map(({ id, version }): [string, number] => [id, version]);
	return {
		type: "fill",
		v: 1,
		rows: lines.map(({ row: { id, source, target }, text }) => [
			id,
			exactly(source),
			exactly(target),
			target[0]?.id ?? newId(),
			text,
		]),
		origin: { at: known < 0 ? origins.length : known, is: origin },
		order: null,
		as: null,
	};
}

async function repeated(client: PoolClient, head: Head, number: number): Promise<Filled> {
	const found = await client.query<{ filled: string }>(
		`SELECT count(*) AS "filled" FROM "RevisionSegment" WHERE "documentId" = $1 AND "number" = $2`,
		[head.documentId, number],
	);
	const filled = Number(found.rows[0]?.filled ?? 0);
	return { ...reloading(number, head.number, head.order), filled, skipped: 0 };
}
