/** What a newer version of a side changes, worked out without the document's being locked. */
import type { PoolClient } from "pg";
import type { Bead, FixedBead } from "#lib/core/align/contract.ts";
import type { Origin, Row, Segment, Side, Standing } from "#lib/core/document/model.ts";
import { type Composed, compose } from "#lib/core/document/newer/compose.ts";
import { ImportedTexts } from "#lib/core/document/newer/imported-texts.ts";
import type { Gap, Pairing } from "#lib/core/document/newer/place.ts";
import {
	compareVersions,
	type NewerVersion,
	type NewSentence,
	type OldSentence,
} from "#lib/core/document/newer/version.ts";
import type { UpdateSide as UpdateOperation } from "#lib/core/document/operations/update-side.ts";
import { marks } from "#lib/core/formats/marked-text.ts";
import { shiftMarks } from "#lib/core/reading/cut-page.ts";
import { alignTexts, type SideTexts } from "./align-texts.ts";
import { confirmedExamples } from "./examples.ts";
import type { CutSide } from "./import-text.ts";
import { newId } from "./new-id.ts";
import type { DocumentHead } from "./passages.ts";
import { nextCode } from "./revision-log/carried.ts";
import { loadRows, type StoredRow } from "./revision-log/load.ts";
import { replayLog } from "./revision-log/replay.ts";
import { inTransaction } from "./revision-log/transaction.ts";
import { inThread, type Watch } from "./threads/in-thread.ts";
import type { VersionsTask } from "./threads/versions.ts";

export interface Planning {
	readonly side: Side;
	readonly cut: CutSide;
	readonly origin: Origin;
	readonly aligner: Parameters<typeof alignTexts>[0]["aligner"];
}

/** Everything that composing needs beside the rows as they are at that moment. */
export interface UpdatePlan {
	readonly head: DocumentHead;
	readonly rows: readonly StoredRow[];
	readonly firstCode: number;
	readonly sentences: readonly NewSentence[];
	readonly version: NewerVersion;
	readonly composed: Composed;
	composeNow(rows: readonly StoredRow[]): Composed;
}

/** Sentences of both versions above which a thread compares them. */
const shortComparison = 2_000;

export async function planUpdate(
	head: DocumentHead,
	{ side, cut, origin, aligner }: Planning,
	watch: Watch,
): Promise<UpdatePlan> {
	const { rows, bases, offered, firstCode } = await readPresent(head, side);
	const sentences = sentencesOf(cut, firstCode);
	const old = rows.flatMap(({ row }) =>
		row[side].map(({ id, text }): OldSentence => {
			return { id, base: bases.get(id) ?? null, typed: text, gone: offered.get(id) === null };
		}),
	);
	const version = await compareOutside({ old, now: sentences, language: cut.language }, watch);
	const pairs = new Map<string, readonly Pairing[]>();
	const at = head.description.origins.length;
	const composeNow = (now: readonly StoredRow[]) =>
		compose({
			side,
			rows: now.map(({ row, standing }) => ({ row, stands: isStanding(standing) })),
			version,
			baseOf: ({ id }) => bases.get(id) ?? null,
			offeredFor: ({ id }) => offered.get(id),
			pairsOf: (gap) => pairs.get(keyOf(gap)) ?? null,
			origin: side === "target" ? { at, is: origin } : null,
			newId,
		});
	const { gaps } = composeNow(rows);
	const found = gaps.length > 0 ? await alignGaps(head, { side, aligner }, gaps, watch) : [];
	for (const [i, gap] of gaps.entries()) pairs.set(keyOf(gap), found[i] ?? []);
	return { head, rows, firstCode, sentences, version, composed: composeNow(rows), composeNow };
}

/** Somebody confirmed, reviewed or approved the passage as it is. */
const isStanding = ({ state, link }: Standing) =>
	state === "reviewed" || state === "approved" || link === "confirmed";

/** The document as it is at one moment, and what its log says of the side. */
async function readPresent(head: DocumentHead, side: Side) {
	return await inTransaction(async (client) => {
		await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
		const { rows } = await loadRows(client, head.id, { kind: "all" });
		return {
			rows,
			bases: await importedTexts(client, head, side, rows),
			offered: await offeredTexts(client, head.id, side),
			firstCode: await nextCode(client, head.id),
		};
	});
}

const keyOf = ({ added, others }: Gap) =>
	`${added.map(({ sentence }) => sentence.id).join(" ")}|${others.map(({ id }) => id).join(" ")}`;

/** Furniture is in no passage; marks get the numbers that the document will know them by. */
function sentencesOf(cut: CutSide, firstCode: number): NewSentence[] {
	return cut.segments.map(({ kind, paragraphStart, text }) => ({
		id: newId(),
		kind,
		paragraphStart,
		text: shiftMarks(text, firstCode),
	}));
}

async function compareOutside({ old, now, language }: VersionsTask, watch: Watch): Promise<NewerVersion> {
	const counted = now.filter(({ kind }) => kind !== "furniture");
	if (old.length + now.length <= shortComparison) return compareVersions(old, counted, language);
	return await inThread<NewerVersion>(
		"versions",
		{ old, now: counted, language } satisfies VersionsTask,
		watch,
	);
}

/**
 * By segment: what was last imported of it. A draft says it for renderings; for sources the log does, which is read
 * only where somebody corrected one.
 */
