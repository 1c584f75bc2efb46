import { z } from "zod";
import { UpdateSide, updateNow } from "#lib/server/update-side.ts";
import type { JobKind } from "../contract.ts";
import { watchOf } from "../watch.ts";

const Input = z.strictObject({ documentId: z.string(), input: UpdateSide });

/** Brings a newer version of a long side, or shows what that would change. */
export const updateSideJob = {
	id: "update-side",
	input: Input,
	async run({ documentId, input }, running) {
		return await watchOf(running, (watch) => updateNow(running.actor, documentId, input, watch));
	},
} as const satisfies JobKind<typeof Input>;
