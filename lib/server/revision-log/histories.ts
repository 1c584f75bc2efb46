/** Which histories of segments a revision belongs to. */
import { segmentsOfKey } from "#lib/core/document/facts.ts";
import type { Fact, Row, Segment } from "#lib/core/document/model.ts";
import type { Applied, Scope } from "#lib/core/document/operations/contract.ts";
import { type Operation, scopeOf } from "#lib/core/document/operations/registry.ts";
import type { Restore } from "#lib/core/document/operations/restore.ts";
import type { UpdateSide } from "#lib/core/document/operations/update-side.ts";

export interface Histories {
	readonly segments: readonly string[];
	/** Where a revision says something of thousands: for each of the segments the statement about it; null: all of them. */
	readonly ordinals: readonly number[] | null;
}

export const inNoHistory: Histories = { segments: [], ordinals: null };

/** `before`: the rows that the operation was applied to. */
export function historiesOf(
	operation: Operation,
	before: readonly Row[],
	applied: Applied<Operation>,
): Histories {
	const scope = scopeOf(operation);
	return {
		segments: touched(operation, scope, before, applied),
		ordinals: statementsOf(scope, applied),
	};
}

/** Segments whose histories list this revision; a change of a whole side is found by its scope instead. */
function touched(
	operation: Operation,
	scope: Scope,
	before: readonly Row[],
	{ rows: after, facts = [] }: Applied<Operation>,
): string[] {
	if (scope.kind === "run") return facts.flatMap(segmentsOf);
	if (operation.type === "rewrite") return operation.edits.map(([id]) => id);
	if (operation.type === "update") return updated(operation, before);
	if (operation.type === "restore") return brought(operation);
	if (operation.type === "fill" || operation.type === "clear") return operation.rows.map((row) => row[3]);
	if (scope.kind === "none" || scope.kind === "all" || scope.kind === "from") return [];
	const segments = (rows: readonly Row[]) => rows.flatMap((row) => [...row.source, ...row.target]);
	const all = [...segments(before), ...segments(after)];
	const one = operation.type === "edit" || operation.type === "paragraph";
	const kept = one ? all.filter((s: Segment) => s.id === operation.segment) : all;
	return [...new Set(kept.map((segment) => segment.id))];
}

const segmentsOf = ({ source, target }: Fact) => [...segmentsOfKey(source), ...segmentsOfKey(target)];

function statementsOf(scope: Scope, { facts = [] }: Applied<Operation>): number[] | null {
	return scope.kind === "run" ? facts.flatMap((fact, i) => segmentsOf(fact).map(() => i)) : null;
}

/** Those whose wording, or what stands beside it, changes; and those that leave. */
function updated({ side, stretches, written, beside }: UpdateSide, rows: readonly Row[]): string[] {
	const left = new Set(stretches.flatMap(({ after }) => after.flatMap((row) => row[side])));
	const seen = stretches.flatMap(({ before }) => before.flatMap((row) => row[side].map(([id]) => id)));
	const gone = seen.filter((id) => !left.has(id));
	const old = new Map(rows.flatMap((row) => row[side].map((segment) => [segment.id, segment] as const)));
	const said = written.filter(({ id, version, other }) => {
		const was = old.get(id);
		return version !== was?.version || other?.since !== was.other?.since;
	});
	return [...new Set([...said.map(({ id }) => id), ...beside.map(([id]) => id), ...gone])];
}

/** Those whose wording changes, that stand in another passage, that come and that leave. */
function brought({ stretches, written }: Restore): string[] {
	const places = (rows: readonly (readonly [string, readonly string[]])[]) =>
		new Map(rows.flatMap(([row, ids]) => ids.map((id) => [id, row] as const)));
	const ids = (exact: readonly (readonly [string, ...unknown[]])[]) => exact.map(([id]) => id);
	const before = places(
		stretches.flatMap((s) =>
			s.before.map((row) => [row.id, [...ids(row.source), ...ids(row.target)]] as const),
		),
	);
	const after = places(
		stretches.flatMap((s) => s.after.map((row) => [row.id, [...row.source, ...row.target]] as const)),
	);
	const moved = [...new Set([...before.keys(), ...after.keys()])].filter(
		(id) => before.get(id) !== after.get(id),
	);
	return [...new Set([...written.map(({ id }) => id), ...moved])];
}
