/** Joins the workbench to the page: its database, the log of others' changes, the network, leaving the page. */

import { Problem } from "#app/_ui/api.ts";
import { firstRowThere, load } from "../first-row.ts";
import { holdPage, indexedKeep } from "../sync/indexed-keep.ts";
import { memoryKeep } from "../sync/kept.ts";
import { newId } from "../sync/new-id.ts";
import type { DocumentHead, WireOutline } from "../sync/wire.ts";
import { autoConfirmKey, type Desk, stripKey } from "./desk.ts";
import { keepCaret, recallCaret } from "./left-caret.ts";
import type { Following, FollowingOptions } from "./others.ts";
import { restore } from "./restore.ts";
import { wroteKey } from "./wrote.ts";

/** The outline is asked for again when work has rested this long; of a long document seldom, for its words are counted anew. */
const outlineRest = 1_500;
const longDocument = 5_000;
const longOutlineRest = 30_000;

/** Begins; answers how to end. */
export function beginSession(desk: Desk): () => void {
	const { head, person, read } = desk.options;
	const ending = new AbortController();
	const root = `/documents/${head.id}`;
	desk.state.set({
		strip: localStorage.getItem(stripKey) === "on",
		wrote: localStorage.getItem(wroteKey) === "on",
		autoConfirm: localStorage.getItem(autoConfirmKey) === "on",
	});
	recallCaret(desk);
	desk.outlineChanged = keepOutline(desk, () => read<WireOutline>(`${root}/outline`), ending.signal);
	desk.settlement.headChanged = () => void refreshHead(desk);
	const following = followFromFirstRow(desk, {
		isVisible: () => document.visibilityState === "visible",
		reached: (error) => showReach(desk, error),
	});
	desk.lookNow = () => following.now();
	const page = newId();
	const release = holdPage(page);
	void departure(head.id)
		.then(() => indexedKeep(person.id, head.id, page))
		.catch(() => memoryKeep())
		.then((keep) => restore(desk, keep));
	listen(desk, following, ending.signal);
	desk.presence.begin(page, ending.signal);
	desk.news.begin(ending.signal);
	desk.findings.begin(ending.signal);
	desk.elsewhere.begin(ending.signal);
	void countWork(desk, ending.signal);
	desk.comments.begin(ending.signal);
	desk.faults.begin(ending.signal);
	desk.terms.begin(ending.signal);
	return () => {
		ending.abort();
		following.stop();
		keepCaret(desk);
		desk.typing.leave();
		const idle = desk.data.queue.whenIdle().then(release);
		departures.set(head.id, { idle, stop: () => desk.data.queue.stop() });
	};
}

/** What is done is counted from the first row on. */
async function countWork(desk: Desk, signal: AbortSignal): Promise<void> {
	await firstRowThere;
	const { keepTally } = await load(() => import("./keep-tally.ts"));
	if (!signal.aborted) keepTally(desk, signal);
}

/** What others do is heard from the first row on; what they did before is asked for then. */
function followFromFirstRow(desk: Desk, options: Omit<FollowingOptions, "goLive">): Following {
	let following: Following | null = null;
	let over = false;
	const code = () => Promise.all([import("./others.ts"), import("../sync/live.ts")]);
	void firstRowThere
		.then(() => load(code))
		.then(([{ followOthers }, { goLive }]) => {
			if (!over) following = followOthers(desk, { ...options, goLive: goLive(desk.options.person.id) });
		});
	return {
		now: () => following?.now(),
		wake: () => following?.wake(),
		stop() {
			over = true;
			following?.stop();
		},
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

function listen(desk: Desk, following: Following, signal: AbortSignal): void {
	const { queue } = desk.data;
	const back = () => {
		queue.interrupt(null);
		following.wake();
	};
	window.addEventListener("online", back, { signal });
	window.addEventListener("offline", () => queue.interrupt("offline"), { signal });
	window.addEventListener("focus", () => queue.wake(), { signal });
	window.addEventListener(
		"pagehide",
		() => {
			keepCaret(desk);
			leavePage(desk);
		},
		{ signal },
	);
	document.addEventListener(
		"visibilitychange",
		() => {
			if (document.visibilityState === "hidden") leavePage(desk);
			else {
				queue.setLeaving(false);
				following.now();
			}
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
