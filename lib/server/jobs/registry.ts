import type { JobKind } from "./contract.ts";
import { attachSideJob } from "./handlers/attach-side.ts";
import { convertScriptJob } from "./handlers/convert-script.ts";
import { importDocumentJob } from "./handlers/import-document.ts";
import { pasteBridgeJob } from "./handlers/paste-bridge.ts";
import { readFileJob } from "./handlers/read-file.ts";
import { realignDocumentJob } from "./handlers/realign-document.ts";
import { updateSideJob } from "./handlers/update-side.ts";

export const jobKinds = [
	importDocumentJob,
	attachSideJob,
	realignDocumentJob,
	updateSideJob,
	convertScriptJob,
	pasteBridgeJob,
	readFileJob,
] as const satisfies readonly JobKind[];
export type JobKindId = (typeof jobKinds)[number]["id"];

/** The kind with this id; its input is parsed with its own schema before it runs. */
export function findJobKind(id: string): JobKind | undefined {
	return jobKinds.find((kind) => kind.id === id);
}
