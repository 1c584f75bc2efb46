import type { ReadSink } from "../../reader.ts";
import type { PartTag } from "../office/read-part.ts";

const goneElements: ReadonlySet<string> = new Set(["w:del", "w:moveFrom", "w:cellDel"]);
const newElements: ReadonlySet<string> = new Set(["w:ins", "w:cellIns"]);

/** The tracked changes of a document, which is read as if all of them were accepted. */
export class Changes {
	#inserted = 0;
	#deleted = 0;
	#moved = 0;
	#line = 0;
	readonly #authors = new Set<string>();

	/** Counts a change; true where what the element holds is gone in the end. */
	gone(tag: PartTag, line: number): boolean {
		const isGone = goneElements.has(tag.name);
		if (!isGone && !newElements.has(tag.name)) return false;
		if (tag.name === "w:moveFrom") this.#moved += 1;
		else if (isGone) this.#deleted += 1;
		else this.#inserted += 1;
		this.#line ||= Math.max(line, 1);
		const author = tag.attribute("w:author");
		if (author) this.#authors.add(author);
		return isGone;
	}

	tell(sink: ReadSink): void {
		if (this.#line === 0) return;
		const [inserted, deleted, moved] = [this.#inserted, this.#deleted, this.#moved];
		const authors = [...this.#authors].slice(0, 5).join(", ");
		const values = { inserted, deleted, moved, authors, more: Math.max(0, this.#authors.size - 5) };
		sink.problem({ line: this.#line, column: null, key: "docxTracked", values });
	}
}
