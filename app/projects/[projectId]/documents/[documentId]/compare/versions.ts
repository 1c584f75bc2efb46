import { createParser, parseAsStringLiteral } from "nuqs";

/** A version as it stands in the address: the draft, a revision's number, or now. */
export type VersionName = "draft" | "now" | `${number}`;

export function isVersionName(value: string): value is VersionName {
	return value === "draft" || value === "now" || /^[1-9]\d{0,8}$/.test(value);
}

export const parseVersion = createParser<VersionName>({
	parse: (value) => (isVersionName(value) ? value : null),
	serialize: (value) => value,
});

/** Before and after side by side, or both in one text. */
export const comparisonViews = ["columns", "inline"] as const;
export type ComparisonView = (typeof comparisonViews)[number];

export const parseView = parseAsStringLiteral(comparisonViews);
