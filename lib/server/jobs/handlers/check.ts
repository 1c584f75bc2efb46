import { CheckNow, checkNow } from "#lib/server/checking/ask-for-check.ts";
import type { JobKind } from "../contract.ts";
import { watchOf } from "../watch.ts";

/** Looks at the passages of a document or a project whose content or rules changed since they were looked at last. */
export const checkJob = {
	id: "check",
	input: CheckNow,
	async run(input, running) {
		return await watchOf(running, (watch) => checkNow(running.actor, input, watch));
	},
} as const satisfies JobKind<typeof CheckNow>;
