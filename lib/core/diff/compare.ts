import { type Group, groupsOf, type Unit } from "#lib/core/diff/groups.ts";
import { isPunctuationOnly, type Reading, readingOf, wordsChanged } from "#lib/core/diff/measure.ts";
import { joinSentences, separatorBetween } from "#lib/core/diff/sentences.ts";
import { type Change, diffWithMoves, textBefore } from "#lib/core/diff/words.ts";
import type { Row, Segment, Side } from "#lib/core/document/model.ts";
import type { LineageEntry } from "#lib/core/document/operations/contract.ts";

/** What happened to a group of passages; whatever the kind, `changes` says what happened to the wording. */
export const comparedKinds = [
	"wording",
	"source",
	"split",
	"merged",
	"moved",
	"shifted",
	"added",
	"removed",
] as const;
export type ComparedKind = (typeof comparedKinds)[number];

export interface ComparedRow {
	/** In the later version; of a removed group, its ids in the earlier one. Of a shift, the first and the last. */
	readonly passageIds: readonly string[];
	/** How many passages this is about. */
	readonly span: number;
	/** 0-based place of the first of them in the later version; of a removed group, where it would stand. */
	readonly index: number;
	readonly kind: ComparedKind;
	readonly source: string;
	/** The earlier source text, where it was another. */
	readonly beforeSource: string | null;
	readonly before: string;
	readonly after: string;
	readonly reading: Reading;
	readonly changes: readonly Change[];
	readonly punctuationOnly: boolean;
	/** Numbers of the revisions that wrote the changed texts as they now stand. */
	readonly revisions: readonly number[];
}

export interface Comparison {
	readonly passages: number;
	readonly words: number;
	readonly rows: readonly ComparedRow[];
}

/** What the API answers: a comparison with what stands behind the revision numbers. */
export interface WireComparison extends Comparison {
	readonly from: "draft" | number;
	readonly to: number;
	readonly edits: Readonly<Record<string, { readonly name: string | null; readonly at: string }>>;
}

export interface Compared {
	/** An earlier version, or "draft": then each rendering of `after` is compared with its own draft. */
	readonly before: { readonly rows: readonly Row[] } | "draft";
	readonly after: { readonly rows: readonly Row[] };
	/** The lineage of every revision in between; unused for the draft. */
	readonly lineage: readonly LineageEntry[];
	readonly sourceLanguage: string;
	readonly targetLanguage: string;
}

/** More corresponding rows than this on both sides is a side shifted against the other, told in one line. */
const longestGroup = 4;

/** Net of what happened in between: only what differs, in the order of the later version. */
export function compareVersions(compared: Compared): Comparison {
	const after = compared.after.rows;
	const before = compared.before === "draft" ? after.map(asDrafted) : compared.before.rows;
	const context = { ...compared, sides: sidesOf(before, after), indexes: indexesOf(before, after) };
	const lineage = compared.before === "draft" ? [] : compared.lineage;
	const groups = groupsOf(before, after, lineage, context.sides).map((group) => rowsOf(group, context));
	const rows = groups.flat().toSorted((a, b) => a.index - b.index);
	return {
		// A group's first row is about all of its passages; those after it say what else happened inside a shift.
		passages: groups.reduce((sum, [first]) => sum + (first?.span ?? 0), 0),
		words: rows.reduce((sum, row) => sum + wordsChanged(row.changes, compared.targetLanguage), 0),
		rows,
	};
}

interface Context {
	readonly sourceLanguage: string;
	readonly targetLanguage: string;
	readonly sides: readonly Side[];
	readonly indexes: ReadonlyMap<string, number>;
}

function asDrafted(row: Row): Row {
	return { ...row, target: row.target.map((segment) => ({ ...segment, text: segment.draft ?? "" })) };
}

/** A side that one of the versions does not have at all came or went as a whole: that is not every passage changed. */
function sidesOf(before: readonly Row[], after: readonly Row[]): Side[] {
	const sides = ["target", "source"] as const;
	return sides.filter((side) => [before, after].every((rows) => rows.some((row) => row[side].length > 0)));
}

/** Where each row stands in the later version; a row that is gone stands after the one before it. */
function indexesOf(before: readonly Row[], after: readonly Row[]): Map<string, number> {
	const indexes = new Map(after.map((row, index) => [row.id, index]));
	let last = 0;
	for (const row of before) {
		const index = indexes.get(row.id);
		if (index === undefined) indexes.set(row.id, last);
		else last = index + 1;
	}
	return indexes;
}

function rowsOf(group: Group, context: Context): ComparedRow[] {
	// Rows of a side that is not compared (a source attached in between) are no news of the wording.
	if (group.units.length === 0) return [];
	const structure = structureOf(group, context.sides);
	if (structure !== "shifted") {
		const row = comparedRow(group, structure, context);
		return row === null ? [] : [row];
	}
	const line = comparedRow({ ...group, units: [] }, structure, context);
	const worded = [...unitsByRow(group, context.sides)].flatMap(
		([row, units]) => comparedRow({ before: [row], after: [row], units }, null, context) ?? [],
	);
	return line === null ? worded : [line, ...worded];
}

/** A text that is gone belongs where the one before it stands. */
function unitsByRow(group: Group, sides: readonly Side[]): Map<Row, Unit[]> {
	const rowOf = new Map(
		group.after.flatMap((row) => sides.flatMap((side) => row[side].map(({ id }) => [id, row]))),
	);
	const found = new Map<Row, Unit[]>();
	let place = group.after[0];
	for (const unit of group.units) {
		place = rowOf.get(unit.after[0]?.id ?? "") ?? place;
		if (place !== undefined) found.set(place, [...(found.get(place) ?? []), unit]);
	}
	return found;
}

