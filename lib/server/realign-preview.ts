/** What a realignment would change, as people look at it before. */
import type { LinkState, Segment } from "#lib/core/document/model.ts";
import { isRegrouped, type Stretch } from "#lib/core/document/operations/realign.ts";
import type { WrittenRow } from "#lib/core/document/operations/side.ts";
import type { DocumentHead } from "./passages.ts";
import type { StoredRow } from "./revision-log/load.ts";

/** What would change, with all it was made from. */
export interface Plan {
	readonly head: DocumentHead;
	/** The passages looked at, in order. */
	readonly rows: readonly StoredRow[];
	/** Place of the first of them in the document. */
	readonly offset: number;
	readonly stretches: readonly Stretch[];
}

/** Stretches of which the texts are sent: more than anybody reads through. */
const mostShown = 200;

export interface PreviewRow {
	readonly source: readonly string[];
	readonly target: readonly string[];
	readonly confidence: number | null;
	readonly link: LinkState;
}

export interface PreviewStretch {
	/** Place of its first passage in the document, from 0. */
	readonly index: number;
	readonly before: readonly PreviewRow[];
	readonly after: readonly PreviewRow[];
}

export interface RealignPreview {
	/** The grouping that this was made for. */
	readonly orderNumber: number;
	/** Passages looked at. */
	readonly total: number;
	/** Of these, confirmed ones, which stay. */
	readonly confirmed: number;
	/** Passages that would change, and how many would take their place. */
	readonly changed: number;
	readonly became: number;
	/** Of those that would change, reviewed or approved ones: they would have to be reviewed again. */
	readonly reviewed: number;
	/** Passages that stay with another confidence. */
	readonly restated: number;
	/** The first of the stretches that change. */
	readonly stretches: readonly PreviewStretch[];
	readonly more: number;
}

export function showRealign({ head, rows, offset, stretches }: Plan): RealignPreview {
	const regrouped = stretches.filter(isRegrouped);
	const places = new Map(rows.map(({ row }, i) => [row.id, i]));
	const replaced = regrouped.map(({ before }) => {
		const first = places.get(before[0]?.[0] ?? "") ?? 0;
		return { first, rows: rows.slice(first, first + before.length) };
	});
	const count = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);
	return {
		orderNumber: head.orderNumber,
		total: rows.length,
		confirmed: rows.filter(({ standing }) => standing.link === "confirmed").length,
		changed: count(regrouped.map(({ before }) => before.length)),
		became: count(regrouped.map(({ after }) => after.length)),
		reviewed: replaced
			.flatMap((stretch) => stretch.rows)
			.filter(({ standing: { state } }) => state === "reviewed" || state === "approved").length,
		restated: stretches.length - regrouped.length,
		stretches: regrouped.slice(0, mostShown).map((stretch, i): PreviewStretch => {
			const old = replaced[i]?.rows ?? [];
			return {
				index: offset + (replaced[i]?.first ?? 0),
				before: old.map(({ row, standing: { confidence, link } }) => ({
					source: textsOf(row.source),
					target: textsOf(row.target),
					confidence,
					link,
				})),
				after: laidOut(stretch, {
					source: old.flatMap(({ row }) => row.source),
					target: old.flatMap(({ row }) => row.target),
				}),
			};
		}),
		more: Math.max(0, regrouped.length - mostShown),
	};
}

const textsOf = (segments: readonly Segment[]) => segments.map(({ text }) => text);

function laidOut(
	{ after }: Stretch,
	{ source, target }: { readonly source: readonly Segment[]; readonly target: readonly Segment[] },
): PreviewRow[] {
	let [s, t] = [0, 0];
	return after.map(([, sources, targets, confidence]: WrittenRow) => {
		const row = {
			source: textsOf(source.slice(s, s + sources)),
			target: textsOf(target.slice(t, t + targets)),
			confidence,
			link: "automatic" as const,
		};
		s += sources;
		t += targets;
		return row;
	});
}
