/** Where furniture stands among the segments of its side, which no row tells: kept while a log is replayed. */
export class SideOrder {
	#list: readonly string[] = [];

	/** A whole side came, in this order. */
	come(list: readonly string[]): void {
		this.#list = list;
	}

	/** Furniture came to stand behind these; `body` and `furniture` are what the side has then, each in order. */
	behind(
		anchors: ReadonlyMap<string, string | null>,
		body: readonly string[],
		furniture: readonly string[],
	): void {
		this.#list = this.woven(body, furniture, anchors);
	}

	/** One line of both: each piece of furniture behind the segment it follows, as far as that is still there. */
	woven(
		body: readonly string[],
		furniture: readonly string[],
		anchors: ReadonlyMap<string, string | null> = new Map(),
	): string[] {
		const places = new Map(body.map((id, i) => [id, i + 1]));
		const known = new Map<string, number>();
		let place = 0;
		for (const id of this.#list) {
			place = places.get(id) ?? place;
			known.set(id, place);
		}
		for (const [id, anchor] of anchors) known.set(id, anchor === null ? 0 : (places.get(anchor) ?? place));
		const line: string[] = [];
		let done = 0;
		for (const id of furniture) {
			// Furniture keeps its order, whatever it is said to follow.
			const until = Math.max(done, known.get(id) ?? done);
			line.push(...body.slice(done, until), id);
			done = until;
		}
		return [...line, ...body.slice(done)];
	}
}
