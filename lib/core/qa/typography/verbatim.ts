/** Parts of a text that follow rules of their own and are kept letter by letter. */

export type VerbatimKind = "url" | "address" | "handle" | "hashtag" | "placeholder" | "tag" | "file";

/** Offsets are UTF-16 code units, end exclusive. */
export interface Verbatim {
	readonly kind: VerbatimKind;
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

const domains = "com|cn|org|net|gov|edu|info|io|hk|tw|mo|jp|kr|sg|uk|de|fr|ru|eu|tv|cc|me|co|app|dev";
const extensions =
	"pdf|docx?|xlsx?|pptx?|txt|csv|tsv|json|xml|html?|zip|rar|7z|jpe?g|png|gif|svg|webp|mp[34]|mov|avi|wav|exe|apk|dmg|epub|rtf|odt|md";

/** Every pattern begins only where a run of its characters begins, so that no text costs more than its length. */
const patterns: readonly (readonly [VerbatimKind, RegExp])[] = [
	["tag", /<\/?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,300})?\/?>/gi],
	[
		"placeholder",
		/\{\{[^{}\n]{1,60}\}\}|\$?\{[\w.:-]{1,40}\}|%(?:\d{1,2}\$)?(?:\.\d{1,2})?[sdfiu@](?![A-Za-z0-9])|#[A-Z][A-Z_]{1,30}#|%[A-Z_]{2,30}%/gu,
	],
	[
		"url",
		/(?<![a-z0-9])(?:https?|ftp):\/\/[\x21\x23-\x3b\x3d\x3f-\x7e]+|(?<![\w.@-])www\.[\x21\x23-\x3b\x3d\x3f-\x7e]+/gi,
	],
	["address", /(?<![\w.+-])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi],
	["file", new RegExp(`(?<![\\w./@-])[\\w-]+(?:\\.[\\w-]+)*\\.(?:${extensions})(?![\\w/@-]|\\.\\w)`, "gi")],
	[
		"url",
		new RegExp(
			`(?<![\\w.@/-])(?:[a-z0-9-]+\\.)+(?:${domains})(?![\\w@-]|\\.\\w)(?:/[\\x21\\x23-\\x3b\\x3d\\x3f-\\x7e]*)?`,
			"gi",
		),
	],
	["handle", /(?<![\w@.])@[a-z_][\w.-]*\w/gi],
	["hashtag", /(?<![\w#&/])#[a-z_][\w-]*/gi],
];

/** In the order of the text; where two overlap, the first of the kinds above. */
export function verbatimIn(text: string): Verbatim[] {
	if (!/[<{%#@]|[.:]\S/.test(text)) return [];
	const found: Verbatim[] = [];
	for (const [kind, pattern] of patterns) {
		for (const match of text.matchAll(pattern)) {
			const whole = kind === "url" ? match[0].replace(/[.,;:!?'*)\]}]+$/, "") : match[0];
			found.push({ kind, text: whole, start: match.index, end: match.index + whole.length });
		}
	}
	const rank = (a: Verbatim) => patterns.findIndex(([kind]) => kind === a.kind);
	found.sort((a, b) => a.start - b.start || rank(a) - rank(b));
	let reached = 0;
	return found.filter(({ start, end }) => {
		if (start < reached) return false;
		reached = end;
		return true;
	});
}

/** Whether a place lies in, or touches from within, one of the parts; asked in the order of the text. */
export function outside(parts: readonly Verbatim[]): (start: number, end: number) => boolean {
	let at = 0;
	return (start, end) => {
		while (at < parts.length && (parts[at]?.end ?? 0) <= start) at += 1;
		const part = parts[at];
		return part === undefined || part.start >= end;
	};
}
