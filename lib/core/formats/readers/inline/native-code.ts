import type { CodeKind, InlineCode } from "../../marked-text.ts";

export type CodeMeaning = Pick<InlineCode, "kind" | "value">;

/** Element names of HTML, and types of TMX 1.4 and XLIFF 1.2 and 2.x (without `x-`, `xlf:`, `html:`). */
const kinds: Readonly<Record<string, CodeKind>> = {
	b: "bold",
	strong: "bold",
	bold: "bold",
	i: "italic",
	em: "italic",
	cite: "italic",
	italic: "italic",
	u: "underline",
	ins: "underline",
	ulined: "underline",
	dulined: "underline",
	underline: "underline",
	underlined: "underline",
	sup: "superscript",
	superscript: "superscript",
	sub: "subscript",
	subscript: "subscript",
	s: "strike",
	strike: "strike",
	strikethrough: "strike",
	del: "strike",
	a: "link",
	link: "link",
	ulink: "link",
	fnote: "footnote",
	enote: "footnote",
	footnote: "footnote",
	endnote: "footnote",
	img: "image",
	image: "image",
	lb: "break",
	br: "break",
};

const tagName = /^\s*<\/?(?:[a-z0-9]+:)?([a-z][a-z0-9]*)(?=[\s/>])/iu;
const link = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu;
const alternative = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu;

/** A note's mark or a picture's name by itself, as our own export writes it: no markup. */
const bareName = /^[^<>{}\\&\s][^<>{}\\&]{0,199}$/u;

/**
 * What a code is by its declared types or, where they say nothing, by the tag that it stands for. `native` is the
 * code as its own format writes it: `<a href="…">`.
 */
export function meaningOf(types: readonly (string | undefined)[], native = ""): CodeMeaning {
	for (const type of types) {
		const kind = kindOf(type);
		if (kind !== "other") return valued(kind, native);
	}
	// A long native code is no tag of HTML; what it is is not looked for in megabytes.
	return valued(kindOf(tagName.exec(native.slice(0, 200))?.[1]), native);
}

function kindOf(type: string | undefined): CodeKind {
	const name = type?.toLowerCase().replace(/^(?:x-|xlf:|html[:-])+/u, "") ?? "";
	return Object.hasOwn(kinds, name) ? (kinds[name] ?? "other") : "other";
}

function valued(kind: CodeKind, native: string): CodeMeaning {
	const pattern = kind === "link" ? link : kind === "image" ? alternative : null;
	const found = pattern?.exec(native.slice(0, 4_000));
	const written = kind === "footnote" || kind === "image" ? bareName.exec(native)?.[0] : undefined;
	const value = found?.[1] ?? found?.[2] ?? found?.[3] ?? written;
	return value === undefined ? { kind } : { kind, value: withoutReferences(value) };
}

const references: Readonly<Record<string, string>> = {
	"&amp;": "&",
	"&lt;": "<",
	"&gt;": ">",
	"&quot;": '"',
	"&#39;": "'",
	"&apos;": "'",
};

function withoutReferences(text: string): string {
	return text.replace(/&(?:amp|lt|gt|quot|#39|apos);/gu, (reference) => references[reference] ?? reference);
}
