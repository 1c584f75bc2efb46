import { ReadRefusal } from "../formats/reader.ts";

/** How saxes says it, and what is told. Its messages begin with a place that is left off here. */
const refusals: readonly (readonly [message: RegExp, key: string])[] = [
	[/undefined entity\.$/u, "xmlUndefinedEntity"],
	[/malformed character entity\.$/u, "xmlBadReference"],
	[/unexpected end\.$/u, "xmlCut"],
	[/must contain a root element\.$/u, "xmlEmpty"],
	[/unexpected close tag\.$|unmatched closing tag: /u, "xmlTagMismatch"],
	[/duplicate attribute: /u, "xmlDuplicateAttribute"],
	[/text data outside of root node\.$|may contain only one root\.$/u, "xmlOutsideRoot"],
	[/disallowed character\.$/u, "xmlForbiddenCharacter"],
];

/** `before` is what stands right before the place where the parser stopped. */
export function refusalFor(
	message: string,
	before: string,
	{ line, column }: { readonly line: number; readonly column: number },
): ReadRefusal {
	const key = refusals.find(([pattern]) => pattern.test(message))?.[1] ?? "xmlMalformed";
	const reference = before.slice(before.lastIndexOf("&"));
	const character = [...before].at(-1) ?? "";
	const values = {
		xmlUndefinedEntity: { name: reference },
		xmlBadReference: { reference },
		xmlForbiddenCharacter: { code: codeOf(character) },
	}[key];
	return new ReadRefusal(key, values ?? {}, line, Math.max(1, column));
}

function codeOf(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
