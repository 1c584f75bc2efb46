import { MineTerms, mineTerms } from "#lib/server/glossary/candidates.ts";
import type { JobKind } from "../contract.ts";
import { watchOf } from "../watch.ts";

/** Looks for terms that the project's glossary might take. */
export const mineTermsJob = {
	id: "mine-terms",
	input: MineTerms,
	async run(_input, running) {
		return await watchOf(running, (watch) => mineTerms(running.actor, running.projectId, watch));
	},
} as const satisfies JobKind<typeof MineTerms>;
