import { z } from "zod";
import { BringBack, bringBack } from "#lib/server/returned-file.ts";
import type { JobKind } from "../contract.ts";
import { watchOf } from "../watch.ts";

const Input = z.strictObject({ documentId: z.string(), input: BringBack });

/** Brings a large Word file back, or shows what would come of it. */
export const bringBackJob = {
	id: "bring-back",
	input: Input,
	async run({ documentId, input }, running) {
		return await watchOf(running, (watch) => bringBack(running.actor, documentId, input, watch));
	},
} as const satisfies JobKind<typeof Input>;
