/** What the workbench says of itself in the address. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { followAddress, queryNow, sayInAddress } from "#app/_workbench/address.ts";

/** As much of a browser's window as an address needs. */
function windowAt(address: string) {
	const location = new URL(address, "http://duizhao.example");
	const written: string[] = [];
	const replaceState = (_: unknown, __: string, to: string) => {
		written.push(to);
		location.href = new URL(to, location).href;
	};
	const window = Object.assign(new EventTarget(), { location, history: { replaceState } });
	vi.stubGlobal("window", window);
	return { window, location, written };
}

beforeEach(() => {
	vi.useFakeTimers();
});

afterEach(async () => {
	await vi.runAllTimersAsync();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe("the address", () => {
	test("says two things that were said in one moment, at once and when it is written", async () => {
		const { written } = windowAt("/d/1?view=paragraphs");
		const told = vi.fn();
		const stop = followAddress(told);
		sayInAddress({ passage: "p1" });
		sayInAddress({ since: "7", by: "others", view: null });
		expect(told).toHaveBeenCalledTimes(2);
		expect(queryNow()).toBe("?passage=p1&since=7&by=others");
		await vi.runAllTimersAsync();
		expect(written).toEqual(["/d/1?passage=p1&since=7&by=others"]);
		stop();
	});

	test("is written three times a second at most, with the newest last", async () => {
		const { written } = windowAt("/d/1");
		sayInAddress({ passage: "p0" });
		await vi.runAllTimersAsync();
		for (let i = 1; i <= 20; i++) {
			sayInAddress({ passage: `p${i}` });
			await vi.advanceTimersByTimeAsync(50);
		}
		await vi.runAllTimersAsync();
		expect(written.length).toBeLessThanOrEqual(6);
		expect(written.at(-1)).toBe("/d/1?passage=p20");
	});

	test("has what was chosen at once, also right after a passage was gone to", async () => {
		const { written } = windowAt("/d/1");
		sayInAddress({ passage: "p0" });
		await vi.runAllTimersAsync();
		sayInAddress({ passage: "p1" });
		sayInAddress({ since: "7" });
		await vi.advanceTimersByTimeAsync(0);
		expect(written.at(-1)).toBe("/d/1?passage=p1&since=7");
	});

	test("is as it was left when a link is pressed right after a passage was gone to", async () => {
		const { window, written } = windowAt("/d/1");
		const stop = followAddress(() => undefined);
		sayInAddress({ passage: "p0" });
		await vi.runAllTimersAsync();
		sayInAddress({ passage: "p1" });
		await vi.advanceTimersByTimeAsync(0);
		expect(written.at(-1)).toBe("/d/1?passage=p0");
		window.dispatchEvent(new Event("click"));
		expect(written.at(-1)).toBe("/d/1?passage=p1");
		stop();
	});

	test("of another page hears nothing of what was meant for this one", async () => {
		const { location, written } = windowAt("/d/1");
		sayInAddress({ passage: "p1" });
		location.href = "http://duizhao.example/d/2?passage=q7";
		expect(queryNow()).toBe("?passage=q7");
		await vi.runAllTimersAsync();
		expect(written).toEqual([]);
	});

	test("that somebody goes back to counts before what was about to be said", async () => {
		const { window, written } = windowAt("/d/1");
		const stop = followAddress(() => undefined);
		sayInAddress({ passage: "p1" });
		window.dispatchEvent(new Event("popstate"));
		expect(queryNow()).toBe("");
		await vi.runAllTimersAsync();
		expect(written).toEqual([]);
		stop();
	});
});
