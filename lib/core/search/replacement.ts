/** What a replacement says: text, and the parts of the match that it asks for with $1, $<name>, $& and $$. */

export type ReplacementPart =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "whole" }
	| { readonly kind: "number"; readonly number: number; readonly written: string }
	| { readonly kind: "name"; readonly name: string };

const sign = /\$(?:(\$)|(&)|([0-9]{1,2})|<([^>]*)>)/g;

/** `$12` is the twelfth group where there are so many, else the first and a 2; `$0` is the whole match. */
export function replacementParts(replacement: string, groups: number): ReplacementPart[] {
	const parts: ReplacementPart[] = [];
	let at = 0;
	for (const found of replacement.matchAll(sign)) {
		const [written, dollar, whole, digits, name] = found;
		if (found.index > at) parts.push({ kind: "text", text: replacement.slice(at, found.index) });
		at = found.index + written.length;
		if (dollar !== undefined) parts.push({ kind: "text", text: "$" });
		else if (whole !== undefined) parts.push({ kind: "whole" });
		else if (name !== undefined) parts.push({ kind: "name", name });
		else if (digits !== undefined) parts.push(...numbered(digits, groups));
	}
	if (at < replacement.length) parts.push({ kind: "text", text: replacement.slice(at) });
	return parts;
}

function numbered(digits: string, groups: number): ReplacementPart[] {
	const both = Number(digits);
	if (digits.length === 1 || both <= groups) return [groupPart(both, `$${digits}`)];
	return [
		groupPart(Number(digits.charAt(0)), `$${digits.charAt(0)}`),
		{ kind: "text", text: digits.charAt(1) },
	];
}

function groupPart(number: number, written: string): ReplacementPart {
	return number === 0 ? { kind: "whole" } : { kind: "number", number, written };
}

/** `group` gives the whole match for 0; what names a group that is not there stays as it is written. */
export function expandReplacement(
	replacement: string,
	groups: number,
	group: (name: number | string) => string | null,
): string {
	return replacementParts(replacement, groups)
		.map((part) => {
			if (part.kind === "text") return part.text;
			if (part.kind === "whole") return group(0) ?? "";
			if (part.kind === "number") return group(part.number) ?? part.written;
			return group(part.name) ?? `$<${part.name}>`;
		})
		.join("");
}
