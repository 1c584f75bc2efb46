import type { Check } from "#lib/core/qa/contract.ts";

const teh = {
	id: "teh",
	severity: "minor",
	mqm: "linguistic-conventions/spelling",
	keys: ["wrong"],
	concerns: () => true,
	checkPassage: ({ target }, _, { words }) =>
		target.flatMap(({ id, text }) =>
			[...text.matchAll(/\bteh\b/g)].flatMap(({ index: start }) =>
				words.has("teh")
					? []
					: [
							{
								side: "target" as const,
								segment: id,
								start,
								end: start + 3,
								key: "wrong",
								// Half of a character beyond the basic plane, as a careless check may cut it.
								values: { found: "teh", ...(text.includes("😀") && { half: "😀".slice(0, 1) }) },
								fix: "the",
							},
						],
			),
		),
} as const satisfies Check;

const office = {
	id: "office",
	severity: "major",
	mqm: "terminology/inconsistent-use",
	keys: ["several"],
	concerns: () => true,
	mentions: ({ target }) =>
		target.flatMap(({ id, text }) =>
			[...text.matchAll(/\[([^\]]+)\]/g)].map(({ index, 1: value = "" }) => ({
				subject: "中联部",
				value,
				side: "target" as const,
				segment: id,
				start: index + 1,
				end: index + 1 + value.length,
			})),
		),
	judge({ side, segment, start, end, value }, tally) {
		const said = tally.find((one) => one.value === value);
		const values = { found: value, here: said?.here ?? 0, elsewhere: said?.elsewhere ?? 0 };
		return { side, segment, start, end, key: "several", values, fix: null };
	},
} as const satisfies Check;

/** As the registry has them. */
export const checks = [teh, office] as const satisfies readonly Check[];

/** The same as the catalogue names them. */
export const checkIds = checks.map(({ id }) => id);
export const keysOfChecks: ReadonlyMap<string, readonly string[]> = new Map(
	checks.map(({ id, keys }) => [id, keys] as const),
);
