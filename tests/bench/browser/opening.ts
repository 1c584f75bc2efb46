/** Opening a page and noticing the moment at which its editor takes keys. */
import type { BrowserContext, Page } from "playwright-core";

export const editor = ".cm-content[contenteditable=true]";

export interface Opening {
	/** Milliseconds from navigation to an editor that takes keys, and to the last byte of the page's first answer. */
	readonly editable: number;
	readonly answered: number;
	/** Milliseconds that the processor gave the main thread until then. */
	readonly processor: number;
	/** Bytes of script that had arrived by then, as sent and unpacked. */
	readonly sent: number;
	readonly unpacked: number;
}

declare global {
	var editableAt: number | undefined;
}

/** Every page of the context notes when its editor is there. */
export async function watchForEditor(context: BrowserContext): Promise<void> {
	await context.addInitScript((selector: string) => {
		const look = () => {
			if (globalThis.editableAt === undefined && document.querySelector(selector))
				globalThis.editableAt = performance.now();
		};
		new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
	}, editor);
}

export async function untilEditable(page: Page): Promise<void> {
	await page.waitForFunction(() => globalThis.editableAt !== undefined);
}

export async function openEditor(page: Page, address: string): Promise<Opening> {
	const session = await page.context().newCDPSession(page);
	await session.send("Performance.enable", { timeDomain: "threadTicks" });
	await page.goto(address, { waitUntil: "commit" });
	await untilEditable(page);
	const { metrics } = await session.send("Performance.getMetrics");
	const processor = (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1_000;
	await session.detach();
	const seen = await page.evaluate(() => {
		const editable = globalThis.editableAt ?? Number.NaN;
		const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
		const scripts = (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).filter(
			({ name, responseEnd }) => /\.js(\?|$)/.test(name) && responseEnd <= editable,
		);
		const sum = (size: (entry: PerformanceResourceTiming) => number) =>
			scripts.reduce((total, entry) => total + size(entry), 0);
		const { responseEnd: answered = Number.NaN } = navigation ?? {};
		return {
			editable,
			answered,
			sent: sum((entry) => entry.encodedBodySize),
			unpacked: sum((entry) => entry.decodedBodySize),
		};
	});
	return { ...seen, processor };
}
