import { z } from "zod";
import { digestOf } from "../digest.ts";
import { contentKey, standingOf } from "../facts.ts";
import type { Fact, Row } from "../model.ts";
import {
	type AnyOperation,
	type Applied,
	type Context,
	Count,
	Id,
	maxSegments,
	type OperationKind,
	type Refusal,
	Version,
} from "./contract.ts";

/** Which passages of a run: how many are passed over, how many are meant, and so on by turns. */
const Turns = z.array(Count).max(maxSegments);
/** The passages meant, and the digest of what their links name: exactly these, or none. */
const Meant = z.strictObject({ rows: Turns, content: z.string().regex(/^[0-9a-f]{14}$/) });
type Meant = z.infer<typeof Meant>;

const run = {
	/** The first and the last passage of a run. */
	from: Id,
	to: Id,
	/** Whether a link that was confirmed before something changed is meant too. */
	stale: z.boolean(),
	/** The grouping that the person saw. */
	grouping: Version,
	/** The newest revision that the person saw: of later source texts nothing is said. */
	seen: Version,
};

const affirmSchema = z.strictObject({
	type: z.literal("affirm"),
	v: z.literal(1).default(1),
	...run,
	/** What undoing a disavowal states again; only an inverse knows it. */
	as: Meant.nullable().default(null),
});
const disavowSchema = z.strictObject({
	type: z.literal("disavow"),
	v: z.literal(1).default(1),
	...run,
	said: Meant,
});
export type Affirm = z.output<typeof affirmSchema>;
export type Disavow = z.output<typeof disavowSchema>;

/**
 * States that the links of a whole run of passages are right: of every one that nobody has confirmed, but for
 * those that wait for a choice between two versions. One small entry of the log, however long the run.
 */
export const affirm = {
	type: "affirm",
	schema: affirmSchema,
	inverseOnly: ["as"],
	permission: () => "review",
	scope: ({ from, to }) => ({ kind: "run", ids: from === to ? [from] : [from, to] }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const { from, to, stale, grouping, seen, as } = operation;
		if (as === null && grouping !== context.order) return { refused: "order-changed" };
		if (rows[0]?.id !== from || rows.at(-1)?.id !== to) return { refused: "row-changed" };
		const asked = as === null ? rows.map((row) => isAsked(row, operation, context)) : meantBy(rows, as);
		if (!asked) return { refused: "row-changed" };
		const meant = rows.map((row, i) => asked[i] === true && !isConfirmed(row, context));
		if (!meant.includes(true)) return { refused: "already-confirmed" };
		const inverse: Disavow = {
			type: "disavow",
			v: 1,
			from,
			to,
			stale,
			grouping,
			seen,
			said: written(rows, meant),
		};
		return { rows, inverse, facts: factsOf(rows, meant, true) };
	},
} satisfies OperationKind<typeof affirmSchema>;

/** Takes exactly those statements back; refused where one of them does not stand any more. */
export const disavow = {
	type: "disavow",
	schema: disavowSchema,
	inverseOnly: null,
	permission: () => "review",
	scope: ({ from, to }) => ({ kind: "run", ids: from === to ? [from] : [from, to] }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const { from, to, stale, grouping, seen, said } = operation;
		if (rows[0]?.id !== from || rows.at(-1)?.id !== to) return { refused: "row-changed" };
		const meant = meantBy(rows, said);
		if (!meant) return { refused: "row-changed" };
		if (rows.some((row, i) => meant[i] && !isConfirmed(row, context))) return { refused: "not-confirmed" };
		const inverse: Affirm = { type: "affirm", v: 1, from, to, stale, grouping, seen, as: said };
		return { rows, inverse, facts: factsOf(rows, meant, false) };
	},
} satisfies OperationKind<typeof disavowSchema>;

function isAsked(row: Row, { stale, seen }: Affirm, context: Context): boolean {
	const waits = [...row.source, ...row.target].some(({ other }) => other !== undefined);
	const later = row.source.some(({ version }) => version > seen);
	return !waits && !later && (stale || standingOf(row, context.facts).link === "automatic");
}

function isConfirmed(row: Row, context: Context): boolean {
	const { source, target } = contentKey("link", row);
	return context.facts.standing("link", source, target) !== undefined;
}

function written(rows: readonly Row[], meant: readonly boolean[]): Meant {
	const turns: number[] = [];
	for (const is of meant) {
		const last = turns.length > 0 && turns.length % 2 === 0;
		if (is !== last) turns.push(...(turns.length === 0 ? [0, 1] : [1]));
		else turns.push((turns.pop() ?? 0) + 1);
	}
	return { rows: turns, content: contentOf(rows, meant) };
}

function contentOf(rows: readonly Row[], meant: readonly boolean[]): string {
	return digestOf(
		rows.flatMap((row, i) => {
			const { source, target } = contentKey("link", row);
			return meant[i] ? [row.id, source, target] : [];
		}),
	);
}

/** Which of the passages are meant; undefined where they are not exactly those. */
function meantBy(rows: readonly Row[], { rows: turns, content }: Meant): boolean[] | undefined {
	const meant = turns.flatMap((count, i) => Array.from({ length: count }, () => i % 2 === 1));
	const fits = meant.length === rows.length && contentOf(rows, meant) === content;
	return fits ? meant : undefined;
}

function factsOf(rows: readonly Row[], meant: readonly boolean[], standing: boolean): Fact[] {
	return rows
		.filter((_, i) => meant[i])
		.map((row) => ({ kind: "link", ...contentKey("link", row), standing, confidence: null }));
}
