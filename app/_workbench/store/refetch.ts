import type { RowWindow } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";

/** Rows further apart than this are asked for apart. */
const nearby = 10;
/** Rows of one request. */
const mostRows = 100;

/** Loads passages again that others changed; only those, and what lies between near ones. */
export async function refetch(desk: Desk, passages: ReadonlySet<string>): Promise<void> {
	const { head, read } = desk.options;
	const places = [...passages].map((id) => desk.data.rows.indexOf(id)).filter((index) => index >= 0);
	const runs: [start: number, end: number][] = [];
	for (const index of places.toSorted((a, b) => a - b)) {
		const last = runs.at(-1);
		if (last && index - last[1] <= nearby && index - last[0] < mostRows) last[1] = index;
		else runs.push([index, index]);
	}
	for (const [start, end] of runs) {
		const query = `offset=${start}&limit=${end - start + 1}`;
		const window = await read<RowWindow>(`/documents/${head.id}/passages?${query}`).catch(() => null);
		if (window) desk.data.place(window);
	}
}
