/** Makes the operation that an attempt stands for, against the document as it is. */
import type { Row, Segment, Side } from "#lib/core/document/model.ts";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import type { WrittenRow, WrittenSegment } from "#lib/core/document/operations/side.ts";
import { type Pair, regroup } from "#lib/core/document/regroup.ts";
import type { Replica } from "#lib/core/document/replica.ts";
import type { Act, Attempt } from "./arbitrary.ts";
import { posted } from "./example.ts";
import { randomRestore } from "./random-restore.ts";
import { randomUpdate } from "./random-update.ts";
import type { Snapshot } from "./session.ts";

/** What the attempt picks from. */
export interface Scene {
	readonly replica: Replica;
	readonly rows: readonly Row[];
	readonly segments: readonly Segment[];
	readonly attempt: Attempt;
	/** By number: how it was after each revision. */
	readonly past: ReadonlyMap<number, Snapshot>;
	/** An id that was never used. */
	newId(): string;
}

type Made = Operation | null;
export type PostedAct = Exclude<Act, "undo" | "undoAny" | "again">;

/** Null where there is nothing to pick from. */
export function choose(
	replica: Replica,
	attempt: Attempt & { readonly act: PostedAct },
	newId: () => string,
	past: ReadonlyMap<number, Snapshot>,
): Made {
	const rows = replica.rows();
	const segments = rows.flatMap((row) => [...row.source, ...row.target]);
	return makers[attempt.act]({ replica, rows, segments, attempt, newId, past });
}

const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const shape = (row: Row) => ({
	id: row.id,
	source: row.source.map((s) => s.id),
	target: row.target.map((s) => s.id),
});
const exact = (row: Row) => ({
	id: row.id,
	source: row.source.map((s) => [s.id, s.version]),
	target: row.target.map((s) => [s.id, s.version]),
});

