/** Which way to spell is right in a document. */
export type Spelling = "british" | "american" | "either";

/** As the document's language says: American with the United States, British with any other region, else both. */
export function spellingOf(language: string): Spelling {
	const region = /^en-(?:\p{L}{4}-)?(\p{L}{2})\b/iu.exec(language)?.[1]?.toUpperCase();
	if (region === undefined) return "either";
	return region === "US" ? "american" : "british";
}
