/** What must hold after every step, whoever did it. */
import { expect } from "vitest";
import { contentKey, FactBook, segmentsOfKey } from "#lib/core/document/facts.ts";
import type { Fact, Row, Segment, Side } from "#lib/core/document/model.ts";
import { applyOperation, type Operation, scopeOf } from "#lib/core/document/operations/registry.ts";
import { type Law, same, stored } from "./session.ts";

const sides = ["source", "target"] as const;
const line = (rows: readonly Row[], side: Side) => rows.flatMap((row) => row[side]);
const everything = (rows: readonly Row[]) => rows.flatMap((row) => [...row.source, ...row.target]);
const brief = (operation: Operation) => JSON.stringify(operation);

/** No passage without a segment, every id once, each segment on its own side, furniture in no passage. */
export const wholeness: Law = ({ after, operation }) => {
	const segments = [...everything(after.rows), ...after.furniture];
	expect(
		after.rows.every((row) => row.source.length + row.target.length > 0),
		brief(operation),
	).toBe(true);
	for (const ids of [after.rows.map((row) => row.id), segments.map((segment) => segment.id)]) {
		expect(new Set(ids).size, `ids are used once: ${brief(operation)}`).toBe(ids.length);
	}
	for (const side of sides)
		expect(
			line(after.rows, side).every((s) => s.side === side),
			brief(operation),
		).toBe(true);
	expect(
		everything(after.rows).every((s) => s.kind !== "furniture") &&
			after.furniture.every((s) => s.kind === "furniture"),
	).toBe(true);
	for (const { draft, origin } of segments) expect(draft === null).toBe(origin === null);
	const { origins } = after.description;
	expect(segments.every(({ origin }) => origin === null || origins[origin] !== undefined)).toBe(true);
};

/** Every segment that stays keeps its place among the others; only swaps change that, or take it back, and only for renderings. */
export const order: Law = ({ before, after, operation }) => {
	for (const side of sides) {
		if (["swap", "restore"].includes(operation.type) && side === "target") continue;
		const [old, now] = [line(before.rows, side), line(after.rows, side)].map((list) => list.map((s) => s.id));
		const [olds, nows] = [new Set(old), new Set(now)];
		same(
			now?.filter((id) => olds.has(id)),
			old?.filter((id) => nows.has(id)),
			`${side} order after ${brief(operation)}`,
		);
	}
};

/** What each operation may do to the segments of a side: everything else of them stays to the letter. */
export const letters: Law = ({ before, after, operation }) => {
	for (const side of sides) {
		const [old, now] = [line(before.rows, side), line(after.rows, side)];
		same(allowed(operation, side, old, now), now, `${side} segments after ${brief(operation)}`);
	}
	const sets = ["attach", "detach", "import", "update", "restore"].includes(operation.type);
	if (!sets) same(after.furniture, before.furniture, "furniture stays");
};

/** The side as it must be now; texts and drafts are worked out from those before. */
function allowed(
	operation: Operation,
	side: Side,
	old: readonly Segment[],
	now: readonly Segment[],
): readonly Segment[] {
	const present = (id: string) => now.find((segment) => segment.id === id);
	switch (operation.type) {
		case "edit":
			return old.map((s) =>
				s.id === operation.segment
					? { ...s, text: operation.text, version: present(s.id)?.version ?? -1 }
					: s,
			);
		case "rewrite": {
			const texts = new Map(operation.edits.map(([id, , text]) => [id, text]));
			return operation.side === side
				? old.map((s) =>
						texts.has(s.id)
							? { ...s, text: texts.get(s.id) ?? "", version: present(s.id)?.version ?? -1 }
							: s,
					)
				: old;
		}
		case "split":
			return old.flatMap((s) =>
				s.id === operation.segment
					? halves(s, present(s.id), present(operation.id), operation.separator)
					: [s],
			);
		case "join":
			return joined(operation, old, present(operation.segments[0]));
		case "swap": {
			const [first, second] = operation.segments;
			const other = new Map([
				[first, second],
				[second, first],
			]);
			return side === "source" ? old : old.map((s) => old.find((o) => o.id === other.get(s.id)) ?? s);
		}
		case "insert":
			return side === "source"
				? old
				: now.filter((s) => s.id === operation.segment || old.includes(s)).slice(0, old.length + 1);
		case "settle":
			return old.flatMap((s) => (s.id === operation.segment ? chosen(operation, s, present(s.id)) : [s]));
		case "update":
			return updated(operation, side, old, now);
		case "restore":
			return besides(operation.written, old, now);
		case "remove":
			return old.filter((s) => s.id !== operation.segment);
		case "discard":
			expect(old.find((s) => s.id === operation.segment)?.text.trim() ?? "").toBe("");
			return old.filter((s) => s.id !== operation.segment);
		case "paragraph":
			return old.map((s) => (s.id === operation.segment ? { ...s, paragraphStart: operation.starts } : s));
		case "fill":
		case "clear":
			return side === "source" ? old : filled(operation, old, now);
		case "attach":
		case "detach":
			return operation.side === side ? now : old;
		case "import":
			return now;
		default:
			return old;
	}
}

