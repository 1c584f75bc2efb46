/** Where Tab leads on a page, and whether each stop can be seen. */
import type { Page } from "playwright-core";

/** More than any page has: a comparison of some fifty passages has three on each line. */
export const mostStops = 200;

export interface Stop {
	/** It comes behind the stop before it on the page. */
	readonly onward: boolean;
	/** It was walked through already: the page goes round. */
	readonly again: boolean;
	readonly name: string;
	/** What is wrong with it, if anything. */
	readonly fault: string | null;
}

/** Where the focus is and whether it can be seen there; null outside of the page's controls. */
export async function stop(at: Page): Promise<Stop | null> {
	return await at.evaluate(() => {
		const element = document.activeElement;
		if (!(element instanceof HTMLElement) || element === document.body) return null;
		const name = element.outerHTML.replace(/class="[^"]*"/, "").slice(0, 100);
		const walked: Element[] = Reflect.get(window, "walked") ?? [];
		const again = walked.includes(element);
		const before = walked.findLast(({ isConnected }) => isConnected); // a menu's button is another one once it can open
		const onward =
			!before || (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
		Reflect.set(window, "walked", [...walked, element]);
		const ring = (looked: Element) => {
			const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(looked);
			return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
		};
		const box = element.getBoundingClientRect();
		const seen =
			box.width > 0 &&
			box.bottom > 0 &&
			box.top < window.innerHeight &&
			box.right > 0 &&
			box.left < innerWidth;
		const parent = element.parentElement;
		const ringed = ring(element) || (parent !== null && ring(parent)) || element.isContentEditable;
		return { onward, again, name, fault: !seen ? "out of sight" : !ringed ? "no ring" : null };
	});
}

/** Presses Tab until the page is left; answers the stops on the way. */
export async function walk(at: Page): Promise<Stop[]> {
	const stops: Stop[] = [];
	for (let presses = 0; presses < mostStops; presses++) {
		await at.keyboard.press("Tab");
		const here = await stop(at);
		if (here === null && presses === 0) continue; // the page itself, before its first control
		if (here === null || here.again) return stops;
		stops.push(here);
	}
	throw new Error(`Tab does not leave ${at.url()}: it is at ${stops.at(-1)?.name}`);
}
