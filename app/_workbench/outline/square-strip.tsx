"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useMemo } from "react";
import { classNames } from "#app/_ui/class-names.ts";
import type { StateMark } from "#app/_ui/state-marks.ts";
import { markColour } from "#app/_ui/state-square.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import type { Letters } from "../store/outline-letters.ts";
import { goToIndex } from "../store/travel.ts";
import { cellSize, cellsOf, columns, pathsOf } from "./square-paths.ts";

interface SquareStripProps {
	readonly letters: Letters;
	readonly onLeave: () => void;
	/** From the keyboard there is no square to point at: a number is asked for. */
	readonly onKeyboard: () => void;
}

/** One square for every passage, or for every few of them in a long document. A handful of paths, however many squares. */
export function SquareStrip({ letters, onLeave, onKeyboard }: SquareStripProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.outline");
	const active = useWorkbench((state) => (state.place ? state.rows.indexOf(state.place.passage) : -1));
	const { perCell, cells } = useMemo(() => cellsOf(letters.states), [letters.states]);
	const paths = useMemo(() => pathsOf(cells), [cells]);
	const height = Math.ceil(cells.length / columns) * cellSize;
	const here = Math.floor(active / perCell);

	function onClick(event: MouseEvent<HTMLButtonElement>): void {
		if (event.detail === 0) {
			onKeyboard();
			return;
		}
		const box = event.currentTarget.getBoundingClientRect();
		const scale = (columns * cellSize) / box.width;
		const column = Math.floor(((event.clientX - box.left) * scale) / cellSize);
		const line = Math.floor(((event.clientY - box.top) * scale) / cellSize);
		const index = (line * columns + Math.min(column, columns - 1)) * perCell;
		if (index >= letters.states.length) return;
		desk.turns.take(() => goToIndex(desk, index));
		onLeave();
	}

	return (
		<section aria-label={t("passages")} className="flex flex-col gap-1.5">
			<button type="button" aria-label={t("passages")} className="block w-full" onClick={onClick}>
				<svg aria-hidden viewBox={`0 0 ${columns * cellSize} ${height}`} className="block w-full">
					{paths.map(({ mark, fill, stroke }) => (
						<g key={mark} className={markColour[mark as StateMark]}>
							<path d={fill} fill="currentColor" />
							<path
								d={stroke}
								fill="none"
								stroke="currentColor"
								strokeWidth="1"
								className={classNames(mark === "empty" && "[stroke-dasharray:1.5_1.5]")}
							/>
						</g>
					))}
					{here >= 0 && (
						<rect
							x={(here % columns) * cellSize}
							y={Math.floor(here / columns) * cellSize}
							width={cellSize}
							height={cellSize}
							fill="none"
							stroke="var(--accent)"
							strokeWidth="1.5"
						/>
					)}
				</svg>
			</button>
			{perCell > 1 && <p className="text-xs text-ink-faint">{t("grouped", { count: perCell })}</p>}
		</section>
	);
}
