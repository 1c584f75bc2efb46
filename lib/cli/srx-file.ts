import { createTranslator } from "next-intl";
import type { SrxDocument, SrxProblem } from "#lib/core/srx/document.ts";
import type { PatternFault } from "#lib/core/srx/pattern/syntax-tree.ts";
import { readSrx } from "#lib/core/srx/read.ts";
import reading from "#lib/messages/en/reading.json" with { type: "json" };
import type { Output } from "./command.ts";
import { Refused } from "./refused.ts";
import { readTextFile } from "./text-file.ts";

const t = createTranslator({ locale: "en", messages: { reading }, namespace: "reading.srx" });

/** Tells of what cannot be followed in the rules; throws `Refused` where they cannot be read at all. */
export async function readRuleFile(path: string, { complain }: Output): Promise<SrxDocument> {
	const file = await readTextFile(path);
	if (!file.ok) throw new Refused(file.problem);
	const { document, problems } = readSrx(file.text);
	const told = problems.map((problem) => `${path}, ${tell(problem)}`);
	if (document === null) throw new Refused(told);
	for (const sentence of told) complain(sentence);
	return document;
}

/** One sentence with its place. */
export function tell({ line, column, key, values }: SrxProblem): string {
	const part = String(values["part"] ?? "");
	const known = { ...nothing, ...values, version: values["version"] || "empty" };
	const fault = isFault(values["fault"]) ? t(`patterns.${values["fault"]}`, { part }) : "";
	return t("problem", { line, column, sentence: t(`problems.${key}`, { ...known, fault }) });
}

/** Every placeholder that a sentence about a problem may have. */
const nothing = { reason: "", name: "", element: "", attribute: "", value: "", rule: 0 };

function isFault(value: unknown): value is PatternFault {
	return typeof value === "string" && Object.hasOwn(reading.srx.patterns, value);
}
