/** Makes a document of a whole log: what its saves would have written, in bulk. `duizhao verify` holds both to one oracle. */
import { canonicalJson, type Json } from "#lib/core/document/canonical.ts";
import type { Row, Side } from "#lib/core/document/model.ts";
import type { Applied } from "#lib/core/document/operations/contract.ts";
import { freshIds, type Operation } from "#lib/core/document/operations/registry.ts";
import { evenRanks } from "#lib/core/document/rank.ts";
import { Replica } from "#lib/core/document/replica.ts";
import { insertCodes, insertNotes } from "./carried.ts";
import { historiesOf } from "./histories.ts";
import { LogRows } from "./log-rows.ts";
import { BrokenLog, type LogLine } from "./replay.ts";
import { SideOrder } from "./side-order.ts";
import { type PackedSnapshot, packSnapshot, writeSnapshots } from "./take-snapshot.ts";
import type { Target } from "./target.ts";
import { weighed } from "./weigh.ts";
import { insertSegments } from "./write.ts";

const idsOf = (rows: readonly Row[]): string[] =>
	rows.flatMap((row) => [row.id, ...row.source.map(({ id }) => id), ...row.target.map(({ id }) => id)]);

export class Rebuilding {
	readonly replica = new Replica();
	readonly #target: Omit<Target, "number">;
	readonly #log: LogRows;
	readonly #orders = { source: new SideOrder(), target: new SideOrder() };
	/** Ids that are not there, by the revision that took them away. */
	readonly #gone = new Map<string, number>();
	readonly #snapshots: PackedSnapshot[] = [];
	#weight = { number: 0, weight: 0, logSince: 0 };

	/** The document's own row is there already. */
	constructor(target: Omit<Target, "number">) {
		this.#target = target;
		this.#log = new LogRows(target);
	}

	/** Throws `BrokenLog` where the revision does not lead on from those before it. */
	async add(line: LogLine, operation: Operation): Promise<void> {
		const { number } = line;
		const before = this.replica.rowsFor(operation);
		if (!before) throw new BrokenLog(number, "row-changed");
		if (line.undoes === null && freshIds(operation).some((id) => this.#gone.has(id)))
			throw new BrokenLog(number, "id-used");
		const aside = this.#furniture();
		const applied = this.replica.apply(operation);
		if ("refused" in applied) throw new BrokenLog(number, applied.refused);
		if (canonicalJson(applied.inverse as unknown as Json) !== line.inverse)
			throw new BrokenLog(number, "inverse");
		this.#follow(number, before, applied.rows, aside);
		this.#place(operation);
		await this.#log.add(line, historiesOf(operation, before, applied), applied);
		await this.#carry(number, applied);
		this.#weigh(line, before.length);
	}

	/** Everything that is not the log; the document's head included. */
	async finish(hash: string): Promise<void> {
		const { client, documentId } = this.#target;
		await this.#log.flush();
		await this.#writeRows();
		await client.query(
			`INSERT INTO "RetiredId" ("documentId", "id", "number") SELECT $1, entry.* FROM unnest($2::text[], $3::integer[]) AS entry`,
			[documentId, [...this.#gone.keys()], [...this.#gone.values()]],
		);
		await writeSnapshots(client, this.#target, this.#snapshots);
		const { title, publishedOn, publisher, byline, sourceLanguage, targetLanguage, origins, labels } =
			this.replica.description;
		await client.query(
			`UPDATE "Document" SET "headNumber" = $2, "headHash" = $3, "orderNumber" = $4, "weight" = $5, "logSince" = $6,
				"title" = $7, "publishedOn" = $8, "publisher" = $9, "byline" = $10, "sourceLanguage" = $11, "targetLanguage" = $12,
				"origins" = $13, "labels" = $14 WHERE "id" = $1`,
			[
				documentId,
				this.replica.number,
				hash,
				this.replica.order,
				this.#weight.weight,
				this.#weight.logSince,
				title,
				publishedOn,
				publisher,
				byline,
				sourceLanguage,
				targetLanguage,
				JSON.stringify(origins),
				JSON.stringify(labels),
			],
		);
		await client.query("SELECT refresh_statistics(), refresh_log_statistics()");
	}

	#furniture(): string[] {
		return [...this.replica.furniture("source"), ...this.replica.furniture("target")].map(({ id }) => id);
	}

	#follow(number: number, before: readonly Row[], after: readonly Row[], aside: readonly string[]): void {
		const [old, now] = [idsOf(before), new Set(idsOf(after))];
		const asideNow = new Set(this.#furniture());
		for (const id of [...old, ...aside]) if (!now.has(id) && !asideNow.has(id)) this.#gone.set(id, number);
		if (this.#gone.size > 0) for (const id of [...now, ...asideNow]) this.#gone.delete(id);
	}

	/** The order of a side as it came, furniture included. */
	#place(operation: Operation): void {
		if (operation.type === "import")
			for (const side of ["source", "target"] as const)
				this.#orders[side].come(operation[side].map(([id]) => id));
		if (operation.type === "attach") this.#orders[operation.side].come(operation.segments.map(([id]) => id));
		if (operation.type === "update" && operation.furniture)
			this.#orders[operation.side].behind(
				new Map(operation.furniture.after.map(([after, { id }]) => [id, after])),
				this.#body(operation.side),
				this.replica.furniture(operation.side).map(({ id }) => id),
			);
	}

	#body(side: Side): string[] {
		return this.replica.rows().flatMap((row) => row[side].map(({ id }) => id));
	}

	async #carry(number: number, { codes, notes }: Applied<Operation>): Promise<void> {
		await insertCodes({ ...this.#target, number }, codes ?? []);
		await insertNotes({ ...this.#target, number }, notes ?? []);
	}

	/** A snapshot wherever one would have been asked for. */
	#weigh({ number, operation, inverse, hash }: LogLine, rows: number): void {
		const { weight, logSince, due } = weighed(this.#weight, operation, inverse, rows);
		this.#weight = { number, weight, logSince };
		if (!due) return;
		const packed = packSnapshot(this.replica, hash);
		this.#snapshots.push(packed);
		this.#weight.weight = packed.weight;
	}

	async #writeRows(): Promise<void> {
		const { client, documentId, projectId } = this.#target;
		const rows = this.replica.rows();
		const standings = rows.map((row) => this.replica.standing(row));
		await client.query(
			`INSERT INTO "Passage" ("documentId", "projectId", "id", "rank", "state", "withoutSource", "link", "confidence")
			SELECT $1, $2, entry.* FROM unnest($3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::double precision[]) AS entry`,
			[
				documentId,
				projectId,
				rows.map(({ id }) => id),
				evenRanks(rows.length),
				standings.map(({ state }) => state),
				standings.map(({ withoutSource }) => withoutSource),
				standings.map(({ link }) => link),
				standings.map(({ confidence }) => confidence),
			],
		);
		for (const side of ["source", "target"] as const) {
			const furniture = this.replica.furniture(side);
			const line = this.#orders[side].woven(
				this.#body(side),
				furniture.map(({ id }) => id),
			);
			const ranks = evenRanks(line.length);
			const placed = [
				...rows.flatMap(({ id, [side]: segments }) =>
					segments.map((segment) => ({ segment, passageId: id as string | null })),
				),
				...furniture.map((segment) => ({ segment, passageId: null })),
			];
			const places = new Map(line.map((id, i) => [id, ranks[i] ?? ""]));
			await insertSegments({ ...this.#target, number: this.replica.number }, placed, places);
		}
	}
}
