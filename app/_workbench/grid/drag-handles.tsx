"use client";

import { GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, useState } from "react";
import type { Side } from "#lib/core/document/model.ts";
import { useDesk } from "../desk-context.tsx";
import type { WireRow } from "../sync/wire.ts";
import { DragTrace } from "./drag-trace.tsx";
import { useSegmentDrag } from "./use-segment-drag.ts";

interface Spot {
	readonly segment: string;
	readonly side: Side;
	/** Of the text, within its row. Pixels. */
	readonly top: number;
	readonly left: number;
}

/** How far a handle reaches out of the text it stands before. Pixels. */
const outside = 22;

function spotsIn(row: Element): Spot[] {
	const origin = row.getBoundingClientRect();
	return [...row.querySelectorAll<HTMLElement>("[data-side] [data-segment]")].flatMap((text) => {
		const side = text.closest<HTMLElement>("[data-side]")?.dataset["side"];
		const { segment } = text.dataset;
		if (segment === undefined || (side !== "source" && side !== "target")) return [];
		const { top, left } = text.getBoundingClientRect();
		return [{ segment, side, top: top - origin.top, left: left - origin.left - outside }];
	});
}

const same = (one: readonly Spot[], other: readonly Spot[]) =>
	one.length === other.length &&
	one.every((spot, i) => {
		const { segment, top, left } = other[i] ?? spot;
		return spot.segment === segment && spot.top === top && spot.left === left;
	});

/** A handle before each text of a passage: what is dragged to the passage above or below goes there. */
export function DragHandles({ row, index }: { readonly row: WireRow; readonly index: number }) {
	const desk = useDesk();
	const t = useTranslations("workbench.tools");
	const here = useRef<HTMLSpanElement>(null);
	const [spots, setSpots] = useState<readonly Spot[]>([]);
	const { dragged, over, said, begin } = useSegmentDrag(desk, row);
	// The texts may have become longer or shorter with anything that is drawn.
	useLayoutEffect(() => {
		const around = here.current?.closest("[data-passage]");
		const now = around ? spotsIn(around) : [];
		setSpots((before) => (same(before, now) ? before : now));
	});
	return (
		<>
			<span ref={here} role="status" className="sr-only">
				{said === "over" && over
					? t("over", { number: index + (over === "up" ? 0 : 2) })
					: said && t(said === "over" ? "picked" : said)}
			</span>
			{spots.map(({ segment, side, top, left }, i) => (
				<button
					key={segment}
					type="button"
					tabIndex={-1}
					data-handle={segment}
					aria-label={t("drag", { number: i + 1 })}
					className="absolute grid size-6 cursor-grab touch-none place-items-center rounded-sm text-ink-faint hover:bg-wash hover:text-ink"
					style={{ top, left }}
					onPointerDown={(event) => begin(event, { passage: row.id, side, segment })}
				>
					<GripVertical aria-hidden className="size-4" />
				</button>
			))}
			{dragged && <DragTrace row={row} dragged={dragged} over={over} around={here} />}
		</>
	);
}
