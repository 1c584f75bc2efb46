import { parseArgs } from "node:util";
import { ReadRefusal } from "#lib/core/formats/reader.ts";
import { readers } from "#lib/core/formats/reader-registry.ts";
import { type ReadingOptions, readWhole } from "#lib/core/reading/read-whole.ts";
import type { Reading } from "#lib/core/reading/reading.ts";
import { paragraphModes } from "#lib/core/text/paragraphs.ts";
import { readerCapabilities } from "#lib/server/files/capabilities.ts";
import type { ExitCode, Output } from "../command.ts";
import { t } from "../messages.ts";
import { languageTag, oneOf } from "../option-values.ts";
import { progressLine } from "../progress-line.ts";
import { foundIn } from "../read/found.ts";
import { givenFile } from "../read/given-file.ts";
import { listing } from "../read/listing.ts";
import { told } from "../read/problem.ts";
import { Refused } from "../refused.ts";

const options = {
	format: { type: "string" },
	help: { type: "boolean", default: false },
	json: { type: "boolean", default: false },
	language: { type: "string" },
	paragraphs: { type: "string" },
} as const;

interface Request extends ReadingOptions {
	readonly path: string;
	readonly json: boolean;
}

/** `duizhao read FILE [--json]` prints what was found in a file of any kind that an import takes. */
export async function read(args: readonly string[], output: Output): Promise<ExitCode> {
	try {
		const request = requestOf(args);
		if (request === "help")
			output.print(t("read.usage", { formats: readers.map(({ id }) => id).join(", ") }));
		else await readAndTell(request, output);
		return 0;
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		output.complain(error.message);
		return error.exitCode;
	}
}

async function readAndTell({ path, json, ...chosen }: Request, { print }: Output): Promise<void> {
	const reading = await readPath(path, chosen);
	const found = foundIn(reading);
	const coloured = process.stdout.isTTY === true && !process.env["NO_COLOR"];
	print(json ? JSON.stringify(found, null, "\t") : listing(found, reading.format, coloured));
}

/** Throws `Refused` with the place where the file cannot be read. */
export async function readPath(path: string, chosen: ReadingOptions = {}): Promise<Reading> {
	const file = await givenFile(path);
	const line = progressLine();
	const capabilities = readerCapabilities((done, total) =>
		line.update(t("read.progress", { share: total > 0 ? Math.min(done / total, 1) : 0 })),
	);
	try {
		return await readWhole(file, capabilities, chosen);
	} catch (error) {
		if (!(error instanceof ReadRefusal)) throw error;
		const { line, column } = error.problem;
		const message = told(error.problem);
		throw new Refused(t("read.refused", { path, line, column: column ?? 0, message }), 1);
	} finally {
		line.clear();
	}
}

function requestOf(args: readonly string[]): Request | "help" {
	const { values, positionals } = parse(args);
	if (values.help) return "help";
	const [path, ...more] = positionals;
	if (path === undefined || more.length > 0) throw new Refused(t("read.oneFile"));
	const { format, language, paragraphs } = values;
	return {
		path,
		json: values.json,
		format: oneOf(
			"format",
			format,
			readers.map(({ id }) => id),
		),
		paragraphs: oneOf("paragraphs", paragraphs, paragraphModes),
		language: languageTag("language", language),
	};
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options, allowPositionals: true });
	} catch (error) {
		const [, option = ""] = /'(-[^' <]*)/u.exec(error instanceof Error ? error.message : "") ?? [];
		throw new Refused(t("read.wrongOption", { option }));
	}
}
