import { ReadRefusal } from "../../reader.ts";

/** Attributes of one tag: parsing is quadratic in them. */
const mostAttributes = 5_000;

const letter = /[a-z]/iu;

/** Looks through a page before it is parsed for tags that would take the parser hours. */
export class TagGuard {
	#state: "text" | "less" | "tag" = "text";
	#quote = "";
	#blanks = 0;

	look(piece: string): void {
		let at = 0;
		while (at < piece.length) {
			if (this.#state === "text") {
				const less = piece.indexOf("<", at);
				at = less === -1 ? piece.length : less + 1;
				if (less !== -1) this.#state = "less";
			} else if (this.#state === "less") {
				[this.#state, this.#quote, this.#blanks] = [letter.test(piece[at] ?? "") ? "tag" : "text", "", 0];
			} else {
				this.#inTag(piece[at] ?? "");
				at += 1;
			}
		}
	}

	#inTag(character: string): void {
		if (this.#quote !== "") {
			if (character === this.#quote) this.#quote = "";
		} else if (character === ">") this.#state = "text";
		else if (character === '"' || character === "'") this.#quote = character;
		else if (character === " " || character === "\n" || character === "\t" || character === "/")
			this.#blanks += 1;
		if (this.#blanks > mostAttributes) throw new ReadRefusal("htmlTangled");
	}
}
