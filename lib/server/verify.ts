/** Proof that a document's rows are what its log says: chain, replay and every stored row. */

import type { ClientBase } from "pg";
import { canonicalJson, type Json } from "#lib/core/document/canonical.ts";
import type { OtherVersion, Segment, Side } from "#lib/core/document/model.ts";
import type { Replica } from "#lib/core/document/replica.ts";
import { chainHash } from "./revision-log/chain.ts";
import { loadRows } from "./revision-log/load.ts";
import { BrokenLog, replayLog } from "./revision-log/replay.ts";
import { SnapshotProof } from "./revision-log/snapshot-proof.ts";
import { inTransaction } from "./revision-log/transaction.ts";

/** The largest number that a revision can have. */
const wholeLog = 2_147_483_647;

/** One place where log and rows differ; `key` names the sentence in the command line's catalogue. */
export interface Discrepancy {
	readonly documentId: string;
	readonly key:
		| "missing"
		| "chain"
		| "type"
		| "inverse"
		| "replay"
		| "rows"
		| "passage"
		| "standing"
		| "segment"
		| "furniture"
		| "head"
		| "description"
		| "snapshot";
	readonly values: Readonly<Record<string, string | number>>;
}

export interface Verified {
	readonly documentId: string;
	readonly revisions: number;
	readonly passages: number;
	readonly discrepancies: readonly Discrepancy[];
}

/** Ids of all documents that are not deleted for good. */
export async function allDocuments(): Promise<string[]> {
	return await inTransaction(async (client) => {
		const found = await client.query<{ id: string }>(`SELECT "id" FROM "Document" ORDER BY "id"`);
		return found.rows.map((row) => row.id);
	});
}

interface StoredHead {
	logId: string | null;
	headNumber: number;
	headHash: string;
	orderNumber: number;
	title: string;
	publishedOn: string | null;
	publisher: string | null;
	byline: string | null;
	sourceLanguage: string;
	targetLanguage: string;
	origins: Json;
	labels: Json;
}

/** Reads log and rows of one moment, so that it may run beside people who work. */
export async function verifyDocument(documentId: string): Promise<Verified> {
	return await inTransaction(async (client) => {
		await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
		await client.query("SET LOCAL statement_timeout = 0");
		const head = (await client.query<StoredHead>(`SELECT * FROM "Document" WHERE "id" = $1`, [documentId]))
			.rows[0];
		const found: Discrepancy[] = [];
		const report = (key: Discrepancy["key"], values: Discrepancy["values"] = {}) =>
			found.push({ documentId, key, values });
		if (!head) {
			report("missing");
			return { documentId, revisions: 0, passages: 0, discrepancies: found };
		}
		const snapshots = await SnapshotProof.of(client, documentId);
		const replica = await replayChecked(client, documentId, head, snapshots, report);
		if (replica) for (const number of await snapshots.wrong(client)) report("snapshot", { number });
		const passages = replica ? await compareRows(client, documentId, replica, report) : 0;
		if (replica) compareHead(head, replica, report);
		return { documentId, revisions: head.headNumber, passages, discrepancies: found };
	});
}

type Report = (key: Discrepancy["key"], values?: Discrepancy["values"]) => void;

async function replayChecked(
	client: ClientBase,
	documentId: string,
	head: StoredHead,
	snapshots: SnapshotProof,
	report: Report,
): Promise<Replica | null> {
	let hash = "";
	let number = 0;
	try {
		const replica = await replayLog(client, documentId, wholeLog, {
			// Before it is read: what was changed is named as such, whether it still makes sense or not.
			seen: (line) => {
				number += 1;
				if (line.number !== number) throw new BrokenLog(number, "missing");
				hash = chainHash(hash, { ...line, logId: head.logId ?? documentId });
				if (hash !== line.hash) throw new BrokenLog(number, "chain");
			},
			done: ({ line, operation, applied }, now) => {
				if (operation.type !== line.type) report("type", { number });
				if (canonicalJson(applied.inverse as unknown as Json) !== line.inverse) report("inverse", { number });
				snapshots.look(now);
			},
		});
		if (hash !== head.headHash || number !== head.headNumber)
			report("head", { number, head: head.headNumber });
		return replica;
	} catch (error) {
		if (!(error instanceof BrokenLog))
			report("replay", { number, reason: error instanceof Error ? error.name : "unknown" });
		else
			report(error.reason === "chain" ? "chain" : "replay", { number: error.number, reason: error.reason });
		return null;
	}
}

async function compareRows(
	client: ClientBase,
	documentId: string,
	replica: Replica,
	report: Report,
): Promise<number> {
	const stored = (await loadRows(client, documentId, { kind: "all" })).rows;
	const told = replica.rows();
	if (stored.length !== told.length) report("rows", { stored: stored.length, told: told.length });
	for (const [i, row] of told.entries()) {
		const there = stored[i];
		if (there?.row.id !== row.id) {
			report("passage", { index: i + 1, passage: row.id });
			continue;
		}
		for (const side of ["source", "target"] as const) compareSegments(row[side], there.row[side], report);
		const standing = replica.standing(row);
		if (JSON.stringify(ordered(standing)) !== JSON.stringify(ordered(there.standing)))
			report("standing", { index: i + 1, passage: row.id });
	}
	await compareFurniture(client, documentId, replica, report);
	return told.length;
}

const spelled = (segment: Segment | undefined) => canonicalJson((segment ?? null) as unknown as Json);
const ordered = (value: object) => Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));

function compareSegments(told: readonly Segment[], stored: readonly Segment[], report: Report): void {
	for (let i = 0; i < Math.max(told.length, stored.length); i++) {
		if (spelled(told[i]) !== spelled(stored[i])) {
			report("segment", { segment: told[i]?.id ?? stored[i]?.id ?? "" });
		}
	}
}

async function compareFurniture(
	client: ClientBase,
	documentId: string,
	replica: Replica,
	report: Report,
): Promise<void> {
	const found = await client.query<Omit<Segment, "other"> & { other: OtherVersion | null }>(
		`SELECT "id", "side", "kind", "paragraphStart", "text", "version", "draft", "origin", "other" FROM "Segment"
		WHERE "documentId" = $1 AND "passageId" IS NULL ORDER BY "side", "rank"`,
		[documentId],
	);
	for (const side of ["source", "target"] satisfies Side[]) {
		const stored = found.rows
			.filter((segment) => segment.side === side)
			.map(({ other, ...segment }): Segment => (other ? { ...segment, other } : segment));
		const told = replica.furniture(side);
		const differs =
			stored.length !== told.length || told.some((segment, i) => spelled(segment) !== spelled(stored[i]));
		if (differs) report("furniture", { side });
	}
}

function compareHead(head: StoredHead, replica: Replica, report: Report): void {
	if (head.orderNumber !== replica.order) report("head", { number: replica.number, head: head.headNumber });
	const { title, publishedOn, publisher, byline, sourceLanguage, targetLanguage, origins, labels } = head;
	const stored = { title, publishedOn, publisher, byline, sourceLanguage, targetLanguage, origins, labels };
	if (canonicalJson(stored) !== canonicalJson(replica.description as unknown as Json)) report("description");
}
