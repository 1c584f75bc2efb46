import { api, Problem } from "#app/_ui/api.ts";
import type { WholeThreads } from "#lib/core/comments/wire.ts";
import { newId } from "../sync/new-id.ts";
import type { Desk } from "./desk.ts";
import type { OpenText } from "./typing.ts";

/** From here on what is written is suggested, until somebody chooses to change texts again; or that. */
export function suggestInstead(desk: Desk): void {
	if (desk.state.get().suggesting) {
		stopSuggesting(desk);
		return;
	}
	const row = desk.row();
	if (!row) return;
	const { place } = desk.state.get();
	desk.leave();
	const here = place?.side === "target" ? place : desk.placeIn(row);
	desk.state.set({ place: here, mode: "review", suggesting: true });
	desk.open(null);
	desk.focus();
	desk.say("suggesting");
}

/** Back to reading, or to editing for whoever may. What is written is sent. */
export function stopSuggesting(desk: Desk): void {
	if (!desk.may("rendering.edit")) desk.setMode("align");
	else {
		desk.leave();
		endSuggesting(desk);
		desk.open(null);
	}
	desk.focus();
}

/** Whoever may change texts changes them again, and hears it. */
export function endSuggesting(desk: Desk): void {
	desk.suggestsOnce = false;
	if (!desk.may("rendering.edit") || !desk.state.get().suggesting) return;
	desk.state.set({ suggesting: false });
	desk.say("changingAgain");
}

/** A request that is made again has the same key. */
const keys = new Map<string, string>();

/** Sends what was written as a suggestion. Until the server has it, it stays on this device as unsaved text does. */
export async function sendSuggestion(desk: Desk, open: Omit<OpenText, "side">, text: string): Promise<void> {
	if (text === open.base || text.trim() === "") return;
	const { segment, passage, version, base, isNew } = open;
	const name = `${segment} ${text}`;
	const key = keys.get(name) ?? newId();
	keys.set(name, key);
	const body = { key, passage, segment: isNew ? null : segment, version: Math.max(0, version), base, text };
	try {
		const path = `/documents/${desk.options.head.id}/suggestions`;
		desk.comments.take(await api<WholeThreads>(path, { method: "POST", body }));
	} catch (error) {
		if (error instanceof Problem && error.status === 401) desk.data.queue.interrupt("signed-out");
		else
			desk.settlement.tell({
				key: error instanceof Problem ? error.key : "unexpected",
				values: {},
				text,
				segment,
			});
		return;
	}
	keys.delete(name);
	desk.settlement.untell(segment);
	if (desk.typing.open?.segment !== segment || desk.typing.text === text) {
		desk.typing.discard(segment);
		if (desk.typing.open?.segment === segment) desk.editor?.replace(base);
	}
	desk.say("suggestionSent", {}, { tone: "success" });
}
