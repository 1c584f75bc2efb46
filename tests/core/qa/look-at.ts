import type { Check, Knowledge } from "#lib/core/qa/contract.ts";
import { loadChecks } from "#lib/core/qa/run-checks.ts";

/**
 * What one check says of a Chinese text and its English rendering, as `severity key words`, the words being those that
 * it points at. Without a source the document has none.
 */
export async function lookAt(
	check: Check,
	source: string | null,
	target: string,
	known: Partial<Knowledge> = {},
): Promise<{ said: string; fix: string | null; fixed: string | null }[]> {
	const sides = { source: source !== null, target: true };
	const checker = await loadChecks({ sourceLanguage: "zh-Hans", targetLanguage: "en-GB", sides }, known, [
		check,
	]);
	const passage = {
		id: "p",
		source: source === null ? [] : [{ id: "s", text: source }],
		target: [{ id: "t", text: target }],
	};
	return (checker?.look(passage).findings ?? []).map(({ side, severity, key, start, end, fix }) => ({
		said: `${severity} ${key} ${(side === "target" ? target : (source ?? "")).slice(start, end)}`,
		fix,
		fixed: fix === null ? null : target.slice(0, start) + fix + target.slice(end),
	}));
}
