import { expect } from "vitest";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import type { Replica } from "#lib/core/document/replica.ts";
import { example, inverseOf, lines, perform } from "./example.ts";

/** Applies it, takes it back, does it again and takes it back with the first inverse again. */
export function thereAndBack(
	before: readonly string[],
	operation: (replica: Replica) => Operation,
	after: readonly string[],
): void {
	const replica = example(before);
	const undo = inverseOf(perform(replica, operation(replica)));
	expect(lines(replica)).toEqual(after);
	expect(replica.order).toBe(2);
	const redo = inverseOf(perform(replica, undo));
	expect(lines(replica)).toEqual(lines(example(before)));
	expect(replica.order).toBe(1);
	const again = inverseOf(perform(replica, redo));
	expect(lines(replica)).toEqual(after);
	expect(replica.order).toBe(2);
	expect(again).toEqual(undo);
	perform(replica, undo);
	expect(lines(replica)).toEqual(lines(example(before)));
}
