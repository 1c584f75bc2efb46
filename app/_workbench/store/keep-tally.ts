import type { Desk } from "./desk.ts";
import { Tally } from "./tally.ts";

/** Signs of somebody being there are counted this often at most. Milliseconds. */
const oftenEnough = 1_000;
const signs = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

const storedAs = (documentId: string) => `duizhao.tally.${documentId}`;

/** Counts from now on, and goes on where this tab was before it was loaded anew. */
export function keepTally(desk: Desk, signal: AbortSignal): void {
	const key = storedAs(desk.options.head.id);
	const tally = new Tally(Date.now(), sessionStorage.getItem(key));
	desk.tally = tally;
	let last = 0;
	const sign = () => {
		const now = Date.now();
		if (now - last < oftenEnough || document.visibilityState !== "visible") return;
		last = now;
		tally.sign(now);
	};
	const store = () => {
		last = 0;
		tally.rest(Date.now());
		sessionStorage.setItem(key, JSON.stringify(tally.state(Date.now())));
	};
	for (const name of signs) window.addEventListener(name, sign, { signal, capture: true, passive: true });
	window.addEventListener("pagehide", store, { signal });
	document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && store(), {
		signal,
	});
	signal.addEventListener("abort", store);
}
