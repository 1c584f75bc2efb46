/** What bringing an earlier version back changes, from the document and its log as they are at one moment. */
import type { PoolClient } from "pg";
import type { DocumentDescription, Row, Segment, Side } from "#lib/core/document/model.ts";
import type { LineageEntry } from "#lib/core/document/operations/contract.ts";
import { type Operation, StoredOperation } from "#lib/core/document/operations/registry.ts";
import type { Restore } from "#lib/core/document/operations/restore.ts";
import { type SetAside, stateOf } from "#lib/core/document/operations/update-side.ts";
import type { Replica } from "#lib/core/document/replica.ts";
import { planRestore, type RestorePlan } from "#lib/core/document/restoring/plan.ts";
import { AppError } from "./errors.ts";
import { newId } from "./new-id.ts";
import { documentAt } from "./revision-log/document-at.ts";
import { type Loaded, loadRows } from "./revision-log/load.ts";
import { presentAside } from "./update-furniture.ts";

/** Some passages, or a run of them from the first to the last. */
export type Meant = readonly string[] | { readonly from: string; readonly until: string };

export interface ToRestore {
	readonly documentId: string;
	readonly to: number;
	/** Absent: the whole document. */
	readonly passages?: Meant | undefined;
}

/** The document as the log's head says, under the lock or in one snapshot of the database. */
export interface Present {
	readonly number: number;
	readonly order: number;
	readonly description: DocumentDescription;
}

export interface Planned {
	readonly loaded: Loaded;
	readonly present: Present;
	readonly was: Replica;
	readonly plan: RestorePlan;
}

export async function planFor(
	client: PoolClient,
	{ documentId, to, passages }: ToRestore,
	present: Present,
): Promise<Planned> {
	if (to < 1 || to > present.number) throw new AppError("not-found", "noSuchVersion", { number: to });
	const loaded = await loadRows(client, documentId, { kind: "all" });
	const was = await documentAt(client, documentId, to);
	const rows = loaded.rows.map(({ row }) => row);
	const lineage = await client.query<LineageEntry>(
		`SELECT "fromId", "fromAt", "toId", "toAt" FROM "Lineage" WHERE "documentId" = $1 AND "number" > $2 ORDER BY "number", "ordinal"`,
		[documentId, to],
	);
	const furniture = passages ? undefined : await furnitureTo(client, documentId, present.order, was);
	const plan = planRestore({
		now: { number: present.number, rows, description: present.description },
		was: { number: to, rows: was.rows(), description: was.description },
		lineage: lineage.rows,
		passages: passages ? meantOf(rows, passages) : null,
		...(furniture && { furniture }),
		newId,
	});
	return { loaded, present, was, plan };
}

function meantOf(rows: readonly Row[], passages: Meant): Set<string> {
	const places = new Map(rows.map(({ id }, i) => [id, i]));
	const placeOf = (id: string) => {
		const place = places.get(id);
		if (place === undefined) throw new AppError("refused", "refusals.row-changed");
		return place;
	};
	if (!("from" in passages)) return new Set(passages.filter((id) => placeOf(id) >= 0));
	const [first, last] = [placeOf(passages.from), placeOf(passages.until)].toSorted((a, b) => a - b);
	return new Set(rows.slice(first, (last ?? 0) + 1).map(({ id }) => id));
}

async function furnitureTo(
	client: PoolClient,
	documentId: string,
	order: number,
	was: Replica,
): Promise<Restore["furniture"]> {
	const sides: NonNullable<Restore["furniture"]>["sides"] = [];
	for (const side of ["source", "target"] as const) {
		const before = await presentAside(client, documentId, side);
		const former = was.furniture(side);
		const same = before.map(([, { id }]) => id).join(" ") === former.map(({ id }) => id).join(" ");
		if (!same) sides.push({ side, before, after: await placedAside(client, documentId, side, former) });
	}
	return sides.length > 0 ? { order, sides } : undefined;
}

/** Behind what it stood when it came: nothing that is set aside is ever moved. */
async function placedAside(
	client: PoolClient,
	documentId: string,
	side: Side,
	segments: readonly Segment[],
): Promise<SetAside> {
	const found = await client.query<{ operation: string }>(
		`SELECT "operation" FROM "Revision" WHERE "documentId" = $1 AND "number" = ANY($2)`,
		[documentId, [...new Set(segments.map(({ version }) => version))]],
	);
	const anchors = new Map(
		found.rows.flatMap(({ operation }) => anchorsIn(StoredOperation.parse(JSON.parse(operation)), side)),
	);
	return segments.map((segment) => [anchors.get(segment.id) ?? null, stateOf(segment)]);
}

function anchorsIn(operation: Operation, side: Side): [string, string | null][] {
	if (operation.type === "update")
		return (operation.furniture?.after ?? []).map(([anchor, { id }]) => [id, anchor]);
	const written =
		operation.type === "import" ? operation[side] : operation.type === "attach" ? operation.segments : [];
	let last: string | null = null;
	return written.flatMap(([id, kind]): [string, string | null][] => {
		if (kind === "furniture") return [[id, last]];
		last = id;
		return [];
	});
}
