"use client";

import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button, IconButton } from "./button.tsx";
import { type Shown, toast, useShown } from "./toast.tsx";

function lasts(item: Shown): number {
	if (item.duration) return item.duration;
	return item.action || item.tone === "error" ? 12_000 : 5_000;
}

/**
 * What went wrong is said at once, the rest when there is a pause; a toast that takes
 * another's place is said anew. F6 moves the focus to the newest; Escape is left to the page.
 */
export function Toaster() {
	const t = useTranslations("common");
	const items = useShown();
	const region = useRef<HTMLElement>(null);
	const cameFrom = useRef<Element | null>(null);
	const goBack = () => {
		const from = cameFrom.current;
		const place = from?.isConnected ? from : document.querySelector("main");
		if (place instanceof HTMLElement) place.focus();
	};
	useEffect(() => {
		const toNewest = (event: KeyboardEvent) => {
			if (event.code !== "F6" || event.isComposing) return;
			const shownNow = [...(region.current?.querySelectorAll<HTMLElement>("li") ?? [])];
			const last = shownNow.sort((one, other) => turnOf(one) - turnOf(other)).at(-1);
			const newest = last?.querySelector<HTMLElement>("button");
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
			onFocus={({ currentTarget, relatedTarget }) => {
				if (!currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget;
			}}
			aria-label={t("notifications", { hotkey: "F6" })}
			className="toasts screen-only pointer-events-none fixed bottom-4 left-1/2 z-50 w-max max-w-[calc(100vw-2rem)] -translate-x-1/2"
		>
			{(["polite", "assertive"] as const).map((manner) => (
				<ol key={manner} aria-live={manner} className="flex flex-col items-center gap-2 not-empty:pt-2">
					{items
						.filter(({ tone }) => (tone === "error") === (manner === "assertive"))
						.map((item) => (
							<ToastItem key={`${item.id} ${item.turn}`} item={item} onLeft={goBack} />
						))}
				</ol>
			))}
		</section>
	);
}

const turnOf = (item: HTMLElement) => Number(item.dataset["turn"]);

interface ToastItemProps {
	readonly item: Shown;
	/** It went away by one of its own buttons, which had the focus. */
	readonly onLeft: () => void;
}

/** Its clock stands still under the pointer and while the focus is inside. */
function ToastItem({ item, onLeft }: ToastItemProps) {
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
			data-turn={item.turn}
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
						onLeft();
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
				onClick={() => {
					toast.dismiss(id);
					onLeft();
				}}
			/>
		</li>
	);
}
