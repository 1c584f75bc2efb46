import type { Slip } from "./in-english.ts";

/** Hyphens where the source has a dash, and dashes that one text writes with and without spaces. */
export function dashSlips(text: string, source: string): Slip[] {
	return [...hyphens(text, source), ...uneven(text)];
}

/** A hyphen that the source has too is no dash: by number, since nobody knows which is which. */
function hyphens(text: string, source: string): Slip[] {
	const dashes = source.match(/[—–](?:\s?[—–])*/g)?.length ?? 0;
	const spaced = [...text.matchAll(/(?<=[^\s-]) --? (?=[^\s-])/g)];
	const doubled = [...text.matchAll(/(?<=[\p{L}\p{N}])--(?=[\p{L}\p{N}])/gu)];
	return [...(spaced.length <= dashes ? spaced : []), ...doubled].map(({ 0: found, index }) => {
		const fix = found.startsWith(" ") ? " – " : "—";
		const end = index + found.length;
		return { start: index, end, key: "hyphen", values: { found, mark: found.trim(), dash: fix.trim() }, fix };
	});
}

/** Those of the way that the text has less often. */
function uneven(text: string): Slip[] {
	const dashes = [...text.matchAll(/(?<=[^\s—]) ?— ?(?=[^\s—])/g)];
	const spaced = dashes.filter(([found]) => found === " — ");
	const close = dashes.filter(([found]) => found === "—");
	const odd = dashes.filter(([found]) => found.length === 2);
	const fewer = spaced.length > close.length ? close : spaced;
	const wanted = spaced.length > close.length ? " — " : "—";
	return [...odd, ...(spaced.length > 0 && close.length > 0 ? fewer : [])].map(({ 0: found, index }) => ({
		start: index,
		end: index + found.length,
		key: "dashes",
		values: { found },
		fix: wanted,
	}));
}
