import { z } from "zod";
import { fillNow, PasteBack } from "#lib/server/paste-bridge.ts";
import type { JobKind } from "../contract.ts";
import { watchOf } from "../watch.ts";

const Input = z.strictObject({ documentId: z.string(), input: PasteBack });

/** Fills the passages of a long document with what was pasted. */
export const pasteBridgeJob = {
	id: "paste-bridge",
	input: Input,
	async run({ documentId, input }, running) {
		return await watchOf(running, (watch) => fillNow(running.actor, documentId, input, watch));
	},
} as const satisfies JobKind<typeof Input>;
