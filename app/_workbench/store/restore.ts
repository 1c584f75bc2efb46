import { load } from "../first-row.ts";
import { LateCode } from "../late-code.ts";
import type { Keep } from "../sync/kept.ts";
import { expectOperations } from "../sync/operations-here.ts";
import { expectComparing } from "./comparing.ts";
import type { Desk } from "./desk.ts";

/** Nothing is kept on this device before it is known what was: so long at most that waits for code. Milliseconds. */
const patience = 3_000;

const takingUp = new LateCode(async () => (await import("./take-up.ts")).takeUp);

/** Brings back what earlier pages could not save: their requests are sent, and then what else was typed. */
export async function restore(desk: Desk, keep: Keep): Promise<void> {
	const { drafts, requests } = await keep.adopt();
	if (requests.length + drafts.length > 0) await codeForThem();
	const { open, isDirty } = desk.typing;
	const beside = drafts.filter(({ segment }) => isDirty && segment === open?.segment);
	const left = drafts.filter((draft) => !beside.includes(draft));
	desk.typing.adopt(left);
	desk.openKeep(keep);
	desk.data.adopt(requests);
	if (drafts.length === 0) return;
	if (!takingUp.here) desk.open(null); // what is open knows nothing of these
	const takeUp = await load(() => takingUp.expect());
	await takeUp(desk, { left, beside, requests });
}

/**
 * Without it requests are sent all the same, and shown when the server has answered; and where the text of a draft has
 * moved on meanwhile, somebody decides between the two.
 */
async function codeForThem(): Promise<void> {
	const code = Promise.all([expectOperations(), expectComparing(), takingUp.expect()]).catch(() => undefined);
	await Promise.race([code, new Promise((resolve) => setTimeout(resolve, patience))]);
}
