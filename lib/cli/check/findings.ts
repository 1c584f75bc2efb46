/** Findings in the form in which `duizhao check` tells them. */
import { createTranslator } from "next-intl";
import type { Finding, Severity } from "#lib/core/qa/contract.ts";
import { severities } from "#lib/core/qa/contract.ts";
import findings from "#lib/messages/en/findings.json" with { type: "json" };
import { t } from "../messages.ts";

const say = createTranslator({ locale: "en", messages: { findings }, namespace: "findings" });

/** The JSON of `duizhao check --json`: other programs rely on its names and their order. */
export interface ToldFinding {
	readonly check: string;
	readonly severity: Severity;
	/** The line of a text or TSV, the unit of a bilingual file, from 1. */
	readonly segment: number;
	readonly side: "source" | "target";
	/** UTF-16 code units of the side's text, end exclusive; where a side has several segments, of their texts with a space between. */
	readonly start: number;
	readonly end: number;
	readonly message: string;
	readonly fix: string | null;
}

export function messageOf({ check, key, values }: Finding): string {
	const path = key === "failed" ? key : `${check}.${key}`;
	return say(path as "failed", values as { check: string });
}

/** One line a finding, and one that counts them. */
export function listing(told: readonly ToldFinding[], checked: number): string {
	const lines = told.map(({ segment, side, start, end, severity, check, message }) =>
		t("check.line", { segment, side, start, end, severity, check, message }),
	);
	const counts = severities.map((severity) => told.filter((one) => one.severity === severity).length);
	const [critical = 0, major = 0, minor = 0] = counts;
	return [...lines, t("check.sum", { checked, total: told.length, critical, major, minor })].join("\n");
}
