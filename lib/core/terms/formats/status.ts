import type { RenderingStatus } from "../term.ts";

/** ISO 12620 and what programs and people call it; a rendering of no status is one that may be used. */
const statuses: Readonly<Record<RenderingStatus, readonly string[]>> = {
	preferred: ["preferred", "preferredterm", "standardized", "legal", "regulated", "approved", "首选", "推荐"],
	allowed: ["", "allowed", "admitted", "admittedterm", "new", "proposed", "允许", "可用"],
	forbidden: [
		"forbidden",
		"deprecated",
		"deprecatedterm",
		"superseded",
		"supersededterm",
		"obsolete",
		"notrecommended",
		"prohibited",
		"禁用",
		"不推荐",
	],
};

const byName = new Map(
	Object.entries(statuses).flatMap(([status, names]) =>
		names.map((name) => [name, status as RenderingStatus] as const),
	),
);

/** Of what is always wrong, as a note of a file: TBX-Basic has no other place that people see. */
export const wrongEverywhere = "Wrong in any context.";

/** Null where nobody knows it. */
export function statusOf(written: string): RenderingStatus | null {
	const name = written
		.trim()
		.toLowerCase()
		.replace(/-admn-sts$/u, "")
		.replaceAll(/[\s_-]/gu, "");
	return byName.get(name) ?? null;
}
