/** Holds the log to what its writers were answered. */
import { pool } from "#lib/server/db.ts";
import type { Acknowledged } from "./client.ts";

export interface Judgement {
	readonly saves: number;
	/** Answered, and not in the log under this number with this text. */
	readonly lost: number;
	/** Took the place of a text that its author had not before them. */
	readonly overwrittenUnseen: number;
	/** Words of somebody else's in the shared sentence that a save left out although its author changed others. */
	readonly droppedWords: number;
}

interface Line {
	readonly number: number;
	readonly requestKey: string | null;
	readonly operation: {
		readonly type: string;
		readonly segment: string;
		readonly version: number;
		readonly text: string;
	};
	readonly inverse: { readonly text: string };
}

/** Words of a sentence by the name of their place: "A1 holds x1s4" is x1s4 at A1. */
export function wordsByPlace(text: string): Map<string, string> {
	return new Map([...text.matchAll(/(\w+) holds (\w+)/g)].map(([, place = "", word = ""]) => [place, word]));
}

export async function judgeLog(
	documentId: string,
	saves: readonly Acknowledged[],
	/** The place in the shared sentence that an author writes to, by the key of the save. */
	placesOf: (save: Acknowledged) => ReadonlySet<string> | null,
): Promise<Judgement> {
	const found = await pool().query<Line>(
		`SELECT "number", "requestKey", "operation"::json, "inverse"::json FROM "Revision" WHERE "documentId" = $1 AND "type" = 'edit' ORDER BY "number"`,
		[documentId],
	);
	const lines = new Map(found.rows.map((line) => [line.number, line]));
	const lastOf = new Map<string, Line>();
	const previous = new Map<number, Line | undefined>();
	for (const line of found.rows) {
		previous.set(line.number, lastOf.get(line.operation.segment));
		lastOf.set(line.operation.segment, line);
	}
	let [lost, overwrittenUnseen, droppedWords] = [0, 0, 0];
	for (const save of saves) {
		const line = lines.get(save.number);
		if (line?.requestKey !== save.key || line.operation.text !== save.text) lost += 1;
		if (!line) continue;
		const before = previous.get(save.number);
		const built = line.operation.version === (before?.number ?? 1) && line.inverse.text === save.before;
		if (!built) overwrittenUnseen += 1;
		droppedWords += dropped(line, placesOf(save));
	}
	return { saves: saves.length, lost, overwrittenUnseen, droppedWords };
}

function dropped({ operation, inverse }: Line, own: ReadonlySet<string> | null): number {
	if (!own) return 0;
	const after = wordsByPlace(operation.text);
	return [...wordsByPlace(inverse.text)].filter(
		([place, word]) => !own.has(place) && after.get(place) !== word,
	).length;
}
