/** Has the checks look at some passages of a document, with what is known of their English, and keeps what they see. */
import { keepLooks, type Looked } from "./keep-looks.ts";
import { loadPassages } from "./load-passages.ts";
import { keptRemarks, namesFor, type Remarks, withRemarks } from "./remarks.ts";
import type { CheckedHead, Rules } from "./rules.ts";
import { termsIn } from "./terms-in.ts";

/** Others are answered in between. Milliseconds. */
const longestTurn = 15;

export type NamedChecker = Pick<Rules, "name" | "checker" | "terms">;

interface Looking {
	/** Remarks beside those that are kept. */
	readonly read?: Remarks;
	readonly signal?: AbortSignal | undefined;
}

export async function lookAt(
	head: CheckedHead,
	{ name, checker, terms }: NamedChecker,
	passages: readonly string[],
	{ read = new Map(), signal }: Looking = {},
): Promise<void> {
	const looked: Looked[] = [];
	const wanted = checker.reading.length > 0;
	const nameOf = await namesFor(head);
	const known = wanted ? new Map([...(await keptRemarks(head, passages)), ...read]) : read;
	let turn = performance.now();
	for (const { stamp, passage } of await loadPassages(head, passages)) {
		const whole = wanted ? withRemarks(passage, known, nameOf) : { passage, remarks: {}, unread: false };
		looked.push({ ...whole, stamp, terms: termsIn(passage, terms), look: checker.look(whole.passage) });
		if (performance.now() - turn < longestTurn) continue;
		await new Promise(setImmediate);
		signal?.throwIfAborted();
		turn = performance.now();
	}
	await keepLooks(head, name, looked);
}
