import { parseAsStringLiteral, useQueryStates } from "nuqs";
import type { Format, FormatOption } from "#lib/core/formats/contract.ts";
import { layouts } from "#lib/core/formats/deliverable.ts";
import { parseVersion, type VersionName } from "../compare/versions.ts";

export const commentChoices = ["none", "open", "all"] as const;

/** What is chosen of the files, in the address. */
export interface Choices {
	readonly from: VersionName;
	readonly to: VersionName;
	readonly layout: (typeof layouts)[number];
	readonly comments: (typeof commentChoices)[number];
}

export function useChoices() {
	return useQueryStates({
		from: parseVersion.withDefault("draft"),
		to: parseVersion.withDefault("now"),
		layout: parseAsStringLiteral(layouts).withDefault("article"),
		comments: parseAsStringLiteral(commentChoices).withDefault("none"),
	});
}

/** The address of a file: only what its format can be asked for. */
export function exportPath(
	documentId: string,
	{ id, options = [] }: Pick<Format, "id" | "options">,
	choices: Choices,
): string {
	const asked = new URLSearchParams();
	if (choices.to !== "now") asked.set("to", choices.to);
	const usual = { from: "draft", layout: "article", comments: "none" } as const;
	for (const option of options satisfies readonly FormatOption[])
		if (choices[option] !== usual[option]) asked.set(option, choices[option]);
	return `/api/v1/documents/${documentId}/export/${id}${asked.size > 0 ? `?${asked}` : ""}`;
}

/** Changes run from an earlier version to a later one. */
export function isInOrder({ from, to }: Choices): boolean {
	return from === "draft" || to === "now" || Number(from) <= Number(to);
}
