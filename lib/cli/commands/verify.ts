import { allDocuments, type Discrepancy, verifyDocument } from "#lib/server/verify.ts";
import type { ExitCode, Output } from "../command.ts";
import { t } from "../messages.ts";
import { withDatabase } from "../with-database.ts";

/** `duizhao verify [DOCUMENT …]`: replays logs and compares them with the rows. */
export async function verify(args: readonly string[], { print, complain }: Output): Promise<ExitCode> {
	if (args.some((arg) => arg.startsWith("-"))) {
		complain(t("verify.usage"));
		return 2;
	}
	return await withDatabase(async () => {
		const documents = args.length > 0 ? args : await allDocuments();
		const totals = { documents: documents.length, revisions: 0, passages: 0, wrong: 0 };
		for (const documentId of documents) {
			const found = await verifyDocument(documentId);
			totals.revisions += found.revisions;
			totals.passages += found.passages;
			totals.wrong += found.discrepancies.length > 0 ? 1 : 0;
			for (const discrepancy of found.discrepancies) complain(told(discrepancy));
		}
		print(t("verify.done", totals));
		return totals.wrong > 0 ? 1 : 0;
	});
}

function told({ documentId, key, values }: Discrepancy): string {
	return `${documentId}: ${t(`verify.found.${key}`, { ...defaults, ...values })}`;
}

/** Every placeholder that a sentence about a discrepancy may have. */
const defaults = {
	number: 0,
	reason: "",
	stored: 0,
	told: 0,
	index: 0,
	passage: "",
	segment: "",
	side: "",
	head: 0,
};
