import { isChinese } from "../../text/language.ts";
import { contentOf, grouped, keyOf, shown, wholeMention } from "../consistency/folded.ts";
import type { CheckedDocument, CheckedPassage, Fault, Mention, MentionCheck, Tally } from "../contract.ts";
import { joined } from "../usage/joined.ts";

/** Shorter texts (好的, 谢谢) are said as the moment wants. */
const leastHan = 4;

/** The same source text, rendered in different ways. */
export const consistency = {
	id: "consistency",
	severity: "minor",
	mqm: "style/inconsistent-style",
	keys: ["differs"],
	concerns: ({ sides, sourceLanguage }: CheckedDocument) =>
		sides.source && sides.target && isChinese(sourceLanguage),
	mentions({ source, target }: CheckedPassage): Mention[] {
		const content = contentOf(joined(source));
		if ((content.match(/\p{Script=Han}/gu)?.length ?? 0) < leastHan) return [];
		return target.some(({ text }) => text.trim() !== "") ? wholeMention(keyOf(content), target, target) : [];
	},
	judge({ value, side, segment, start, end }: Mention, tally: Tally): Fault | null {
		const said = grouped(tally);
		const mine = said.find(({ content }) => content === contentOf(value));
		const other = said.find((one) => one !== mine);
		if (!mine || !other || other.times < mine.times) return null;
		const values = { other: shown(other.text), count: other.times };
		return { side, segment, start, end, key: "differs", values, fix: null };
	},
} as const satisfies MentionCheck;