const makers: Record<PostedAct, (scene: Scene) => Made> = {
	edit({ segments, attempt: { picks, text } }) {
		const segment = at(segments, picks[0]);
		return segment ? posted({ type: "edit", segment: segment.id, version: segment.version, text }) : null;
	},
	rewrite({ replica, rows, attempt: { picks, text, wild } }) {
		const side: Side = picks[0] % 2 === 0 ? "source" : "target";
		const chosen = rows.flatMap((row) => row[side]).filter((_, i) => (i + picks[1]) % 3 > 0);
		const edits = chosen.map((s, i) => [s.id, s.version, `${text}${wild ? "" : i}`]);
		const language = side === "source" ? "sourceLanguage" : "targetLanguage";
		const before = replica.description[language];
		const after =
			picks[2] % 2 === 0 ? null : { before, after: at(["zh-Hans", "zh-Hant", "en", "de"], picks[3]) };
		return posted({ type: "rewrite", side, edits, language: after });
	},
	split({ segments, attempt: { picks, wild }, newId }) {
		const segment = at(wild ? segments : segments.filter((s) => cuts(s.text).length > 0), picks[0]);
		if (!segment) return null;
		const where = wild ? picks[1] % 14 : at(cuts(segment.text), picks[1]);
		const draftAt =
			segment.draft === null ? null : at([0, ...cuts(segment.draft), segment.draft.length], picks[2]);
		return posted({
			type: "split",
			segment: segment.id,
			version: segment.version,
			at: where,
			draftAt,
			id: newId(),
		});
	},
	join({ rows, segments, attempt: { picks, wild } }) {
		const lists = rows.flatMap((row) => [row.source, row.target]).filter((list) => list.length > 1);
		const list = wild ? segments : at(lists, picks[0]);
		const start = picks[1] % Math.max(1, (list?.length ?? 1) - 1);
		const [left, right] = [list?.[start], list?.[wild ? picks[2] % (list.length || 1) : start + 1]];
		if (!left || !right) return null;
		return posted({
			type: "join",
			segments: [left.id, right.id],
			versions: [left.version, right.version],
			separator: at(["", " ", "  "], picks[3]),
		});
	},
	merge(scene) {
		const pair = neighbours(scene);
		return pair && posted({ type: "merge", rows: pair.map(shape) });
	},
	divide({ rows, attempt: { picks, wild }, newId }) {
		const row = at(wild ? rows : rows.filter((r) => r.source.length + r.target.length > 1), picks[0]);
		if (!row) return null;
		const [source, target] = [picks[1] % (row.source.length + 1), picks[2] % (row.target.length + 1)];
		return posted({ type: "divide", row: shape(row), id: newId(), source, target });
	},
	move(scene) {
		const pair = neighbours(scene);
		const [picks, wild] = [scene.attempt.picks, scene.attempt.wild];
		if (!pair) return null;
		const border = [pair[0].source.at(-1), pair[0].target.at(-1), pair[1].source[0], pair[1].target[0]];
		const segment = at(wild ? scene.segments : border.filter((s) => s !== undefined), picks[2]);
		return segment ? posted({ type: "move", rows: pair.map(shape), segment: segment.id }) : null;
	},
	carry(scene) {
		const pair = neighbours(scene);
		const { picks, wild } = scene.attempt;
		if (!pair) return null;
		const lists = [pair[0].source.toReversed(), pair[0].target.toReversed(), pair[1].source, pair[1].target];
		const place = picks[2] % lists.length;
		const count = 1 + (picks[3] % Math.max(1, lists[place]?.length ?? 1));
		const taken = wild ? scene.segments.slice(picks[3] % 5, 7) : (lists[place]?.slice(0, count) ?? []);
		const segments = (place < 2 && !wild ? taken.toReversed() : taken).map((s) => s.id);
		return segments.length > 0 ? posted({ type: "carry", rows: pair.map(shape), segments }) : null;
	},
	shift,
	swap({ rows, segments, attempt: { picks, wild } }) {
		const line = wild ? segments : rows.flatMap((row) => row.target);
		const start = picks[0] % Math.max(1, line.length - 1);
		const [first, second] = [line[start], line[wild ? picks[1] % line.length : start + 1]];
		return first && second ? posted({ type: "swap", segments: [first.id, second.id] }) : null;
	},
	insert({ rows, segments, attempt: { picks, text, wild }, newId }) {
		const row = at(rows, picks[0]);
		const after = at<Segment | null>(wild ? segments : [null, ...(row?.target ?? [])], picks[1]);
		return row
			? posted({ type: "insert", row: shape(row), segment: newId(), text, after: after?.id ?? null })
			: null;
	},
	paragraph({ segments, attempt: { picks, wild } }) {
		const segment = at(segments, picks[0]);
		const starts = wild ? picks[1] % 2 === 0 : !segment?.paragraphStart;
		return segment ? posted({ type: "paragraph", segment: segment.id, starts }) : null;
	},
	discard({ rows, attempt: { picks, wild } }) {
		const places = rows.flatMap((row) => row.target.map((segment) => ({ row, segment })));
		const place = at(wild ? places : places.filter(({ segment }) => segment.text.trim() === ""), picks[0]);
		if (!place) return null;
		const { id: segment, version } = place.segment;
		return posted({ type: "discard", row: shape(place.row), segment, version });
	},
	affirm({ replica, rows, attempt: { picks, wild } }) {
		const [first, last] = [picks[0], picks[1]].map((n) => n % rows.length).toSorted((a, b) => a - b);
		const [from, to] = [rows[(wild ? last : first) ?? 0], rows[(wild ? first : last) ?? 0]];
		const seen = Math.max(1, replica.number - (picks[2] % 4));
		if (!from || !to) return null;
		const run = { from: from.id, to: to.id, grouping: replica.order, seen };
		return posted({ type: "affirm", ...run, stale: picks[3] % 2 === 0 });
	},
	fill({ replica, rows, attempt: { picks, text, wild }, newId }) {
		const empty = rows.filter((r) => r.target.every((s) => s.text.trim() === ""));
		const chosen = (wild ? rows : empty).filter((_, i) => (i + picks[0]) % 3 > 0);
		const { origins } = replica.description;
		const engine = { kind: "machine", engine: `E${picks[1] % 3}` } as const;
		const at = picks[2] % (origins.length + 1);
		if (chosen.length === 0) return null;
		return posted({
			type: "fill",
			rows: chosen.map((row, i) => {
				const { id: name, source, target } = exact(row);
				return [name, source, target, row.target[0]?.id ?? newId(), `${text}${wild ? "" : i}`];
			}),
			origin: { at, is: origins[at] ?? engine },
		});
	},
	confirm({ rows, attempt: { picks } }) {
		const kinds = at(
			[["link", "review"], ["link"], ["review"], ["link", "review", "approval"], ["approval"]],
			picks[0],
		);
		const [first, count] = [picks[1] % Math.max(1, rows.length), 1 + (picks[2] % 3)];
		const chosen = rows.slice(first, first + count);
		return chosen.length > 0 ? posted({ type: "confirm", kinds, rows: chosen.map(exact) }) : null;
	},
	attach,
	update: (scene) => randomUpdate(scene),
	restore: (scene) => randomRestore(scene),
	settle({ segments, attempt: { picks, wild } }) {
		const segment = at(wild ? segments : segments.filter((s) => s.other), picks[0]);
		if (!segment) return null;
		const { id: name, version, other } = segment;
		return posted({
			type: "settle",
			segment: name,
			version,
			since: other?.since ?? 1,
			take: picks[1] % 2 === 0,
		});
	},
	realign,
	describe({ replica, attempt: { picks, text } }) {
		const field = at(["title", "byline", "publisher", "publishedOn"] as const, picks[0]) ?? "title";
		return posted({
			type: "describe",
			before: { [field]: replica.description[field] },
			after: { [field]: text },
		});
	},
	label({ replica, attempt: { picks, text } }) {
		const number = 1 + (picks[0] % (replica.number + 1));
		const before = replica.description.labels.find((entry) => entry.number === number)?.name ?? null;
		return posted({ type: "label", number, before, after: picks[1] % 3 === 0 ? null : `L${text}` });
	},
	origin({ replica, attempt: { picks } }) {
		const before = at(replica.description.origins, picks[0]);
		const after = at(
			[{ kind: "human" }, { kind: "unknown" }, { kind: "machine", engine: `E${picks[1] % 3}` }],
			picks[2],
		);
		return before
			? posted({ type: "origin", index: replica.description.origins.indexOf(before), before, after })
			: null;
	},
};

