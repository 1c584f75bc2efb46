"use client";

import { usePlatform } from "#app/_ui/kbd.tsx";
import { useWorkbench } from "../desk-context.tsx";
import { capsOf, type Platform } from "./binding.ts";
import type { KeyActionId } from "./registry.ts";

/** For app/_ui/kbd.tsx. */
export interface Caps {
	readonly keys?: string;
	readonly keysOnMac?: string;
}

/** The platform whose keys this browser has. */
export function useKeyPlatform(): Platform {
	return usePlatform() === "mac" ? "mac" : "windows";
}

/** The first key of an action on this platform, if it has one. */
export function useCaps(): (id: KeyActionId) => Caps {
	const map = useWorkbench((state) => state.keys);
	const platform = useKeyPlatform();
	return (id) => {
		const [key] = map[id][platform];
		return key === undefined ? {} : { keys: capsOf(key), keysOnMac: capsOf(key) };
	};
}
