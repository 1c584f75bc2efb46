/** Writers who each correct a rendering of their own, one save after the other, for some seconds. */

import type { Actor } from "#lib/server/access.ts";
import { newId } from "#lib/server/new-id.ts";
import type { PostOperation } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { posterTo } from "#tests/setup/over-http.ts";
import type { Timings } from "./figures.ts";

/** A rendering and its version as its writer knows it. */
interface Post {
	readonly segment: string;
	version: number;
}

/** A document with one rendering for each writer. */
export interface Desk {
	readonly documentId: string;
	readonly posts: readonly Post[];
}

/** Sends a save and answers the number of the revision that it made. */
export type Save = (documentId: string, input: PostOperation) => Promise<number>;

/** Over HTTP, with a cookie, to the web process there. */
export function saveOverHttp(origin: string, cookie: string): Save {
	const post = posterTo(origin, cookie);
	return async (documentId, input) => {
		const { status, body } = await post(`/documents/${documentId}/operations`, input);
		if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body).slice(0, 300)}`);
		return (body as { number: number }).number;
	};
}

export async function deskOf(actor: Actor, documentId: string, writers: number): Promise<Desk> {
	const { rows } = await readWindow(actor, documentId, { limit: writers });
	const posts = rows.flatMap((row) =>
		row.target.slice(0, 1).map(({ id, version }) => ({ segment: id, version })),
	);
	return { documentId, posts };
}

/** One save by this writer; the wording differs from the one before. */
export async function saveOnce(
	save: Save,
	{ documentId, posts }: Desk,
	writer: number,
): Promise<{ number: number; key: string }> {
	const post = posts[writer];
	if (!post) throw new RangeError(`no rendering for writer ${writer}`);
	const key = newId();
	const text = `The harbour opened ${post.version} berths this morning, and the pilots went out at ${key}.`;
	const operation = {
		type: "edit",
		v: 1,
		segment: post.segment,
		version: post.version,
		text,
		as: null,
	} as const;
	post.version = await save(documentId, { key, operation });
	return { number: post.version, key };
}

/** Every writer saves, each time in a document chosen at random, until the time is over. */
export async function keepSaving(
	save: Save,
	desks: readonly Desk[],
	writers: number,
	seconds: number,
): Promise<Timings> {
	const milliseconds: number[] = [];
	const begin = performance.now();
	const end = begin + seconds * 1_000;
	const write = async (writer: number) => {
		for (let now = performance.now(); now < end; ) {
			const desk = desks[Math.floor(Math.random() * desks.length)];
			if (desk) await saveOnce(save, desk, writer);
			const after = performance.now();
			milliseconds.push(after - now);
			now = after;
		}
	};
	await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
	return { perSecond: (milliseconds.length * 1_000) / (performance.now() - begin), milliseconds };
}
