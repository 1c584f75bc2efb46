"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, type Ref, useEffect, useMemo, useRef, useState } from "react";
import { classNames } from "#app/_ui/class-names.ts";
import { StateSquare } from "#app/_ui/state-square.tsx";
import { useDesk } from "../desk-context.tsx";
import { mayBeChosen, type PlannedChange, type PlannedPassage } from "../store/replace-plan.ts";
import { ChangeText } from "./change-text.tsx";

export interface ChangeListProps {
	readonly label: string;
	readonly passages: readonly PlannedPassage[];
	readonly isChosen: (change: PlannedChange) => boolean;
	readonly onChoose: (changes: readonly PlannedChange[], chosen: boolean) => void;
	readonly onGo: (passage: PlannedPassage, change: PlannedChange) => void;
	readonly ref?: Ref<HTMLDivElement>;
}

/** Pixels of a passage that was not drawn yet. */
const usualHeight = 72;
/** Changes that Page Up and Page Down pass. */
const page = 10;

/** Changes passage by passage, each with a tick: Space ticks it, P its whole passage, Enter goes there. */
export function ChangeList({ label, passages, isChosen, onChoose, onGo, ref }: ChangeListProps) {
	const scroller = useRef<HTMLDivElement>(null);
	const [wanted, setActive] = useState(0);
	const flat = useMemo(
		() => passages.flatMap((passage, at) => passage.changes.map((change) => ({ passage, change, at }))),
		[passages],
	);
	const active = Math.min(wanted, flat.length - 1);
	const here = flat[active];
	const virtual = useVirtualizer({
		count: passages.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => usualHeight,
		getItemKey: (i) => passages[i]?.id ?? i,
		overscan: 6,
		initialRect: { width: 800, height: 500 },
	});
	const id = here ? idOf(here.change) : undefined;
	const shown = here?.at ?? 0;
	useEffect(() => {
		virtual.scrollToIndex(shown);
		if (id) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
	}, [virtual, shown, id]);
	const toggle = (changes: readonly PlannedChange[]) => {
		const free = changes.filter(mayBeChosen);
		onChoose(free, !free.every(isChosen));
	};
	function onKey(event: KeyboardEvent): void {
		const move = moves[event.key]?.(active, flat.length);
		const all = (event.ctrlKey || event.metaKey) && event.code === "KeyA";
		const bare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
		if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return;
		if (move !== undefined) setActive(Math.max(0, Math.min(flat.length - 1, move)));
		else if (all) toggle(flat.map(({ change }) => change));
		else if (bare && event.key === " " && here) toggle([here.change]);
		else if (bare && event.code === "KeyP" && here) toggle(here.passage.changes);
		else if (event.key === "Enter" && here) onGo(here.passage, here.change);
		else return;
		event.preventDefault();
		event.stopPropagation();
	}
	function onClick({ target }: MouseEvent): void {
		const part = target instanceof Element ? target.closest<HTMLElement>("[data-part]") : null;
		const at = flat.findIndex(({ change }) => change.key === part?.dataset["change"]);
		const entry = flat[at];
		if (!part || !entry) return;
		setActive(at);
		if (part.dataset["part"] === "go") onGo(entry.passage, entry.change);
		else toggle(part.dataset["part"] === "passage" ? entry.passage.changes : [entry.change]);
	}
	return (
		<div
			ref={(node) => {
				scroller.current = node;
				if (typeof ref === "function") ref(node);
				else if (ref) ref.current = node;
			}}
			role="listbox"
			aria-label={label}
			aria-multiselectable
			aria-activedescendant={id}
			tabIndex={0}
			className="max-h-[36dvh] overflow-y-auto rounded-md border border-rule focus-visible:outline-2 focus-visible:outline-accent"
			onKeyDown={onKey}
			onClick={onClick}
		>
			<div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
				{virtual.getVirtualItems().map((item) => {
					const passage = passages[item.index];
					return (
						passage && (
							<div
								key={item.key}
								ref={virtual.measureElement}
								data-index={item.index}
								role="presentation"
								className="absolute inset-x-0"
								style={{ top: item.start }}
							>
								<PassageChanges passage={passage} active={here?.change ?? null} isChosen={isChosen} />
							</div>
						)
					);
				})}
			</div>
		</div>
	);
}

const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
	ArrowDown: (at) => at + 1,
	ArrowUp: (at) => at - 1,
	PageDown: (at) => at + page,
	PageUp: (at) => at - page,
	Home: () => 0,
	End: (_at, count) => count - 1,
};

const idOf = ({ key }: PlannedChange) => `change-${key}`;

interface PassageChangesProps {
	readonly passage: PlannedPassage;
	readonly active: PlannedChange | null;
	readonly isChosen: (change: PlannedChange) => boolean;
}

// Not a fieldset: its options belong to the list around it.
const asGroup = (label: string) => ({ role: "group", "aria-label": label });

function PassageChanges({ passage, active, isChosen }: PassageChangesProps) {
	const desk = useDesk();
	const t = useTranslations("replace");
	const { changes, state, index } = passage;
	const first = changes[0]?.key;
	const free = changes.filter(mayBeChosen);
	const some = free.some(isChosen);
	return (
		<div {...asGroup(t("passage", { number: index + 1 }))} className="border-b border-rule">
			<div aria-hidden className="flex items-center gap-2 bg-sunk px-2 py-0.5 text-sm text-ink-soft">
				<span data-part="passage" data-change={first} className="cursor-default">
					<Tick on={some && free.every(isChosen)} half={some} />
				</span>
				<span data-part="go" data-change={first} className="cursor-pointer hover:underline">
					{t("passage", { number: index + 1 })}
				</span>
				<StateSquare state={state} withoutSource={false} />
			</div>
			{changes.map((change) => (
				<div
					key={change.key}
					id={idOf(change)}
					role="option"
					tabIndex={-1}
					aria-selected={mayBeChosen(change) && isChosen(change)}
					aria-disabled={mayBeChosen(change) ? undefined : true}
					data-part="change"
					data-change={change.key}
					className={classNames(
						"flex cursor-default items-start gap-2 px-2 py-1",
						change === active && "bg-accent-wash",
					)}
				>
					<Tick on={mayBeChosen(change) && isChosen(change)} off={!mayBeChosen(change)} />
					<ChangeText change={change} language={desk.language(change.segment.side)} />
				</div>
			))}
		</div>
	);
}

interface TickProps {
	readonly on: boolean;
	readonly half?: boolean;
	/** It cannot be ticked. */
	readonly off?: boolean;
}

function Tick({ on, half = false, off = false }: TickProps) {
	return (
		<span
			aria-hidden
			className={classNames(
				"mt-1 flex size-4 shrink-0 items-center justify-center rounded-sm border",
				on ? "border-accent bg-accent text-on-accent" : "border-control",
				off && "opacity-40",
			)}
		>
			{on && <Check className="size-3" />}
			{!on && half && <span className="size-2 bg-accent" />}
		</span>
	);
}
