/** What a realignment would change, as people look at it before. */
import type { Segment } from "#lib/core/document/model.ts";
import { isRegrouped, type Stretch } from "#lib/core/document/operations/realign.ts";
import type { WrittenRow } from "#lib/core/document/operations/side.ts";
import type { PreviewRow, PreviewStretch, RealignPreview } from "#lib/core/document/wire.ts";
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
