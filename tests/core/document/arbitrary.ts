/** Random documents as they are imported, and random things that people try to do with them. */
import fc from "fast-check";
import { segmentKinds } from "#lib/core/document/model.ts";
import type { Import } from "#lib/core/document/operations/import.ts";
import type { WrittenRow, WrittenSegment } from "#lib/core/document/operations/side.ts";
import { id } from "./example.ts";

/** Texts as articles have them, empty ones, astral characters, and any well-formed text at all. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
	fc.constantFrom(
		"",
		" ",
		"会议精神。",
		"𠮷野家的‘话’",
		"He said “no”. Twice.",
		"👩‍💻 works",
		"e\u0301té",
		"a b a b",
		"，",
	),
	fc.string({ unit: "binary", maxLength: 12 }).filter((text) => text.isWellFormed() && !text.includes("\0")),
);

const anyKind = fc.constantFrom(...segmentKinds.filter((kind) => kind !== "furniture"));
const furniture = fc.tuple(fc.constant("furniture" as const), fc.boolean(), anyText);
const inRow = fc.tuple(anyKind, fc.boolean(), anyText);
type Bare = readonly [WrittenSegment[1], boolean, string];

interface RowParts {
	readonly source: readonly Bare[];
	readonly target: readonly Bare[];
	/** Furniture that stands before the passage on either side. */
	readonly aside: readonly [readonly Bare[], readonly Bare[]];
	readonly confidence: number | null;
}

const sizes: Record<"both" | "source" | "target", readonly (readonly [number, number])[]> = {
	both: [
		[1, 1],
		[1, 1],
		[1, 2],
		[2, 1],
		[0, 1],
		[1, 0],
		[2, 3],
		[0, 2],
		[2, 0],
	],
	source: [
		[1, 0],
		[2, 0],
	],
	target: [
		[0, 1],
		[0, 2],
	],
};

function rowParts(sides: keyof typeof sizes): fc.Arbitrary<RowParts> {
	const aside = fc.oneof(
		{ weight: 4, arbitrary: fc.constant([]) },
		{ weight: 1, arbitrary: fc.array(furniture, { maxLength: 2 }) },
	);
	const none = fc.constant<Bare[]>([]);
	return fc.constantFrom(...sizes[sides]).chain(([source, target]) =>
		fc.record({
			source: fc.array(inRow, { minLength: source, maxLength: source }),
			target: fc.array(inRow, { minLength: target, maxLength: target }),
			aside: fc.tuple(sides === "target" ? none : aside, sides === "source" ? none : aside),
			confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
		}),
	);
}

/** The operation that begins a document of one side or both. */
export const anyImport: fc.Arbitrary<Import> = fc
	.oneof(
		{ weight: 4, arbitrary: fc.array(rowParts("both"), { minLength: 1, maxLength: 8 }) },
		{ weight: 1, arbitrary: fc.array(rowParts("source"), { minLength: 1, maxLength: 5 }) },
		{ weight: 1, arbitrary: fc.array(rowParts("target"), { minLength: 1, maxLength: 5 }) },
	)
	.map(importOf)
	.filter((operation) =>
		[operation.source, operation.target].every(
			(side) => side.length === 0 || side.some(([, kind]) => kind !== "furniture"),
		),
	);

function importOf(rows: readonly RowParts[]): Import {
	const written = (side: "source" | "target"): WrittenSegment[] =>
		rows
			.flatMap((row) => [...row.aside[side === "source" ? 0 : 1], ...row[side]])
			.map(([kind, starts, text], i): WrittenSegment => [id(`${side[0]}${i}`), kind, starts, text]);
	const target = written("target");
	return {
		type: "import",
		v: 1,
		description: {
			title: "T",
			publishedOn: null,
			publisher: null,
			byline: "B",
			sourceLanguage: "zh-Hans",
			targetLanguage: "en",
		},
		source: written("source"),
		target,
		origin: target.length > 0 ? { kind: "machine", engine: "Engine" } : null,
		rows: rows.map(
			(row, i): WrittenRow => [id(`R${i}`), row.source.length, row.target.length, row.confidence],
		),
	};
}

/** One thing that somebody tries; the numbers pick among what there is at that moment. */
export interface Attempt {
	readonly act: Act;
	readonly picks: readonly [number, number, number, number];
	readonly text: string;
	/** Whether the picks are made without regard to what would be possible. */
	readonly wild: boolean;
}

const weights = {
	edit: 5,
	rewrite: 2,
	split: 5,
	join: 5,
	merge: 4,
	divide: 4,
	move: 4,
	carry: 4,
	shift: 8,
	realign: 5,
	swap: 3,
	paragraph: 2,
	insert: 3,
	discard: 3,
	fill: 5,
	confirm: 6,
	affirm: 5,
	attach: 3,
	update: 8,
	settle: 6,
	restore: 5,
	describe: 1,
	label: 1,
	origin: 1,
	/** The last standing revision is taken back. */
	undo: 6,
	/** Any standing revision is taken back, undoings among them. */
	undoAny: 6,
	/** Something asked for before arrives again, late. */
	again: 3,
} as const;
export type Act = keyof typeof weights;

const anyAct = fc.oneof(
	...(Object.keys(weights) as Act[]).map((act) => ({ weight: weights[act], arbitrary: fc.constant(act) })),
);
const pick = fc.nat(9_999);

export const anyAttempts = (maxLength: number): fc.Arbitrary<Attempt[]> =>
	fc.array(
		fc.record({
			act: anyAct,
			picks: fc.tuple(pick, pick, pick, pick),
			text: anyText,
			wild: fc.oneof(
				{ weight: 7, arbitrary: fc.constant(false) },
				{ weight: 1, arbitrary: fc.constant(true) },
			),
		}),
		{ maxLength, size: "max" },
	);
