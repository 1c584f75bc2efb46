"use client";

import { type ComponentType, useEffect, useState, useSyncExternalStore } from "react";

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

export interface Shown extends ToastOptions {
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

/** As long as the caller is there, toasts keep away from the middle of a wide screen. */
export function useToastsAside(): void {
	useEffect(() => {
		const { dataset } = document.body;
		dataset["toasts"] = "aside";
		return () => {
			delete dataset["toasts"];
		};
	}, []);
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

/** What is shown now, the newest last. */
export const useShown = (): readonly Shown[] =>
	useSyncExternalStore(
		subscribe,
		() => shown,
		() => none,
	);

/** Nobody speaks in the first moment of a page, and where somebody does, what shows it comes at once. Milliseconds. */
const quiet = 1_000;
/** Where it cannot be had, the server being away for instance, it is asked for again after so long. Milliseconds. */
const again = 2_000;

/** Stands once in the page. */
export function Toasts() {
	const [Toaster, setToaster] = useState<ComponentType | null>(null);
	useEffect(() => {
		let timer = setTimeout(load, quiet);
		const stop = subscribe(load);
		function load(): void {
			clearTimeout(timer);
			stop();
			import("./toaster.tsx").then(
				(code) => setToaster(() => code.Toaster),
				() => {
					timer = setTimeout(load, again);
				},
			);
		}
		return () => {
			clearTimeout(timer);
			stop();
		};
	}, []);
	return Toaster && <Toaster />;
}
