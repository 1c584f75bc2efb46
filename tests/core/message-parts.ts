/** What a sentence of a catalogue is filled with, told without formatting it. */
export interface Parts {
	readonly values: ReadonlySet<string>;
	readonly tags: ReadonlySet<string>;
	/** Of plurals: `other`, `one`, `=0` … */
	readonly categories: ReadonlySet<string>;
}

/** Reads the ICU syntax that the catalogues use: values, plurals, selects and tags. Throws where a brace is missing. */
export function partsOf(sentence: string): Parts {
	const message = sentence.replace(/'[<>{}][^']*'/g, (quoted) => "_".repeat(quoted.length));
	const parts = { values: new Set<string>(), tags: new Set<string>(), categories: new Set<string>() };
	for (const [, name = ""] of message.matchAll(/<\/?([a-z]\w*)\s*\/?>/gi)) parts.tags.add(name);
	const end = readText(message, 0, parts);
	if (end !== message.length) throw new Error(`a brace too many at ${end}: ${message}`);
	return parts;
}

type Gathered = { readonly [Key in keyof Parts]: Set<string> };

/** Up to the brace that closes this text, or the end; answers its place. */
function readText(message: string, from: number, parts: Gathered): number {
	let at = from;
	while (at < message.length && message[at] !== "}") {
		at = message[at] === "{" ? readValue(message, at + 1, parts) : at + 1;
	}
	return at;
}

const opening = /\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,\s*)?)?/y;
const branch = /\s*(=?[\w-]+)\s*\{/y;

/** From behind an opening brace to behind its closing one. */
function readValue(message: string, from: number, parts: Gathered): number {
	opening.lastIndex = from;
	const [all = "", name, kind] = opening.exec(message) ?? [];
	if (name === undefined) throw new Error(`no name at ${from}: ${message}`);
	parts.values.add(name);
	let at = from + all.length;
	if (kind === "plural" || kind === "select") {
		for (;;) {
			branch.lastIndex = at;
			const [head, category = ""] = branch.exec(message) ?? [];
			if (head === undefined) break;
			if (kind === "plural") parts.categories.add(category);
			at = readText(message, at + head.length, parts) + 1;
		}
	}
	const close = message.indexOf("}", at);
	if (close < 0) throw new Error(`a brace is missing: ${message}`);
	return close + 1;
}
