"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { IconButton } from "#app/_ui/button.tsx";

/** Side columns that a narrow screen shows one at a time, over the text. */
export type DrawerName = "outline" | "panel" | null;

const narrow = "(width < 64rem)"; // tablets upright, telephones, and a laptop zoomed to 200 %

/** The panel stands beside the text from here on only. */
const narrowForPanel = "(width < 80rem)";

function onWidth(notify: () => void): () => void {
	const query = window.matchMedia(narrow);
	query.addEventListener("change", notify);
	return () => query.removeEventListener("change", notify);
}

/** Calls whenever the screen becomes too narrow for a column that stood beside the text. */
export function onNarrowing(leave: () => void): () => void {
	const queries = [narrow, narrowForPanel].map((width) => window.matchMedia(width));
	const narrowed = ({ matches }: MediaQueryListEvent) => {
		if (matches) leave();
	};
	for (const query of queries) query.addEventListener("change", narrowed);
	return () => {
		for (const query of queries) query.removeEventListener("change", narrowed);
	};
}

/** Whether a side column that is called covers the text, so that nothing else can be reached meanwhile. */
export function useNarrow(): boolean {
	return useSyncExternalStore(
		onWidth,
		() => window.matchMedia(narrow).matches,
		() => false,
	);
}

interface DrawerProps {
	readonly shown: boolean;
	/** The edge it lies at; its button to close it stands beside it. */
	readonly edge: "left" | "right";
	readonly label: string;
	readonly onLeave: () => void;
	readonly children: ReactNode;
}

const beside = { left: "left-60", right: "right-72" } as const;
const stops =
	"a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex='0']";

/**
 * Around a side column. On a wide screen it is nothing. On a narrow one, while shown, it is a dialog: what lies behind
 * is veiled, the focus stays inside, and Escape, the veil or its button close it.
 */
export function Drawer({ shown, edge, label, onLeave, children }: DrawerProps) {
	const t = useTranslations("common");
	const modal = useNarrow() && shown;
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (!modal) return;
		const { current } = box;
		const opener = document.activeElement;
		current?.querySelector<HTMLElement>("button")?.focus();
		return () => {
			const { activeElement } = document;
			const astray = activeElement === document.body || current?.contains(activeElement);
			if (astray && opener instanceof HTMLElement) opener.focus();
		};
	}, [modal]);
	function onKeyDown(event: KeyboardEvent): void {
		if (event.nativeEvent.isComposing || event.keyCode === 229) return;
		if (event.key === "Escape") onLeave();
		else if (event.key !== "Tab" || !turnAround(box.current, event.shiftKey)) return;
		event.preventDefault();
		event.stopPropagation();
	}
	return (
		<>
			{modal && (
				<button
					type="button"
					aria-hidden
					tabIndex={-1}
					className="absolute inset-0 z-20 bg-veil"
					onClick={onLeave}
				/>
			)}
			<div
				ref={box}
				className="contents"
				{...(modal && { role: "dialog", "aria-modal": true, "aria-label": label, onKeyDown })}
			>
				{modal && (
					<IconButton
						size="sm"
						label={t("close")}
						className={`absolute top-2 z-20 bg-raised ${beside[edge]}`}
						icon={<X aria-hidden className="size-4" />}
						onClick={onLeave}
					/>
				)}
				{children}
			</div>
		</>
	);
}

/** At either end of what can be reached, Tab goes to the other end. Answers whether it did. */
function turnAround(box: HTMLElement | null, back: boolean): boolean {
	const inside = [...(box?.querySelectorAll<HTMLElement>(stops) ?? [])].filter(
		(element) => element.tabIndex >= 0 && element.getClientRects().length > 0,
	);
	const [first, last] = [inside[0], inside.at(-1)];
	if (!first || !last || document.activeElement !== (back ? first : last)) return false;
	(back ? last : first).focus();
	return true;
}
