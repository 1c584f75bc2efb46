/** Changes of documents as server-sent events. */
import { z } from "zod";
import { can, isRole } from "#lib/server/access.ts";
import { pool } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import type { Session } from "#lib/server/session.ts";
import { type Follower, hub } from "./hub.ts";

/** Documents of one stream: those that somebody has open in one browser. */
const mostDocuments = 20;
/** A browser that does not read for so long is let go; it comes back and asks for what it missed. */
const mostUnread = 1024 * 1024; // bytes

const Ids = z
	.string()
	.regex(/^[0-9A-Za-z]{1,64}(,[0-9A-Za-z]{1,64})*$/)
	.refine((text) => text.split(",").length <= mostDocuments)
	.transform((text) => [...new Set(text.split(","))]);
export const LiveQuery = z.strictObject({ documents: Ids });

/** Those of the documents that the person may read; throws `not-found` where there is none. */
async function readableOf({ actor }: Session, documents: readonly string[]): Promise<Set<string>> {
	const found = await pool().query<{ id: string; role: string }>(
		`SELECT d."id", m."role" FROM "Document" d
		JOIN "Project" p ON p."id" = d."projectId" AND p."deletedAt" IS NULL
		JOIN "Membership" m ON m."projectId" = p."id" AND m."userId" = $2
		WHERE d."id" = ANY($1) AND d."deletedAt" IS NULL`,
		[documents, actor.userId],
	);
	const members = found.rows.filter(({ role }) => isRole(role));
	if (members.length === 0) throw new AppError("not-found", "notFound");
	const readable = members.filter(({ role }) => isRole(role) && can(role, "document.read"));
	if (readable.length === 0) throw new AppError("forbidden", "forbidden");
	return new Set(readable.map(({ id }) => id));
}

/**
 * Events: `head` {document, number, and where they are few: since, revisions}, `people` {document, people}, `comments` {document}, `gone`
 * {document} where one may not read it (any more), `beat` every few seconds, and `end` {reason} before the last byte.
 */
export async function followDocuments(session: Session, documents: readonly string[]): Promise<Response> {
	hub().requireRoom(session);
	const readable = await readableOf(session, documents);
	const gone = documents.filter((id) => !readable.has(id));
	return new Response(eventStream(session, readable, gone), {
		headers: {
			"content-type": "text/event-stream; charset=utf-8",
			// `no-transform` keeps Next, and proxies that heed it, from compressing, which would hold events back.
			"cache-control": "no-store, no-transform",
			"x-accel-buffering": "no",
		},
	});
}

/** Nothing is held for an answer that nobody reads: all begins with the first read. */
function eventStream(
	session: Session,
	documents: Set<string>,
	gone: readonly string[],
): ReadableStream<Uint8Array> {
	let follower: Follower | null = null;
	const begin = (controller: ReadableStreamDefaultController<Uint8Array>) => {
		const encoder = new TextEncoder();
		const made: Follower = {
			session,
			documents,
			send(event, data) {
				if (follower !== made) return;
				controller.enqueue(encoder.encode(`event: ${event}\ndata: ${data}\n\n`));
				if (-(controller.desiredSize ?? 0) > mostUnread) made.end("behind");
			},
			end(reason) {
				if (follower !== made) return;
				controller.enqueue(encoder.encode(`event: end\ndata: {"reason":"${reason}"}\n\n`));
				follower = null;
				hub().leave(made);
				controller.close();
			},
		};
		follower = made;
		made.send("beat", "{}");
		for (const id of gone) made.send("gone", JSON.stringify({ document: id }));
		return hub()
			.enter(made)
			.catch(() => made.end("restarting"));
	};
	let begun = false;
	return new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				if (begun) return;
				begun = true;
				void begin(controller);
			},
			cancel() {
				if (follower) hub().leave(follower);
				follower = null;
			},
		},
		new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
	);
}
