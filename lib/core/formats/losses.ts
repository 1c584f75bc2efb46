import type { ReadSink } from "./reader.ts";

/** So many names stand for all. */
const maxNames = 12;

/** Gathers what a reader could not carry over, so that each kind is told once, with how often and where first. */
export class Losses {
	readonly #found = new Map<string, { count: number; readonly line: number; readonly names: Set<string> }>();

	/** `key` is a problem's with the values `count` and, where names are given, `names`. */
	add(key: string, line: number, name?: string): void {
		let loss = this.#found.get(key);
		if (loss === undefined) {
			loss = { count: 0, line, names: new Set() };
			this.#found.set(key, loss);
		}
		loss.count += 1;
		if (name !== undefined && loss.names.size < maxNames) loss.names.add(name);
	}

	tell(sink: Pick<ReadSink, "problem">): void {
		for (const [key, { count, line, names }] of this.#found) {
			const values = names.size === 0 ? { count } : { count, names: [...names].join(", ") };
			sink.problem({ line, column: null, key, values });
		}
	}
}
