import type { PassageCheck } from "../contract.ts";
import { inRenderings, rendersEnglish, type Slip } from "../typography/in-english.ts";

/** The comma before the last of three, where the project has a rule. Lists of short parts only: others may be clauses. */
export const serialComma = {
	id: "serial-comma",
	severity: "minor",
	mqm: "style/inconsistent-style",
	keys: ["missing", "unwanted"],
	concerns: rendersEnglish,
	checkPassage(passage, _document, { style: { serialComma: rule } }) {
		if (rule === "either") return [];
		return inRenderings(passage, (text) => (rule === "always" ? missing(text) : unwanted(text)));
	},
} as const satisfies PassageCheck;

/** Up to three words that are no joining word. */
const part =
	"(?:(?!and\\b|or\\b|but\\b|which\\b|who\\b)[\\p{L}\\p{N}’'-]{1,30} ){0,2}(?!and\\b|or\\b)[\\p{L}\\p{N}’'-]{1,30}";
const list = new RegExp(`(?<![\\p{L}\\p{N}’'-])(${part}), (${part}) (?:and|or) (?=\\p{L}|\\p{N})`, "gu");
/** “In 2020, China and Japan”: what leads into a sentence is no part of a list. */
const leadIn =
	/(?:^|[.!?;:]["”’)]? ?)(?:in|on|at|from|since|by|after|before|during|under|with|for|to|as|if|when|while|although|today|yesterday|now|then|however|therefore|moreover|meanwhile|besides|finally|currently|recently|this|last|next|also|there|here|\p{Lu}\p{Ll}+ly)\b[^,]{0,80}$/iu;

function missing(text: string): Slip[] {
	return [...text.matchAll(list)]
		.filter(
			({ 1: first = "", index }) => !leadIn.test(text.slice(Math.max(0, index - 80), index + first.length)),
		)
		.map(({ 0: found, 1: first = "", 2: second = "", index }) => {
			const start = index + first.length + 2 + second.length;
			const end = start + (/ (?:and|or) $/.exec(found)?.[0].length ?? 1) - 1;
			const joining = text.slice(start, end);
			return {
				start,
				end,
				key: "missing",
				values: { found: joining, mark: joining.trim() },
				fix: `,${joining}`,
			};
		});
}

const withComma = new RegExp(
	`, (?:${part}), (?:and|or)(?= [\\p{L}\\p{N}]+(?: [\\p{L}\\p{N}]+){0,2}(?:[.,;:)]|$))`,
	"gu",
);

function unwanted(text: string): Slip[] {
	return [...text.matchAll(withComma)].map(({ 0: found, index }) => {
		const comma = found.lastIndexOf(",");
		const [start, end] = [index + comma, index + found.length];
		const joining = text.slice(start, end);
		return {
			start,
			end,
			key: "unwanted",
			values: { found: joining, mark: joining.slice(2) },
			fix: joining.slice(1),
		};
	});
}
