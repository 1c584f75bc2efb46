import { api, Problem } from "#app/_ui/api.ts";
import type { WholeThread, WholeThreads, WireThread } from "#lib/core/comments/wire.ts";
import { newId } from "../sync/new-id.ts";
import type { DraftName } from "./comment-drafts.ts";
import { type CommentTarget, filtered } from "./comment-state.ts";
import type { Desk } from "./desk.ts";
import { currentIndex, goToPassage } from "./travel.ts";

type Body = Readonly<Record<string, unknown>>;

/** Begins a comment on what is selected, else on the sentence or the passage one is on. */
export function beginComment(desk: Desk): void {
	const target = targetNow(desk);
	if (!target) return;
	desk.typing.save();
	const { comments } = desk;
	const left = comments.drafts.get("new");
	const writing = left?.text && left.target ? left.target : target;
	if (comments.state.writing === null) {
		desk.editor?.blur(); // at once: the next key is the comment's
		desk.typedEarly.begin("lines");
	}
	comments.set({ writing, chosen: null, asked: comments.state.asked + 1 });
}

/** Closes the box; what was typed stays for the next time. */
export function leaveComment(desk: Desk): void {
	desk.comments.set({ writing: null });
	desk.focus();
}

function targetNow(desk: Desk): CommentTarget | null {
	const { place, mode } = desk.state.get();
	const row = desk.row();
	if (!place || !row) return null;
	const segment = desk.segment();
	const { passage, side } = place;
	if (!segment) return { passage, side, segment: null, span: null };
	const chosen = mode === "review" ? selectedInEditor(desk) : null;
	if (chosen) return { passage, side, segment: segment.id, span: chosen };
	return selectedOnPage(desk) ?? { passage, side, segment: segment.id, span: null };
}

function selectedInEditor(desk: Desk): CommentTarget["span"] {
	if (!desk.editor) return null;
	const { from, to } = desk.editor.view.state.selection.main;
	return from === to ? null : { start: from, end: to, quote: desk.editor.text.slice(from, to) };
}

/** Text that is chosen in a plain row; the row need not be the active one. */
function selectedOnPage(desk: Desk): CommentTarget | null {
	const selection = typeof window === "undefined" ? null : window.getSelection();
	if (!selection || selection.isCollapsed) return null;
	const range = selection.getRangeAt(0);
	const element = range.commonAncestorContainer;
	const parent = element instanceof Element ? element : element.parentElement;
	const segment = parent?.closest<HTMLElement>("[data-segment]");
	const passage = parent?.closest<HTMLElement>("[data-passage]")?.dataset["passage"];
	const side =
		parent?.closest<HTMLElement>("[data-side]")?.dataset["side"] === "source" ? "source" : "target";
	const id = segment?.dataset["segment"];
	if (!segment || !passage || !id) return null;
	const ahead = range.cloneRange();
	ahead.selectNodeContents(segment);
	ahead.setEnd(range.startContainer, range.startOffset);
	const quote = range.toString();
	const start = ahead.toString().length;
	const known = desk.data.rows.row(passage)?.[side].find((one) => one.id === id);
	if (quote === "" || !known) return null;
	return { passage, side, segment: id, span: { start, end: start + quote.length, quote } };
}

/** Posts what is written under a name; answers whether the server has it. The text stays until then. */
export async function post(
	desk: Desk,
	name: DraftName,
	make: (key: string) => { readonly path: string; readonly body: Body },
): Promise<boolean> {
	const { drafts } = desk.comments;
	const kept = drafts.get(name);
	const { path, body } = make(kept?.key ?? newId());
	const answer = await send(desk, path, body);
	if (!answer) return false;
	drafts.set(name, null);
	return true;
}

/** Sends something said; says why where it cannot be. */
export async function send(desk: Desk, path: string, body: Body): Promise<WholeThreads | null> {
	try {
		const answer = await api<WholeThreads>(`/documents/${desk.options.head.id}${path}`, {
			method: "POST",
			body,
		});
		desk.comments.take(answer);
		return answer;
	} catch (error) {
		desk.say(problemKey(error), {}, { tone: "error" });
		if (error instanceof Problem && error.status === 401) desk.data.queue.interrupt("signed-out");
		return null;
	}
}

