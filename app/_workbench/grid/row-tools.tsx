"use client";

import {
	ArrowDownFromLine,
	ArrowUpFromLine,
	Check,
	ChevronsDown,
	ChevronsUp,
	FoldVertical,
	type LucideIcon,
	Scissors,
	Unlink2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "#app/_ui/button.tsx";
import { classNames } from "#app/_ui/class-names.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { actionNamed, type KeyActionId } from "../keys/registry.ts";
import { useActionName } from "../keys/use-action-name.ts";
import { useCaps } from "../keys/use-caps.ts";
import { actions } from "../store/actions.ts";
import type { Desk } from "../store/desk.ts";
import type { WireRow } from "../sync/wire.ts";
import { DragHandles } from "./drag-handles.tsx";

const tools = [
	["merge", FoldVertical],
	["split", Scissors],
	["takeApart", Unlink2],
	["moveUp", ArrowUpFromLine],
	["moveDown", ArrowDownFromLine],
	["shiftUp", ChevronsUp],
	["shiftDown", ChevronsDown],
	["confirmLink", Check],
] as const satisfies readonly (readonly [KeyActionId, LucideIcon])[];

// Not a table, like the grid itself.
const asCell = { role: "gridcell", "aria-colindex": 4, tabIndex: -1 } as const;
const asToolbar = (label: string) => ({ role: "toolbar", "aria-label": label });

/** The tools do to this passage what the keys do to the one a person is on. */
function apply(desk: Desk, id: (typeof tools)[number][0], passage: string): void {
	desk.turns.take(() => {
		const { place } = desk.state.get();
		const row = desk.data.rows.row(passage);
		if (row && place?.passage !== passage) desk.go(desk.placeIn(row, place?.side));
		return actions[id](desk);
	});
	desk.focus();
}

/** Lies over the border to the passage above, of the first over the one below, so that nothing moves when it comes and goes; every key has the same. */
export default function RowTools({ row, index }: { readonly row: WireRow; readonly index: number }) {
	const desk = useDesk();
	const t = useTranslations("workbench.tools");
	const nameOf = useActionName();
	const capsOf = useCaps();
	const permissions = useWorkbench(({ head }) => head.permissions);
	const offered = tools.filter(([id]) => {
		const { permission } = actionNamed(id);
		return permission === null || permissions.includes(permission);
	});
	return (
		<div {...asCell} className="pointer-events-none absolute inset-0 z-10 *:pointer-events-auto print:hidden">
			<div
				{...asToolbar(t("label", { number: index + 1 }))}
				data-tools
				data-plain
				className={classNames(
					"absolute left-1/2 flex -translate-x-1/2 rounded-md border border-rule-strong bg-paper",
					index === 0 ? "bottom-0 translate-y-1/2" : "top-0 -translate-y-1/2",
				)}
			>
				{offered.map(([id, Icon]) => (
					<IconButton
						key={id}
						label={nameOf(id)}
						{...capsOf(id)}
						size="sm"
						tabIndex={-1}
						className="h-6! w-6! text-ink-soft"
						icon={<Icon aria-hidden className="size-3.5" />}
						onPointerDown={(event) => event.preventDefault()}
						onClick={() => apply(desk, id, row.id)}
					/>
				))}
			</div>
			<DragHandles row={row} index={index} />
		</div>
	);
}
