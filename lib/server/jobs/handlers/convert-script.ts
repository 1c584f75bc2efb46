import { z } from "zod";
import { ConvertDocument, convertNow } from "#lib/server/convert-script.ts";
import type { JobKind } from "../contract.ts";
import { watchOf } from "../watch.ts";

const Input = z.strictObject({ documentId: z.string(), input: ConvertDocument });

/** Writes one side of a long document in the other script. */
export const convertScriptJob = {
	id: "convert-script",
	input: Input,
	async run({ documentId, input }, running) {
		return await watchOf(running, (watch) => convertNow(running.actor, documentId, input, watch));
	},
} as const satisfies JobKind<typeof Input>;
