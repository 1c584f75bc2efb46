"use client";

import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Toast } from "radix-ui";
import { useSyncExternalStore } from "react";
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
		[
			...shown.filter((other) => other.id !== id),
			{ ...options, id, message, tone, turn },
		].slice(-mostShown),
	);
	return id;
}

/** `toast("…")`, `toast.success("…")`, `toast.error("…", {action: {label, onClick}})`; answers the toast's id. */
export const toast = Object.assign(
	(message: string, options: ToastOptions = {}) =>
		show("plain", message, options),
	{
		success: (message: string, options: ToastOptions = {}) =>
			show("success", message, options),
		error: (message: string, options: ToastOptions = {}) =>
			show("error", message, options),
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

/** Stands once in the page. F6 moves the focus to the toasts. */
export function Toaster() {
	const t = useTranslations("common");
	const items = useSyncExternalStore(
		subscribe,
		() => shown,
		() => none,
	);
	return (
		<Toast.Provider label={t("notification")} swipeDirection="down">
			{items.map((item) => (
				<ToastItem key={`${item.id} ${item.turn}`} item={item} />
			))}
			<Toast.Viewport
				hotkey={["F6"]}
				label={t("notifications")}
				className="screen-only fixed bottom-4 left-1/2 z-50 flex w-max max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col gap-2"
			/>
		</Toast.Provider>
	);
}

function ToastItem({ item }: { readonly item: Shown }) {
	const t = useTranslations("common");
	const { id, message, description, action, tone } = item;
	return (
		<Toast.Root
			duration={lasts(item)}
			type={tone === "error" ? "foreground" : "background"}
			onOpenChange={(open) => {
				if (!open) toast.dismiss(id);
			}}
			className="flex max-w-lg animate-appear items-center gap-3 rounded-md bg-raised py-2 pr-2 pl-3.5 shadow-float"
		>
			{tone === "error" && (
				<CircleAlert aria-hidden className="size-4 shrink-0 text-danger" />
			)}
			{tone === "success" && (
				<CircleCheck
					aria-hidden
					className="size-4 shrink-0 text-state-reviewed"
				/>
			)}
			<div className="min-w-0 flex-1">
				<Toast.Title>{message}</Toast.Title>
				{description && (
					<Toast.Description className="text-sm text-ink-soft">
						{description}
					</Toast.Description>
				)}
			</div>
			{action && (
				<Toast.Action asChild altText={action.label}>
					<Button size="sm" onClick={action.onClick}>
						{action.label}
					</Button>
				</Toast.Action>
			)}
			<Toast.Close asChild>
				<IconButton
					size="sm"
					label={t("dismiss")}
					icon={<X aria-hidden className="size-4" />}
				/>
			</Toast.Close>
		</Toast.Root>
	);
}
