/** Marks, letters and digits of Chinese type, and what English has for them. */

import { plainBrackets } from "./brackets.ts";

/** Sentence marks and brackets: English has its own, and the space beside them. */
const sentenceMarks: Readonly<Record<string, string>> = {
	"，": ",",
	"、": ",",
	"､": ",",
	"。": ".",
	"｡": ".",
	"．": ".",
	"；": ";",
	"：": ":",
	"！": "!",
	"？": "?",
	...plainBrackets,
};
const otherMarks: Readonly<Record<string, string>> = {
	"\u3000": " ",
	"～": "~",
	"〜": "~",
	"・": " ",
	"￥": "¥",
	"￡": "£",
	"￠": "¢",
};

/** A mark, a whole word of full-width letters or digits, or a doubled dash or ellipsis. */
export const fullWidthRun =
	/[０-９Ａ-Ｚａ-ｚ]+|[\u3000-\u3002\u3010\u3011\u3014-\u3017\u301C\u30FB\uFF01-\uFF5E\uFF61\uFF64\uFFE0\uFFE1\uFFE5]|—{2,}|…{2,}|⋯+/g;

export interface FullWidthMark {
	readonly kind: "mark" | "letters" | "sign";
	/** What English has in its place, without the space beside it. */
	readonly english: string;
}

export function readFullWidth(found: string): FullWidthMark {
	const mark = sentenceMarks[found];
	if (mark !== undefined) return { kind: "mark", english: mark };
	const other = otherMarks[found];
	if (other !== undefined) return { kind: "sign", english: other };
	if (/^[—…⋯]/.test(found)) return { kind: "sign", english: found.startsWith("—") ? "—" : "…" };
	const english = found.replace(/[\uFF01-\uFF5E]/g, (wide) =>
		String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
	);
	return { kind: /^\w/.test(english) ? "letters" : "sign", english };
}
