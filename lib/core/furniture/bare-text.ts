import type { Evidence, Mark } from "./evidence.ts";

/** Marks that words alone can earn: "Share", "Home", "更多". */
const byWords: ReadonlySet<Mark> = new Set(["control", "menu", "beside"]);
/** Marks that no text earns by chance. */
const ofPages: ReadonlySet<Mark> = new Set(["furniture", "end", "links", "trail", "closing"]);
/** So many lines of buttons and menus are no chance either. */
const manyWords = 3;

/** On a page without any sign of being one, "Home" and "More" are words of a text: a poem, a list, a dictionary. */
export function withoutChance(lines: readonly Evidence[]): readonly Evidence[] {
	const words = lines.filter((line) => byWords.has(line.mark)).length;
	const isPage =
		words >= manyWords ||
		lines.some((line) => ofPages.has(line.mark) || line.line.hint?.region !== undefined);
	if (isPage || words === 0) return lines;
	return lines.map((line) =>
		byWords.has(line.mark)
			? { ...line, mark: line.ended || line.mark === "beside" ? "text" : "short" }
			: line,
	);
}
