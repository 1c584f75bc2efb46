/** JSON as RFC 8785 (JSON Canonicalization Scheme) writes it: the bytes that a revision's hash covers. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Object keys are sorted by UTF-16 code units, numbers and strings are written as ECMAScript does.
 * Throws a RangeError for a number that JSON cannot hold (NaN, Infinity).
 */
export function canonicalJson(value: Json): string {
	if (typeof value === "number" && !Number.isFinite(value)) {
		throw new RangeError(`${value} has no JSON form`);
	}
	if (value === null || typeof value !== "object") return JSON.stringify(value);
	if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
	const entries = Object.entries(value)
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
	return `{${entries.join(",")}}`;
}

function isList(value: Json): value is readonly Json[] {
	return Array.isArray(value);
}
