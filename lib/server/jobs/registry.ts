import type { JobKind } from "./contract.ts";
import { attachSideJob } from "./handlers/attach-side.ts";
import { bringBackJob } from "./handlers/bring-back.ts";
import { checkJob } from "./handlers/check.ts";
import { convertScriptJob } from "./handlers/convert-script.ts";
import { importDocumentJob } from "./handlers/import-document.ts";
import { measureJob } from "./handlers/measure.ts";
import { mineTermsJob } from "./handlers/mine-terms.ts";
import { pasteBridgeJob } from "./handlers/paste-bridge.ts";
import { readFileJob } from "./handlers/read-file.ts";
import { realignDocumentJob } from "./handlers/realign-document.ts";
import { restoreDocumentJob } from "./handlers/restore-document.ts";
import { snapshotDocumentJob } from "./handlers/snapshot-document.ts";
import { updateSideJob } from "./handlers/update-side.ts";

export const jobKinds = [
	importDocumentJob,
	attachSideJob,
	realignDocumentJob,
	updateSideJob,
	convertScriptJob,
	pasteBridgeJob,
	bringBackJob,
	readFileJob,
	restoreDocumentJob,
	snapshotDocumentJob,
	measureJob,
	mineTermsJob,
	checkJob,
] as const satisfies readonly JobKind[];
export type JobKindId = (typeof jobKinds)[number]["id"];

/** The kind with this id; its input is parsed with its own schema before it runs. */
export function findJobKind(id: string): JobKind | undefined {
	return jobKinds.find((kind) => kind.id === id);
}
