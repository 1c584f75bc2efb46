import { AppError, problemOf } from "#lib/server/errors.ts";
import type { ExitCode, Output } from "../command.ts";
import { type Entry, entriesOf } from "../import/entries.ts";
import { importEntry } from "../import/import-entry.ts";
import { placeOf } from "../import/place.ts";
import { type ImportRequest, readRequest } from "../import/request.ts";
import { t } from "../messages.ts";
import { Refused } from "../refused.ts";
import { withDatabase } from "../with-database.ts";

/** `duizhao import FILE… --project PROJECT --as EMAIL` makes documents of files, each pair one. */
export async function importFiles(args: readonly string[], output: Output): Promise<ExitCode> {
	try {
		const request = readRequest(args);
		if (request === null) {
			output.print(t("import.usage"));
			return 0;
		}
		const entries = await entriesOf(request.given);
		return await withDatabase(async () => await importAll(entries, request, output));
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		output.complain(error.message);
		return error.exitCode;
	}
}

/** One that cannot be imported holds up no other. */
async function importAll(
	entries: readonly Entry[],
	request: ImportRequest,
	{ print, complain }: Output,
): Promise<ExitCode> {
	const place = await placeOf(request);
	let failed = 0;
	for (const entry of entries) {
		const files = [entry.source, entry.target].filter((path) => path !== null).join(" + ");
		try {
			const { documentId, passages } = await importEntry(place, entry, request);
			print(t("import.done", { files, documentId, passages }));
		} catch (error) {
			failed += 1;
			complain(t("import.failed", { files, reason: reasonOf(error) }));
		}
	}
	return failed > 0 ? 1 : 0;
}

/** With its line where it has one; rethrows what is no expected trouble. */
function reasonOf(error: unknown): string {
	if (error instanceof Refused) return error.message;
	if (!(error instanceof AppError)) throw error;
	const { title, values } = problemOf(error);
	const line = values["line"];
	return typeof line === "number" ? t("read.problem", { line, message: title }) : title;
}
