import { z } from "zod";
import { RestoreDocument, restoreNow } from "#lib/server/restore.ts";
import type { JobKind } from "../contract.ts";

const Input = z.strictObject({ documentId: z.string(), input: RestoreDocument });

/** Brings a long document, or passages of it, back to an earlier version, or shows what that would change. */
export const restoreDocumentJob = {
	id: "restore-document",
	input: Input,
	async run({ documentId, input }, running) {
		return await restoreNow(running.actor, documentId, input, running.signal);
	},
} as const satisfies JobKind<typeof Input>;