/** Either the wording or nothing but the choice changes. */
function chosen(
	operation: Operation & { type: "settle" },
	was: Segment,
	now: Segment | undefined,
): readonly Segment[] {
	if (!now) {
		expect([operation.take, was.side, was.other?.is]).toEqual([true, "target", "gone"]);
		return [];
	}
	if (operation.as) return [now];
	expect(now.other).toBeUndefined();
	const offered = was.other && "text" in was.other ? was.other.text : null;
	expect(now.text).toBe(operation.take ? offered : was.text);
	const { text, draft, origin, version } = now;
	const { other: _, ...bare } = was;
	return [operation.take ? { ...bare, text, draft, origin, version } : bare];
}

/** What it does not name stays to the letter; of the other side nothing changes but what stands beside it. */
function updated(
	operation: Operation & { type: "update" },
	side: Side,
	old: readonly Segment[],
	now: readonly Segment[],
): readonly Segment[] {
	if (operation.side !== side)
		return old.map(({ other: _, ...s }, i) => ({ ...s, ...(now[i]?.other && { other: now[i].other }) }));
	return besides(operation.written, old, now);
}

/** Whatever was there and is not written stays to the letter. */
function besides(
	named: readonly { readonly id: string }[],
	old: readonly Segment[],
	now: readonly Segment[],
): readonly Segment[] {
	const before = new Map(old.map((s) => [s.id, s]));
	const written = new Set(named.map(({ id }) => id));
	return now.map((s) => (written.has(s.id) ? s : (before.get(s.id) ?? s)));
}

/** Only blank renderings are worded or replaced; taking them out leaves blank ones or none. */
function filled(
	operation: Operation & { type: "fill" | "clear" },
	old: readonly Segment[],
	now: readonly Segment[],
): readonly Segment[] {
	const [worded, bare] = operation.type === "fill" ? [now, old] : [old, now];
	const named = new Map<string, string | null>(
		operation.rows.map((row) => [row[3], typeof row[4] === "string" ? row[4] : null]),
	);
	const [wordedNamed, bareNamed] = [worded, bare].map((list) => list.filter(({ id }) => named.has(id)));
	expect(wordedNamed?.length).toBe(named.size);
	for (const { id, text } of wordedNamed ?? []) expect(text).toBe(named.get(id) ?? text);
	for (const { text } of bareNamed ?? []) expect(text.trim()).toBe("");
	const before = new Map(old.map((s) => [s.id, s]));
	return now.map((s) => (named.has(s.id) ? s : (before.get(s.id) ?? s)));
}

function halves(
	whole: Segment,
	left: Segment | undefined,
	right: Segment | undefined,
	separator: string,
): Segment[] {
	if (!left || !right) return [];
	expect(left.text + separator + right.text, "left and right are the text exactly").toBe(whole.text);
	const parts = [left.draft, right.draft].filter((draft) => draft !== null);
	if (whole.draft === null) expect(parts).toEqual([]);
	else
		expect([parts.join(separator), parts.join("")], "no letter of the draft is lost").toContain(whole.draft);
	return [left, right];
}

function joined(
	operation: Operation & { type: "join" },
	old: readonly Segment[],
	whole: Segment | undefined,
): readonly Segment[] {
	const [left, right] = operation.segments.map((id) => old.find((s) => s.id === id));
	if (!left || !right || !whole) return old;
	expect(whole.text, "the two texts and the separator").toBe(left.text + operation.separator + right.text);
	const drafts = [left.draft, right.draft].filter((draft) => draft !== null);
	if (drafts.length === 0) expect(whole.draft).toBeNull();
	else expect([drafts.join(operation.separator), drafts.join("")], "both drafts").toContain(whole.draft);
	return old.flatMap((s) => (s === left ? [whole] : s === right ? [] : [s]));
}

/** Equal versions of a segment are equal texts and drafts, in the whole history; equal order names are equal groupings. */
export function identity(): Law {
	const texts = new Map<string, string>();
	const groupings = new Map<number, string>();
	return ({ after, operation }) => {
		for (const { id, version, text, draft, kind } of everything(after.rows)) {
			const said = JSON.stringify([text, draft, kind]);
			const key = `${id}@${version}`;
			if ((texts.get(key) ?? said) !== said)
				expect(said, `${key} after ${brief(operation)}`).toBe(texts.get(key));
			texts.set(key, said);
		}
		// Splitting and joining keep the name: passages and their empty sides are what it stands for.
		const grouping = JSON.stringify(
			after.rows.map((row) => [row.id, row.source.length > 0, row.target.length > 0]),
		);
		if ((groupings.get(after.order) ?? grouping) !== grouping)
			expect(grouping, brief(operation)).toBe(groupings.get(after.order));
		groupings.set(after.order, grouping);
	};
}

