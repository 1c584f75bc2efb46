/** Lays what an import would make out as lines to read: passages, and between them what is set aside. */
import type { SegmentKind, Side } from "#lib/core/document/model.ts";

export interface PreviewSegment {
	readonly kind: SegmentKind;
	readonly paragraphStart: boolean;
	readonly text: string;
}

export interface PreviewSide {
	readonly language: string;
	/** Without inline codes, as they read. */
	readonly segments: readonly PreviewSegment[];
	readonly learned?: readonly number[];
}

/** POST /projects/:projectId/preview; a row is [source segments, target segments, confidence]. */
export interface ImportPreview {
	readonly source: PreviewSide | null;
	readonly target: PreviewSide | null;
	readonly rows: readonly (readonly [number, number, number | null])[];
}

export interface PreviewItem extends PreviewSegment {
	/** Place among the side's segments. */
	readonly index: number;
	/** Number of its paragraph, from 0. */
	readonly paragraph: number;
}

export type PreviewLine =
	| {
			readonly kind: "passage";
			readonly number: number;
			readonly source: readonly PreviewItem[];
			readonly target: readonly PreviewItem[];
			readonly confidence: number | null;
	  }
	| { readonly kind: "aside"; readonly side: Side; readonly item: PreviewItem };

function itemsOf(side: PreviewSide | null): PreviewItem[] {
	let paragraph = -1;
	return (side?.segments ?? []).map((segment, index) => {
		if (segment.paragraphStart) paragraph += 1;
		return { ...segment, index, paragraph };
	});
}

/** Furniture comes where it stands in its text: before the passage that follows it on its side. */
export function previewLines(preview: ImportPreview): PreviewLine[] {
	const lines: PreviewLine[] = [];
	const items = { source: itemsOf(preview.source), target: itemsOf(preview.target) };
	const at = { source: 0, target: 0 };

	function asides(side: Side): void {
		for (let item = items[side][at[side]]; item?.kind === "furniture"; item = items[side][at[side]]) {
			lines.push({ kind: "aside", side, item });
			at[side] += 1;
		}
	}
	function take(side: Side, count: number): PreviewItem[] {
		const taken: PreviewItem[] = [];
		while (taken.length < count) {
			if (taken.length > 0) asides(side);
			const item = items[side][at[side]];
			if (!item) break;
			taken.push(item);
			at[side] += 1;
		}
		return taken;
	}

	for (const [row, [sources, targets, confidence]] of preview.rows.entries()) {
		if (sources > 0) asides("source");
		if (targets > 0) asides("target");
		lines.push({
			kind: "passage",
			number: row + 1,
			source: take("source", sources),
			target: take("target", targets),
			confidence,
		});
	}
	asides("source");
	asides("target");
	return lines;
}
