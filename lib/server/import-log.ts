/** Takes a log in that was exported elsewhere: a new document with every revision, person and date as they were. */
import type { PoolClient } from "pg";
import type { z } from "zod";
import { canonicalJson, type Json } from "#lib/core/document/canonical.ts";
import { LogEnd, LogHeader, LogRevision } from "#lib/core/document/log-line.ts";
import { type Operation, StoredOperation } from "#lib/core/document/operations/registry.ts";
import { linesIn, UnreadableLine } from "#lib/core/text/lines.ts";
import { type Actor, requireProject } from "./access.ts";
import { seatPeople } from "./elsewhere-people.ts";
import { newId } from "./new-id.ts";
import { chainHash } from "./revision-log/chain.ts";
import { Rebuilding } from "./revision-log/rebuild.ts";
import { BrokenLog } from "./revision-log/replay.ts";
import { beyondRequest, inTransaction } from "./revision-log/transaction.ts";

/** Bytes of a line; an import of 100,000 sentences is one. */
const longestLine = 256 * 1024 * 1024;

export const logProblems = [
	"notLog",
	"encoding",
	"long",
	"line",
	"number",
	"person",
	"undoes",
	"chain",
	"operation",
	"replay",
	"end",
	"afterEnd",
	"head",
] as const;

/** Why a file was not taken in; `key` names the sentence in the command line's catalogue. Nothing is kept of the file. */
export class LogRefused extends Error {
	override readonly name = "LogRefused";
	readonly line: number;
	readonly key: (typeof logProblems)[number];
	readonly reason: string;

	constructor(line: number, key: (typeof logProblems)[number], reason = "") {
		super(`line ${line}: ${key} ${reason}`);
		this.line = line;
		this.key = key;
		this.reason = reason;
	}
}

export interface ImportedLog {
	readonly documentId: string;
	readonly revisions: number;
	readonly passages: number;
	readonly people: number;
}

/** Throws `LogRefused` with the line that is not as it must be; then nothing was imported. */
export async function importLog(
	actor: Actor,
	projectId: string,
	file: AsyncIterable<Uint8Array>,
): Promise<ImportedLog> {
	await requireProject(actor, projectId, "document.import");
	const decoder = new TextDecoder("utf-8", { fatal: true });
	try {
		return await inTransaction(async (client) => {
			await beyondRequest(client);
			return await takeIn(client, actor, projectId, linesIn(file, decoder, longestLine));
		});
	} catch (error) {
		throw error instanceof UnreadableLine ? new LogRefused(error.line, error.reason) : error;
	}
}

async function takeIn(
	client: PoolClient,
	actor: Actor,
	projectId: string,
	lines: AsyncGenerator<string, void>,
): Promise<ImportedLog> {
	const first = await lines.next();
	const header = parsed(LogHeader, first.value ?? "");
	if (!header) throw new LogRefused(1, "notLog");
	const documentId = newId();
	await client.query(
		`INSERT INTO "Document" ("id", "projectId", "title", "sourceLanguage", "targetLanguage", "origins", "labels", "createdById",
			"logId", "broughtById", "broughtAt", "broughtUntil")
		VALUES ($1, $2, '', '', '', '[]', '[]', $3, $4, $3, now(), $5)`,
		[documentId, projectId, actor.userId, header.document, header.revisions],
	);
	await seatPeople(client, header.people);
	const reading = new Reading(header, new Rebuilding({ client, documentId, projectId }));
	for await (const line of lines) await reading.take(line);
	const { replica } = await reading.finish();
	return {
		documentId,
		revisions: replica.number,
		passages: replica.rows().length,
		people: header.people.length,
	};
}

class Reading {
	readonly #header: LogHeader;
	readonly #rebuilding: Rebuilding;
	readonly #people: ReadonlySet<string>;
	#line = 1;
	#number = 0;
	#hash = "";
	#ended = false;

	constructor(header: LogHeader, rebuilding: Rebuilding) {
		this.#header = header;
		this.#rebuilding = rebuilding;
		this.#people = new Set(header.people.map(({ id }) => id));
	}

	async take(text: string): Promise<void> {
		this.#line += 1;
		if (this.#ended) throw this.#refused("afterEnd");
		if (this.#number === this.#header.revisions) this.#end(text);
		else await this.#revision(text);
	}

	async finish(): Promise<Rebuilding> {
		this.#line += 1;
		if (!this.#ended) throw this.#refused("end");
		await this.#rebuilding.finish(this.#hash);
		return this.#rebuilding;
	}

	async #revision(text: string): Promise<void> {
		const said = parsed(LogRevision, text);
		if (!said) throw this.#refused("line");
		const number = this.#number + 1;
		if (said.number !== number) throw this.#refused("number");
		if (!this.#people.has(said.actor)) throw this.#refused("person", said.actor);
		if (said.undoes !== null && said.undoes >= number) throw this.#refused("undoes");
		const { actor: actorId, undoes, operation, inverse, hash } = said;
		const at = new Date(said.at);
		const link = { logId: this.#header.document, number, actorId, at, operation, inverse, undoes };
		if (chainHash(this.#hash, link) !== hash) throw this.#refused("chain");
		const done = operationIn(operation);
		if (!done) throw this.#refused("operation");
		const line = { number, actorId, at, type: done.type, operation, inverse, hash, undoes };
		try {
			await this.#rebuilding.add(line, done);
		} catch (error) {
			throw error instanceof BrokenLog ? this.#refused("replay", error.reason) : error;
		}
		this.#number = number;
		this.#hash = hash;
	}

	#end(text: string): void {
		const end = parsed(LogEnd, text);
		if (!end) throw this.#refused("line");
		if (end.revisions !== this.#number || end.hash !== this.#hash) throw this.#refused("head");
		this.#ended = true;
	}

	#refused(key: LogRefused["key"], reason?: string): LogRefused {
		return new LogRefused(this.#line, key, reason);
	}
}

function parsed<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | null {
	try {
		return schema.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null; // no JSON
	}
}

/** Null for what this release does not know, and for what is not written as the hash must cover it. */
function operationIn(text: string): Operation | null {
	try {
		const value: Json = JSON.parse(text);
		return canonicalJson(value) === text ? StoredOperation.parse(value) : null;
	} catch {
		return null;
	}
}