function structureOf({ before, after, units }: Group, sides: readonly Side[]): ComparedKind | null {
	if (before.length === 0) return "added";
	if (after.length === 0) return "removed";
	if (sameShape(before, after, units, sides)) return null;
	if (Math.min(before.length, after.length) > longestGroup) return "shifted";
	if (after.length !== before.length) return after.length > before.length ? "split" : "merged";
	const count = (when: "before" | "after") =>
		units.filter(lived).reduce((sum, unit) => sum + unit[when].length, 0);
	if (count("after") === count("before")) return "moved";
	return count("after") > count("before") ? "split" : "merged";
}

function lived(unit: Unit): boolean {
	return unit.before.length > 0 && unit.after.length > 0;
}

/** The same segments in the same rows in the same order, but for those typed or taken out since. */
function sameShape(
	before: readonly Row[],
	after: readonly Row[],
	units: readonly Unit[],
	sides: readonly Side[],
): boolean {
	const known = new Set(
		units.filter(lived).flatMap((unit) => [...unit.before, ...unit.after].map(({ id }) => id)),
	);
	const shape = (rows: readonly Row[]) =>
		rows.map((row) =>
			sides.map((side) => row[side].flatMap(({ id }) => (known.has(id) ? [id] : [])).join(" ")).join("|"),
		);
	return shape(before).join("\n") === shape(after).join("\n");
}

/** Null where nothing changed. */
function comparedRow(group: Group, structure: ComparedKind | null, context: Context): ComparedRow | null {
	const target = group.units.filter((unit) => unit.side === "target");
	const source = group.units.filter((unit) => unit.side === "source");
	const changes = changesOf(target, context.targetLanguage);
	const worded = changes.some((change) => change.kind !== "same");
	const sourceChanged = source.filter(
		(unit) => textOf(unit.before, context.sourceLanguage) !== textOf(unit.after, context.sourceLanguage),
	);
	const kind = structure ?? (worded ? "wording" : sourceChanged.length > 0 ? "source" : null);
	if (kind === null) return null;
	const shown = group.after.length > 0 ? group.after : group.before;
	const segments = (rows: readonly Row[], side: Side) => rows.flatMap((row) => row[side]);
	const earlier = group.before.length > 0 && sourceChanged.length > 0;
	const shifted = structure === "shifted";
	return {
		passageIds: (shifted ? shown.filter((_, index) => index === 0 || index === shown.length - 1) : shown).map(
			({ id }) => id,
		),
		span: shown.length,
		index: context.indexes.get(shown[0]?.id ?? "") ?? 0,
		kind,
		source: shifted ? "" : textOf(segments(shown, "source"), context.sourceLanguage),
		beforeSource: earlier
			? textOf(
					source.flatMap((unit) => unit.before),
					context.sourceLanguage,
				)
			: null,
		before: shifted
			? ""
			: worded
				? textBefore(changes)
				: textOf(segments(group.before, "target"), context.targetLanguage),
		after: shifted ? "" : textOf(segments(group.after, "target"), context.targetLanguage),
		reading: readingOf(changes, context.targetLanguage),
		changes,
		punctuationOnly:
			(kind === "wording" || kind === "source") &&
			(!worded || isPunctuationOnly(changes)) &&
			sourceChanged.every((unit) => isPunctuationOnly(changesOf([unit], context.sourceLanguage))),
		revisions: revisionsOf([...target, ...sourceChanged]),
	};
}

function textOf(segments: readonly Segment[], language: string): string {
	return joinSentences(
		segments.map(({ text }) => text),
		language,
	);
}

/** Unit by unit, so that a text that only changed its place is not deleted here and inserted there. */
function changesOf(units: readonly Unit[], language: string): Change[] {
	const changes: Change[] = [];
	let moves = 0;
	const add = (kind: Change["kind"], text: string) => {
		const last = changes.at(-1);
		if (last?.kind === kind && last.moved === undefined)
			changes[changes.length - 1] = { kind, text: last.text + text };
		else if (text !== "") changes.push({ kind, text });
	};
	let left = { before: "", after: "" };
	for (const unit of units) {
		const now = { before: textOf(unit.before, language), after: textOf(unit.after, language) };
		const gap = {
			before: separatorBetween(left.before, now.before, language),
			after: separatorBetween(left.after, now.after, language),
		};
		if (gap.before === gap.after) add("same", gap.before);
		else {
			add("deleted", gap.before);
			add("inserted", gap.after);
		}
		const own = diffWithMoves(now.before, now.after, language);
		for (const change of own) {
			if (change.moved === undefined) add(change.kind, change.text);
			else changes.push({ ...change, moved: moves + change.moved });
		}
		moves += own.filter(({ kind, moved }) => kind === "inserted" && moved !== undefined).length;
		left = { before: now.before || left.before, after: now.after || left.after };
	}
	return changes;
}

function revisionsOf(units: readonly Unit[]): number[] {
	const numbers = units.flatMap((unit) => {
		const old = new Map(unit.before.map((segment) => [segment.id, segment.text]));
		return unit.after.flatMap(({ id, text, version }) => (old.get(id) === text ? [] : [version]));
	});
	return [...new Set(numbers)].toSorted((a, b) => a - b);
}
