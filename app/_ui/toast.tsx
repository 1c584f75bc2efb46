"use client";

import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button, IconButton } from "./button.tsx";

/* Our own small toaster: sonner puts a style element into the page without the policy's nonce. */

type Tone = "plain" | "success" | "error";

export interface ToastOptions {
	readonly description?: string;
	readonly action?: { readonly label: string; readonly onClick: () => void };
	/** Milliseconds; an error and a toast with an action stay longer. */
	readonly duration?: number;
	/** A toast with the same id takes the place of the one shown. */
	readonly id?: string;
}

interface Shown extends ToastOptions {
	readonly id: string;
	readonly message: string;
	readonly tone: Tone;
	/** Rises when a toast is replaced, so that its clock starts again. */
	readonly turn: number;
}

const mostShown = 3;
let shown: readonly Shown[] = [];
let turn = 0;
const listeners = new Set<() => void>();
const none: readonly Shown[] = [];

function change(next: readonly Shown[]): void {
	shown = next;
	for (const listener of listeners) listener();
}

function show(tone: Tone, message: string, options: ToastOptions): string {
	turn += 1;
	const id = options.id ?? `toast-${turn}`;
	change(
		[...shown.filter((other) => other.id !== id), { ...options, id, message, tone, turn }].slice(-mostShown),
	);
	return id;
}

/** `toast("…")`, `toast.success("…")`, `toast.error("…", {action: {label, onClick}})`; answers the toast's id. */
export const toast = Object.assign(
	(message: string, options: ToastOptions = {}) => show("plain", message, options),
	{
		success: (message: string, options: ToastOptions = {}) => show("success", message, options),
		error: (message: string, options: ToastOptions = {}) => show("error", message, options),
		dismiss: (id: string) => change(shown.filter((other) => other.id !== id)),
	},
);

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

function lasts(item: Shown): number {
	if (item.duration) return item.duration;
	return item.action || item.tone === "error" ? 12_000 : 5_000;
}

/** Stands once in the page. F6 moves the focus to the newest toast; Escape is left to the page. */
export function Toaster() {
	const t = useTranslations("common");
	const items = useSyncExternalStore(
		subscribe,
		() => shown,
		() => none,
	);
	const region = useRef<HTMLElement>(null);
	useEffect(() => {
		const toNewest = (event: KeyboardEvent) => {
			if (event.code !== "F6" || event.isComposing) return;
			const newest = region.current?.querySelector<HTMLElement>("li:last-child button");
			if (!newest) return;
			event.preventDefault();
			newest.focus();
		};
		window.addEventListener("keydown", toNewest);
		return () => window.removeEventListener("keydown", toNewest);
	}, []);
	return (
		<section
			ref={region}
			aria-label={t("notifications", { hotkey: "F6" })}
			className="toasts screen-only pointer-events-none fixed bottom-4 left-1/2 z-50 w-max max-w-[calc(100vw-2rem)] -translate-x-1/2"
		>
			<ol aria-live="polite" className="flex flex-col items-center gap-2">
				{items.map((item) => (
					<ToastItem key={`${item.id} ${item.turn}`} item={item} />
				))}
			</ol>
		</section>
	);
}

/** Its clock stands still under the pointer and while the focus is inside. */
function ToastItem({ item }: { readonly item: Shown }) {
	const t = useTranslations("common");
	const { id, message, description, action, tone } = item;
	const [held, setHeld] = useState(false);
	const time = lasts(item);
	useEffect(() => {
		if (held) return;
		const timer = setTimeout(() => toast.dismiss(id), time);
		return () => clearTimeout(timer);
	}, [held, id, time]);
	return (
		<li
			{...(tone === "error" && { role: "alert" })}
			onPointerEnter={() => setHeld(true)}
			onPointerLeave={() => setHeld(false)}
			onFocus={() => setHeld(true)}
			onBlur={() => setHeld(false)}
			className="pointer-events-auto flex max-w-lg animate-appear items-center gap-3 rounded-md bg-raised py-2 pr-2 pl-3.5 shadow-float"
		>
			{tone === "error" && <CircleAlert aria-hidden className="size-4 shrink-0 text-danger" />}
			{tone === "success" && <CircleCheck aria-hidden className="size-4 shrink-0 text-state-reviewed" />}
			<div className="min-w-0 flex-1">
				<p>{message}</p>
				{description && <p className="text-sm text-ink-soft">{description}</p>}
			</div>
			{action && (
				<Button
					size="sm"
					onClick={() => {
						toast.dismiss(id);
						action.onClick();
					}}
				>
					{action.label}
				</Button>
			)}
			<IconButton
				size="sm"
				label={t("dismiss")}
				icon={<X aria-hidden className="size-4" />}
				onClick={() => toast.dismiss(id)}
			/>
		</li>
	);
}
