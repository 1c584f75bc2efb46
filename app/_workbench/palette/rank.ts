/** How well a query fits a name: higher is better, null not at all. Case and accents do not count. */
export function rank(query: string, name: string): number | null {
	const wanted = fold(query);
	const text = fold(name);
	if (wanted === "") return 0;
	if (text === wanted) return 100;
	if (text.startsWith(wanted)) return 90;
	const words = wanted.split(/\s+/).filter(Boolean);
	const places = words.map((word) => placeOf(word, text));
	if (places.every((place) => place !== null)) {
		const inside = places.filter((place) => place === "inside").length;
		return 80 - 20 * (inside / words.length) - Math.min(text.length, 200) / 200;
	}
	const spread = initialsOf(wanted.replaceAll(/\s/g, ""), text);
	return spread === null ? null : 40 - Math.min(spread, 30);
}

/** The best of several names for the same thing. */
export function rankAny(query: string, names: readonly string[]): number | null {
	const ranks = names.map((name) => rank(query, name)).filter((one) => one !== null);
	return ranks.length === 0 ? null : Math.max(...ranks);
}

function fold(text: string): string {
	return text
		.normalize("NFKD")
		.replaceAll(/\p{M}/gu, "")
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/** Whether a word begins a word of the text, or is somewhere in it. Chinese has no spaces: anywhere is as good. */
function placeOf(word: string, text: string): "start" | "inside" | null {
	const at = text.indexOf(word);
	if (at < 0) return null;
	const starts = at === 0 || text.includes(` ${word}`) || /\p{Script=Han}/u.test(word);
	return starts ? "start" : "inside";
}

/**
 * The letters in their order, each right after the one before or at the beginning of a word ("nua": next unconfirmed
 * a…); answers how many letters of the text lie between them.
 */
function initialsOf(letters: string, text: string): number | null {
	const search = (letter: number, from: number): number | null => {
		const wanted = letters[letter];
		if (wanted === undefined) return 0;
		for (let at = from; at < text.length; at++) {
			const joined = at === from && letter > 0;
			const fits = text[at] === wanted && (joined || isStart(text, at));
			const rest = fits ? search(letter + 1, at + 1) : null;
			if (rest !== null) return rest + (letter > 0 ? at - from : 0);
		}
		return null;
	};
	return search(0, 0);
}

function isStart(text: string, at: number): boolean {
	return at === 0 || text[at - 1] === " " || /\p{Script=Han}/u.test(text[at] ?? "");
}
