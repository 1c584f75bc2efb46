/** What kind of work an operation is, for people who look for one. */
import type { OperationType } from "./operations/registry.ts";

export const workKinds = ["wording", "review", "alignment", "document"] as const;
export type WorkKind = (typeof workKinds)[number];

const kindOf = {
	edit: "wording",
	rewrite: "wording",
	insert: "wording",
	remove: "wording",
	discard: "wording",
	fill: "wording",
	clear: "wording",
	settle: "wording",
	restore: "wording",
	confirm: "review",
	assert: "review",
	withdraw: "review",
	affirm: "review",
	disavow: "review",
	split: "alignment",
	join: "alignment",
	merge: "alignment",
	divide: "alignment",
	move: "alignment",
	carry: "alignment",
	shift: "alignment",
	swap: "alignment",
	paragraph: "alignment",
	realign: "alignment",
	import: "document",
	attach: "document",
	detach: "document",
	update: "document",
	describe: "document",
	label: "document",
	origin: "document",
} as const satisfies Record<OperationType, WorkKind>;

/** The types of operations that are this kind of work. */
export function typesOf(kind: WorkKind): OperationType[] {
	return Object.keys(kindOf)
		.filter((type): type is OperationType => Object.hasOwn(kindOf, type))
		.filter((type) => kindOf[type] === kind);
}
