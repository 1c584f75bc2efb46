import type { CheckedPassage, PassageCheck } from "../contract.ts";
import type { StyleProfile } from "../style-profile.ts";
import { inRenderings, marksChinese, rendersEnglish, type Slip } from "../typography/in-english.ts";

/** 《》 left in English, and titles that the house writes otherwise. */
export const bookTitle = {
	id: "book-title",
	severity: "major",
	mqm: "linguistic-conventions/punctuation",
	keys: ["left", "angle", "unquoted", "quoted"],
	concerns: rendersEnglish,
	checkPassage(passage, _document, { style }) {
		const titles = titlesIn(passage);
		return inRenderings(passage, (text, segment) => [
			...left(text, style),
			...(titles > 0 ? angled(text, style) : []),
			...(segment === passage.target[0] ? houseStyle(passage, titles, style) : []),
		]);
	},
} as const satisfies PassageCheck;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const sourceOf = ({ source }: CheckedPassage): string => source.map(({ text }) => text).join("\n");
const titlesIn = (passage: CheckedPassage): number => count(sourceOf(passage), /《[^《》]+》/g);

/** What the house has in place of the marks; quotation marks where it does not say. */
function markFor(opens: boolean, inner: boolean, { titles }: StyleProfile): string {
	if (titles === "none") return "";
	if (inner) return opens ? "‘" : "’";
	return opens ? "“" : "”";
}

function left(text: string, style: StyleProfile): Slip[] {
	return [...text.matchAll(/[《》〈〉]/g)]
		.filter(({ index }) => !marksChinese(text, index))
		.map(({ 0: found, index }) => {
			const fix = markFor(/[《〈]/.test(found), /[〈〉]/.test(found), style);
			return { start: index, end: index + 1, key: "left", values: { found, fix: fix || "none" }, fix };
		});
}

/** <Title>, where the source has 《》; a tag begins with a small letter. */
function angled(text: string, style: StyleProfile): Slip[] {
	return [...text.matchAll(/<<?([^<>]{1,120})>>?/g)]
		.filter(([, title = ""]) => /^\s*[\p{Lu}\p{N}]/u.test(title) && !title.includes("="))
		.map(({ 0: found, 1: title = "", index }) => {
			const fix = markFor(true, false, style) + title.trim() + markFor(false, false, style);
			const end = index + found.length;
			return { start: index, end, key: "angle", values: { found, fix }, fix, severity: "minor" };
		});
}

const quotation = /[“"]([^“”"]{1,200})[”"]/g;

/** Only by number: which words are the title nobody can tell where no mark does. */
function houseStyle(passage: CheckedPassage, titles: number, { titles: rule }: StyleProfile): Slip[] {
	const [first] = passage.target;
	if (rule === "either" || titles === 0 || !first) return [];
	const source = sourceOf(passage);
	const rendering = passage.target.map(({ text }) => text).join("\n");
	const quoted = count(source, /[“「]|"[^"]+"/g);
	const marked = count(rendering, quotation) + count(rendering, /[《〈<]/g);
	const minor = { severity: "minor" } as const;
	if (rule === "quotes" && marked < titles + quoted)
		return [{ ...minor, start: 0, end: 0, key: "unquoted", fix: null, values: { titles } }];
	if (rule !== "none" || quoted > 0) return [];
	return [...first.text.matchAll(quotation)].slice(0, titles).map(({ 0: found, 1: title = "", index }) => ({
		...minor,
		start: index,
		end: index + found.length,
		key: "quoted",
		values: { found },
		fix: title,
	}));
}
