import { edit } from "../sync/compose.ts";
import { fieldsOf, operationOf } from "../sync/edited.ts";
import type { KeptRequest } from "../sync/kept.ts";
import type { Instead } from "../sync/sync-queue.ts";
import type { RevisionsAnswer } from "../sync/watch.ts";
import type { Problem } from "../sync/wire.ts";
import { merge } from "./comparing.ts";
import type { Desk } from "./desk.ts";
import type { SentTexts } from "./sent-texts.ts";
import { sideOf, takeAlong } from "./take-along.ts";
import type { Conflict } from "./typing.ts";

/**
 * Two people's wordings of one sentence, one of which is on the server: they are merged, go into what became of the
 * sentence, or are put beside each other for a person to decide. Nothing of what was written is given up before.
 * `otherwise`: what is done with it where there is no other wording.
 */
export function meet(
	desk: Desk,
	sent: SentTexts,
	request: KeptRequest,
	problem: Problem,
	otherwise: () => void,
): Instead | null | Promise<null> {
	const operation = operationOf(request);
	const { passage } = request;
	if (operation?.type !== "edit" || passage === null) {
		otherwise();
		return null;
	}
	if (!problem.current) return goAlong(desk, sent, request, otherwise);
	const { segment, version: begun } = fieldsOf(operation);
	const { text: theirs, version } = problem.current;
	const base = request.before ?? "";
	const side = sideOf(desk, segment, passage);
	void desk.windows.refresh(passage, desk.data);
	const merged = mergedHere(desk, sent, request, { text: theirs, version }, desk.language(side));
	if (merged !== null) {
		void isOwn(desk, version).then((own) => desk.say(own ? "mergedOwn" : "merged", {}, { tone: "success" }));
		return { operation: edit(segment, version, merged), before: theirs };
	}
	return goAlong(desk, sent, request, () =>
		showBoth(desk, segment, begun, { passage, side, base, mine: sent.mine(request), theirs, version }),
	);
}

/** Both wordings in one, in the editor too where it goes on from what was sent; null where they touch. */
function mergedHere(
	desk: Desk,
	sent: SentTexts,
	request: KeptRequest,
	{ text: theirs, version }: { readonly text: string; readonly version: number },
	language: string,
): string | null {
	const { segment } = fieldsOf(operationOf(request) ?? { type: "" });
	const text = sent.lastSent(request);
	const goesOn = sent.goesOn(request);
	const both = merge(request.before ?? "", text, theirs, language);
	if (both.kind === "conflict") return null;
	const merging = { sent: text, merged: both.text, stand: request.stand, theirs, version };
	const inEditor = desk.typing.merged(segment, goesOn, merging);
	if (inEditor === null) return null;
	if (goesOn) desk.editor?.replace(inEditor);
	return both.text;
}

/** The sentence may be another one by now, or two: what was written goes on there, or else a person decides. */
async function goAlong(
	desk: Desk,
	sent: SentTexts,
	request: KeptRequest,
	otherwise: () => void,
): Promise<null> {
	const { segment, version } = fieldsOf(operationOf(request) ?? { type: "" });
	const { passage, before } = request;
	const written = { segment, version, base: before ?? "", passage: passage ?? "" };
	if (!(await takeAlong(desk, written, () => sent.mine(request)))) otherwise();
	return null;
}

/** `begun`: the version that mine was written on. */
function showBoth(desk: Desk, segment: string, begun: number, both: Conflict): void {
	const { passage, base, mine } = both;
	const draft = { segment, passage, version: begun, base, text: mine, at: Date.now(), isNew: false };
	desk.typing.pause(segment, draft);
	desk.typing.retain(draft);
	desk.state.set({ conflicts: new Map(desk.state.get().conflicts).set(segment, both) });
	void isOwn(desk, both.version).then((own) => {
		const now = desk.state.get().conflicts;
		if (own && now.get(segment) === both)
			desk.state.set({ conflicts: new Map(now).set(segment, { ...both, own }) });
	});
}

/** Whether the revision that stands in the way was made by the same person, in another window. */
async function isOwn(desk: Desk, version: number): Promise<boolean> {
	const { head, person, read } = desk.options;
	const path = `/documents/${head.id}/revisions?since=${version - 1}&limit=1`;
	const found = await read<RevisionsAnswer>(path).catch(() => null);
	return found?.revisions[0]?.actor.id === person.id;
}
