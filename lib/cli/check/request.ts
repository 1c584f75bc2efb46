/** What `duizhao check` is asked for, read from its arguments. */
import { parseArgs } from "node:util";
import { readers } from "#lib/core/formats/reader-registry.ts";
import { type Severity, severities } from "#lib/core/qa/contract.ts";
import { t } from "../messages.ts";
import { languageTag, oneOf } from "../option-values.ts";
import { Refused } from "../refused.ts";

const options = {
	english: { type: "boolean" },
	"fail-on": { type: "string" },
	format: { type: "string" },
	glossary: { type: "string" },
	help: { type: "boolean", default: false },
	json: { type: "boolean", default: false },
	"no-english": { type: "boolean", default: false },
	"no-starter": { type: "boolean", default: false },
	"source-language": { type: "string" },
	"target-language": { type: "string" },
} as const;

export interface Request {
	readonly path: string;
	/** A path. */
	readonly glossary: string | undefined;
	/** The official terms that come with the program. */
	readonly starter: boolean;
	/** Whether spelling and grammar are looked at; where not said, by how much there is. */
	readonly english: boolean | undefined;
	readonly json: boolean;
	/** A finding as bad as this makes the command fail. */
	readonly failOn: Severity | undefined;
	/** Id of a reader. */
	readonly format: string | undefined;
	/** Canonical BCP 47 tags; the file's own, or guessed, where not given. */
	readonly sourceLanguage: string | undefined;
	readonly targetLanguage: string | undefined;
}

/** Throws `Refused` for a call that says too little, too much or the wrong thing. */
export function readRequest(args: readonly string[]): Request | "help" {
	const { values, positionals } = parse(args);
	if (values.help) return "help";
	const [path, ...more] = positionals;
	if (path === undefined || more.length > 0) throw new Refused(t("check.oneFile"));
	return {
		path,
		glossary: values.glossary,
		starter: !values["no-starter"],
		english: values["no-english"] ? false : values.english,
		json: values.json,
		failOn: oneOf("fail-on", values["fail-on"], severities),
		format: oneOf(
			"format",
			values.format,
			readers.map(({ id }) => id),
		),
		sourceLanguage: languageTag("source-language", values["source-language"]),
		targetLanguage: languageTag("target-language", values["target-language"]),
	};
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options, allowPositionals: true });
	} catch (error) {
		const [, option = ""] = /'(-[^' <]*)/u.exec(error instanceof Error ? error.message : "") ?? [];
		throw new Refused(t("check.wrongOption", { option }));
	}
}
