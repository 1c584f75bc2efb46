import type { Format } from "#lib/core/formats/contract.ts";

/** GET /documents/:documentId/readiness: passages by what is still to do. */
export interface Readiness {
	readonly passages: number;
	readonly unreviewed: number;
	readonly empty: number;
	readonly stale: number;
}

export type Warning = "unreviewed" | "empty" | "stale";

/** What is to be said of every format alike: once, above them. */
export function sharedWarnings(
	formats: readonly Pick<Format, "needs">[],
	readiness: Readiness,
): readonly Warning[] {
	const [first, ...others] = formats.map((format) => warningsFor(format, readiness));
	return first?.filter((warning) => others.every((warnings) => warnings.includes(warning))) ?? [];
}

/** What one should know before handing this out; links matter only where both sides go along. */
export function warningsFor(format: Pick<Format, "needs">, readiness: Readiness): Warning[] {
	const asked: Warning[] =
		format.needs === "both-sides" ? ["unreviewed", "empty", "stale"] : ["unreviewed", "empty"];
	return asked.filter((warning) => readiness[warning] > 0);
}
