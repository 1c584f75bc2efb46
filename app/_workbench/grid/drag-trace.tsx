"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import { classNames } from "#app/_ui/class-names.ts";
import { useDesk } from "../desk-context.tsx";
import { runUpTo } from "../store/align-actions.ts";
import type { Dragged } from "../store/drop.ts";
import type { WireRow } from "../sync/wire.ts";

interface DragTraceProps {
	readonly row: WireRow;
	readonly dragged: Dragged;
	readonly over: "up" | "down" | null;
	readonly around: RefObject<HTMLElement | null>;
}

type Box = Pick<DOMRect, "top" | "left" | "width" | "height">;

/** What is taken along, and where it may be let go: the same side of the passages above and below. */
export function DragTrace({ row, dragged, over, around }: DragTraceProps) {
	const desk = useDesk();
	const [boxes, setBoxes] = useState<{
		readonly taken: readonly Box[];
		readonly places: readonly (Box | undefined)[];
	}>({
		taken: [],
		places: [],
	});
	useLayoutEffect(() => {
		const grid = around.current?.closest("[role=grid]");
		const boxOf = (selector: string) => grid?.querySelector(selector)?.getBoundingClientRect();
		const at = desk.data.rows.indexOf(row.id);
		const cell = (passage: string | null) =>
			passage
				? (boxOf(`[data-passage="${passage}"] [data-side="${dragged.side}"]`) ??
					boxOf(`[data-passage="${passage}"]`))
				: undefined;
		const run = over ? runUpTo(row[dragged.side], over, dragged.segment) : [{ id: dragged.segment }];
		const taken = run.flatMap(({ id }) => boxOf(`[data-segment="${id}"]`) ?? []);
		setBoxes({ taken, places: [cell(desk.data.rows.idAt(at - 1)), cell(desk.data.rows.idAt(at + 1))] });
	}, [desk, row, dragged, over, around]);
	const [above, below] = boxes.places;
	return createPortal(
		<div aria-hidden className="pointer-events-none fixed inset-0 z-30">
			{boxes.taken.map((box) => (
				<Outline key={`${box.top}`} box={box} className="bg-accent-wash opacity-60" />
			))}
			{above && <Outline box={above} className={place(over === "up")} />}
			{below && <Outline box={below} className={place(over === "down")} />}
		</div>,
		document.body,
	);
}

const place = (isOver: boolean) =>
	classNames("border-2", isOver ? "border-accent" : "border-dashed border-rule-strong");

function Outline({ box, className }: { readonly box: Box; readonly className: string }) {
	const { top, left, width, height } = box;
	return <div className={classNames("fixed rounded-sm", className)} style={{ top, left, width, height }} />;
}
