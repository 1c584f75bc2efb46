import {
	movedBy,
	partOf,
	rewritten,
	type Stretch,
	stretchesOf,
	type Written,
	writtenBy,
} from "#lib/core/diff/blame.ts";
import { diffWords } from "#lib/core/diff/words.ts";
import { type LoggedOperation, type Named, type Step, stepOf, type Wording } from "./steps.ts";

/** Words that came with a draft or another file, or that somebody wrote, by the number of the revision that did. */
export type Writer =
	| { readonly is: "draft"; readonly revision: number; readonly origin: number | null }
	| { readonly is: "person"; readonly revision: number };

export type BlameStretch = Stretch<Writer>;

interface Blamed {
	readonly text: string;
	readonly written: readonly Written<Writer>[];
}

/**
 * Who wrote the texts of segments as they are. Takes their revisions from the newest on and tells then: reading backwards
 * needs neither the file that was imported nor any version of the document, for inverses hold the texts before.
 */
export class SegmentBlame {
	readonly #texts: Map<string, Named>;
	readonly #steps: Step[] = [];
	readonly #wanted: Pick<ReadonlySet<string>, "has">;

	/** `wanted`: the segments and all that their words may have been in; `present`: those of them that are there. */
	constructor(wanted: Pick<ReadonlySet<string>, "has">, present: Iterable<readonly [string, Named]>) {
		this.#wanted = wanted;
		this.#texts = new Map(present);
	}

	take(line: LoggedOperation): void {
		const step = stepOf(line, this.#texts, this.#wanted);
		for (const [id] of step.was) this.#texts.delete(id);
		for (const [id, was] of step.was) if (was) this.#texts.set(id, was);
		this.#steps.push(step);
	}

	/** By segment, covering its whole text. `origin`: of the draft that a segment began with. */
	tell(language: string, origin: (id: string) => number | null): Map<string, BlameStretch[]> {
		const book = new BlameBook(language);
		for (const [id, named] of this.#texts)
			book.begin(id, named, { is: "draft", revision: named.version, origin: origin(id) });
		for (const step of this.#steps.toReversed()) book.turn(step);
		return book.told();
	}
}

class BlameBook {
	readonly #language: string;
	readonly #texts = new Map<string, Blamed>();
	/** Every text that there was under its name: one that comes back is again whoever's it was. */
	readonly #named = new Map<string, Blamed>();

	constructor(language: string) {
		this.#language = language;
	}

	begin(id: string, { version, text }: Named, by: Writer): void {
		this.#set(id, version, { text, written: writtenBy(text, by) });
	}

	turn({ number, wordings }: Step): void {
		const became = wordings.map((wording) => this.#worded(wording, number));
		for (const [i, { id, is }] of wordings.entries()) {
			const blamed = became[i];
			if (blamed) this.#set(id, is.version, blamed);
		}
	}

	told(): Map<string, BlameStretch[]> {
		return new Map(Array.from(this.#texts, ([id, { written }]) => [id, stretchesOf(written, isSame)]));
	}

	#set(id: string, version: number, blamed: Blamed): void {
		this.#texts.set(id, blamed);
		this.#named.set(`${id}@${version}`, blamed);
	}

	#worded({ id, is: { version, text }, pieces, draft }: Wording, number: number): Blamed {
		const known = this.#named.get(`${id}@${version}`);
		if (known?.text === text) return known;
		if (draft) return { text, written: writtenBy(text, { is: "draft", revision: version, ...draft }) };
		const by: Writer = { is: "person", revision: number };
		const old = this.#laid(pieces, by);
		return { text, written: rewritten(old.written, diffWords(old.text, text, this.#language), by).written };
	}

	#laid(pieces: Wording["pieces"], by: Writer): Blamed {
		let text = "";
		const written: Written<Writer>[] = [];
		for (const piece of pieces) {
			const part =
				"text" in piece ? piece.text : (this.#texts.get(piece.id)?.text.slice(piece.start, piece.end) ?? "");
			const stretches =
				"text" in piece
					? writtenBy(piece.text, by)
					: partOf(this.#texts.get(piece.id)?.written ?? [], piece.start, piece.end);
			written.push(...movedBy(stretches, text.length));
			text += part;
		}
		return { text, written };
	}
}

const isSame = (one: Writer, other: Writer) => one.is === other.is && one.revision === other.revision;
