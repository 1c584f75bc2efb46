import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { normalizeEmail } from "#lib/server/email.ts";
import { AppError, problemOf } from "#lib/server/errors.ts";
import { logOf } from "#lib/server/export-log.ts";
import { importLog, LogRefused } from "#lib/server/import-log.ts";
import type { ExitCode, Output } from "../command.ts";
import { placeOf } from "../import/place.ts";
import { t } from "../messages.ts";
import { Refused } from "../refused.ts";
import { refuseUnwritable } from "../whole-files.ts";
import { withDatabase } from "../with-database.ts";

const options = {
	as: { type: "string" },
	help: { type: "boolean", default: false },
	output: { type: "string" },
	project: { type: "string" },
} as const;

type Request =
	| { readonly action: "help" }
	| { readonly action: "export"; readonly documentId: string; readonly path: string | null }
	| { readonly action: "import"; readonly path: string; readonly email: string; readonly project: string };

/** `duizhao log export DOCUMENT [--output FILE]` and `duizhao log import FILE --project PROJECT --as EMAIL`. */
export async function log(args: readonly string[], output: Output): Promise<ExitCode> {
	try {
		const request = requestOf(args);
		if (request.action === "help") output.print(t("log.usage"));
		else if (request.action === "export") await withDatabase(() => write(request, output));
		else await withDatabase(() => read(request, output));
		return 0;
	} catch (error) {
		const told = toldOf(error);
		output.complain(told.message);
		return told.exitCode;
	}
}

function requestOf(args: readonly string[]): Request {
	const { values, positionals } = parsed(args);
	const [action, named, ...rest] = positionals;
	if (values.help) return { action: "help" };
	if (named === undefined || rest.length > 0) throw new Refused(t("log.wrongCall"));
	if (action === "export" && values.as === undefined && values.project === undefined)
		return { action, documentId: named, path: values.output ?? null };
	if (action !== "import" || values.output !== undefined) throw new Refused(t("log.wrongCall"));
	const email = normalizeEmail(values.as ?? "");
	if (email === null) throw new Refused(t("import.needsAs"));
	if (!values.project) throw new Refused(t("import.needsProject"));
	return { action, path: named, email, project: values.project };
}

function parsed(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options, allowPositionals: true });
	} catch {
		throw new Refused(t("log.wrongCall")); // an option it does not know
	}
}

/** Whole or not at all: under another name until the last line is there. */
async function write({ documentId, path }: Request & { action: "export" }, { print }: Output): Promise<void> {
	if (path !== null) await refuseUnwritable(path);
	const { lines, revisions } = await logOf(documentId);
	if (path === null) {
		await pipeline(Readable.from(lines), process.stdout, { end: false });
		return;
	}
	const part = `${path}.${process.pid}.part`;
	try {
		await pipeline(Readable.from(lines), createWriteStream(part, { flags: "wx" }));
		await rename(part, path);
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
	print(t("log.exported", { revisions, path }));
}

async function read(request: Request & { action: "import" }, { print }: Output): Promise<void> {
	const { path } = request;
	const { actor, projectId } = await placeOf(request);
	await using file = await open(path);
	const { documentId, revisions, passages, people } = await importLog(
		actor,
		projectId,
		file.createReadStream({ autoClose: false }),
	).catch((error: unknown) => {
		throw error instanceof LogRefused ? new Refused(refusalOf(path, error), 1) : error;
	});
	print(t("log.imported", { path, documentId, revisions, passages, people }));
}

function refusalOf(path: string, { line, key, reason }: LogRefused): string {
	return t("log.refused", { path, line, reason: t(`log.reasons.${key}`, { reason }) });
}

/** Rethrows what is no expected trouble. */
function toldOf(error: unknown): { message: string; exitCode: ExitCode } {
	if (error instanceof Refused) return error;
	if (error instanceof AppError) return { message: problemOf(error).title, exitCode: 1 };
	if (error instanceof Error && "code" in error && "path" in error)
		return {
			message: t("log.unreadable", { path: String(error.path), code: String(error.code) }),
			exitCode: 2,
		};
	throw error;
}
