import { expect } from "vitest";

/** Longer than anything a person would wait for, so that a busy machine fails no journey; in milliseconds. */
export const patience = 45_000;

/** A claim that has to come true while somebody watches. */
export const soon = (read: () => unknown): ReturnType<typeof expect.poll> =>
	expect.poll(read, { timeout: patience, interval: 30 });
