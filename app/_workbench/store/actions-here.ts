import { LateCode } from "../late-code.ts";
import { surroundingsAlive } from "../surroundings.ts";
import { expectOperations } from "../sync/operations-here.ts";

/** A part of the page that does not come in so long keeps nobody from doing anything. Milliseconds. */
const patience = 3_000;

/**
 * What actions do, with the code that applies operations, which most of them need, and the parts of the page in which
 * they show something: no first row waits for it.
 */
const code = new LateCode(async () => {
	const parts = Promise.race([surroundingsAlive(), new Promise((resolve) => setTimeout(resolve, patience))]);
	const [{ actions }] = await Promise.all([import("./actions.ts"), expectOperations(), parts]);
	return actions;
});

export const expectActions = () => code.expect();
export const actionsHere = () => code.here;
