"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { classNames } from "#app/_ui/class-names.ts";
import { useDesk } from "../desk-context.tsx";
import type { Fault, OpenFault } from "../store/fault.ts";
import { askToDismiss } from "../store/finding-queue.ts";

/** Pixels between the line and the card, and between the card and the edge of the window. */
const gap = 6;
const edge = 8;

/** Where keys work it, it is a dialog: all keys are its own. */
const asCard = (byKeys: boolean, label: string) => ({
	role: byKeys ? "dialog" : "group",
	"aria-label": label,
});

/** What is wrong and what can be done about it. Asked for by keys, it takes them until something was chosen. */
export function FaultCard({ open: { fault, by } }: { readonly open: OpenFault }) {
	const desk = useDesk();
	const t = useTranslations("writing");
	const card = useRef<HTMLDivElement>(null);
	const [at, setAt] = useState<{ left: number; top: number } | null>(null);
	useLayoutEffect(() => {
		const mark = desk.editor?.view.coordsAtPos(fault.start, 1);
		const box = card.current?.getBoundingClientRect();
		if (!mark || !box) return;
		const below = mark.bottom + gap;
		const top = below + box.height + edge > window.innerHeight ? mark.top - gap - box.height : below;
		setAt({ left: Math.max(edge, Math.min(mark.left, window.innerWidth - box.width - edge)), top });
		if (by === "keys") card.current?.querySelector("button")?.focus();
	}, [desk, fault, by]);
	const close = useCallback(() => {
		desk.state.set({ fault: null });
		desk.focus();
	}, [desk]);
	useChoiceKeys(card, fault.replacements.length, close);
	useEffect(() => {
		const left = ({ relatedTarget }: FocusEvent) =>
			!(relatedTarget instanceof Node && card.current?.contains(relatedTarget)) &&
			desk.state.set({ fault: null });
		const box = by === "keys" ? card.current : null;
		box?.addEventListener("focusout", left);
		return () => box?.removeEventListener("focusout", left);
	}, [desk, by]);
	return (
		<div
			ref={card}
			{...asCard(by === "keys", t("label", { found: fault.found }))}
			data-plain
			data-fault-card
			className={classNames(
				"fixed z-40 flex max-w-80 flex-col rounded-sm border border-rule-strong bg-raised p-1 text-sm shadow-float",
				at === null && "opacity-0",
			)}
			style={at ?? { left: 0, top: 0 }}
		>
			<p className="px-2 py-1 text-ink-soft">
				<Sentence fault={fault} />
			</p>
			<Choices fault={fault} close={close} />
		</div>
	);
}

/** Arrows go from choice to choice, digits choose a replacement, Esc leaves. */
function useChoiceKeys(card: RefObject<HTMLElement | null>, replacements: number, close: () => void): void {
	useEffect(() => {
		const box = card.current;
		function onKey(event: KeyboardEvent): void {
			const buttons = [...(box?.querySelectorAll("button") ?? [])];
			const here = buttons.findIndex((button) => button.matches(":focus"));
			const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
			if (event.key === "Escape") close();
			else if (step) buttons.at((here + step) % buttons.length)?.focus();
			else if (/^[1-9]$/.test(event.key) && Number(event.key) <= replacements)
				buttons[Number(event.key) - 1]?.click();
			else return;
			event.preventDefault();
			event.stopPropagation();
		}
		box?.addEventListener("keydown", onKey);
		return () => box?.removeEventListener("keydown", onKey);
	}, [card, replacements, close]);
}

function Sentence({ fault }: { readonly fault: Fault }) {
	const t = useTranslations("writing");
	const say = useTranslations("findings");
	if (fault.kind !== "check") return t(`slip.${fault.slip}`, { found: fault.found });
	const { check, key, values } = fault;
	return say((key === "failed" ? key : `${check}.${key}`) as "failed", values as { check: string });
}

const choice =
	"flex w-full items-baseline gap-2 rounded-sm px-2 py-1 text-left outline-none hover:bg-wash focus-visible:bg-wash";

function Choices({ fault, close }: { readonly fault: Fault; readonly close: () => void }) {
	const desk = useDesk();
	const t = useTranslations("writing");
	const say = useTranslations("checking");
	const mayDismiss = fault.kind === "check" && desk.may("finding.dismiss");
	const lang = desk.language(desk.typing.open?.side ?? "target");
	return (
		<>
			{fault.replacements.map((replacement, i) => (
				<button
					key={replacement}
					type="button"
					className={choice}
					onClick={() => {
						desk.state.set({ fault: null });
						desk.faults.replace(fault, replacement);
					}}
				>
					<span aria-hidden className="text-xs text-ink-faint tabular-nums">
						{i + 1}
					</span>
					{replacement.trim() === "" ? (
						t(replacement === "" ? "remove" : "space")
					) : (
						<span lang={lang} className="font-medium">
							{replacement}
						</span>
					)}
				</button>
			))}
			{fault.kind === "spelling" && desk.may("rendering.edit") && (
				<button
					type="button"
					className={choice}
					onClick={() => {
						close();
						void desk.faults.words.add(fault.found);
					}}
				>
					{t("addWord", { word: fault.found })}
				</button>
			)}
			{fault.kind !== "check" && (
				<button
					type="button"
					className={choice}
					onClick={() => {
						desk.faults.ignore(fault);
						close();
					}}
				>
					{t("ignore")}
				</button>
			)}
			{mayDismiss && (
				<button
					type="button"
					className={choice}
					onClick={() => {
						desk.state.set({ fault: null });
						askToDismiss(desk, fault.start);
					}}
				>
					{say("dismiss")}
				</button>
			)}
			{fault.kind === "check" && fault.replacements.length === 0 && !mayDismiss && (
				<button type="button" className={choice} onClick={close}>
					{t("close")}
				</button>
			)}
		</>
	);
}