/** Offsets inside a text that do not cut a character. */
function cuts(text: string): number[] {
	return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => i + 1).filter(
		(i) => !/^[\udc00-\udfff]/.test(text.slice(i)),
	);
}

function neighbours({ rows, attempt: { picks, wild } }: Scene): [Row, Row] | null {
	const start = picks[0] % Math.max(1, rows.length - 1);
	const [first, second] = [rows[start], rows[wild ? picks[1] % rows.length : start + 1]];
	return first && second ? [first, second] : null;
}

function shift({ replica, rows, attempt: { picks, wild }, newId }: Scene): Made {
	const side: Side = picks[0] % 3 === 0 ? "source" : "target";
	const direction = picks[1] % 2 === 0 ? ("down" as const) : ("up" as const);
	const places = rows.flatMap((row, i) =>
		(direction === "down" ? row[side] : (rows[i + 1]?.[side].slice(0, 1) ?? [])).map((segment) => ({
			from: row.id,
			segment: segment.id,
		})),
	);
	const place = at(places, picks[2]);
	if (!place) return null;
	const from = wild ? (at(rows, picks[3])?.id ?? place.from) : place.from;
	return posted({ type: "shift", side, direction, ...place, from, created: newId(), order: replica.order });
}

function attach({ rows, attempt: { picks, text, wild }, newId }: Scene): Made {
	const side: Side | undefined = (["source", "target"] as const).find((s) =>
		rows.every((row) => row[s].length === 0),
	);
	if (!side) return null;
	const other: Side = side === "source" ? "target" : "source";
	const segments = Array.from({ length: 1 + (picks[0] % 6) }, (_, i): WrittenSegment => {
		const aside = i > 0 && (picks[1] + i) % 4 === 0;
		return [newId(), aside ? "furniture" : "body", i % 2 === 0, `${text}${i}`];
	});
	let left = segments.filter(([, kind]) => kind !== "furniture").length;
	const counts = wild
		? rows.flatMap((row) => row[other].map(() => 1))
		: together(
				rows.map((row) => row[other].length),
				picks[3],
			);
	const laid = counts.map((beside, i): WrittenRow => {
		const count = Math.min(left, (picks[2] + i) % 3);
		left -= count;
		const passage = (picks[3] + i) % 3 === 0 ? newId() : (rows[i]?.id ?? newId());
		const confidence = i % 2 === 0 ? 0.25 : null;
		return side === "source" ? [passage, count, beside, confidence] : [passage, beside, count, confidence];
	});
	const rest: WrittenRow = side === "source" ? [newId(), left, 0, null] : [newId(), 0, left, null];
	return posted({
		type: "attach",
		side,
		segments,
		origin: side === "target" ? { kind: "human" } : null,
		rows: left > 0 && picks[1] % 9 > 0 ? [...laid, rest] : laid,
	});
}

/** Groups a run of passages anew, with whatever sizes the seed gives. */
function realign({ replica, rows, attempt: { picks }, newId }: Scene): Made {
	const first = picks[0] % Math.max(1, rows.length);
	const run = rows.slice(first, first + 1 + (picks[1] % 8));
	const seen = run.map((row) => ({ row, confidence: replica.standing(row).confidence, fixed: false }));
	const pairs: Pair[] = [];
	const counts = { source: run.flatMap((r) => r.source).length, target: run.flatMap((r) => r.target).length };
	let [s, t] = [0, 0];
	while (s < counts.source || t < counts.target) {
		const turn = pairs.length * 5 + picks[2];
		const source = Math.min(counts.source - s, turn % 3);
		const least = source === 0 && s < counts.source && t === counts.target ? 1 : source;
		const target = Math.min(counts.target - t, least === 0 ? 1 + (turn % 2) : Math.floor(turn / 3) % 3);
		const confidence = ((turn + picks[3]) % 11) / 10;
		pairs.push({ source: [s, s + least], target: [t, t + target], confidence });
		s += least;
		t += target;
	}
	const stretches = regroup(seen, pairs, newId);
	return stretches.length > 0 ? posted({ type: "realign", stretches }) : null;
}

/** Puts some neighbours together, as an aligner does with two sentences beside one. */
function together(counts: readonly number[], seed: number): number[] {
	const sums: number[] = [];
	for (const [i, count] of counts.entries()) {
		const last = sums.at(-1);
		if (last !== undefined && (seed + i) % 2 === 0) sums.splice(-1, 1, last + count);
		else sums.push(count);
	}
	return sums;
}
