/** What `duizhao import` is asked for, read from its arguments. */
import { parseArgs } from "node:util";
import { type AlignerId, alignerIds } from "#lib/core/align/registry.ts";
import type { Origin } from "#lib/core/document/model.ts";
import { type ParagraphMode, paragraphModes } from "#lib/core/text/paragraphs.ts";
import { normalizeEmail } from "#lib/server/email.ts";
import { t } from "../messages.ts";
import { badValue, languageTag } from "../option-values.ts";
import { Refused } from "../refused.ts";

const options = {
	aligner: { type: "string", default: "lexical" },
	as: { type: "string" },
	engine: { type: "string" },
	help: { type: "boolean", default: false },
	human: { type: "boolean", default: false },
	paragraphs: { type: "string", default: "line" },
	project: { type: "string" },
	source: { type: "string" },
	"source-language": { type: "string" },
	target: { type: "string" },
	"target-language": { type: "string" },
} as const;

export interface ImportRequest {
	/** Address of the person who imports. */
	readonly email: string;
	/** Id or name. */
	readonly project: string;
	/** Files and folders to be matched, or the two sides of one document. */
	readonly given: readonly string[] | { readonly source: string | null; readonly target: string | null };
	readonly origin: Origin;
	readonly aligner: AlignerId;
	readonly paragraphs: ParagraphMode;
	readonly sourceLanguage: string | undefined;
	readonly targetLanguage: string | undefined;
}

/** Null where the help is asked for. Throws `Refused` for a call that says too little or too much. */
export function readRequest(args: readonly string[]): ImportRequest | null {
	const { values, positionals } = parse(args);
	if (values.help) return null;
	const email = normalizeEmail(values.as ?? "");
	if (email === null) throw new Refused(t("import.needsAs"));
	if (!values.project) throw new Refused(t("import.needsProject"));
	const { source = null, target = null } = values;
	const named = source !== null || target !== null;
	if (named === positionals.length > 0) throw new Refused(t("import.needsFiles"));
	if (values.human && values.engine !== undefined) throw new Refused(t("import.twoOrigins"));
	return {
		email,
		project: values.project,
		given: named ? { source, target } : positionals,
		origin: originOf(values.human, values.engine),
		aligner: aligner(values.aligner),
		paragraphs: paragraphs(values.paragraphs),
		sourceLanguage: languageTag("source-language", values["source-language"]),
		targetLanguage: languageTag("target-language", values["target-language"]),
	};
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options, allowPositionals: true });
	} catch (error) {
		const [, option = ""] = /'(-[^' <]*)/u.exec(error instanceof Error ? error.message : "") ?? [];
		throw new Refused(t("import.wrongOption", { option }));
	}
}

function originOf(human: boolean, engine: string | undefined): Origin {
	if (engine !== undefined) return { kind: "machine", engine };
	return human ? { kind: "human" } : { kind: "unknown" };
}

function aligner(value: string): AlignerId {
	const found = alignerIds.find((id) => id === value);
	if (!found)
		throw new Refused(t("align.badValue", { option: "aligner", value, known: alignerIds.join(", ") }));
	return found;
}

function paragraphs(value: string): ParagraphMode {
	const found = paragraphModes.find((mode) => mode === value);
	if (!found) throw badValue("paragraphs", value, paragraphModes);
	return found;
}
