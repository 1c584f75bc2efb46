/** What a page owes to everyone: the rules of axe, and nothing cut off or covered at any size. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const sizes = {
	wide: { width: 1440, height: 900 },
	/** The wide window at 200 %. */
	zoomed: { width: 720, height: 450 },
	telephone: { width: 390, height: 844 },
	/** WCAG 2.2, 1.4.10. */
	narrowest: { width: 320, height: 640 },
} as const;

interface AxeResults {
	readonly violations: readonly {
		readonly id: string;
		readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
	}[];
}

/**
 * Axe wants everything on a page within a landmark, and lets dialogs be beside them. A menu is such a thing too: it has
 * the focus for as long as it is there, and belongs to the button that opened it, not to a part of the page.
 */
const besideLandmarks = /^region: <div data-radix-popper/;

/** Every rule of axe that the page as it stands breaks, of any impact. No rule is switched off. */
export async function violations(page: Page): Promise<string[]> {
	await page.evaluate(
		() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
	);
	if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
	const { violations: found } = (await page.evaluate(
		`axe.run(document, { resultTypes: ["violations"] })`,
	)) as AxeResults;
	return found
		.flatMap(({ id, nodes }) =>
			nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ""}`),
		)
		.filter((violation) => !besideLandmarks.test(violation));
}

/** WCAG 2.2, 1.4.12: nothing may be lost when somebody spaces text like this. */
async function spaceText(page: Page, on: boolean): Promise<void> {
	await page.evaluate((wanted) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(
			"* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
		);
		document.adoptedStyleSheets = wanted ? [sheet] : [];
	}, on);
}

/** Controls beyond the left or right edge of the window or beneath another, and pixels to scroll sideways. */
export async function outOfReach(page: Page): Promise<string[]> {
	return await page.evaluate(() => {
		const found: string[] = [];
		const root = document.documentElement;
		if (root.scrollWidth > root.clientWidth) {
			found.push(`${root.scrollWidth - root.clientWidth} pixels to scroll sideways`);
		}
		const dialog = document.querySelector("[role=dialog], [role=alertdialog]");
		const controls = "button, a[href], input, select, textarea, [role=tab], [role=menuitem]";
		const named = (element: Element) => element.outerHTML.replace(/class="[^"]*"/, "").slice(0, 120);
		const isPinned = (element: Element | null): boolean =>
			element !== null &&
			(["fixed", "sticky"].includes(getComputedStyle(element).position) || isPinned(element.parentElement));
		const isScrolledAway = (element: Element, x: number, y: number): boolean => {
			const around = element.parentElement;
			if (!around) return false;
			const { top, bottom, left, right } = around.getBoundingClientRect();
			const outside = x < left || x > right || y < top || y > bottom;
			return (outside && getComputedStyle(around).overflowY !== "visible") || isScrolledAway(around, x, y);
		};
		/** What lies over the middle of a control. */
		const coverOf = (control: Element): Element | null => {
			const { left, top, width, height } = control.getBoundingClientRect();
			const over = document.elementFromPoint(left + width / 2, top + height / 2)?.closest(controls);
			return !over || over === control || control.contains(over) || over.contains(control) ? null : over;
		};
		/** Whoever scrolls does not get it out from beneath. */
		const staysCovered = (control: Element): boolean => {
			const scrolled: [Element, number][] = [];
			for (let around = control.parentElement; around; around = around.parentElement)
				scrolled.push([around, around.scrollTop]);
			control.scrollIntoView({ block: "center", behavior: "instant" });
			const covered = coverOf(control) !== null;
			for (const [around, top] of scrolled) around.scrollTop = top;
			return covered;
		};
		for (const control of (dialog ?? document).querySelectorAll(controls)) {
			const box = control.getBoundingClientRect();
			if (box.width < 2 || box.height < 2 || getComputedStyle(control).visibility === "hidden") continue;
			if (control.closest("[aria-hidden=true], [inert]")) continue;
			if (box.left < -1 || box.right > window.innerWidth + 1)
				found.push(`beyond the edge: ${named(control)}`);
			const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
			if (y < 0 || y > window.innerHeight || isScrolledAway(control, x, y)) continue;
			const top = coverOf(control);
			if (top && (!isPinned(top) || isPinned(control)) && staysCovered(control))
				found.push(`covered: ${named(control)} by ${named(top)}`);
		}
		return found;
	});
}

/** Nothing is lost at 200 % zoom, in the narrowest window, and with text spaced out there. */
export async function isInReach(page: Page): Promise<void> {
	for (const size of [sizes.zoomed, sizes.narrowest]) {
		await page.setViewportSize(size);
		expect(await outOfReach(page), `${size.width} pixels`).toEqual([]);
	}
	await spaceText(page, true);
	expect(await outOfReach(page), "with text spaced out").toEqual([]);
	await spaceText(page, false);
}
