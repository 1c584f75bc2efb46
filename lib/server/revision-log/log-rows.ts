/** Revisions with their facts, lineage and places in histories, written many at a time. */
import type { ClientBase } from "pg";
import type { Fact } from "#lib/core/document/model.ts";
import type { Applied, LineageEntry } from "#lib/core/document/operations/contract.ts";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import type { Histories } from "./histories.ts";
import type { LogLine } from "./replay.ts";

/** Lines of all kinds after which what was gathered is written. */
const batch = 5_000;

interface Numbered {
	readonly number: number;
	readonly ordinal: number;
}

export class LogRows {
	readonly #to: { readonly client: ClientBase; readonly documentId: string; readonly projectId: string };
	#lines: LogLine[] = [];
	#facts: (Fact & Numbered)[] = [];
	#lineage: (LineageEntry & Numbered)[] = [];
	#histories: { readonly segment: string; readonly number: number; readonly ordinal: number | null }[] = [];

	constructor(to: { readonly client: ClientBase; readonly documentId: string; readonly projectId: string }) {
		this.#to = to;
	}

	async add(line: LogLine, { segments, ordinals }: Histories, applied: Applied<Operation>): Promise<void> {
		const { number } = line;
		this.#lines.push(line);
		for (const [ordinal, fact] of (applied.facts ?? []).entries())
			this.#facts.push({ ...fact, number, ordinal });
		for (const [ordinal, entry] of (applied.lineage ?? []).entries())
			this.#lineage.push({ ...entry, number, ordinal });
		for (const [i, segment] of segments.entries())
			this.#histories.push({ segment, number, ordinal: ordinals?.[i] ?? null });
		const gathered = this.#lines.length + this.#facts.length + this.#histories.length;
		if (gathered >= batch) await this.flush();
	}

	async flush(): Promise<void> {
		await this.#writeLines();
		await this.#writeFacts();
		await this.#writeLineage();
		await this.#writeHistories();
	}

	async #writeLines(): Promise<void> {
		const { client, documentId, projectId } = this.#to;
		const lines = this.#lines;
		this.#lines = [];
		if (lines.length === 0) return;
		await client.query(
			`INSERT INTO "Revision" ("documentId", "projectId", "number", "actorId", "at", "type", "operation", "inverse", "hash", "undoes")
			SELECT $1, $2, entry.* FROM unnest($3::integer[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[], $10::integer[]) AS entry`,
			[
				documentId,
				projectId,
				lines.map(({ number }) => number),
				lines.map(({ actorId }) => actorId),
				lines.map(({ at }) => at),
				lines.map(({ type }) => type),
				lines.map(({ operation }) => operation),
				lines.map(({ inverse }) => inverse),
				lines.map(({ hash }) => hash),
				lines.map(({ undoes }) => undoes),
			],
		);
	}

	async #writeFacts(): Promise<void> {
		const facts = this.#facts;
		this.#facts = [];
		if (facts.length === 0) return;
		await this.#to.client.query(
			`INSERT INTO "Fact" ("documentId", "number", "ordinal", "kind", "source", "target", "standing", "confidence")
			SELECT $1, entry.* FROM unnest($2::integer[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::double precision[]) AS entry`,
			[
				this.#to.documentId,
				facts.map(({ number }) => number),
				facts.map(({ ordinal }) => ordinal),
				facts.map(({ kind }) => kind),
				facts.map(({ source }) => source),
				facts.map(({ target }) => target),
				facts.map(({ standing }) => standing),
				facts.map(({ confidence }) => confidence),
			],
		);
	}

	async #writeLineage(): Promise<void> {
		const lineage = this.#lineage;
		this.#lineage = [];
		if (lineage.length === 0) return;
		await this.#to.client.query(
			`INSERT INTO "Lineage" ("documentId", "number", "ordinal", "fromId", "fromAt", "toId", "toAt")
			SELECT $1, entry.* FROM unnest($2::integer[], $3::integer[], $4::text[], $5::integer[], $6::text[], $7::integer[]) AS entry`,
			[
				this.#to.documentId,
				lineage.map(({ number }) => number),
				lineage.map(({ ordinal }) => ordinal),
				lineage.map(({ fromId }) => fromId),
				lineage.map(({ fromAt }) => fromAt),
				lineage.map(({ toId }) => toId),
				lineage.map(({ toAt }) => toAt),
			],
		);
	}

	async #writeHistories(): Promise<void> {
		const histories = this.#histories;
		this.#histories = [];
		if (histories.length === 0) return;
		await this.#to.client.query(
			`INSERT INTO "RevisionSegment" ("documentId", "segmentId", "number", "ordinal")
			SELECT $1, entry.* FROM unnest($2::text[], $3::integer[], $4::integer[]) AS entry`,
			[
				this.#to.documentId,
				histories.map(({ segment }) => segment),
				histories.map(({ number }) => number),
				histories.map(({ ordinal }) => ordinal),
			],
		);
	}
}
