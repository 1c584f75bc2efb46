/** What revisions did to texts, read from their operations and from the inverses, which hold the texts before. */
import type { Operation } from "../operations/registry.ts";
import type { RestoredState } from "../operations/restore.ts";
import type { WrittenState } from "../operations/update-side.ts";

/** A text under the number of the revision that wrote exactly it. */
export interface Named {
	readonly version: number;
	readonly text: string;
}

/** Part of a text as it was before a revision, or what the revision wrote between such parts. */
export type Piece =
	| { readonly id: string; readonly start: number; readonly end: number }
	| { readonly text: string };

/** What a text became. Where it is none of a draft's, it is compared with its pieces. */
export interface Wording {
	readonly id: string;
	readonly is: Named;
	readonly pieces: readonly Piece[];
	/** It came as a draft, from this place among the document's origins. */
	readonly draft: { readonly origin: number | null } | null;
}

export interface Step {
	readonly number: number;
	readonly wordings: readonly Wording[];
	/** What the segments that it changed held before; null: they were not there. */
	readonly was: readonly (readonly [string, Named | null])[];
}

export interface LoggedOperation {
	readonly number: number;
	readonly operation: Operation;
	readonly inverse: Operation | null;
}

/** Operations that a step can be read from; all others leave texts alone, or bring them with a whole side. */
export const wordingTypes = [
	"edit",
	"rewrite",
	"split",
	"join",
	"insert",
	"remove",
	"discard",
	"fill",
	"clear",
	"settle",
	"update",
	"restore",
] as const satisfies readonly Operation["type"][];

type Texts = ReadonlyMap<string, Named>;
type Is<Type extends Operation["type"]> = Extract<Operation, { type: Type }>;

/** What a revision did to the segments wanted. `now`: what they hold after it. */
export function stepOf({ number, operation, inverse }: LoggedOperation, now: Texts, wanted: Wanted): Step {
	const { wordings, was } = read(operation, inverse, number, now, wanted) ?? nothing;
	return { number, wordings, was };
}

type Wanted = Pick<ReadonlySet<string>, "has">;
type Read = Omit<Step, "number">;
const nothing: Read = { wordings: [], was: [] };

function read(
	operation: Operation,
	inverse: Operation | null,
	number: number,
	now: Texts,
	wanted: Wanted,
): Read | null {
	switch (operation.type) {
		case "edit":
			return inverse?.type === "edit" && wanted.has(operation.segment)
				? edited(
						operation.segment,
						[operation.as ?? number, operation.text],
						[operation.version, inverse.text],
					)
				: null;
		case "rewrite":
			return inverse?.type === "rewrite" ? rewrittenTexts(operation, inverse, number, wanted) : null;
		case "split":
			return cut(operation, number, now);
		case "join":
			return inverse?.type === "split" ? joined(operation, inverse, number, now) : null;
		case "insert":
			return wanted.has(operation.segment)
				? came(operation.segment, { version: operation.as?.version ?? number, text: operation.text })
				: null;
		case "remove":
		case "discard":
			return inverse?.type === "insert" && wanted.has(operation.segment) ? left(operation, inverse) : null;
		case "fill":
			return inverse?.type === "clear" ? filled(operation, inverse, number, wanted) : null;
		case "clear":
			return inverse?.type === "fill" ? cleared(operation, inverse, wanted) : null;
		case "settle":
			return wanted.has(operation.segment) ? settled(operation, inverse, number) : null;
		case "update":
			return inverse?.type === "update" ? relaid(operation, inverse, number, wanted, operation.moved) : null;
		case "restore":
			return inverse?.type === "restore"
				? relaid(operation, inverse, number, wanted, inOrder(operation.moved))
				: null;
		default:
			return null;
	}
}

const whole = (id: string, { text }: { readonly text: string }): Piece => ({
	id,
	start: 0,
	end: text.length,
});

function edited(
	id: string,
	[version, text]: readonly [number, string],
	[before, textBefore]: readonly [number, string],
	draft: Wording["draft"] = null,
): Read {
	const was = { version: before, text: textBefore };
	return { wordings: [{ id, is: { version, text }, pieces: [whole(id, was)], draft }], was: [[id, was]] };
}

const together = (reads: readonly Read[]): Read => ({
	wordings: reads.flatMap(({ wordings }) => wordings),
	was: reads.flatMap(({ was }) => was),
});

function rewrittenTexts(
	{ edits, as }: Is<"rewrite">,
	inverse: Is<"rewrite">,
	number: number,
	wanted: Wanted,
): Read {
	return together(
		edits.flatMap(([id, version, text], i) => {
			const before = inverse.edits[i];
			return wanted.has(id) && before ? [edited(id, [as?.[i] ?? number, text], [version, before[2]])] : [];
		}),
	);
}

