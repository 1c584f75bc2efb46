/** A workbench without a screen, and a server that applies what it is sent: another person works at it directly. */
import { vi } from "vitest";
import type { SegmentEditor } from "#app/_workbench/editor/segment-editor.ts";
import { Desk } from "#app/_workbench/store/desk.ts";
import { followOthers } from "#app/_workbench/store/others.ts";
import { restore } from "#app/_workbench/store/restore.ts";
import { type KeptDraft, type KeptRequest, memoryKeep } from "#app/_workbench/sync/kept.ts";
import type { News } from "#app/_workbench/sync/live-stream.ts";
import { applyLocally } from "#app/_workbench/sync/local.ts";
import { RowCache } from "#app/_workbench/sync/row-cache.ts";
import type {
	HistoryEntry,
	OperationBody,
	RowWindow,
	WireRevision,
	WireRow,
} from "#app/_workbench/sync/wire.ts";
import { paper } from "./paper.ts";
import { head, row, segment } from "./rows.ts";

const documentId = "document00001";

/** Ids are as long as real ones. */
export const idOf = (name: string) => name.padEnd(14, "0");

/** One passage for each list: its renderings are called `a`, `b`, … through all of them. */
export function passages(...lists: readonly (readonly string[])[]): WireRow[] {
	let next = 0;
	return lists.map((texts, index) => ({
		...row(index),
		id: idOf(`row${index}`),
		source: [segment(idOf(`s${index}`), "source", `原文${index}。`)],
		target: texts.map((text) => segment(idOf(String.fromCharCode(97 + next++)), "target", text)),
	}));
}

class Served {
	readonly #rows: RowCache;
	readonly log: WireRevision[] = [];
	readonly #histories: (HistoryEntry & { segment: string })[] = [];
	#number = 1;
	reachable = true;

	constructor(rows: readonly WireRow[]) {
		this.#rows = new RowCache(rows.length);
		this.#rows.place({ rows });
	}

