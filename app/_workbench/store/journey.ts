/** The way to rows that this browser does not hold yet. */

import type { WireRow } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";

/** So many rows before and after the one gone to are there before anybody gets to them. */
const ahead = 25;

/** Each is a regrouping in the middle of reading; after so many something else is wrong. */
const mostTries = 6;

/**
 * The row at a place of the document. While it has to be loaded, the text one came from is closed: what is typed
 * meanwhile is meant for the row that is on its way. Undefined when there is none, or the way was given up.
 */
export async function rowAt(desk: Desk, index: number): Promise<WireRow | undefined> {
	const { data } = desk;
	if (index < 0 || index >= data.rows.total) return undefined;
	const isThere = () => !data.isBehind && data.rows.at(index) !== undefined;
	if (isThere()) return data.rows.at(index);
	desk.depart(index);
	let going = true;
	const givenUp = new Promise<void>((resolve) => {
		desk.giveUp = () => {
			going = false;
			resolve();
		};
	});
	for (let tries = 0; going && tries < mostTries && !isThere(); tries++) {
		await Promise.race([arrival(desk, index), givenUp]);
	}
	desk.giveUp = null;
	return going ? data.rows.at(index) : undefined;
}

/** Rows fit only into the grouping they were read from: while it changes, they are read again afterwards. */
async function arrival(desk: Desk, index: number): Promise<void> {
	if (!desk.data.isBehind) await desk.windows.load(desk.data.rows.missing(index, index + 1));
	if (!desk.data.isBehind && desk.data.rows.at(index)) return;
	await desk.data.queue.whenIdle();
	await desk.windows.restarted();
}

/** Loads what lies close to the place before it is needed. */
export function lookAhead(desk: Desk, passage: string): void {
	const { rows } = desk.data;
	const index = rows.indexOf(passage);
	if (index < 0 || desk.state.get().places) return;
	const requests = rows.missing(index - ahead, index + ahead + 1);
	if (requests.length > 0) void desk.windows.load(requests);
}
