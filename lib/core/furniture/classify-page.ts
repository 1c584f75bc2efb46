import type { ReadLine } from "../formats/reader.ts";
import { guessKinds } from "../text/kinds.ts";
import { detectLanguage } from "../text/language.ts";
import type { Page } from "./block.ts";

/** What people corrected on earlier pages of a publisher. */
export type LearnedRules = Readonly<Record<string, never>>;

export interface ClassifiedPage extends Page {
	readonly learned: readonly number[];
}

/** A first guess of what each line is. */
export function classifyPage(
	lines: readonly ReadLine[],
	options: { readonly language?: string; readonly learned?: LearnedRules } = {},
): ClassifiedPage {
	const kinds = guessKinds(lines.map(({ text }) => text));
	return {
		metadata: {
			title: null,
			publishedAt: null,
			publisher: null,
			byline: null,
			language: options.language ?? detectLanguage(lines.map(({ text }) => text).join("\n")),
		},
		blocks: lines.map(({ line, text, codes }, i) => ({
			line,
			text,
			kind: kinds[i] ?? "body",
			...(codes ? { codes } : {}),
		})),
		learned: [],
	};
}
