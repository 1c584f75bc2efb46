"use client";

import { useCallback, useState } from "react";
import type { PlannedChange } from "../store/replace-plan.ts";

export interface Ticks {
	readonly isChosen: (change: PlannedChange) => boolean;
	readonly choose: (changes: readonly PlannedChange[], chosen: boolean) => void;
}

/** All are ticked until somebody unticks some; what was unticked stays so when it is found again. */
export function useTicks(): Ticks {
	const [off, setOff] = useState<ReadonlySet<string>>(new Set());
	const isChosen = useCallback(({ key }: PlannedChange) => !off.has(key), [off]);
	const choose = useCallback((changes: readonly PlannedChange[], chosen: boolean) => {
		setOff((before) => {
			const after = new Set(before);
			for (const { key } of changes) {
				if (chosen) after.delete(key);
				else after.add(key);
			}
			return after;
		});
	}, []);
	return { isChosen, choose };
}