/** Somebody who holds only the rows that the operation asks for, and what is said of them, gets what the whole document gets. */
export const agreement: Law = ({ before, after, operation, applied, session }) => {
	const [start, end] = slice(before.rows, operation);
	const apart = rowsApart(before.rows, operation);
	const part = apart ?? before.rows.slice(start, end);
	const known = session.facts.slice(0, session.facts.length - (applied.facts?.length ?? 0));
	const result = applyOperation(part, stored(operation), {
		number: session.replica.number,
		order: before.order,
		description: before.description,
		facts: bookAbout(known, part),
	});
	if ("refused" in result)
		throw new Error(`refused as ${result.refused} with part of the rows: ${brief(operation)}`);
	same({ ...result }, { ...applied }, `the same answer to ${brief(operation)}`);
	const none = scopeOf(operation).kind === "none";
	const now = new Map(result.rows.map((row) => [row.id, row]));
	const rows = none
		? before.rows
		: apart
			? before.rows.map((row) => now.get(row.id) ?? row)
			: [...before.rows.slice(0, start), ...result.rows, ...before.rows.slice(end)];
	same(rows, after.rows, `the same rows after ${brief(operation)}`);
	for (const row of result.rows) {
		const place = after.rows.findIndex((r) => r.id === row.id);
		same(standing(row, session.facts), after.standings[place], `the same standing after ${brief(operation)}`);
	}
};

/** The rows that hold the segments named, in the order of these; null where the operation needs a run. */
function rowsApart(rows: readonly Row[], operation: Operation): Row[] | null {
	const scope = scopeOf(operation);
	if (scope.kind !== "each") return null;
	const holders = scope.ids.flatMap(
		(id) => rows.find((row) => everything([row]).some((s) => s.id === id)) ?? [],
	);
	return [...new Set(holders)];
}

/** Where the rows that the operation needs begin and end. */
function slice(rows: readonly Row[], operation: Operation): [number, number] {
	const scope = scopeOf(operation);
	if (scope.kind === "none" || scope.kind === "each") return [0, 0];
	if (scope.kind === "all") return [0, rows.length];
	if (scope.kind === "from") return [rows.findIndex((row) => row.id === scope.id), rows.length];
	const places = rows.flatMap((row, i) => {
		const named = scope.kind === "segments" ? everything([row]).map((s) => s.id) : [row.id];
		return named.some((id) => scope.ids.includes(id)) ? [i] : [];
	});
	return [Math.min(...places), Math.max(...places) + 1];
}

function bookAbout(facts: readonly Fact[], rows: readonly Row[]): FactBook {
	const ids = new Set(everything(rows).map((s) => s.id));
	const book = new FactBook();
	for (const fact of facts) {
		if ([...segmentsOfKey(fact.source), ...segmentsOfKey(fact.target)].some((id) => ids.has(id)))
			book.record(fact);
	}
	return book;
}

/** The standing told anew from the statements about one row, the last about the same content counting. */
function standing(row: Row, facts: readonly Fact[]): unknown {
	const last = new Map(facts.map((fact) => [`${fact.kind}|${fact.source}|${fact.target}`, fact]));
	const says = (kind: Fact["kind"], source?: string) => {
		const key = contentKey(kind, row);
		const fact = last.get(`${kind}|${source ?? key.source}|${key.target}`);
		return fact?.standing ? fact : undefined;
	};
	const ids = everything([row]).map((s) => s.id);
	const other = everything([row]).some((s) => s.other !== undefined);
	const linked = [...last.values()].some(
		(f) =>
			f.kind === "link" &&
			f.standing &&
			[...segmentsOfKey(f.source), ...segmentsOfKey(f.target)].some((id) => ids.includes(id)),
	);
	const exact = says("approval") ? "approved" : says("review") ? "reviewed" : undefined;
	const bare = says("approval", "") ? "approved" : says("review", "") ? "reviewed" : undefined;
	const wording = row.target.every((s) => s.draft === s.text) ? "draft" : "edited";
	const empty = row.target.every((s) => /^[ \t\n\v\f\r\u00a0\u3000\ufeff]*$/.test(s.text));
	return {
		state: empty ? "empty" : (exact ?? bare ?? wording),
		withoutSource: !empty && exact === undefined && bare !== undefined,
		link: says("link") ? "confirmed" : linked || other ? "stale" : "automatic",
		confidence: says("bead")?.confidence ?? null,
	};
}
