import { expect } from "vitest";

/** A claim that has to come true while somebody watches; a busy machine gets more time than a person would give it. */
export const soon = (read: () => unknown): ReturnType<typeof expect.poll> =>
	expect.poll(read, { timeout: 20_000, interval: 30 });
