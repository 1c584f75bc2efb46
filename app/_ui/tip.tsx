"use client";

import { lazy, type PointerEvent, type ReactElement, Suspense, useEffect, useRef, useState } from "react";

export interface TipProps {
	readonly label: string;
	readonly keys?: string;
	readonly keysOnMac?: string;
	readonly side?: "top" | "right" | "bottom" | "left";
	readonly children: ReactElement;
}

/** A pointer that only passes by asks for nothing. Milliseconds. */
const delay = 500;

const Bubble = lazy(() => import("./tip-bubble.tsx"));

/**
 * A word about a control, on pointer or keyboard focus. It never holds what is said nowhere else, so it is loaded when
 * somebody first asks for one.
 */
export function Tip({ children, ...said }: TipProps) {
	const around = useRef<HTMLSpanElement>(null);
	const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
	const [shown, setShown] = useState(false);
	const control = () => around.current?.firstElementChild ?? null;
	function hide(): void {
		if (timer.current) clearTimeout(timer.current);
		setShown(false);
	}
	function showLater(event: PointerEvent): void {
		if (event.pointerType === "mouse") timer.current = setTimeout(() => setShown(true), delay);
	}
	useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
	return (
		<span
			ref={around}
			role="none"
			className="contents"
			onPointerEnter={showLater}
			onPointerLeave={hide}
			onPointerDown={hide}
			onKeyDown={hide}
			onFocus={(event) => setShown(event.target.matches(":focus-visible"))}
			onBlur={hide}
		>
			{children}
			{shown && (
				<Suspense fallback={null}>
					<Bubble control={control} {...said} />
				</Suspense>
			)}
		</span>
	);
}
