/** What checks there are and what each may say, by the catalogue: the checks themselves are large, and most requests do without. */
import findings from "#lib/messages/en/findings.json" with { type: "json" };

const named = Object.entries(findings).flatMap(([id, sentences]) =>
	typeof sentences === "string"
		? []
		: [[id, Object.keys(sentences).filter((key) => key !== "name")] as const],
);

export const keysOfChecks: ReadonlyMap<string, readonly string[]> = new Map(named);
export const checkIds = named.map(([id]) => id) as [string, ...string[]];
