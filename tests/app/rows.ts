import type { DocumentHead, WireRow, WireSegment } from "#app/_workbench/sync/wire.ts";
import type { Segment, Side } from "#lib/core/document/model.ts";

/** Rows as the API sends them, for tests of the workbench. */
export function segment(id: string, side: Side, text: string, version = 1): WireSegment {
	const base: Segment = {
		id,
		side,
		kind: "body",
		paragraphStart: false,
		text,
		version,
		draft: side === "target" ? text : null,
		origin: side === "target" ? 0 : null,
	};
	return { ...base, changedBy: null, changedAt: null };
}

export function row(
	index: number,
	source: readonly string[] = [`原文${index}。`],
	target: readonly string[] = [`Text ${index}.`],
): WireRow {
	return {
		id: `row${index}`,
		index,
		source: source.map((text, i) => segment(`s${index}.${i}`, "source", text)),
		target: target.map((text, i) => segment(`t${index}.${i}`, "target", text)),
		state: "draft",
		withoutSource: false,
		link: "automatic",
		confidence: 0.9,
	};
}

export function rowsFrom(start: number, count: number): WireRow[] {
	return Array.from({ length: count }, (_, i) => row(start + i));
}

export function head(passages: number): DocumentHead {
	return {
		id: "document00001",
		projectId: "project000001",
		projectName: "Walks",
		description: {
			title: "A walk",
			publishedOn: null,
			publisher: null,
			byline: null,
			sourceLanguage: "zh-Hans",
			targetLanguage: "en",
			origins: [{ kind: "machine", engine: "Test" }],
			labels: [],
		},
		headNumber: 1,
		orderNumber: 1,
		passages,
		role: "lead",
		permissions: ["rendering.edit", "align", "review", "source.edit"],
		sides: { source: true, target: true },
	};
}
