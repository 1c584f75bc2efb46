/** What hands do in a long document beside typing: aligning, shifting, scrolling to its end. */
import type { Page } from "playwright-core";

export interface Aligned {
	/** Milliseconds from the key to the frame that shows it, and to the server's answer. */
	readonly painted: number;
	readonly acknowledged: number;
}

/** Presses a key that changes passages and measures until the grid has another number of rows, or until the answer. */
export async function timeOperation(page: Page, key: string, changesRows: boolean): Promise<Aligned> {
	await page.evaluate((counts) => {
		const grid = document.querySelector("[role=grid]");
		const before = grid?.getAttribute("aria-rowcount");
		const marks: { pressed: number; painted: number } = { pressed: 0, painted: counts ? 0 : -1 };
		Reflect.set(window, "benchMarks", marks);
		window.addEventListener("keydown", () => (marks.pressed ||= performance.now()), {
			capture: true,
			once: true,
		});
		const look = new MutationObserver(() => {
			if (marks.painted !== 0 || grid?.getAttribute("aria-rowcount") === before) return;
			look.disconnect();
			requestAnimationFrame(() => setTimeout(() => (marks.painted = performance.now())));
		});
		if (grid) look.observe(grid, { attributes: true });
		performance.clearResourceTimings();
	}, changesRows);
	await page.keyboard.press(key);
	const handle = await page.waitForFunction(
		() => {
			const { pressed, painted } = Reflect.get(window, "benchMarks") as { pressed: number; painted: number };
			const answer = (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).find(
				({ name }) => /\/(operations|undo)$/.test(name),
			);
			return painted !== 0 && answer && answer.responseEnd > 0
				? { painted: painted - pressed, acknowledged: answer.responseEnd - pressed }
				: null;
		},
		null,
		{ polling: 20, timeout: 60_000 },
	);
	return (await handle.jsonValue()) ?? { painted: Number.NaN, acknowledged: Number.NaN };
}

/** Frames per second while the page scrolls by 24 pixels a frame, for so many milliseconds. */
export async function framesWhileScrolling(
	page: Page,
	selector: string,
	milliseconds: number,
): Promise<number> {
	return await page.evaluate(
		async ([where, time]) => {
			const element = document.querySelector(where) ?? document.scrollingElement;
			if (!element) return Number.NaN;
			let frames = 0;
			const begin = performance.now();
			await new Promise<void>((resolve) => {
				const step = () => {
					frames += 1;
					element.scrollTop += 24;
					if (element.scrollTop + element.clientHeight >= element.scrollHeight - 24) element.scrollTop = 0;
					if (performance.now() - begin < time) requestAnimationFrame(step);
					else resolve();
				};
				requestAnimationFrame(step);
			});
			return (frames * 1_000) / (performance.now() - begin);
		},
		[selector, milliseconds] as const,
	);
}

/** The rows in sight, again and again, as a page without any script. */
export async function staticRows(page: Page): Promise<string> {
	return await page.evaluate(() => {
		const styles = [...document.querySelectorAll("link[rel=stylesheet]")]
			.map((link) => link.outerHTML)
			.join("");
		const rows = [...document.querySelectorAll("[role=grid] [role=row]")]
			.map((row) => `<div style="position:relative">${row.innerHTML}</div>`)
			.join("");
		return `<!doctype html><html data-density="comfortable"><base href="${location.origin}/"><head>${styles}</head><body><div id="scroller" style="height:800px;overflow-y:auto">${rows.repeat(60)}</div></body></html>`;
	});
}

/** Scrolls from the first row to the last in steps; answers the bytes of script heap afterwards, garbage collected. */
export async function heapAfterScrolling(page: Page, steps: number): Promise<number> {
	for (let step = 1; step <= steps; step++) {
		await page
			.locator("[role=grid]")
			.evaluate((grid, share) => grid.scrollTo(0, grid.scrollHeight * share), step / steps);
		await page.waitForTimeout(120);
	}
	const session = await page.context().newCDPSession(page);
	await session.send("HeapProfiler.enable");
	await session.send("HeapProfiler.collectGarbage");
	const { usedSize } = await session.send("Runtime.getHeapUsage");
	await session.detach();
	return usedSize;
}