async function importedTexts(
	client: PoolClient,
	{ id, description }: DocumentHead,
	side: Side,
	rows: readonly StoredRow[],
): Promise<Map<string, string | null>> {
	const segments = rows.flatMap(({ row }) => row[side]);
	if (side === "target") return new Map(segments.map((segment) => [segment.id, segment.draft]));
	const versions = [...new Set(segments.map(({ version }) => version))];
	const found = await client.query<{ last: number | null }>(
		`SELECT max("number") AS "last" FROM "Revision"
		WHERE "documentId" = $1 AND "number" = ANY($2) AND "type" NOT IN ('import', 'attach', 'update')`,
		[id, versions],
	);
	const last = found.rows[0]?.last ?? null;
	if (last === null) return new Map(segments.map((segment) => [segment.id, segment.text]));
	const texts = new ImportedTexts(side, description.sourceLanguage);
	await replayLog(client, id, last, { done: ({ operation, applied }) => texts.watch(operation, applied) });
	return new Map(segments.map((segment) => [segment.id, texts.of(segment)]));
}

/** By segment: what earlier re-imports that were not taken back offered in its place; null: nothing. */
async function offeredTexts(
	client: PoolClient,
	documentId: string,
	side: Side,
): Promise<Map<string, string | null>> {
	const found = await client.query<{ operation: string }>(
		`WITH RECURSIVE updates AS (
			SELECT "number", "operation" FROM "Revision" WHERE "documentId" = $1 AND "type" = 'update' AND "undoes" IS NULL
		), undoing AS (
			SELECT u."number" AS "first", r."number", 1 AS "depth" FROM updates u
			JOIN "Revision" r ON r."documentId" = $1 AND r."undoes" = u."number"
			UNION ALL
			SELECT u."first", r."number", u."depth" + 1 FROM undoing u
			JOIN "Revision" r ON r."documentId" = $1 AND r."undoes" = u."number"
		)
		SELECT "operation" FROM updates u
		WHERE coalesce((SELECT max("depth") FROM undoing d WHERE d."first" = u."number"), 0) % 2 = 0 ORDER BY "number"`,
		[documentId],
	);
	const offered = new Map<string, string | null>();
	for (const { operation } of found.rows) {
		const update = JSON.parse(operation) as UpdateOperation;
		if (update.side !== side) continue;
		for (const { id, other } of update.written) {
			if (other?.since !== null) offered.delete(id);
			else if (other.is === "newer") offered.set(id, other.text);
			else if (other.is === "gone") offered.set(id, null);
			else offered.delete(id);
		}
	}
	return offered;
}

/** Pairs what comes with what has no counterpart, gap by gap; the passages between them hold them apart. */
async function alignGaps(
	{ projectId, description }: DocumentHead,
	{ side, aligner }: Pick<Planning, "side" | "aligner">,
	gaps: readonly Gap[],
	watch: Watch,
): Promise<Pairing[][]> {
	const other = side === "source" ? "target" : "source";
	const units = { own: new Units(), other: new Units() };
	const fixed: { own: readonly [number, number]; other: readonly [number, number] }[] = [];
	const ranges = gaps.map(({ behind, added, others }) => {
		if (behind) fixed.push({ own: units.own.addRow(behind, side), other: units.other.addRow(behind, other) });
		const own = units.own.add(
			added.map(({ sentence }) => sentence),
			true,
		);
		return { own, others: units.other.add(others, true) };
	});
	const languages = { source: description.sourceLanguage, target: description.targetLanguage };
	const beads = await alignTexts(
		{
			aligner,
			source: (side === "source" ? units.own : units.other).texts(languages.source),
			target: (side === "source" ? units.other : units.own).texts(languages.target),
			fixed: fixed.map(
				({ own, other: across }): FixedBead =>
					side === "source" ? { source: own, target: across } : { source: across, target: own },
			),
			examples: await confirmedExamples(projectId, languages.source, languages.target),
		},
		watch,
	);
	return ranges.map(({ own, others }) =>
		beads.flatMap((bead) => {
			const pair = { own: bead[side], others: bead[other], confidence: bead.confidence };
			return isWithin(pair.own, own) && isWithin(pair.others, others) ? [pairing(pair, own, others)] : [];
		}),
	);
}

type Range = readonly [number, number];

/** An empty range belongs to wherever the other side of its bead lies. */
const isWithin = ([from, to]: Range, [first, end]: Range) => from >= first && to <= end;

const pairing = (
	{ own, others, confidence }: { own: Range; others: Range; confidence: Bead["confidence"] },
	[ownFirst]: Range,
	[otherFirst]: Range,
): Pairing => ({
	added: [own[0] - ownFirst, own[1] - ownFirst],
	others: [others[0] - otherFirst, others[1] - otherFirst],
	confidence,
});

/** The texts of one side as an aligner takes them. */
class Units {
	readonly #units: Pick<Segment, "kind" | "paragraphStart" | "text">[] = [];

	add(segments: readonly Pick<Segment, "kind" | "paragraphStart" | "text">[], each: boolean): Range {
		const from = this.#units.length;
		if (each) this.#units.push(...segments);
		else if (segments[0])
			this.#units.push({ ...segments[0], text: segments.map(({ text }) => text).join(" ") });
		return [from, this.#units.length];
	}

	addRow(row: Row, side: Side): Range {
		return this.add(row[side], false);
	}

	texts(language: string): SideTexts {
		return {
			texts: this.#units.map(({ text }) => text.replaceAll(marks, "")),
			starts: this.#units.flatMap(({ paragraphStart }, i) => (paragraphStart ? [i] : [])),
			kinds: this.#units.map(({ kind }) => kind),
			language,
		};
	}
}
