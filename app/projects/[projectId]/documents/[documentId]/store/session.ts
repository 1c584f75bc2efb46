/** Joins the workbench to the page: its database, the log of others' changes, the network, leaving the page. */

import { Problem } from "#app/_ui/api.ts";
import { type Desk, stripKey } from "./desk.ts";
import { holdPage, indexedKeep } from "./indexed-keep.ts";
import { memoryKeep } from "./kept.ts";
import { rowOfSegment } from "./local.ts";
import { newId } from "./new-id.ts";
import { restore } from "./restore.ts";
import { aboutDocument } from "./settlement.ts";
import { type RevisionsAnswer, watch } from "./watch.ts";
import type { DocumentHead, OperationBody, RowWindow, WireOutline } from "./wire.ts";

/** The outline is asked for again when work has rested this long; of a long document seldom, for its words are counted anew. */
const outlineRest = 1_500;
const longDocument = 5_000;
const longOutlineRest = 30_000;

/** Begins; answers how to end. */
export function beginSession(desk: Desk): () => void {
	const { head, person, read } = desk.options;
	const ending = new AbortController();
	const root = `/documents/${head.id}`;
	desk.state.set({ strip: localStorage.getItem(stripKey) === "on" });
	desk.outlineChanged = keepOutline(desk, () => read<WireOutline>(`${root}/outline`), ending.signal);
	desk.settlement.headChanged = () => void refreshHead(desk);
	const watching = watch({
		read: (since) => read<RevisionsAnswer>(`${root}/revisions?since=${since}&limit=200`),
		since: () => desk.data.taken,
		isBusy: () => desk.data.queue.requests.length > 0,
		isVisible: () => document.visibilityState === "visible",
		found: (answer) => takeIn(desk, answer),
		state: (error) => showReach(desk, error),
	});
	const page = newId();
	const release = holdPage(page);
	void departure(head.id)
		.then(() => indexedKeep(person.id, head.id, page))
		.catch(() => memoryKeep())
		.then((keep) => restore(desk, keep));
	listen(desk, ending.signal);
	desk.findings.begin(ending.signal);
	return () => {
		ending.abort();
		watching.stop();
		desk.typing.leave();
		const idle = desk.data.queue.whenIdle().then(release);
		departures.set(head.id, { idle, stop: () => desk.data.queue.stop() });
	};
}

/** Workbenches of this tab that were left with something still on its way. */
const departures = new Map<string, { readonly idle: Promise<void>; readonly stop: () => void }>();
/** An earlier workbench gets so long to send its last; then its successor takes over what is left. */
const departurePatience = 3_000;

async function departure(documentId: string): Promise<void> {
	const left = departures.get(documentId);
	if (!left) return;
	departures.delete(documentId);
	const timer = setTimeout(left.stop, departurePatience);
	await left.idle;
	clearTimeout(timer);
}

function keepOutline(desk: Desk, read: () => Promise<WireOutline>, signal: AbortSignal): () => void {
	let timer: ReturnType<typeof setTimeout> | null = null;
	const load = () => {
		timer = null;
		read().then(
			(outline) => !signal.aborted && desk.overview.setLetters(outline),
			() => !signal.aborted && later(outlineRest * 4),
		);
	};
	const later = (rest: number) => {
		if (timer) clearTimeout(timer);
		timer = setTimeout(load, rest);
	};
	signal.addEventListener("abort", () => timer && clearTimeout(timer));
	load();
	return () => {
		const { letters, rows } = desk.state.get();
		later(letters === null ? 0 : rows.total > longDocument ? longOutlineRest : outlineRest);
	};
}

function listen(desk: Desk, signal: AbortSignal): void {
	const { queue } = desk.data;
	window.addEventListener("online", () => queue.interrupt(null), { signal });
	window.addEventListener("offline", () => queue.interrupt("offline"), { signal });
	window.addEventListener("focus", () => queue.wake(), { signal });
	window.addEventListener("pagehide", () => leavePage(desk), { signal });
	document.addEventListener(
		"visibilitychange",
		() => {
			if (document.visibilityState === "hidden") leavePage(desk);
			else queue.setLeaving(false);
		},
		{ signal },
	);
	window.addEventListener(
		"beforeunload",
		(event) => {
			desk.typing.save();
			desk.typing.hurry();
			if (desk.state.get().unsaved || desk.turns.busy || queue.requests.length > 0) event.preventDefault();
		},
		{ signal },
	);
}

/** A page that rests learns from the log whether the server can be reached and the session lives. */
function showReach(desk: Desk, error: unknown): void {
	const { sync } = desk.state.get();
	if (error instanceof Problem && error.status === 401) desk.data.queue.interrupt("signed-out");
	else if (error === null && (sync.kind === "signed-out" || sync.kind === "offline"))
		desk.data.queue.interrupt(null);
}

function leavePage(desk: Desk): void {
	desk.data.queue.setLeaving(true);
	desk.typing.save();
	desk.typing.hurry();
}

async function refreshHead(desk: Desk): Promise<void> {
	const head = await desk.options.read<DocumentHead>(`/documents/${desk.options.head.id}`).catch(() => null);
	if (!head) return;
	desk.data.describe(head.description);
	desk.state.set({ head });
	if (!desk.twoSided && desk.state.get().mode === "align") desk.setMode("review");
}

/** What changes so much that the rows are read anew. */
const regrouping = new Set([
	"merge",
	"divide",
	"move",
	"shift",
	"realign",
	"swap",
	"insert",
	"remove",
	"attach",
	"detach",
	"import",
	"rewrite",
	"update",
	"fill",
	"clear",
]);

/** Others' revisions: their rows are loaded again, and shown as theirs. */
function takeIn(desk: Desk, { revisions }: RevisionsAnswer): void {
	const foreign = desk.data.takeIn(revisions);
	if (foreign.length === 0) return;
	const others = new Map(desk.state.get().others);
	const touched = new Set<string>();
	for (const { operation, actor } of foreign) {
		for (const passage of passagesIn(desk, operation)) {
			touched.add(passage);
			if (actor.id !== desk.options.person.id) others.set(passage, actor.name);
		}
	}
	desk.state.set({ others });
	if (foreign.some(({ type }) => aboutDocument.has(type))) void refreshHead(desk);
	if (foreign.some(({ type, operation }) => regrouping.has(type) || regrouping.has(operation.type))) {
		void desk.windows.restart(desk.state.get().place?.passage ?? null);
	} else {
		void refetch(desk, touched);
	}
	desk.outlineChanged();
}

/** The loaded passages that an operation names, by their own ids or by their segments'. */
function passagesIn(desk: Desk, operation: OperationBody): Set<string> {
	const { rows } = desk.data;
	const named = new Set<string>();
	JSON.stringify(operation, (_key, value: unknown) => {
		if (typeof value === "string" && /^[0-9A-Za-z]{12,24}$/.test(value)) named.add(value);
		return value;
	});
	const found = new Set<string>();
	for (const id of named) {
		const passage = rows.row(id) ? id : rowOfSegment(rows, id, null);
		if (passage) found.add(passage);
	}
	return found;
}

async function refetch(desk: Desk, passages: ReadonlySet<string>): Promise<void> {
	const { head, read } = desk.options;
	const offsets = new Set(
		[...passages]
			.map((passage) => Math.max(0, desk.data.rows.indexOf(passage)))
			.map((index) => index - (index % 20)),
	);
	for (const offset of offsets) {
		const window = await read<RowWindow>(`/documents/${head.id}/passages?offset=${offset}&limit=20`).catch(
			() => null,
		);
		if (window) desk.data.place(window);
	}
}
