"use client";

import { Fragment, useSyncExternalStore } from "react";
import { classNames } from "./class-names.ts";

export type Platform = "mac" | "other";

const never = () => () => {};

/** The server does not know the platform; the first paint shows the Windows and Linux keys. */
export function usePlatform(): Platform {
	return useSyncExternalStore<Platform>(
		never,
		() => (/Mac|iPhone|iPad/.test(navigator.platform) ? "mac" : "other"),
		() => "other",
	);
}

const macCaps: Readonly<Record<string, string>> = {
	Mod: "⌘",
	Ctrl: "⌃",
	Alt: "⌥",
	Shift: "⇧",
	Meta: "⌘",
};
const otherCaps: Readonly<Record<string, string>> = {
	Mod: "Ctrl",
	Meta: "Win",
};
const arrows: Readonly<Record<string, string>> = {
	Up: "↑",
	Down: "↓",
	Left: "←",
	Right: "→",
};

/** "Mod+Shift+Z" → ["⌘", "⇧", "Z"] or ["Ctrl", "Shift", "Z"]. */
export function keyCaps(keys: string, platform: Platform): string[] {
	const caps = platform === "mac" ? macCaps : otherCaps;
	return keys.split("+").map((key) => caps[key] ?? arrows[key] ?? key);
}

export interface KbdProps {
	/** Joined by "+": "Mod+Enter", "Alt+Up", "F8". Mod is ⌘ on a Mac and Ctrl elsewhere. */
	readonly keys: string;
	/** Where the Mac differs by more than Mod. */
	readonly keysOnMac?: string;
	/** On a dark ground, as in a tip. */
	readonly inverse?: boolean;
	readonly className?: string;
}

export function Kbd({ keys, keysOnMac, inverse = false, className }: KbdProps) {
	const platform = usePlatform();
	const caps = keyCaps(platform === "mac" ? (keysOnMac ?? keys) : keys, platform);
	return (
		<span className={classNames("inline-flex items-center gap-0.5 whitespace-nowrap", className)}>
			{caps.map((cap, place) => (
				<Fragment key={cap}>
					{place > 0 && platform === "other" && <span className="sr-only">+</span>}
					<kbd
						className={classNames(
							"inline-grid min-w-5 place-items-center rounded-sm border px-1 font-sans text-xs leading-4.5",
							inverse ? "border-current/40" : "border-rule-strong bg-raised text-ink-soft",
						)}
					>
						{cap}
					</kbd>
				</Fragment>
			))}
		</span>
	);
}
