import type { Lexicon } from "../../align/lexicon/lexicon.ts";
import type { CheckedPassage } from "../contract.ts";
import { isFree } from "../drafts/invented.ts";
import { learnRenderings } from "./learn.ts";
import { learnNames } from "./names.ts";
import type { Usage } from "./usage.ts";

/** What is usual shows in so many passages; a longer document is heard at even distances, which bounds the memory. */
const mostHeard = 20_000;

/**
 * From all passages of a document; takes about a second for each two thousand. With a dictionary fewer renderings are
 * taken for usual that only stand beside a phrase by chance.
 */
export const learnUsage = (passages: readonly CheckedPassage[], lexicon: Lexicon | null = null): Usage => ({
	renderings: learnRenderings(spread(passages), lexicon),
	names: learnNames(passages),
	...(lexicon && isFree(passages, lexicon) && { free: true }),
});

function spread(passages: readonly CheckedPassage[]): readonly CheckedPassage[] {
	const step = Math.ceil(passages.length / mostHeard);
	return step <= 1 ? passages : passages.filter((_, at) => at % step === 0);
}
