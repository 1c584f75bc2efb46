import { isChinese } from "../../text/language.ts";
import { contentOf, grouped, keyOf, shown, wholeMention } from "../consistency/folded.ts";
import type { CheckedDocument, CheckedPassage, Fault, Mention, MentionCheck, Tally } from "../contract.ts";
import { joined } from "../usage/joined.ts";

/** Shorter renderings (“Thank you”) stand for much. */
const leastWords = 4;
/** Sources that share this much of their characters say the same in other words. */
const mostAlike = 0.4;
/** Characters that say little. */
const particles = /[的了吗呢啊吧呀嘛哦着过地得是]/gu;

/** The same rendering, of source texts that say different things. */
export const sameRendering = {
	id: "same-rendering",
	severity: "minor",
	mqm: "accuracy/mistranslation",
	keys: ["differs"],
	concerns: ({ sides, sourceLanguage }: CheckedDocument) =>
		sides.source && sides.target && isChinese(sourceLanguage),
	mentions({ source, target }: CheckedPassage): Mention[] {
		const text = joined(target);
		if ((text.match(/\p{L}+/gu)?.length ?? 0) < leastWords) return [];
		return /\p{Script=Han}/u.test(joined(source)) ? wholeMention(keyOf(contentOf(text)), source, target) : [];
	},
	judge({ value, side, segment, start, end }: Mention, tally: Tally): Fault | null {
		const said = grouped(tally);
		const mine = said.find(({ content }) => content === contentOf(value));
		const others = said.filter((one) => one !== mine);
		const [other] = others;
		if (!mine || !other || other.times < mine.times) return null;
		if (others.some((one) => likeness(one.content, mine.content) > mostAlike)) return null;
		const values = { other: shown(other.text), count: other.times };
		return { side, segment, start, end, key: "differs", values, fix: null };
	},
} as const satisfies MentionCheck;

/** The share of their characters that two texts have in common, from 0 to 1 (Jaccard). */
function likeness(one: string, other: string): number {
	const [some, more] = [charactersOf(one), charactersOf(other)];
	const shared = [...some].filter((character) => more.has(character)).length;
	return shared / Math.max(1, some.size + more.size - shared);
}

const charactersOf = (content: string) => new Set(content.replace(particles, ""));
