/** What `duizhao align` is asked for, read from its arguments. */
import { parseArgs } from "node:util";
import type { Aligner } from "#lib/core/align/contract.ts";
import type { AlignmentFormat } from "#lib/core/align/formats/contract.ts";
import { alignmentFormats } from "#lib/core/align/formats/registry.ts";
import { alignerIds, aligners, findAligner } from "#lib/core/align/registry.ts";
import { type ParagraphMode, paragraphModes } from "#lib/core/text/paragraphs.ts";
import { t } from "../messages.ts";
import { badValue, languageTag, oneOf } from "../option-values.ts";
import { Refused } from "../refused.ts";

const options = {
	aligner: { type: "string", default: aligners[0].id },
	"already-split": { type: "boolean", default: false },
	confidence: { type: "string" },
	evaluate: { type: "string" },
	examples: { type: "string" },
	format: { type: "string" },
	help: { type: "boolean", default: false },
	lexicon: { type: "string" },
	output: { type: "string" },
	paragraphs: { type: "string" },
	"source-language": { type: "string" },
	"target-language": { type: "string" },
} as const;

export const evaluationFormats = ["table", "json"] as const;

/** What both kinds of work take. */
export interface Means {
	readonly aligner: Aligner;
	/** Canonical BCP 47 tags; guessed where not given. */
	readonly sourceLanguage: string | undefined;
	readonly targetLanguage: string | undefined;
	/** Paths. */
	readonly lexicon: string | undefined;
	readonly examples: string | undefined;
	readonly output: string | undefined;
}

export type Request =
	| { readonly kind: "help" }
	| (Means & {
			readonly kind: "evaluate";
			readonly folder: string;
			readonly format: (typeof evaluationFormats)[number];
	  })
	| (Means & {
			readonly kind: "align";
			readonly source: string;
			readonly target: string;
			readonly alreadySplit: boolean;
			readonly paragraphs: ParagraphMode | undefined;
			readonly format: AlignmentFormat;
			/** Beads below it are left out, 0–1. */
			readonly confidence: number | undefined;
	  });

type Values = ReturnType<typeof parse>["values"];

/** Throws `Refused` for a call that says too little, too much or the wrong thing. */
export function readRequest(args: readonly string[]): Request {
	const { values, positionals } = parse(args);
	if (values.help) return { kind: "help" };
	const aligner = findAligner(values.aligner);
	if (aligner === undefined) throw badValue("aligner", values.aligner, alignerIds);
	if (values.output === "") throw new Refused(t("align.misusedOption", { option: "--output" }));
	const means: Means = {
		aligner,
		sourceLanguage: languageTag("source-language", values["source-language"]),
		targetLanguage: languageTag("target-language", values["target-language"]),
		lexicon: values.lexicon,
		examples: values.examples,
		output: values.output,
	};
	const ignored = (["lexicon", "examples"] as const).find((name) => values[name] !== undefined);
	if (aligner.ignoresWords && ignored)
		throw new Refused(t("align.ignored", { option: ignored, aligner: aligner.id }));
	if (values.evaluate !== undefined) return evaluation(values.evaluate, means, values, positionals);
	const [source, target, ...more] = positionals;
	if (source === undefined || target === undefined || more.length > 0) throw new Refused(t("align.twoFiles"));
	if (values["already-split"] && values.paragraphs !== undefined) throw new Refused(t("align.splitAlready"));
	return {
		...means,
		kind: "align",
		source,
		target,
		alreadySplit: values["already-split"],
		paragraphs: oneOf("paragraphs", values.paragraphs, paragraphModes),
		format: format(values),
		confidence: confidence(values.confidence),
	};
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options, allowPositionals: true });
	} catch (error) {
		const [, option] = /'(-[^' <]*)/u.exec(error instanceof Error ? error.message : "") ?? [];
		if (option === undefined) throw error;
		const known = Object.keys(options).some((name) => option === `--${name}`);
		throw new Refused(t(known ? "align.misusedOption" : "align.unknownOption", { option }));
	}
}

function evaluation(folder: string, means: Means, values: Values, positionals: readonly string[]): Request {
	if (positionals.length > 0) throw new Refused(t("align.evaluate.noFiles"));
	const misplaced = (["confidence", "paragraphs"] as const).find((name) => values[name] !== undefined);
	if (misplaced) throw new Refused(t("align.evaluate.misplaced", { option: misplaced }));
	const chosen = oneOf("format", values.format, evaluationFormats) ?? "table";
	return { ...means, kind: "evaluate", folder, format: chosen };
}

function format(values: Values): AlignmentFormat {
	const ids = alignmentFormats.map(({ id }) => id);
	const id = oneOf("format", values.format, ids) ?? ids[0];
	const found: AlignmentFormat = alignmentFormats.find((known) => known.id === id) ?? alignmentFormats[0];
	if ("writeSides" in found && values.output === undefined) {
		throw new Refused(t("align.needsOutput", { format: found.id }));
	}
	return found;
}

function confidence(written: string | undefined): number | undefined {
	if (written === undefined) return undefined;
	const value = /^(?:\d+\.?\d*|\.\d+)$/u.test(written) ? Number(written) : Number.NaN;
	if (!(value >= 0 && value <= 1)) throw new Refused(t("align.badConfidence", { value: written }));
	return value;
}