	get rows(): WireRow[] {
		return Array.from({ length: this.#rows.total }, (_, i) => this.#rows.at(i)).filter(
			(one) => one !== undefined,
		);
	}

	get window(): RowWindow {
		const rows = this.rows.map((one, index) => ({ ...one, index }));
		return { headNumber: this.#number, orderNumber: 1, total: rows.length, offset: 0, rows };
	}

	/** What a page gets at first. */
	beginning(count: number): RowWindow {
		return { ...this.window, rows: this.window.rows.slice(0, count) };
	}

	segment(name: string) {
		return this.rows.flatMap(({ source, target }) => [...source, ...target]).find(({ id }) => id === name);
	}

	apply(operation: OperationBody, name: string): Response {
		const named = typeof operation["segment"] === "string" ? this.segment(operation["segment"]) : undefined;
		if (operation.type === "edit" && !named)
			return Response.json({ key: "refusals.segment-gone", values: {} }, { status: 422 });
		if (named && operation.type === "edit" && named.version !== operation["version"]) {
			const values = { current: named.text, version: named.version };
			return Response.json({ key: "conflict", values }, { status: 409 });
		}
		if (named && operation.type === "edit" && named.text === operation["text"])
			return Response.json({ key: "refusals.nothing-changed", values: {} }, { status: 422 });
		const number = this.#number + 1;
		const context = { number, order: 1, description: head(0).description, by: name, at: "" };
		const change = applyLocally(this.#rows, operation, null, context);
		if (!change) throw new Error(`does not apply: ${JSON.stringify(operation)}`);
		this.#number = number;
		const actor = { id: name === "Lin" ? "me" : name, name };
		this.log.push({ number, at: "", actor, type: operation.type, operation, undoes: null });
		const texts = named && operation.type === "edit" ? { before: named.text, after: named.text } : null;
		const entry = { number, at: "", actor, type: operation.type, undoes: null };
		this.#histories.unshift({
			...entry,
			...(texts ?? { before: null, after: null }),
			segment: named?.id ?? "",
		});
		const replaced = this.rows.slice(change.start, change.start + change.now);
		const answer = { number, headNumber: number, orderNumber: 1, reload: false };
		return Response.json({ ...answer, replaced: replaced.map(({ id }) => id), rows: replaced });
	}

	read(path: string): unknown {
		if (path.includes("/blame")) {
			const found = this.segment(/segments\/(\w+)/.exec(path)?.[1] ?? "");
			if (!found) throw new Error("404");
			return { texts: [{ segment: found.id, text: found.text, version: found.version }], writers: [] };
		}
		if (path.includes("/history"))
			return { entries: this.#histories.filter((one) => path.includes(one.segment)), notes: [] };
		const around = /around=(\w+)/.exec(path)?.[1];
		if (around && !this.rows.some(({ id }) => id === around)) throw new Error("404");
		if (!path.includes("/revisions")) return this.window;
		const since = Number(/since=(\d+)/.exec(path)?.[1] ?? 0);
		const limit = Number(/limit=(\d+)/.exec(path)?.[1] ?? 500);
		const revisions = this.log.filter(({ number }) => number > since).slice(0, limit);
		return { headNumber: this.#number, revisions };
	}
}

interface Left {
	/** What an earlier page left on the device. */
	readonly drafts?: readonly KeptDraft[];
	readonly requests?: readonly KeptRequest[];
	/** Passages that the page gets at first. */
	readonly loaded?: number;
	/** The server that the earlier page worked with. */
	readonly at?: Served;
}

export function served(rows: readonly WireRow[], left?: Left) {
	const server = left?.at ?? new Served(rows);
	const said: string[] = [];
	const keep = memoryKeep(left?.drafts, left?.requests);
	const desk = new Desk({
		head: head(rows.length),
		window: server.beginning(left?.loaded ?? rows.length),
		passage: null,
		person: { id: "me", name: "Lin" },
		aligners: ["length"],
		fetch: async (_path, init) => {
			if (!server.reachable) throw new TypeError("no network");
			return server.apply((JSON.parse(String(init?.body)) as { operation: OperationBody }).operation, "Lin");
		},
		read: async <Body>(path: string) => {
			if (!server.reachable) throw new TypeError("no network");
			return server.read(path) as Body;
		},
	});
	const editor = paper();
	desk.editor = editor as unknown as SegmentEditor;
	desk.say = (key) => said.push(key);
	let tell: (news: News) => void = () => undefined;
	const following = followOthers(desk, {
		goLive: (_, told) => {
			tell = told;
			return { wake() {}, stop() {} };
		},
		isVisible: () => true,
		reached: () => undefined,
	});
	if (!left) desk.openKeep(keep);
	const rest = () => vi.advanceTimersByTimeAsync(5_000);
	return {
		desk,
		editor,
		keep,
		said,
		server,
		rest,
		/** Opens a sentence as a click does. */
		enter(name: string) {
			const holder = desk.data.rows.rows();
			for (const one of holder)
				if (one.target.some(({ id }) => id === idOf(name)))
					desk.go({ passage: one.id, side: "target", segment: idOf(name) }, { mode: "review" });
		},
		type(text: string, caret = text.length) {
			editor.text = text;
			editor.caret = caret;
			desk.typed(text);
		},
		/** What somebody else does. */
		other(operation: OperationBody) {
			const answer = server.apply(operation, "Amara");
			if (!answer.ok) throw new Error(`Amara cannot: ${JSON.stringify(operation)}`);
		},
		/** The network is there again; what happened meanwhile is heard before, or after, what waits is sent. */
		async back(heardFirst = false) {
			server.reachable = true;
			const number = server.log.at(-1)?.number ?? 1;
			if (heardFirst)
				tell({ kind: "head", document: documentId, number, since: 1, revisions: server.log.slice() });
			desk.data.queue.wake();
			await vi.advanceTimersByTimeAsync(60_000);
			following.now();
			await rest();
		},
		restored: () => restore(desk, keep),
		texts: () => server.rows.map(({ target }) => target.map(({ text }) => text)),
	};
}
