import { z } from "zod";
import { RealignDocument, realignNow } from "#lib/server/realign.ts";
import type { JobKind } from "../contract.ts";
import { watchOf } from "../watch.ts";

const Input = z.strictObject({ documentId: z.string(), input: RealignDocument });

/** Pairs the passages of a long document anew, or shows what that would change. */
export const realignDocumentJob = {
	id: "realign-document",
	input: Input,
	async run({ documentId, input }, running) {
		return await watchOf(running, (watch) => realignNow(running.actor, documentId, input, watch));
	},
} as const satisfies JobKind<typeof Input>;
