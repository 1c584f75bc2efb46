/** Joins the workbench to the document as this browser knows it: what the one tells, the other does. */
import { DocumentData } from "../sync/document-data.ts";
import { httpTransport } from "../sync/transport.ts";
import { Windows } from "../sync/windows.ts";
import type { RowWindow } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";
import { followPlace } from "./follow.ts";
import { refetch } from "./refetch.ts";
import { sendText } from "./send-text.ts";
import { Typing } from "./typing.ts";

export function connectData(desk: Desk): DocumentData {
	const { head, window, person } = desk.options;
	const { keep } = desk;
	return new DocumentData({
		head,
		window,
		person,
		keep,
		transport: httpTransport(head.id, desk.fetch),
		now: () => new Date(),
		isOnline: () => navigator.onLine,
		events: {
			changed: () => changed(desk),
			spliced: (change) => {
				desk.overview.spliced(change);
				desk.outlineChanged();
			},
			refreshed: (rows) => desk.overview.refreshed(rows),
			asked: () => desk.withdraw(),
			done: (request, answer) => {
				desk.settlement.done(request, answer);
				desk.answered();
			},
			conflict: (request, problem) => desk.settlement.conflict(request, problem),
			refused: (request, problem) => {
				if (request.change.kind === "operation" && request.change.operation.type === "shift") desk.withdraw();
				desk.settlement.refused(request, problem);
			},
			dropped: (requests) => desk.settlement.sent.dropped(requests),
			status: (sync) => desk.state.set({ sync }),
			lost: () => reload(desk),
			outdated: (passages) => void refetch(desk, passages),
		},
	});
}

export function connectTyping(desk: Desk): Typing {
	const { keep } = desk;
	return new Typing({
		keep,
		now: () => Date.now(),
		save: (open, text) => sendText(desk, open, text),
		unsaved: (unsaved) => desk.state.set({ unsaved }),
		isComposing: () => desk.editor?.isComposing ?? false,
		language: (side) => desk.language(side),
	});
}

export function connectWindows(desk: Desk): Windows {
	const { head } = desk.options;
	return new Windows({
		read: (query) => desk.options.read<RowWindow>(`/documents/${head.id}/passages?${query}`),
		place: (arrived) => desk.data.place(arrived) || regrouped(desk),
		around: () => desk.state.get().place?.passage ?? null,
		settled: () => (desk.data.isRegrouping ? desk.data.queue.whenIdle() : Promise.resolve()),
		restart: (arrived, around) => restart(desk, arrived, around),
		state: (loading) => desk.state.set({ loading }),
	});
}

function changed(desk: Desk): void {
	const { turn } = desk.state.get();
	desk.state.set({ rows: desk.data.rows, turn: turn + 1 });
	followPlace(desk);
}

function regrouped(desk: Desk): boolean {
	if (desk.data.queue.requests.length === 0) reload(desk);
	return false;
}

function reload(desk: Desk): void {
	void desk.windows.restart(desk.state.get().place?.passage ?? null);
}

/** Rows that were read before the last regrouping, or in the middle of one, are of no use. */
function restart(desk: Desk, window: RowWindow, around: string | null): boolean {
	if (desk.data.isRegrouping || window.headNumber < desk.data.answered) return false;
	desk.data.restart(window);
	const { anchor, place } = desk.state.get();
	desk.state.set({ anchor: { turn: anchor.turn + 1, passage: around } });
	desk.overview.restarted(window.rows);
	desk.outlineChanged();
	const lost = place !== null && !desk.data.rows.row(desk.state.get().place?.passage ?? "");
	const nearest = window.rows[Math.floor(window.rows.length / 2)];
	if (lost && nearest) desk.go(desk.placeIn(nearest), { focus: false });
	return true;
}
