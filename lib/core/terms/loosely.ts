/** Whether a text may speak of a term without naming it in full. */
import { fillers } from "./english/fillers.ts";
import { readWords } from "./english/read-words.ts";

/** From this many words on, one in three may be said otherwise. */
const leastLoose = 3;
const looseShare = 2 / 3;

export class Wording {
	readonly #keys = new Set<string>();
	readonly #text: string;

	constructor(texts: readonly string[]) {
		this.#text = texts.join("\n");
		for (const { key, shortForm } of readWords(this.#text)) {
			this.#keys.add(key);
			if (shortForm !== null) this.#keys.add(shortForm);
		}
	}

	/**
	 * Its words are there in another order, most of them where there are many; or its short form is, as names are
	 * shortened where they come again: the Department, NPC.
	 */
	speaksOf(rendering: string): boolean {
		const words = readWords(rendering)
			.map(({ key, capitals }) => capitals ?? key)
			.filter((key) => !fillers.has(key));
		const there = words.filter((key) => this.#keys.has(key)).length;
		const needed = words.length >= leastLoose ? Math.ceil(words.length * looseShare) : words.length;
		return (words.length > 1 && there >= needed) || this.#hasShortForm(rendering);
	}

	#hasShortForm(rendering: string): boolean {
		const [name = ""] = rendering.split(/\s(?:of|for|on|under)\s/u);
		const head = /(\p{Lu}\p{Ll}+)$/u.exec(name)?.[1];
		if (head !== undefined && name !== head && this.#isMentioned(head)) return true;
		const initials = rendering.match(/(?<![\p{L}’'])\p{Lu}/gu)?.join("") ?? "";
		return initials.length > 1 && this.#keys.has(`=${initials}`);
	}

	/** The head is a word of letters only. */
	#isMentioned(head: string): boolean {
		return new RegExp(`(?<!\\p{L})(?:the|this|its|our)\\s${head}(?!\\p{L})`, "iu").test(this.#text);
	}
}
