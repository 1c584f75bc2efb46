/** JSON as RFC 8785 (JSON Canonicalization Scheme) writes it: the bytes that a revision's hash covers. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Object keys are sorted by UTF-16 code units, numbers and strings are written as ECMAScript does.
 * Throws a RangeError for what has no canonical form: NaN, Infinity, unpaired surrogates, undefined.
 */
export function canonicalJson(value: Json): string {
	if (typeof value === "number" && !Number.isFinite(value)) {
		throw new RangeError(`${value} has no JSON form`);
	}
	if (value === undefined) throw new RangeError("undefined has no JSON form");
	if (typeof value === "string") return written(value);
	if (value === null || typeof value !== "object") return JSON.stringify(value);
	if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
	const entries = Object.entries(value)
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, item]) => `${written(key)}:${canonicalJson(item)}`);
	return `{${entries.join(",")}}`;
}

function written(text: string): string {
	if (!text.isWellFormed()) throw new RangeError("unpaired surrogates have no canonical form");
	return JSON.stringify(text);
}

function isList(value: Json): value is readonly Json[] {
	return Array.isArray(value);
}
