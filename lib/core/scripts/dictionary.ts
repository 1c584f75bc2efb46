/** opencc-js's dictionaries as maps. The tables of characters are small; `lexicon.ts` has those of words. */

/** `from to|from to|…` */
export function entriesOf(dictionary: string): [string, string][] {
	return dictionary.split("|").map((entry) => {
		const [from = "", to = ""] = entry.split(" ");
		return [from, to];
	});
}

/** Entries of one UTF-16 unit on both sides, so that what they map keeps its offsets. */
export function characterMap(...dictionaries: readonly string[]): Map<string, string> {
	return new Map(
		dictionaries
			.flatMap(entriesOf)
			.filter(([from, to]) => from.length === 1 && to.length === 1 && from !== to),
	);
}

/** The text with each unit that has an entry replaced: as long as before. */
export function mapCharacters(text: string, map: ReadonlyMap<string, string>): string {
	let mapped = "";
	for (let i = 0; i < text.length; i += 1) {
		const unit = text.charAt(i);
		mapped += map.get(unit) ?? unit;
	}
	return mapped;
}
