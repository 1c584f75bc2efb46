import type { Deliverable } from "#lib/core/formats/deliverable.ts";
import type { WordDocument } from "#lib/core/formats/word/document.ts";

/** What a document must have for a format to make sense. */
export type FormatNeeds = "both-sides" | "target" | "draft";

/** What the surroundings lend a format: core has no encoder, clock, packer or catalogue of its own. */
export interface FormatCapabilities {
	/** UTF-8. */
	encodeText(text: string): Uint8Array;
	packWord(document: WordDocument): Promise<Uint8Array>;
	/** The words of a message key; `values` fill its placeholders. */
	label(key: string, values?: Readonly<Record<string, string | number>>): string;
	/** When the export was asked for, ISO 8601 UTC. */
	readonly exportedAt: string;
	readonly application: { readonly name: string; readonly version: string };
}

/** The version its changes begin at, running text or columns, comments along or not. */
export type FormatOption = "from" | "layout" | "comments";

export interface Format {
	/** Stands in addresses: never renamed. */
	readonly id: string;
	readonly extension: string;
	/** Between title and extension, to keep two formats of one extension apart. */
	readonly suffix: string;
	readonly mediaType: string;
	/** Under this key the catalogue has `name` and `about`. */
	readonly messageKey: string;
	readonly needs: FormatNeeds;
	/** Offered as a download, or put on the clipboard by the screen. */
	readonly delivery: "download" | "clipboard";
	/** What else can be chosen of it; which version, can be of all. */
	readonly options?: readonly FormatOption[];
	/** It tells who changed what, and when. */
	readonly histories?: true;
	write(article: Deliverable, capabilities: FormatCapabilities): Promise<Uint8Array> | Uint8Array;
}

/** Message keys of why a format cannot be had. */
export type FormatRefusal =
	| "deliver.refused.oneSided"
	| "deliver.refused.noRendering"
	| "deliver.refused.noDraft";

/** Why this article cannot be had in this format, or null. */
export function refusalOf(format: Pick<Format, "needs">, has: Holdings): FormatRefusal | null {
	if (format.needs === "both-sides" && !(has.source && has.target)) return "deliver.refused.oneSided";
	if (!has.target) return "deliver.refused.noRendering";
	if (format.needs === "draft" && !has.draft) return "deliver.refused.noDraft";
	return null;
}

export interface Holdings {
	readonly source: boolean;
	readonly target: boolean;
	readonly draft: boolean;
}

export function holdingsOf(article: Deliverable): Holdings {
	const segments = article.passages.flatMap((passage) => passage.target);
	return {
		source: article.passages.some((passage) => passage.source.length > 0),
		target: segments.length > 0,
		draft: segments.some((segment) => segment.draft !== null),
	};
}