const problemKey = (error: unknown) => (error instanceof Problem ? error.key : "unexpected");

/** Resolves a thread, or opens it again. */
export async function settle(desk: Desk, thread: WireThread): Promise<void> {
	const kind = thread.state === "resolved" ? "reopen" : "resolve";
	await send(desk, `/comments/${thread.id}/entries`, { key: newId(), kind });
}

/** Goes to the passage a thread is about, and shows it. */
export async function goToThread(desk: Desk, thread: WireThread, focus = false): Promise<void> {
	const { anchor } = thread;
	const { asked } = desk.comments.state;
	if (anchor) {
		// While texts are edited only a rendering is opened: a source is corrected on purpose.
		const side = desk.state.get().mode === "align" ? anchor.side : "target";
		const segment = side === anchor.side && anchor.segment ? { segment: anchor.segment } : {};
		await goToPassage(desk, anchor.passage, { side, ...segment, focus });
	}
	desk.comments.set({ chosen: thread.id, writing: null, asked: asked + 1 });
	if (thread.mentionsMe)
		await api(`/documents/${desk.options.head.id}/comments/${thread.id}/seen`, { method: "POST" }).catch(
			() => undefined,
		);
}

/** The next or previous open thread from the passage one is on, in the order of the document. */
export async function goToComment(desk: Desk, direction: 1 | -1): Promise<void> {
	const { comments } = desk;
	const open = filtered(comments.state.threads, "open").filter(({ anchor }) => anchor !== null);
	const here = currentIndex(desk);
	const at = open.findIndex(({ id }) => id === comments.state.chosen);
	const beside = at >= 0 && open[at]?.anchor?.index === here ? open[at + direction] : undefined;
	const index = (thread: WireThread) => thread.anchor?.index ?? 0;
	const next =
		direction > 0
			? (beside ?? open.find((thread) => index(thread) > here) ?? open[0])
			: (beside ?? open.findLast((thread) => index(thread) < here) ?? open.at(-1));
	if (!next) desk.say("noComments", {}, { tone: "success" });
	else await goToThread(desk, next, true);
}

/** What came of deciding: the texts, where somebody has to choose between them. */
export type Decision = "done" | "failed" | { readonly current: string; readonly version: number };

/** Accepts or rejects a suggestion. Accepting writes the text on the server, so what is typed here goes first. */
export async function decide(
	desk: Desk,
	thread: WholeThread,
	accept: boolean,
	chosen: { readonly text: string; readonly version: number } | null = null,
): Promise<Decision> {
	desk.typing.save();
	await desk.data.queue.whenIdle();
	const { head } = desk.options;
	try {
		const path = `/documents/${head.id}/suggestions/${thread.id}`;
		const body = { key: newId(), accept, chosen };
		desk.comments.take(await api<WholeThreads>(path, { method: "POST", body }));
	} catch (error) {
		if (error instanceof Problem && error.status === 409) return bothTexts(error);
		desk.say(problemKey(error), {}, { tone: "error" });
		return "failed";
	}
	if (accept) desk.lookNow();
	desk.say(accept ? "suggestionAccepted" : "suggestionRejected", {}, { tone: "success" });
	return "done";
}

function bothTexts({ values }: Problem): Decision {
	const { current, version } = values;
	return typeof current === "string" && typeof version === "number" ? { current, version } : "failed";
}

/** Decides about the first open suggestion of the passage one is on. */
export async function decideHere(desk: Desk, accept: boolean): Promise<void> {
	const [thread] = desk.comments.suggested;
	if (!thread) return desk.say("noSuggestion");
	const decision = await decide(desk, thread, accept);
	if (typeof decision === "object") desk.comments.set({ conflict: { thread: thread.id, ...decision } });
	desk.focus();
}