function cut(
	{ segment, id, at, separator, version, as }: Is<"split">,
	number: number,
	now: Texts,
): Read | null {
	const [first, second] = [now.get(segment), now.get(id)];
	if (!first || !second) return null;
	const text = first.text + separator + second.text;
	const [one, other] = as?.versions ?? [number, number];
	return {
		wordings: [
			wording(segment, { ...first, version: one }, [{ id: segment, start: 0, end: at }]),
			wording(id, { ...second, version: other }, [
				{ id: segment, start: at + separator.length, end: text.length },
			]),
		],
		was: [
			[segment, { version, text }],
			[id, null],
		],
	};
}

function joined(
	{ segments: [first, second], versions, separator, as }: Is<"join">,
	{ at }: Is<"split">,
	number: number,
	now: Texts,
): Read | null {
	const is = now.get(first);
	if (!is) return null;
	const before = { version: versions[0], text: is.text.slice(0, at) };
	const after = { version: versions[1], text: is.text.slice(at + separator.length) };
	const pieces = [whole(first, before), { text: separator }, whole(second, after)];
	return {
		wordings: [wording(first, { ...is, version: as?.version ?? number }, pieces)],
		was: [
			[first, before],
			[second, after],
		],
	};
}

const wording = (id: string, is: Named, pieces: readonly Piece[]): Wording => ({
	id,
	is,
	pieces,
	draft: null,
});

function came(id: string, is: Named, draft: Wording["draft"] = null): Read {
	return { wordings: [{ id, is, pieces: [], draft }], was: [[id, null]] };
}

function left({ segment, version }: Is<"remove"> | Is<"discard">, { text }: Is<"insert">): Read {
	return { wordings: [], was: [[segment, { version, text }]] };
}

function filled(
	{ rows, origin, as }: Is<"fill">,
	inverse: Is<"clear">,
	number: number,
	wanted: Wanted,
): Read {
	return together(
		rows.flatMap(([, , , id, text], i) => {
			if (!wanted.has(id)) return [];
			const version = as?.[i]?.version ?? number;
			const before = inverse.rows[i]?.[5] ?? null;
			const draft = { origin: origin.at };
			return before === null
				? [came(id, { version, text }, draft)]
				: [edited(id, [version, text], [before.version ?? number, before.text], draft)];
		}),
	);
}

function cleared({ rows }: Is<"clear">, { as }: Is<"fill">, wanted: Wanted): Read {
	return together(
		rows.flatMap(([, , , id, version, after], i) => {
			const before = as?.[i];
			if (!wanted.has(id) || !before) return [];
			if (after === null) return [{ wordings: [], was: [[id, { version, text: before.text }]] as const }];
			return [edited(id, [after.version ?? version, after.text], [version, before.text])];
		}),
	);
}

function settled(
	{ segment, version, as }: Is<"settle">,
	inverse: Operation | null,
	number: number,
): Read | null {
	if (inverse?.type === "insert") return { wordings: [], was: [[segment, { version, text: inverse.text }]] };
	if (inverse?.type !== "settle" || !inverse.as) return null;
	const before = [inverse.as.version, inverse.as.text] as const;
	if (as) return edited(segment, [as.version, as.text], before);
	const { other } = inverse.as;
	if (inverse.version !== number || !other || !("text" in other)) return null;
	const draft = other.is === "newer" && other.origin !== null ? { origin: other.origin } : null;
	return edited(segment, [number, other.text], before, draft);
}

/** [segment that leaves, segment in which its text lives on] */
type Moved = readonly (readonly [string, string])[];

const inOrder = (moved: Is<"restore">["moved"]): Moved =>
	moved.toSorted((a, b) => a[3] - b[3]).map(([from, , to]) => [from, to]);

function relaid(
	{ written }: { readonly written: readonly (WrittenState | RestoredState)[] },
	inverse: Is<"update"> | Is<"restore">,
	number: number,
	wanted: Wanted,
	moved: Moved,
): Read {
	const before = new Map(
		inverse.written.flatMap(({ id, version, text }) =>
			wanted.has(id) ? [[id, { version: version ?? number, text }] as const] : [],
		),
	);
	const after = written.filter(({ id }) => wanted.has(id));
	const wordings = after.flatMap((state): Wording[] => {
		const { id, text, version, origin } = state;
		const was = before.get(id);
		if (was && was.version === version) return [];
		const homes = was ? [id] : moved.flatMap(([from, to]) => (to === id ? [from] : []));
		const pieces = homes.flatMap((home) => {
			const old = before.get(home);
			return old ? [whole(home, old)] : [];
		});
		const brought = state.draft === text || (state.draft === null && pieces.length === 0);
		return [{ id, is: { version: version ?? number, text }, pieces, draft: brought ? { origin } : null }];
	});
	return { wordings, was: [...after.map(({ id }) => [id, null] as const), ...before] };
}
