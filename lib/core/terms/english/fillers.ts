import { wordKey } from "./word-key.ts";

/** Keys of words that say nothing of what a rendering is about. */
export const fillers: ReadonlySet<string> = new Set(
	"of and in for to with on by at from as its their our all into or under is be that it his new"
		.split(" ")
		.map(wordKey),
);
