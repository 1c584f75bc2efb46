import { expect, test } from "vitest";
import { Turns } from "#lib/server/turns.ts";

/** Work that ends when it is told to. */
function gate() {
	const { promise, resolve } = Promise.withResolvers<void>();
	return { work: async () => await promise, open: resolve };
}

const never = new AbortController().signal;

test("no more than so many work at a time, and the others come in their order", async () => {
	const turns = new Turns(2);
	const gates = Array.from({ length: 5 }, gate);
	const begun: number[] = [];
	const all = gates.map(({ work }, i) =>
		turns.take(async () => {
			begun.push(i);
			await work();
		}, never),
	);
	await Promise.resolve();
	expect(begun).toEqual([0, 1]);
	gates[1]?.open();
	await all[1];
	await expect.poll(() => begun).toEqual([0, 1, 2]);
	for (const { open } of gates) open();
	await Promise.all(all);
	expect(begun).toEqual([0, 1, 2, 3, 4]);
});

test("who no longer wants to wait leaves, and takes nobody's turn", async () => {
	const turns = new Turns(1);
	const [first, third] = [gate(), gate()];
	const running = turns.take(first.work, never);
	const leaving = new AbortController();
	const left = turns.take(async () => "worked", leaving.signal);
	const last = turns.take(third.work, never);
	leaving.abort(new Error("too long"));
	await expect(left).rejects.toThrow("too long");
	first.open();
	third.open();
	await Promise.all([running, last]);
	expect(await turns.take(async () => "free again", never)).toBe("free again");
});

test("work that fails gives its turn on", async () => {
	const turns = new Turns(1);
	const failing = turns.take(async () => {
		throw new Error("broken");
	}, never);
	const next = turns.take(async () => "next", never);
	await expect(failing).rejects.toThrow("broken");
	expect(await next).toBe("next");
});
