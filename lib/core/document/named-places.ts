/** Where in a document an operation happened, as far as it says so itself: whole sides have no place. */
import type { Operation } from "./operations/registry.ts";

export interface NamedPlaces {
	readonly segments: readonly string[];
	readonly passages: readonly string[];
}

const nowhere: NamedPlaces = { segments: [], passages: [] };
const atSegments = (...segments: string[]): NamedPlaces => ({ segments, passages: [] });
const atPassages = (...passages: string[]): NamedPlaces => ({ segments: [], passages });

/** The first named is the best place to go to. What it names may be gone by now. */
export function namedPlaces(operation: Operation): NamedPlaces {
	switch (operation.type) {
		case "edit":
		case "paragraph":
		case "settle":
		case "insert":
		case "remove":
		case "discard":
		case "shift":
			return atSegments(operation.segment);
		case "split":
			return atSegments(operation.segment, operation.id);
		case "join":
		case "swap":
			return atSegments(...operation.segments);
		case "rewrite":
			return atSegments(...operation.edits.map(([id]) => id));
		case "move":
			return { segments: [operation.segment], passages: operation.rows.map(({ id }) => id) };
		case "carry":
			return { segments: operation.segments, passages: operation.rows.map(({ id }) => id) };
		case "merge":
			return atPassages(...operation.rows.map(({ id }) => id));
		case "divide":
			return atPassages(operation.row.id, operation.id);
		case "confirm":
		case "assert":
		case "withdraw":
			return atPassages(...operation.rows.map(({ id }) => id));
		case "affirm":
		case "disavow":
			return atPassages(operation.from, operation.to);
		case "fill":
		case "clear":
			return atPassages(...operation.rows.map(([id]) => id));
		case "restore":
			return atPassages(...operation.stretches.flatMap(({ after }) => after.map(({ id }) => id)));
		default:
			return nowhere;
	}
}
