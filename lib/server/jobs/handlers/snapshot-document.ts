import { z } from "zod";
import { takeSnapshot } from "#lib/server/revision-log/take-snapshot.ts";
import type { JobKind } from "../contract.ts";

const Input = z.strictObject({ documentId: z.string() });

/** Keeps a document as it is now, so that its versions from here on are read quickly. */
export const snapshotDocumentJob = {
	id: "snapshot-document",
	input: Input,
	async run({ documentId }) {
		return { number: await takeSnapshot(documentId) };
	},
} as const satisfies JobKind<typeof Input>;
