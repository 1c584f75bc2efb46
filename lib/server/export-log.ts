/** A document's whole log as a file that proves itself: see lib/core/document/log-line.ts. */
import {
	type LogEnd,
	type LogHeader,
	type LogRevision,
	logFormat,
	logVersion,
} from "#lib/core/document/log-line.ts";
import { contentDisposition, fileName } from "#lib/core/formats/file-name.ts";
import { type Actor, requireDocument } from "./access.ts";
import { pool } from "./db.ts";
import { AppError } from "./errors.ts";
import { readLog } from "./revision-log/replay.ts";

export interface ExportedLog {
	/** Line after line, each with its line break, read from the database as they are asked for. */
	readonly lines: AsyncGenerator<string, void>;
	readonly revisions: number;
	readonly disposition: string;
}

/** Of the log as it is now: what is written meanwhile is not in it. */
export async function exportLog(actor: Actor, documentId: string): Promise<ExportedLog> {
	await requireDocument(actor, documentId, "document.export");
	return await logOf(documentId);
}

/** The same for a caller who is known to be allowed to. */
export async function logOf(documentId: string): Promise<ExportedLog> {
	const found = await pool().query<{ title: string; headNumber: number; headHash: string; logId: string }>(
		`SELECT "title", "headNumber", "headHash", coalesce("logId", "id") AS "logId" FROM "Document" WHERE "id" = $1`,
		[documentId],
	);
	const [head] = found.rows;
	if (!head) throw new AppError("not-found", "notFound");
	const { title, headNumber, headHash, logId } = head;
	const people = await peopleOf(documentId, headNumber);
	const header: LogHeader = {
		format: logFormat,
		version: logVersion,
		document: logId,
		title,
		revisions: headNumber,
		exportedAt: new Date().toISOString(),
		people,
	};
	return {
		lines: linesOf(documentId, header, { end: true, revisions: headNumber, hash: headHash }),
		revisions: headNumber,
		disposition: contentDisposition(fileName(title, { suffix: " log", extension: "jsonl" })),
	};
}

async function peopleOf(documentId: string, until: number): Promise<LogHeader["people"]> {
	const found = await pool().query<{ id: string; name: string | null }>(
		`SELECT a."id", u."name" FROM (
			SELECT DISTINCT "actorId" AS "id" FROM "Revision" WHERE "documentId" = $1 AND "number" <= $2
		) AS a LEFT JOIN "User" u ON u."id" = a."id" ORDER BY a."id"`,
		[documentId, until],
	);
	return found.rows.map(({ id, name }) => ({ id, name: name?.trim() || id }));
}

async function* linesOf(documentId: string, header: LogHeader, end: LogEnd): AsyncGenerator<string, void> {
	yield lineOf(header);
	for await (const line of readLog(pool(), documentId, end.revisions)) {
		const { number, at, actorId, undoes, operation, inverse, hash } = line;
		const revision = { number, at: at.toISOString(), actor: actorId, undoes, operation, inverse, hash };
		yield lineOf(revision satisfies LogRevision);
	}
	yield lineOf(end);
}

const lineOf = (value: object) => `${JSON.stringify(value)}\n`;
